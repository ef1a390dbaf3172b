// What the quiz needs kept: an interface of its own, so that the rules are tested without SQL and the store knows no rules.

import type { StudyMoment } from '../study/user-day.ts';
import type { Deck, SessionMode } from './card.ts';
import type { ItemOutcome, QuizSession } from './session.ts';
import type { CardMemory, CardRating } from './spacing.ts';

export interface KnownCard {
  readonly cardId: string;
  readonly memory: CardMemory;
  readonly lastRating: CardRating;
}

export interface NewSession {
  readonly id: string;
  readonly personId: string;
  readonly deck: Deck;
  readonly mode: SessionMode;
  readonly channelId: string;
  readonly isDirectMessage: boolean;
  readonly startedAtMs: number;
  /** In order; `question` as written by `writeQuestion`. */
  readonly items: readonly {
    readonly cardId: string;
    readonly topicId: string | undefined;
    readonly question: string;
  }[];
}

/** Names an open item as the caller last read it; a change is refused when somebody was faster. */
export interface ItemAsRead {
  readonly sessionId: string;
  readonly position: number;
  readonly tries: number;
  readonly hintsUsed: number;
}

export interface Settlement {
  readonly outcome: Exclude<ItemOutcome, 'undone'>;
  readonly rating: CardRating;
  /** undefined when the item was skipped. */
  readonly answer: string | undefined;
  readonly moment: StudyMoment;
  /** Gives the memory after this review; called once, within the transaction. */
  readonly schedule: (before: CardMemory | undefined) => CardMemory;
}

/** `counted`: stored. `superseded`: the item was no longer as read, and nothing was stored. */
export type WriteOutcome = 'counted' | 'superseded';

export interface DayActivity {
  /** Cards first seen on the user-day. */
  readonly newCards: number;
  readonly reviews: number;
}

export interface TopicEvidence {
  readonly topicId: string;
  readonly right: number;
  readonly total: number;
}

export interface QuizStore {
  /** Every card that the person has reviewed. */
  knownCards(personId: string): Promise<readonly KnownCard[]>;
  /** @param userDay `YYYY-MM-DD`. */
  activityOn(personId: string, userDay: string): Promise<DayActivity>;
  /** Topics that the person has started and not ended. */
  startedTopicIds(personId: string): Promise<readonly string[]>;
  /** Cards answered at least once, by topic; `right` counts those whose newest answer was right. */
  evidence(personId: string): Promise<readonly TopicEvidence[]>;
  /** Stores the session as the person's only open one; the one that was open becomes `replaced` and is returned. */
  openSession(session: NewSession): Promise<QuizSession | undefined>;
  /**
   * Stores the session beside whatever is open, unless there is one of its id. Offers of the person from before
   * `keepSinceMs` that nobody answered are forgotten. @returns the session that stands.
   */
  offerSession(session: NewSession, keepSinceMs: number): Promise<QuizSession>;
  readSession(sessionId: string): Promise<QuizSession | undefined>;
  /** The person's open session in a channel. */
  findOpenSession(personId: string, channelId: string): Promise<QuizSession | undefined>;
  /** Counts a wrong answer after which the item stays open. */
  recordMiss(item: ItemAsRead, answer: string, atMs: number): Promise<WriteOutcome>;
  recordHint(item: ItemAsRead): Promise<WriteOutcome>;
  /**
   * Settles an item in one transaction: the attempt, the review, the card's memory, the study day unless it was only
   * skipped, the session's end when it was the last one, and the end of other offers of the same card.
   */
  settleItem(item: ItemAsRead, settlement: Settlement): Promise<WriteOutcome>;
  stopSession(sessionId: string, atMs: number): Promise<WriteOutcome>;
  /** Takes back the review of an item, if it is the newest of its person: the card's memory is again what it was, and the day no
   * day of study if there was nothing else. */
  undoReview(sessionId: string, position: number): Promise<WriteOutcome>;
  /** Stores "my answer should count" for a wrong attempt; `superseded` when it was stored before. */
  recordAppeal(attemptId: number, atMs: number): Promise<WriteOutcome>;
  /** Command lines, with `{parameter}` marks, or names that the owner has accepted for a card. */
  acceptedForms(cardId: string): Promise<readonly string[]>;
}
