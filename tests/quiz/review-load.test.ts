// The forecast of due cards: by user-day, overdue ones today, and what is over a day's measure on the days after.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KnownCard } from '../../src/quiz/quiz-store.ts';
import { FORECAST_DAYS, forecastLoad } from '../../src/quiz/review-load.ts';
import { REVIEWS_PER_DAY } from '../../src/quiz/session-plan.ts';

const NOON = Date.parse('2026-05-04T12:00Z');
const DAY_MS = 86_400_000;
const moment = { nowMs: NOON, timezone: 'UTC' };

function dueAt(dueAtMs: number): KnownCard {
  const memory = { dueAtMs, stability: 1, difficulty: 5, intervalDays: 1, reviews: 1, lapses: 0, lastReviewAtMs: 0 };
  return { cardId: String(dueAtMs), memory, lastRating: 3 };
}

const dues = (known: readonly KnownCard[], reviewsToday = 0): readonly number[] =>
  forecastLoad(known, moment, reviewsToday).map((day) => day.due);

describe('the forecast', () => {
  test('counts by the user-day, which turns at 03:00', () => {
    const days = forecastLoad(
      [dueAt(Date.parse('2026-05-05T02:59Z')), dueAt(Date.parse('2026-05-05T03:00Z'))],
      moment,
      0,
    );
    expect(days.slice(0, 2)).toEqual([
      { userDay: '2026-05-04', due: 1 },
      { userDay: '2026-05-05', due: 1 },
    ]);
    expect(days).toHaveLength(FORECAST_DAYS);
  });

  test('follows the zone of the person', () => {
    // 15:30 UTC on the 4th is 03:30 on the 5th in Auckland, where the user-day has just turned.
    const auckland = { nowMs: Date.parse('2026-05-04T15:30Z'), timezone: 'Pacific/Auckland' };
    expect(forecastLoad([], auckland, 0)[0]?.userDay).toBe('2026-05-05');
  });

  test('spreads a backlog over the days to come', () => {
    const backlog = Array.from({ length: 2 * REVIEWS_PER_DAY + 5 }, () => dueAt(NOON - DAY_MS));
    expect(dues(backlog).slice(0, 4)).toEqual([REVIEWS_PER_DAY, REVIEWS_PER_DAY, 5, 0]);
    expect(dues(backlog, REVIEWS_PER_DAY - 10).slice(0, 4)).toEqual([10, REVIEWS_PER_DAY, REVIEWS_PER_DAY - 5, 0]);
  });

  test('loses no card and doubles none, and no day has more than its measure', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -30, max: 13 }), { maxLength: 400 }), (offsets) => {
        const counted = dues(offsets.map((days) => dueAt(NOON + days * DAY_MS)));
        expect(Math.max(...counted)).toBeLessThanOrEqual(REVIEWS_PER_DAY);
        const total = counted.reduce((sum, due) => sum + due, 0);
        expect(total).toBeLessThanOrEqual(offsets.length);
        // Fewer than a fortnight's measure can only be missing when too many fall on the last days.
        if (Math.max(...counted) < REVIEWS_PER_DAY) expect(total).toBe(offsets.length);
      }),
    );
  });
});
