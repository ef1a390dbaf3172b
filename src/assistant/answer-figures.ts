// What may be counted of an answer, told once it is over.

import type { AnswerMode, AnswerProgress, FallbackReason } from './answer.ts';
import type { Draft } from './answer-text.ts';
import type { ModelUsage } from './model-port.ts';

/** Nothing of it names a person or quotes anybody. */
export interface AnswerFigures {
  readonly mode: AnswerMode;
  /** Why the knowledge base answered, or what cut the model's answer. */
  readonly reason: FallbackReason | 'length' | undefined;
  /** What the API billed, also for what failed. */
  readonly usage: ModelUsage;
  /** From the question to the first text of the model; undefined when none was shown. */
  readonly firstTextMs: number | undefined;
}

/** Passes the states of an answer on, and tells its figures before the last. */
export async function* withFigures(
  states: AsyncIterable<AnswerProgress>,
  draft: Draft,
  tell: (figures: AnswerFigures) => void,
): AsyncGenerator<AnswerProgress> {
  const startedAt = performance.now();
  let firstTextMs: number | undefined;
  for await (const progress of states) {
    if (progress.kind === 'streaming') firstTextMs ??= performance.now() - startedAt;
    if (progress.kind === 'ended') {
      const { answer } = progress;
      const reason = answer.mode === 'assistant' ? answer.cut : answer.reason;
      tell({ mode: answer.mode, reason, usage: draft.usage, firstTextMs });
    }
    yield progress;
  }
}
