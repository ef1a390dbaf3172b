// What the assistant keeps: answers (which are the conversations), proposals, feedback and what was spent.

import type { AnswerMode } from './answer.ts';
import type { ModelUsage, Turn } from './model-port.ts';
import type { ProposedChange } from './proposed-change.ts';

/** An answer under way; its question has no secrets any more. */
export interface NewAnswer {
  readonly id: string;
  readonly personId: string;
  readonly channelId: string;
  /** Whether others read along. */
  readonly isPublic: boolean;
  readonly question: string;
  readonly askedAtMs: number;
}

/**
 * Which answers one conversation consists of, as its reader sees them.
 * `private`: all that the person asked in this channel. `public`: only what they asked there in front of others. `thread`:
 * what anybody asked there in front of others.
 */
export interface Conversation {
  readonly kind: 'private' | 'public' | 'thread';
  readonly personId: string;
  readonly channelId: string;
}

/** How an answer ended. */
export interface AnswerOutcome {
  readonly mode: AnswerMode;
  /** Why the model did not answer; undefined when it did. */
  readonly reason: string | undefined;
  /** Labels of the sources shown. */
  readonly sources: readonly string[];
  /** The model's text; undefined when the knowledge base answered. */
  readonly text: string | undefined;
  /** True when neither the knowledge base nor a citation carried it: something for the knowledge's owner. */
  readonly isUncovered: boolean;
  readonly endedAtMs: number;
}

export interface StoredAnswer {
  readonly id: string;
  readonly personId: string;
  readonly question: string;
  /** undefined while it runs, and for good when the process died under it. */
  readonly mode: AnswerMode | undefined;
}

export interface StoredProposal {
  readonly id: string;
  readonly answerId: string;
  /** As it was written, maybe by an older version: to be parsed. */
  readonly change: unknown;
  readonly decision: Decision | undefined;
}

export type Decision = 'accepted' | 'declined';

export interface Feedback {
  readonly question: string;
  readonly mode: AnswerMode;
  readonly reason: string | undefined;
  readonly sources: readonly string[];
  readonly isHelpful: boolean;
  readonly givenAtMs: number;
}

export interface AssistantStore {
  beginAnswer(answer: NewAnswer): Promise<void>;
  /** Ends it and adds what it cost the person and the bot, in one transaction. */
  endAnswer(id: string, outcome: AnswerOutcome, cost: AnswerCost): Promise<void>;
  findAnswer(id: string): Promise<StoredAnswer | undefined>;
  /** Answers of the model in this conversation, oldest first, at most `limit` of the newest. */
  listTurns(conversation: Conversation, sinceMs: number, limit: number): Promise<readonly Turn[]>;

  /** Tokens charged to the person on that user-day. */
  spentByPerson(personId: string, userDay: string): Promise<number>;
  /** What the API billed for everybody's questions on that UTC day. */
  spentByAll(utcDay: string): Promise<ModelUsage>;

  saveProposal(proposal: NewProposal): Promise<void>;
  findProposal(id: string, personId: string): Promise<StoredProposal | undefined>;
  /** True for the one call that decides it; false when it was decided before. */
  decideProposal(id: string, decision: Decision, nowMs: number): Promise<boolean>;
  /** Takes a decision back whose change could not be carried out. */
  reopenProposal(id: string): Promise<void>;

  /** The last word counts. False when the answer is not this person's, or forgotten. */
  giveFeedback(answerId: string, personId: string, isHelpful: boolean, nowMs: number): Promise<boolean>;
  /** Newest first. */
  listFeedback(sinceMs: number): Promise<readonly Feedback[]>;
  /** Questions that nothing in the knowledge answered, newest first. */
  listUncovered(sinceMs: number): Promise<readonly { readonly question: string; readonly askedAtMs: number }[]>;

  /** Forgets answers and proposals from before; feedback stays until its person goes. */
  forgetBefore(beforeMs: number): Promise<void>;
}

export interface NewProposal {
  readonly id: string;
  readonly answerId: string;
  readonly personId: string;
  readonly change: ProposedChange;
  readonly proposedAtMs: number;
}

export interface AnswerCost {
  readonly personId: string;
  readonly userDay: string;
  /** Charged to the person; 0 for what failed. */
  readonly personTokens: number;
  readonly utcDay: string;
  /** What the API billed, also for what failed. */
  readonly usage: ModelUsage;
}
