// Spacing: the intervals are those of ts-fsrs itself, and a history always gives the same ones.

import fc from 'fast-check';
import { createEmptyCard, fsrs, type Grade } from 'ts-fsrs';
import { describe, expect, test } from 'vitest';
import {
  type CardMemory,
  type CardRating,
  FSRS_PARAMETERS,
  RATINGS,
  rateAnswer,
  recallChance,
  replayReviews,
  reviewCard,
} from '../../src/quiz/spacing.ts';

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2026, 0, 5, 18);
const ratings = fc.constantFrom<CardRating>(RATINGS.again, RATINGS.hard, RATINGS.good);
const histories = fc.array(fc.record({ rating: ratings, gapHours: fc.integer({ min: 0, max: 24 * 90 }) }), {
  minLength: 1,
  maxLength: 25,
});

function toEvents(history: readonly { rating: CardRating; gapHours: number }[]) {
  let atMs = START_MS;
  return history.map(({ rating, gapHours }) => {
    atMs += gapHours * 3_600_000;
    return { rating, atMs };
  });
}

describe('spacing', () => {
  test('the intervals of a fixed history are those of ts-fsrs alone', () => {
    const history: readonly [Grade, number][] = [
      [3, 0],
      [3, 3],
      [2, 14],
      [1, 30],
      [3, 31],
      [3, 36],
      [3, 60],
    ];
    const scheduler = fsrs(FSRS_PARAMETERS);
    let theirs = createEmptyCard(new Date(START_MS));
    let ours: CardMemory | undefined;
    const pairs = history.map(([grade, day]) => {
      const atMs = START_MS + day * DAY_MS;
      theirs = scheduler.next(theirs, new Date(atMs), grade).card;
      // The history uses only the three grades that a card can get.
      ours = reviewCard(ours, { atMs, rating: grade as CardRating });
      return [ours.intervalDays, theirs.scheduled_days];
    });
    expect(pairs.map(([mine]) => mine)).toEqual(pairs.map(([, alone]) => alone));
    // Again comes after a day, Hard after one more, Good after one more than that: ts-fsrs keeps the three apart.
    expect(pairs[0]).toEqual([3, 3]);
  });

  test('any history ends in the memory that ts-fsrs alone would hold', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const events = toEvents(history);
        const scheduler = fsrs(FSRS_PARAMETERS);
        let theirs = createEmptyCard(new Date(START_MS));
        for (const { atMs, rating } of events) theirs = scheduler.next(theirs, new Date(atMs), rating).card;
        const { after } = replayReviews(events);
        expect(after).toEqual({
          dueAtMs: theirs.due.getTime(),
          stability: theirs.stability,
          difficulty: theirs.difficulty,
          intervalDays: theirs.scheduled_days,
          reviews: theirs.reps,
          lapses: theirs.lapses,
          lastReviewAtMs: theirs.last_review?.getTime(),
        });
      }),
    );
  });

  test('a replay gives every memory that stood before a review', () => {
    const events = toEvents([
      { rating: RATINGS.good, gapHours: 0 },
      { rating: RATINGS.again, gapHours: 50 },
    ]);
    const [first, second] = events;
    if (first === undefined || second === undefined) throw new Error('two events were made above');
    const learnt = reviewCard(undefined, first);
    expect(replayReviews(events)).toEqual({ before: [undefined, learnt], after: reviewCard(learnt, second) });
  });

  test('a card comes again on a later day, never within the session', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { after } = replayReviews(toEvents(history));
        expect(after?.intervalDays).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  test('a clock that was set back does not break a review', () => {
    const learnt = reviewCard(undefined, { atMs: START_MS, rating: RATINGS.good });
    const next = reviewCard(learnt, { atMs: START_MS - 40 * DAY_MS, rating: RATINGS.good });
    expect(next.lastReviewAtMs).toBe(START_MS);
    expect(next.dueAtMs).toBeGreaterThan(START_MS);
  });

  test('the chance of recall is 90 % when the stability has passed, as FSRS defines stability', () => {
    const learnt = reviewCard(undefined, { atMs: START_MS, rating: RATINGS.good });
    expect(recallChance(learnt, START_MS)).toBe(1);
    expect(recallChance(learnt, START_MS + learnt.stability * DAY_MS)).toBeCloseTo(0.9, 6);
  });

  test('help or a second try makes a right answer Hard, a wrong one is Again', () => {
    expect(rateAnswer({ isRight: true, hintsUsed: 0, missesBefore: 0 })).toBe(RATINGS.good);
    expect(rateAnswer({ isRight: true, hintsUsed: 1, missesBefore: 0 })).toBe(RATINGS.hard);
    expect(rateAnswer({ isRight: true, hintsUsed: 0, missesBefore: 1 })).toBe(RATINGS.hard);
    expect(rateAnswer({ isRight: false, hintsUsed: 0, missesBefore: 0 })).toBe(RATINGS.again);
  });
});
