// An answer as it grows and as it ends, whoever gave it; no wording.

import type { Knowledge, LookupResult } from '../knowledge/types.ts';
import type { AnswerSource } from './grounding.ts';
import type { ProposedChange } from './proposed-change.ts';
import type { CommandWarning } from './shown-commands.ts';

/** Who answered: the model, grounded in the knowledge; or the knowledge base alone. */
export type AnswerMode = 'assistant' | 'knowledge';

/**
 * Why the knowledge base answered alone.
 * `no-key`, `off`: it is not set up. `budget`, `ceiling`: spent, the person's or the bot's. `busy`: too many wait.
 * `withheld`: the model recited its rules. `interrupted`: the bot stopped under it. The rest are the model's faults.
 */
export type FallbackReason =
  | 'no-key'
  | 'off'
  | 'budget'
  | 'ceiling'
  | 'busy'
  | 'rate-limited'
  | 'overloaded'
  | 'down'
  | 'slow'
  | 'cut'
  | 'rejected'
  | 'refusal'
  | 'empty'
  | 'withheld'
  | 'cancelled'
  | 'interrupted';

/** What the knowledge base says to a question, without any model. */
export interface KnowledgeAnswer {
  /** Without secrets. */
  readonly question: string;
  /** The state of the knowledge that it was asked of. */
  readonly knowledge: Knowledge;
  readonly result: LookupResult;
}

export interface Proposal {
  readonly id: string;
  readonly change: ProposedChange;
  /** As the list names the topic, where the change is about one. */
  readonly topicTitle: string | undefined;
}

interface Ended {
  readonly answerId: string;
  /** Keys and passwords that were taken out of the question. */
  readonly redactedCount: number;
}

export interface AssistantAnswer extends Ended {
  readonly mode: 'assistant';
  /** Safe Markdown with `[n]` marks. */
  readonly text: string;
  readonly sources: readonly AnswerSource[];
  /** How much of it no source says. `own`: all, but it is about the learner's own studies rather than general knowledge. */
  readonly general: 'none' | 'some' | 'all' | 'own';
  readonly warnings: readonly CommandWarning[];
  readonly proposals: readonly Proposal[];
  /** `length`: the model's limit cut it. `cancelled`: the person stopped it. */
  readonly cut: 'length' | 'cancelled' | undefined;
}

export interface FallbackAnswer extends Ended {
  readonly mode: 'knowledge';
  readonly reason: FallbackReason;
  readonly answer: KnowledgeAnswer;
}

export type EndedAnswer = AssistantAnswer | FallbackAnswer;

/** `queued`: `place` 1 is the next. `streaming`: the text so far. */
export type AnswerProgress =
  | { readonly kind: 'queued'; readonly answerId: string; readonly place: number }
  | {
      readonly kind: 'streaming';
      readonly answerId: string;
      readonly text: string;
      readonly sources: readonly AnswerSource[];
    }
  | { readonly kind: 'ended'; readonly answer: EndedAnswer };
