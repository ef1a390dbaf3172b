// A question, and what goes with it on its way to an answer.

import type { KnowledgeIndex } from '../knowledge/types.ts';
import type { EndedAnswer, FallbackReason } from './answer.ts';
import { answerFromKnowledge } from './knowledge-answer.ts';

export interface Question {
  readonly personId: string;
  readonly channelId: string;
  readonly text: string;
  /** Whether nobody else reads the answer; only then it may speak of the learner's state. */
  readonly isPrivate: boolean;
  /** Whether it was asked in a thread in front of others; then all who ask there have one conversation. */
  readonly isInThread?: boolean;
}

/** A question under way. */
export interface Asked extends Question {
  /** Without secrets and ids. */
  readonly text: string;
  readonly answerId: string;
  readonly askedAtMs: number;
  readonly redactedCount: number;
  /** The knowledge as it was when the question came. */
  readonly index: KnowledgeIndex;
  readonly abort: AbortController;
}

/** Why an answer under way was aborted; the reason of its signal. */
export class AnswerAborted extends Error {
  override readonly name = 'AnswerAborted';
  readonly reason: 'cancelled' | 'interrupted';

  constructor(reason: 'cancelled' | 'interrupted') {
    super(reason);
    this.reason = reason;
  }
}

/** The knowledge base's answer, with the reason why it is not the model's. */
export function fallBack(asked: Asked, reason: FallbackReason): EndedAnswer {
  return {
    mode: 'knowledge',
    answerId: asked.answerId,
    redactedCount: asked.redactedCount,
    reason,
    answer: answerFromKnowledge(asked.index, asked.text),
  };
}
