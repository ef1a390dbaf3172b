// Which cards a session shows: due ones first, new ones capped, families apart, typing and picking in turn.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card, CardDeck } from '../../src/quiz/card.ts';
import type { AnswerMode } from '../../src/quiz/question.ts';
import type { KnownCard } from '../../src/quiz/quiz-store.ts';
import {
  dueCards,
  type LearnerState,
  NEW_CARDS_PER_DAY,
  planSession,
  REVIEWS_PER_DAY,
} from '../../src/quiz/session-plan.ts';
import { type CardRating, RATINGS } from '../../src/quiz/spacing.ts';
import { seededRandom } from './seeded-random.ts';

const NOW = Date.parse('2026-05-04T12:00Z');
const DAY_MS = 86_400_000;
const DAY_END = Date.parse('2026-05-05T03:00Z');

function card(
  id: string,
  options: { deck?: CardDeck; family?: string; topicId?: string; modes?: readonly AnswerMode[] } = {},
): Card {
  return {
    id,
    deck: options.deck ?? 'kubectl',
    topicId: options.topicId,
    family: options.family ?? id,
    modes: options.modes ?? ['typed', 'choice'],
    draw: () => {
      throw new Error('a plan draws nothing');
    },
  };
}

function cards(count: number, prefix = 'card'): readonly Card[] {
  return Array.from({ length: count }, (_, index) => card(`${prefix}-${index}`));
}

function known(cardId: string, dueAtMs: number, lastRating: CardRating = RATINGS.good): KnownCard {
  const memory = {
    stability: 5,
    difficulty: 5,
    intervalDays: 5,
    reviews: 1,
    lapses: 0,
    lastReviewAtMs: dueAtMs - 5 * DAY_MS,
  };
  return { cardId, memory: { ...memory, dueAtMs }, lastRating };
}

function learner(state: Partial<LearnerState> = {}): LearnerState {
  return {
    known: [],
    startedTopicIds: new Set(),
    newCardsToday: 0,
    reviewsToday: 0,
    nowMs: NOW,
    userDayEndMs: DAY_END,
    ...state,
  };
}

const ids = (planned: readonly { card: Card }[]): readonly string[] => planned.map((item) => item.card.id);

describe('the order of a session', () => {
  test('is due cards first, the most forgotten before the others, then new ones', () => {
    const all = [...cards(3), card('late'), card('later')];
    const state = learner({ known: [known('late', NOW - DAY_MS), known('later', NOW - 9 * DAY_MS)] });
    const planned = planSession(all, { deck: 'kubectl', mode: 'typed', count: 4 }, state, seededRandom(1));
    expect(ids(planned).slice(0, 2)).toEqual(['later', 'late']);
    expect(planned).toHaveLength(4);
  });

  test('takes a card due later today, and none due after the user-day', () => {
    const tonight = known('tonight', DAY_END - 1);
    const tomorrow = known('tomorrow', DAY_END);
    expect(dueCards([tomorrow, tonight], NOW, DAY_END)).toEqual([tonight]);
  });

  test('stops at the day’s new cards, and then goes on with those that come next', () => {
    const all = [...cards(30), card('known')];
    const wish = { deck: 'kubectl', mode: 'typed', count: 20 } as const;
    const state = learner({ known: [known('known', NOW + 9 * DAY_MS)], newCardsToday: NEW_CARDS_PER_DAY - 2 });
    const planned = ids(planSession(all, wish, state, seededRandom(1)));
    expect(planned).toHaveLength(3);
    expect(planned[2]).toBe('known');
  });

  test('brings nothing new while more than a day’s reviews wait', () => {
    const old = Array.from({ length: REVIEWS_PER_DAY + 1 }, (_, index) => known(`old-${index}`, NOW - DAY_MS));
    const all = [...old.map(({ cardId }) => card(cardId, { deck: 'cloud' })), ...cards(10)];
    const wish = { deck: 'kubectl', mode: 'typed', count: 5 } as const;
    expect(planSession(all, wish, learner({ known: old }), seededRandom(1))).toEqual([]);
    expect(planSession(all, wish, learner({ known: old.slice(1) }), seededRandom(1))).toHaveLength(5);
  });
});

