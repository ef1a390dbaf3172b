// What a card is: something to remember, derived from the knowledge, that can be put as a question again and again.

import type { AnswerMode, Question } from './question.ts';
import type { Random } from './random.ts';

/** Decks that hold cards of their own. */
export const CARD_DECKS = ['kubectl', 'concepts', 'cloud'] as const;
/** All decks a session can be asked for: `due` and `missed` gather cards from the others. */
export const DECKS = [...CARD_DECKS, 'due', 'missed'] as const;
export const SESSION_MODES = ['typed', 'choice', 'mixed'] as const;

export type CardDeck = (typeof CARD_DECKS)[number];
export type Deck = (typeof DECKS)[number];
export type SessionMode = (typeof SESSION_MODES)[number];

export interface Card {
  /** Stable as long as the knowledge keeps the id of the entry, e.g. `kubectl:scale-deployment`. */
  readonly id: string;
  readonly deck: CardDeck;
  /** Topic of the list that a right answer is evidence for. */
  readonly topicId: string | undefined;
  /** Cards of one family ask about one fact, so that one gives the other away: a session shows one of them. */
  readonly family: string;
  /** Never empty. */
  readonly modes: readonly AnswerMode[];
  /** Puts the question, with parameters and options drawn anew. `mode` is one of `modes`. */
  draw(mode: AnswerMode, random: Random): Question;
}
