// Begins a session: chooses its cards from what the person knows, draws every question, and stores them.

import type { Card } from './card.ts';
import { readLearner } from './learner-state.ts';
import { writeQuestion } from './question.ts';
import type { EmptyDeck, Learner, QuizDeps, Shortfall, StartOutcome } from './quiz.ts';
import { drawId } from './random.ts';
import { itemScreen } from './screen.ts';
import {
  dueCards,
  type LearnerState,
  NEW_CARDS_PER_DAY,
  type PlannedItem,
  planSession,
  REVIEWS_PER_DAY,
  type SessionWish,
} from './session-plan.ts';

const SESSION_ID_LENGTH = 10;

/** The person's open session, if there is one, is closed by it. */
export async function startSession(deps: QuizDeps, learner: Learner, wish: SessionWish): Promise<StartOutcome> {
  const { store, random } = deps;
  const catalogue = deps.catalogue();
  const state = await readLearner(deps, learner, catalogue);
  const planned = planSession(catalogue.cards, wish, state, random);
  if (planned.length === 0)
    return { kind: 'empty', deck: wish.deck, reason: emptyReason(catalogue.cards, wish, state) };

  const id = drawId(SESSION_ID_LENGTH, random);
  const replaced = await store.openSession({
    id,
    personId: learner.personId,
    deck: wish.deck,
    mode: wish.mode,
    channelId: learner.channelId,
    isDirectMessage: learner.isDirectMessage,
    startedAtMs: learner.nowMs,
    items: planned.map(({ card, mode }) => ({
      cardId: card.id,
      topicId: card.topicId,
      question: writeQuestion(card.draw(mode, random)),
    })),
  });
  const session = await store.readSession(id);
  const screen = session === undefined ? undefined : itemScreen(session, 0, []);
  if (screen?.kind !== 'question') throw new Error(`session ${id} was stored and has no open question`);
  return { kind: 'started', screen, replaced, shortfall: shortfallOf(planned, wish, state) };
}

function shortfallOf(planned: readonly PlannedItem[], wish: SessionWish, state: LearnerState): Shortfall | undefined {
  const { deck, count: wanted } = wish;
  if (planned.length >= wanted) return undefined;
  const dueCount = dueCards(state.known, state.nowMs, state.userDayEndMs).length;
  if (deck === 'due' || deck === 'missed') {
    const isCut = deck === 'due' && dueCount > planned.length && planned.length + state.reviewsToday >= REVIEWS_PER_DAY;
    // Such a deck is as long as it is: nobody expects more of it.
    return isCut ? { wanted, reason: 'reviews' } : undefined;
  }
  if (dueCount > REVIEWS_PER_DAY) return { wanted, reason: 'backlog' };
  const knownIds = new Set(state.known.map(({ cardId }) => cardId));
  const newCount = planned.filter(({ card }) => !knownIds.has(card.id)).length;
  return { wanted, reason: state.newCardsToday + newCount >= NEW_CARDS_PER_DAY ? 'new-cards' : 'no-more' };
}

function emptyReason(cards: readonly Card[], { deck, mode }: SessionWish, state: LearnerState): EmptyDeck['reason'] {
  if (deck === 'missed') return 'nothing-missed';
  if (deck !== 'due') {
    // Cards that there are would have been asked, but for the day's measure.
    const isAskable = (card: Card) => card.deck === deck && (mode === 'mixed' || card.modes.includes(mode));
    return cards.some(isAskable) ? 'no-more-new' : 'no-cards';
  }
  const hasDue = dueCards(state.known, state.nowMs, state.userDayEndMs).length > 0;
  return hasDue && state.reviewsToday >= REVIEWS_PER_DAY ? 'day-done' : 'nothing-due';
}
