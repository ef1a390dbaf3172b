// Deadlines on a model's stream: for its first event, for each silence between two, and for the whole answer.

import { setTimeout as wait } from 'node:timers/promises';
import { type ModelEvent, ModelFault, type ModelPort } from './model-port.ts';

export interface Deadlines {
  readonly firstEventMs: number;
  readonly silenceMs: number;
  readonly totalMs: number;
}

/** Ends a stream that is late with a ModelFault: `slow` when nothing was said yet, `cut` when a part was there. */
export function withDeadlines(port: ModelPort, deadlines: Deadlines): ModelPort {
  return {
    async *answer(request, signal) {
      const startedAt = performance.now();
      const late = new AbortController();
      const either = AbortSignal.any([signal, late.signal]);
      const events = port.answer(request, either)[Symbol.asyncIterator]();
      let limitMs = deadlines.firstEventMs;
      let hasText = false;
      try {
        for (;;) {
          const leftMs = Math.min(limitMs, deadlines.totalMs - (performance.now() - startedAt));
          const next = await nextWithin(events, leftMs, signal);
          if (next === 'late') throw new ModelFault(hasText ? 'cut' : 'slow', 'nothing came in time');
          if (next.done === true) return;
          limitMs = deadlines.silenceMs;
          hasText ||= next.value.kind === 'text';
          yield next.value;
        }
      } finally {
        late.abort();
      }
    },
  };
}

/** @throws the signal's reason as soon as it is aborted, whether or not the source reacts to it. */
async function nextWithin(
  events: AsyncIterator<ModelEvent>,
  limitMs: number,
  signal: AbortSignal,
): Promise<IteratorResult<ModelEvent> | 'late'> {
  signal.throwIfAborted();
  const done = new AbortController();
  const next = events.next();
  try {
    const timer = wait(Math.max(0, limitMs), 'late' as const, { signal: AbortSignal.any([done.signal, signal]) }).catch(
      () => 'aborted' as const,
    );
    const first = await Promise.race([next, timer]);
    if (first !== 'late' && first !== 'aborted') return first;
    // The source ends with an abort that nobody waits for any more.
    next.catch(() => undefined);
    if (first === 'late') return 'late';
    throw signal.reason;
  } finally {
    done.abort();
  }
}
