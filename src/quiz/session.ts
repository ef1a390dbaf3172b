// A quiz session as it is stored: everything that a press of a month-old button needs; no rules.

import type { Deck, SessionMode } from './card.ts';
import type { CardRating } from './spacing.ts';

/**
 * `open`: goes on; one a person at most. `offered`: its one card stands in a reminder and waits, beside the open one.
 * `finished`: every item is settled. `stopped`: the person stopped it. `replaced`: they began another. `overtaken`: it was
 * offered, and the person has answered the card elsewhere since.
 */
export type SessionStatus = 'open' | 'offered' | 'finished' | 'stopped' | 'replaced' | 'overtaken';

/** `undone`: answered, and the grade taken back. */
export type ItemOutcome = 'right' | 'wrong' | 'skipped' | 'undone';

/** One answer that counted. */
export interface Attempt {
  readonly id: number;
  /** From 0 within its item. */
  readonly tryNumber: number;
  /** As written, or the index of the picked option. */
  readonly answer: string;
  readonly isRight: boolean;
}

export interface SessionItem {
  /** From 0. */
  readonly position: number;
  readonly cardId: string;
  readonly topicId: string | undefined;
  /** Written by `writeQuestion`. */
  readonly question: string;
  /** Answers given so far. */
  readonly tries: number;
  readonly hintsUsed: number;
  /** undefined while it is open. */
  readonly outcome: ItemOutcome | undefined;
  /** In the order given. */
  readonly attempts: readonly Attempt[];
  /** How it was graded and when the card comes again; undefined while open and after an undo. */
  readonly review: { readonly rating: CardRating; readonly dueAtMs: number } | undefined;
}

export interface QuizSession {
  readonly id: string;
  readonly personId: string;
  readonly deck: Deck;
  readonly mode: SessionMode;
  readonly channelId: string;
  /** Whether plain messages in the channel may be answers. */
  readonly isDirectMessage: boolean;
  readonly status: SessionStatus;
  readonly startedAtMs: number;
  /** By position. */
  readonly items: readonly SessionItem[];
}

/** Whether its open items take answers. */
export function isUnderWay({ status }: Pick<QuizSession, 'status'>): boolean {
  return status === 'open' || status === 'offered';
}
