// Waits in the queue, telling each new place, until it is one's turn, too late, or given up.

import type { AnswerProgress, FallbackReason } from './answer.ts';
import type { Ticket } from './answer-queue.ts';
import { AnswerAborted, type Asked } from './question.ts';

/** Yields each new place; returns why the wait was given up, or undefined at its turn. */
export async function* waitForTurn(
  asked: Asked,
  ticket: Ticket,
  maxWaitMs: number,
): AsyncGenerator<AnswerProgress, FallbackReason | undefined> {
  const { signal } = asked.abort;
  const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  let timer: NodeJS.Timeout | undefined;
  let isLate = false;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      isLate = true;
      resolve();
    }, maxWaitMs);
  });
  try {
    let shownPlace = 0;
    for (let place = ticket.place(); place > 0; place = ticket.place()) {
      if (signal.reason instanceof AnswerAborted) return signal.reason.reason;
      if (isLate) return 'busy';
      const changed = ticket.changed();
      if (place !== shownPlace) yield { kind: 'queued', answerId: asked.answerId, place };
      shownPlace = place;
      await Promise.race([changed, late, aborted]);
    }
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
