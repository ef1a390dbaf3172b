// What the quiz offers to commands, reminders and others, and what it needs; the rules are in the modules beside it.

import type { Deck } from './card.ts';
import type { Catalogue } from './catalogue.ts';
import type { QuizStore } from './quiz-store.ts';
import type { Random } from './random.ts';
import type { QuestionScreen, Screen } from './screen.ts';
import type { QuizSession } from './session.ts';
import type { SessionWish } from './session-plan.ts';

export interface QuizDeps {
  readonly store: QuizStore;
  readonly catalogue: () => Catalogue;
  readonly random: Random;
  /** The person's IANA zone, or the default one. */
  readonly timezoneOf: (personId: string, nowMs: number) => Promise<string>;
}

/** Who presses or writes, where and when. */
export interface Learner {
  readonly personId: string;
  readonly channelId: string;
  readonly isDirectMessage: boolean;
  readonly nowMs: number;
}

export interface OfferWish {
  readonly personId: string;
  readonly nowMs: number;
  /** What the person studies next: a new card is one of its own, if it has any. */
  readonly topicId: string | undefined;
}

export interface CardOffer {
  /** Of a session with this one item. */
  readonly screen: QuestionScreen;
  /** Whether the person has met the card before. */
  readonly isNew: boolean;
}

export interface ItemAddress {
  readonly sessionId: string;
  readonly position: number;
}

export interface StartedSession {
  readonly kind: 'started';
  readonly screen: QuestionScreen;
  /** The session that it took the place of. */
  readonly replaced: QuizSession | undefined;
  /** undefined when it has as many cards as were asked for. */
  readonly shortfall: Shortfall | undefined;
}

/** Why a session has fewer cards than were asked for. */
export interface Shortfall {
  readonly wanted: number;
  /**
   * `new-cards`: the day's new cards are used up. `backlog`: none is new while so many reviews wait. `reviews`: the day's
   * reviews are used up. `no-more`: the deck has no others to show now.
   */
  readonly reason: 'new-cards' | 'backlog' | 'reviews' | 'no-more';
}

export interface EmptyDeck {
  readonly kind: 'empty';
  readonly deck: Deck;
  readonly reason: 'no-cards' | 'no-more-new' | 'nothing-due' | 'day-done' | 'nothing-missed';
}

/** A session that is no longer known: the person's data was deleted, or it belongs to somebody else. */
export interface UnknownSession {
  readonly kind: 'unknown-session';
}

export type StartOutcome = StartedSession | EmptyDeck;
export type StepOutcome = Screen | UnknownSession;

/** A typed item that waits for a plain message. */
export interface WaitingItem extends ItemAddress {
  readonly tries: number;
}

export interface Quiz {
  start(learner: Learner, wish: SessionWish): Promise<StartOutcome>;
  /** A card to answer where a reminder stands; undefined when there is none for now. The same all user-day long. */
  offer(wish: OfferWish): Promise<CardOffer | undefined>;
  /** What the item shows now, without changing anything. */
  look(learner: Learner, address: ItemAddress): Promise<StepOutcome>;
  /** @param tries how many answers had been given when the form was opened: an answer to an earlier state does not count. */
  submit(learner: Learner, address: ItemAddress, tries: number, answer: string): Promise<StepOutcome>;
  choose(learner: Learner, address: ItemAddress, option: number): Promise<StepOutcome>;
  /** @param step how many hints were shown on the message that was pressed. */
  hint(learner: Learner, address: ItemAddress, step: number): Promise<StepOutcome>;
  skip(learner: Learner, address: ItemAddress): Promise<StepOutcome>;
  stop(learner: Learner, sessionId: string): Promise<StepOutcome>;
  /** The next open item, or the summary. */
  next(learner: Learner, sessionId: string): Promise<StepOutcome>;
  /** Takes the newest grade back. */
  undo(learner: Learner, address: ItemAddress): Promise<StepOutcome>;
  /** "My answer should count." */
  appeal(learner: Learner, address: ItemAddress): Promise<StepOutcome>;
  /** The item that a plain message in the person's DM would answer; undefined when none waits for writing. */
  findWaiting(learner: Learner): Promise<WaitingItem | undefined>;
}
