// Which cards a session shows, in which mode and order: due ones first, new ones capped, none that gives another away.

import type { Card, Deck, SessionMode } from './card.ts';
import type { AnswerMode } from './question.ts';
import type { KnownCard } from './quiz-store.ts';
import { type Random, shuffleNearby } from './random.ts';
import { RATINGS, recallChance } from './spacing.ts';

/** New cards on one user-day; more would come back as a pile within the week. */
export const NEW_CARDS_PER_DAY = 20;
/** Reviews of due cards on one user-day; what is over waits for the following days. */
export const REVIEWS_PER_DAY = 60;
/** Among how many cards in order a new one is drawn: enough that two people rarely get the same session. */
const NEW_CARDS_SPAN = 40;

export interface SessionWish {
  readonly deck: Deck;
  readonly mode: SessionMode;
  /** 1 to 20. */
  readonly count: number;
  /** Cards of this topic come first, whatever else is due; the deck fills what they leave empty. */
  readonly topicId?: string | undefined;
}

export interface LearnerState {
  readonly known: readonly KnownCard[];
  /** Topics that the person has started and not ended: their new cards come before others. */
  readonly startedTopicIds: ReadonlySet<string>;
  /** On this user-day so far. */
  readonly newCardsToday: number;
  readonly reviewsToday: number;
  readonly nowMs: number;
  readonly userDayEndMs: number;
}

export interface PlannedItem {
  readonly card: Card;
  readonly mode: AnswerMode;
}

/** Empty when the deck has nothing to show now. */
export function planSession(
  cards: readonly Card[],
  wish: SessionWish,
  learner: LearnerState,
  random: Random,
): readonly PlannedItem[] {
  const usable = cards.filter((card) => wish.mode === 'mixed' || card.modes.includes(wish.mode));
  const ordered = orderCards(usable, wish, learner, random);
  return assignModes(pickFamilies(ordered, wish), wish.mode);
}

/** Cards that are due before the user-day ends, the most forgotten first. */
export function dueCards(known: readonly KnownCard[], nowMs: number, userDayEndMs: number): readonly KnownCard[] {
  const due = known.filter((card) => card.memory.dueAtMs < userDayEndMs);
  return [...due].sort((one, other) => recallChance(one.memory, nowMs) - recallChance(other.memory, nowMs));
}

function orderCards(
  cards: readonly Card[],
  { deck, topicId }: SessionWish,
  learner: LearnerState,
  random: Random,
): readonly Card[] {
  const { known, nowMs, userDayEndMs } = learner;
  const byId = new Map(cards.map((card) => [card.id, card]));
  const toCards = (list: readonly KnownCard[]): Card[] => list.flatMap(({ cardId }) => byId.get(cardId) ?? []);
  // Newest first, as the store gives them.
  if (deck === 'missed') return toCards(known.filter((card) => card.lastRating === RATINGS.again));

  const due = toCards(dueCards(known, nowMs, userDayEndMs));
  const dueToday = due.slice(0, Math.max(0, REVIEWS_PER_DAY - learner.reviewsToday));
  if (deck === 'due') return dueToday;

  const ofDeck = (list: readonly Card[]): readonly Card[] => list.filter((card) => card.deck === deck);
  const knownIds = new Set(known.map((card) => card.cardId));
  const unwritten = new Set(
    cards.filter((card) => card.modes.includes('typed') && !knownIds.has(card.id)).map((card) => card.family),
  );
  const isFresh = (card: Card): boolean => !knownIds.has(card.id) && isReady(card, unwritten);
  const fresh = orderFresh(ofDeck(cards).filter(isFresh), topicId, learner, random);
  // With a day's worth of reviews waiting, new cards would only make the pile grow.
  const mayBeNew = due.length > REVIEWS_PER_DAY ? 0 : Math.max(0, NEW_CARDS_PER_DAY - learner.newCardsToday);
  const notDue = known.filter((card) => card.memory.dueAtMs >= userDayEndMs);
  const ahead = toCards([...notDue].sort((one, other) => one.memory.dueAtMs - other.memory.dueAtMs));
  const ordered = [...ofDeck(due), ...fresh.slice(0, mayBeNew), ...ofDeck(ahead)];
  const { ofTopic = [], others = [] } = Object.groupBy(ordered, (card) =>
    topicId !== undefined && card.topicId === topicId ? 'ofTopic' : 'others',
  );
  return [...ofTopic, ...others];
}

/** Those of the topic asked for, then of topics under way, then the rest; each mixed by itself, in an order good to learn in. */
function orderFresh(
  fresh: readonly Card[],
  asked: string | undefined,
  { startedTopicIds }: LearnerState,
  random: Random,
): readonly Card[] {
  const {
    first = [],
    second = [],
    third = [],
  } = Object.groupBy(fresh, ({ topicId }) => {
    if (topicId === undefined) return 'third';
    return topicId === asked ? 'first' : startedTopicIds.has(topicId) ? 'second' : 'third';
  });
  return [first, second, third].flatMap((part) => shuffleNearby(part, NEW_CARDS_SPAN, random));
}

/**
 * Not only to be picked while its family has a card to write that is new as well: that one comes first.
 * @param unwritten families with such a card.
 */
function isReady(card: Card, unwritten: ReadonlySet<string>): boolean {
  return card.modes.includes('typed') || !unwritten.has(card.family);
}

/** The first cards of different families, in `mixed` at most every other one only to be picked; others fill what stays empty. */
function pickFamilies(cards: readonly Card[], { count, mode }: SessionWish): readonly Card[] {
  const families = new Set<string>();
  const first: Card[] = [];
  const later: Card[] = [];
  let pickOnlyLeft = mode === 'mixed' ? Math.ceil(count / 2) : count;
  for (const card of cards) {
    const isPickOnly = !card.modes.includes('typed');
    const fits = !families.has(card.family) && (!isPickOnly || pickOnlyLeft > 0);
    (fits ? first : later).push(card);
    if (fits && isPickOnly) pickOnlyLeft -= 1;
    if (fits) families.add(card.family);
  }
  return [...first, ...later].slice(0, count);
}

/** In `mixed`, picking and typing take turns as far as the cards allow, picking first: it is the gentler start. */
function assignModes(cards: readonly Card[], mode: SessionMode): readonly PlannedItem[] {
  if (mode !== 'mixed') return cards.map((card) => ({ card, mode }));
  const left = [...cards];
  const items: PlannedItem[] = [];
  while (left.length > 0) {
    const wanted: AnswerMode = items.length % 2 === 0 ? 'choice' : 'typed';
    // A card that can only be picked is saved for the turns in which something is picked.
    const able = left.findIndex(
      (card) => card.modes.includes(wanted) && (wanted === 'typed' || card.modes.length === 1),
    );
    const index = Math.max(0, able >= 0 ? able : left.findIndex((card) => card.modes.includes(wanted)));
    for (const card of left.splice(index, 1)) {
      items.push({ card, mode: card.modes.includes(wanted) ? wanted : (card.modes[0] ?? wanted) });
    }
  }
  return items;
}
