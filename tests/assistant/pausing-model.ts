// A model that pauses in the middle of each answer, and a way to read an answer's states one by one.

import type { ModelEvent, ModelPort } from '../../src/assistant/model-port.ts';
import { fakeModel, saying } from './start-assistant.ts';

/** Begins each answer, and ends it when it is told to, in order. */
export function pausingModel(): { readonly model: ModelPort; readonly goOn: () => void } {
  const gates: PromiseWithResolvers<void>[] = [];
  let toldCount = 0;
  const model = fakeModel(async function* (_request, signal): AsyncGenerator<ModelEvent> {
    const gate = Promise.withResolvers<void>();
    gates.push(gate);
    // An abort may come while nobody waits at the gate.
    gate.promise.catch(() => undefined);
    signal.addEventListener('abort', () => gate.reject(signal.reason));
    yield { kind: 'started' };
    yield { kind: 'text', block: 0, text: 'A Service gives' };
    await gate.promise;
    yield* saying(' pods one stable address.');
  });
  const goOn = (): void => {
    gates[toldCount]?.resolve();
    toldCount += 1;
  };
  return { model, goOn };
}

/** Reads states until one fits; the rest comes later. */
export async function readUntil<T>(states: AsyncIterator<T>, isWanted: (state: T) => boolean): Promise<T> {
  for (;;) {
    const next = await states.next();
    if (next.done === true) throw new Error('the answer ended first');
    if (isWanted(next.value)) return next.value;
  }
}
