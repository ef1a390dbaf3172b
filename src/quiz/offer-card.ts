// The card that a reminder carries: one question with options, drawn once a user-day, beside whatever session is open.

import { daysBetween } from '../study/user-day.ts';
import type { Card } from './card.ts';
import type { Catalogue } from './catalogue.ts';
import { readLearner } from './learner-state.ts';
import { writeQuestion } from './question.ts';
import type { CardOffer, OfferWish, QuizDeps } from './quiz.ts';
import { pickOne, type Random } from './random.ts';
import { itemScreen } from './screen.ts';
import type { QuizSession } from './session.ts';
import { type LearnerState, planSession } from './session-plan.ts';

/** How long an offer that nobody answers is kept: its button says after that that it is no longer stored. */
const KEEP_DAYS = 60;
const DAY_MS = 86_400_000;
const FIRST_DAY = '1970-01-01';

/**
 * The due card that is most forgotten; without one a new card, if the day's measure leaves room. Nothing is counted before
 * it is answered. Asked again on the same user-day it gives the same question, and undefined once that was answered.
 */
export async function offerCard(deps: QuizDeps, wish: OfferWish): Promise<CardOffer | undefined> {
  const { store } = deps;
  const learner = await readLearner(deps, wish, deps.catalogue());
  const id = offerId(wish.personId, learner.userDay);
  const session = (await store.readSession(id)) ?? (await drawOffer(deps, wish, learner, id));
  const screen = session === undefined ? undefined : itemScreen(session, 0, []);
  if (screen?.kind !== 'question') return undefined;
  return { screen, isNew: !learner.known.some(({ cardId }) => cardId === screen.item.cardId) };
}

/**
 * One a person and user-day, so that composing a reminder again after a crash finds the offer that stands. Longer than the
 * drawn ids of other sessions, at most 16 digits and letters: a Discord id has 64 bits, which are 13 of them.
 */
export function offerId(personId: string, userDay: string): string {
  return `${BigInt(personId).toString(36)}${daysBetween(FIRST_DAY, userDay).toString(36).padStart(3, '0')}`;
}

async function drawOffer(
  deps: QuizDeps,
  { personId, nowMs, topicId }: OfferWish,
  learner: LearnerState,
  id: string,
): Promise<QuizSession | undefined> {
  const { random } = deps;
  const catalogue = deps.catalogue();
  const card = chooseDue(catalogue, learner, random) ?? chooseNew(catalogue, topicId, learner, random);
  if (card === undefined) return undefined;
  const question = writeQuestion(card.draw('choice', random));
  return deps.store.offerSession(
    {
      id,
      personId,
      deck: card.deck,
      mode: 'choice',
      // Only a plain message asks for the channel, and that never answers an offer.
      channelId: '',
      isDirectMessage: true,
      startedAtMs: nowMs,
      items: [{ cardId: card.id, topicId: card.topicId, question }],
    },
    nowMs - KEEP_DAYS * DAY_MS,
  );
}

function chooseDue({ byId }: Catalogue, learner: LearnerState, random: Random): Card | undefined {
  const met = learner.known.flatMap(({ cardId }) => byId.get(cardId) ?? []);
  return planSession(met, { deck: 'due', mode: 'choice', count: 1 }, learner, random)[0]?.card;
}

/** One of the topic's own, else one about kubectl. */
function chooseNew(
  { cards }: Catalogue,
  topicId: string | undefined,
  learner: LearnerState,
  random: Random,
): Card | undefined {
  const known = new Set(learner.known.map(({ cardId }) => cardId));
  const isFresh = (card: Card): boolean => !known.has(card.id) && card.modes.includes('choice');
  const ofTopic = topicId === undefined ? [] : cards.filter((card) => card.topicId === topicId && isFresh(card));
  const deck = pickOne([...new Set(ofTopic.map((card) => card.deck))], random) ?? 'kubectl';
  const fresh = ofTopic.length === 0 ? cards.filter(isFresh) : ofTopic;
  const ofDeck = fresh.filter((card) => card.deck === deck);
  return planSession(ofDeck, { deck, mode: 'choice', count: 1 }, learner, random)[0]?.card;
}