describe('a session of a topic', () => {
  const wish = { deck: 'concepts', mode: 'typed', count: 4 } as const;
  const all = ['aws-1', 'aws-2', 'spark-1', 'spark-2', 'spark-3'].map((id) =>
    card(id, { deck: 'concepts', topicId: id.replace(/-.*/, '') }),
  );

  test('begins with the topic’s cards, due and new before those known well, ahead of other due ones', () => {
    const state = learner({
      known: [known('aws-1', NOW - 9 * DAY_MS), known('spark-3', NOW + 9 * DAY_MS), known('spark-2', NOW - DAY_MS)],
    });
    const planned = ids(planSession(all, { ...wish, topicId: 'spark' }, state, seededRandom(1)));
    expect(planned).toEqual(['spark-2', 'spark-1', 'spark-3', 'aws-1']);
  });

  test('falls back to the deck where the topic has no cards', () => {
    expect(planSession(all, { ...wish, topicId: 'dvc' }, learner(), seededRandom(1))).toHaveLength(4);
  });

  test('is not needed for what the person has started: its new cards come before others', () => {
    const state = learner({ startedTopicIds: new Set(['spark']) });
    expect(
      ids(planSession(all, wish, state, seededRandom(1)))
        .slice(0, 3)
        .sort(),
    ).toEqual([...['spark-1', 'spark-2', 'spark-3']]);
  });
});

describe('the decks that gather', () => {
  test('due ends at the day’s measure, whatever deck the cards are of', () => {
    const old = Array.from({ length: 90 }, (_, index) => known(`old-${index}`, NOW - DAY_MS));
    const all = old.map(({ cardId }, index) => card(cardId, { deck: index % 2 === 0 ? 'cloud' : 'concepts' }));
    const wish = { deck: 'due', mode: 'typed', count: 20 } as const;
    expect(planSession(all, wish, learner({ known: old }), seededRandom(1))).toHaveLength(20);
    const nearlyDone = learner({ known: old, reviewsToday: REVIEWS_PER_DAY - 3 });
    expect(planSession(all, wish, nearlyDone, seededRandom(1))).toHaveLength(3);
  });

  test('missed holds what was last answered wrong, in the order the store gives', () => {
    const state = learner({
      known: [known('b', NOW + DAY_MS, RATINGS.again), known('a', NOW, RATINGS.good), known('c', NOW, RATINGS.again)],
    });
    const all = ['a', 'b', 'c'].map((id) => card(id));
    expect(ids(planSession(all, { deck: 'missed', mode: 'typed', count: 5 }, state, seededRandom(1)))).toEqual([
      'b',
      'c',
    ]);
  });
});

describe('the mix of a session', () => {
  test('takes turns between picking and typing', () => {
    const planned = planSession(cards(9), { deck: 'kubectl', mode: 'mixed', count: 5 }, learner(), seededRandom(3));
    expect(planned.map((item) => item.mode)).toEqual(['choice', 'typed', 'choice', 'typed', 'choice']);
  });

  test('leaves out what cannot be typed where all is to be typed', () => {
    const all = [...cards(2), card('pick', { modes: ['choice'] })];
    const planned = planSession(all, { deck: 'kubectl', mode: 'typed', count: 5 }, learner(), seededRandom(1));
    expect(ids(planned)).not.toContain('pick');
  });

  test('shows one card of a family, and its twin only to fill what would stay empty', () => {
    const all = [card('a', { family: 'x' }), card('b', { family: 'x' }), card('c', { family: 'y' })];
    const two = planSession(all, { deck: 'kubectl', mode: 'typed', count: 2 }, learner(), seededRandom(1));
    expect(new Set(two.map((item) => item.card.family)).size).toBe(2);
    expect(planSession(all, { deck: 'kubectl', mode: 'typed', count: 3 }, learner(), seededRandom(1))).toHaveLength(3);
  });

  test('never plans a card twice, a mode it does not have, or more than was asked for', () => {
    const wishes = fc.record({
      deck: fc.constantFrom('kubectl', 'due', 'missed'),
      mode: fc.constantFrom('typed', 'choice', 'mixed'),
      count: fc.integer({ min: 1, max: 20 }),
    });
    const modes = fc.constantFrom<readonly AnswerMode[]>(['typed'], ['choice'], ['typed', 'choice']);
    const decks = fc.array(
      fc.record({ modes, family: fc.integer({ max: 9, min: 0 }), due: fc.option(fc.integer({ min: -9, max: 9 })) }),
      {
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(wishes, decks, fc.integer(), (wish, deck, seed) => {
        const all = deck.map(({ modes: able, family }, index) =>
          card(`c${index}`, { modes: able, family: `f${family}` }),
        );
        const seen = deck.flatMap(({ due }, index) => (due === null ? [] : [known(`c${index}`, NOW + due * DAY_MS)]));
        const planned = planSession(all, wish, learner({ known: seen }), seededRandom(seed));
        expect(planned.length).toBeLessThanOrEqual(wish.count);
        expect(new Set(ids(planned)).size).toBe(planned.length);
        for (const item of planned) expect(item.card.modes).toContain(item.mode);
        if (wish.mode !== 'mixed') for (const item of planned) expect(item.mode).toBe(wish.mode);
      }),
    );
  });
});
