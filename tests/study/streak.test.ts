// Streaks: worked examples, and laws over wild flights, study times and daylight saving.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streakOf } from '../../src/study/streak.ts';
import type { StudyDay } from '../../src/study/study-record.ts';
import { addDays, studyMomentOf } from '../../src/study/user-day.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Pacific/Auckland',
  'Pacific/Honolulu',
  'Pacific/Apia',
  'Australia/Lord_Howe',
];

/** Days of study at noon UTC, by date. */
function studiedOn(...days: readonly string[]): readonly StudyDay[] {
  return days.map((day) => {
    const atMs = Date.parse(`${day}T12:00Z`);
    return { userDay: day, timezone: 'UTC', firstAtMs: atMs, atMs, activities: 1 };
  });
}

function at(day: string): ReturnType<typeof studyMomentOf> {
  return studyMomentOf(Date.parse(`${day}T18:00Z`), 'UTC');
}

/** Keeps days as the store does: one row a user-day, with its first and last instant and the zone of the last. */
function recordDays(studied: readonly { readonly atMs: number; readonly timezone: string }[]): readonly StudyDay[] {
  const days = new Map<string, StudyDay>();
  for (const { atMs, timezone } of studied) {
    const { userDay } = studyMomentOf(atMs, timezone);
    const known = days.get(userDay);
    days.set(userDay, { userDay, timezone, firstAtMs: known?.firstAtMs ?? atMs, atMs, activities: 1 });
  }
  return [...days.values()].sort((left, right) => (left.userDay < right.userDay ? -1 : 1));
}

describe('streakOf', () => {
  it('is none before the first day', () => {
    expect(streakOf([], at('2026-05-01'))).toMatchObject({ days: 0, longestDays: 0, hasStudiedToday: false });
  });

  it('counts consecutive user-days, and a today without study breaks nothing', () => {
    const days = studiedOn('2026-05-01', '2026-05-02', '2026-05-03');
    expect(streakOf(days, at('2026-05-03'))).toMatchObject({ days: 3, hasStudiedToday: true, needsRepairToday: false });
    expect(streakOf(days, at('2026-05-04'))).toMatchObject({
      days: 3,
      hasStudiedToday: false,
      needsRepairToday: false,
    });
  });

  it('offers to repair one missed day, and ends after two', () => {
    const days = studiedOn('2026-05-01', '2026-05-02');
    expect(streakOf(days, at('2026-05-04'))).toMatchObject({
      days: 2,
      needsRepairToday: true,
      repairedDays: ['2026-05-03'],
    });
    expect(streakOf(days, at('2026-05-05'))).toMatchObject({ days: 0, longestDays: 2, needsRepairToday: false });
  });

  it('repairs one missed day a month', () => {
    const days = studiedOn('2026-04-29', '2026-05-01', '2026-05-02', '2026-05-04');
    // 30 April and 3 May were missed, each the only one of its month.
    expect(streakOf(days, at('2026-05-04'))).toMatchObject({ days: 4, repairedDays: ['2026-04-30', '2026-05-03'] });
  });

  it('begins after the first missed day when a second one falls in the same month', () => {
    const days = studiedOn('2026-05-01', '2026-05-03', '2026-05-04', '2026-05-06');
    // 2 and 5 May were missed: the repair goes to the later one.
    expect(streakOf(days, at('2026-05-06'))).toMatchObject({ days: 3, longestDays: 3, repairedDays: ['2026-05-05'] });
  });

  it('does not count the date that a flight over the date line skips', () => {
    // 20:00 on 9 June in Honolulu; 24 hours later it is 18:00 on 11 June in Auckland.
    const first = Date.parse('2026-06-10T06:00Z');
    const days = recordDays([
      { atMs: first, timezone: 'Pacific/Honolulu' },
      { atMs: first + DAY_MS, timezone: 'Pacific/Auckland' },
    ]);
    expect(days.map((day) => day.userDay)).toEqual(['2026-06-09', '2026-06-11']);
    const streak = streakOf(days, studyMomentOf(first + DAY_MS, 'Pacific/Auckland'));
    expect(streak).toMatchObject({ days: 2, repairedDays: [] });
  });

  const flight = fc.record({ hours: fc.integer({ min: 1, max: 23 }), timezone: fc.constantFrom(...ZONES) });
  const start = fc.integer({ min: Date.parse('2011-06-01T00:00Z'), max: Date.parse('2030-01-01T00:00Z') });

  it('never breaks for whoever studies every 23 hours, wherever they fly', () => {
    fc.assert(
      fc.property(start, fc.array(flight, { minLength: 1, maxLength: 40 }), (startMs, flights) => {
        let atMs = startMs;
        const studied = flights.map(({ hours, timezone }) => {
          atMs += hours * HOUR_MS;
          return { atMs, timezone };
        });
        const days = recordDays(studied);
        const last = studied.at(-1) ?? { atMs, timezone: 'UTC' };
        const streak = streakOf(days, studyMomentOf(last.atMs, last.timezone));
        expect(streak.days).toBe(days.length);
        expect(streak.repairedDays).toEqual([]);
      }),
    );
  });

  it('is not broken by a change of zone alone', () => {
    fc.assert(
      fc.property(
        start,
        fc.constantFrom(...ZONES),
        fc.constantFrom(...ZONES),
        fc.integer({ min: 0, max: 47 }),
        (startMs, home, away, hours) => {
          const days = recordDays([0, 1, 2].map((day) => ({ atMs: startMs + day * 23 * HOUR_MS, timezone: home })));
          const nowMs = startMs + (46 + hours) * HOUR_MS;
          const before = streakOf(days, studyMomentOf(nowMs, home));
          const after = streakOf(days, studyMomentOf(nowMs, away));
          fc.pre(before.days > 0 && !before.needsRepairToday);
          expect(after.days).toBe(before.days);
        },
      ),
    );
  });

  it('never gets shorter by studying more', () => {
    const offsets = fc.uniqueArray(fc.integer({ min: 0, max: 80 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(offsets, fc.integer({ min: 0, max: 80 }), (chosen, added) => {
        const toDays = (list: readonly number[]): readonly StudyDay[] =>
          studiedOn(...[...new Set(list)].sort((left, right) => left - right).map((day) => addDays('2026-01-05', day)));
        const now = at(addDays('2026-01-05', 80));
        const before = streakOf(toDays(chosen), now);
        const after = streakOf(toDays([...chosen, added]), now);
        expect(after.days).toBeGreaterThanOrEqual(before.days);
        expect(after.longestDays).toBeGreaterThanOrEqual(before.longestDays);
      }),
    );
  });
});
