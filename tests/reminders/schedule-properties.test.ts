// What holds for every schedule, held against an oracle that knows zones only through Intl.DateTimeFormat.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextOccurrence, type Schedule, WEEKDAYS } from '../../src/reminders/schedule.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Every zone that the running ICU names, and some links that people still type. */
const ZONES = [...Intl.supportedValuesOf('timeZone'), 'US/Eastern', 'Asia/Calcutta', 'GB', 'Etc/GMT+12', 'UTC'];

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Local wall time as if it were UTC, epoch ms. */
function wallMs(timezone: string, instantMs: number): number {
  let formatter = formatters.get(timezone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone: timezone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(timezone, formatter);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of formatter.formatToParts(instantMs)) part[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

const localDate = (timezone: string, instantMs: number) => Math.floor(wallMs(timezone, instantMs) / DAY_MS);

/** The instant at which the wall shows `wanted` (as UTC ms): the earlier of two, or moved forward by the gap. */
function resolve(timezone: string, wantedMs: number): number {
  const offsets = [-26, -14, 0, 14, 26].map((hours) => {
    const probeMs = wantedMs + hours * HOUR_MS;
    return wallMs(timezone, probeMs) - probeMs;
  });
  const hits = offsets.map((offset) => wantedMs - offset).filter((ms) => wallMs(timezone, ms) === wantedMs);
  if (hits.length > 0) return Math.min(...hits);
  const before = offsets.find((offset) => offset < Math.max(...offsets)) ?? 0;
  return wantedMs - before;
}

const scheduleOf = fc.record({
  timezone: fc.constantFrom(...ZONES),
  time: fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`),
  days: fc.subarray([...WEEKDAYS], { minLength: 1 }),
});
/** Whole-minute offsets only, which begin in the seventies (Monrovia, 1972, was the last zone with seconds). */
const instantOf = fc.integer({ min: Date.parse('1973-01-01T00:00Z'), max: Date.parse('2060-01-01T00:00Z') });

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

it('is strictly later, on a wanted day, at the wall time or moved by a gap that is really there', () => {
  fc.assert(
    fc.property(scheduleOf, instantOf, (schedule, afterMs) => {
      const nextMs = nextOccurrence(schedule, afterMs);
      expect(nextMs).toBeGreaterThan(afterMs);
      const nominal = nominalDates(schedule, nextMs).find(
        (date) => resolve(schedule.timezone, date * DAY_MS + minutesOf(schedule.time) * MINUTE_MS) === nextMs,
      );
      expect(nominal).toBeDefined();
    }),
    { numRuns: 400 },
  );
});

it('misses none: the oracle has nothing wanted between the two instants', () => {
  fc.assert(
    fc.property(scheduleOf, instantOf, (schedule, afterMs) => {
      const nextMs = nextOccurrence(schedule, afterMs);
      let takenDate: number | undefined;
      const first = localDate(schedule.timezone, afterMs) - 2;
      for (let date = first; date <= localDate(schedule.timezone, nextMs); date += 1) {
        if (!isWanted(schedule, date)) continue;
        const instantMs = resolve(schedule.timezone, date * DAY_MS + minutesOf(schedule.time) * MINUTE_MS);
        const actualDate = localDate(schedule.timezone, instantMs);
        if (actualDate === date && actualDate !== takenDate && instantMs > afterMs) {
          expect(instantMs).toBeGreaterThanOrEqual(nextMs);
        }
        takenDate = actualDate;
      }
    }),
    { numRuns: 400 },
  );
});

it('comes at most once a local date, always later than the one before', () => {
  fc.assert(
    fc.property(scheduleOf, instantOf, (schedule, startMs) => {
      let afterMs = startMs;
      let lastDate = Number.NEGATIVE_INFINITY;
      for (let count = 0; count < 20; count += 1) {
        const nextMs = nextOccurrence(schedule, afterMs);
        const date = localDate(schedule.timezone, nextMs);
        expect(nextMs).toBeGreaterThan(afterMs);
        expect(date).toBeGreaterThan(lastDate);
        [afterMs, lastDate] = [nextMs, date];
      }
    }),
    { numRuns: 150 },
  );
});

it('never goes back when asked about a later instant', () => {
  fc.assert(
    fc.property(scheduleOf, instantOf, fc.integer({ min: 0, max: 10 * DAY_MS }), (schedule, afterMs, laterMs) => {
      expect(nextOccurrence(schedule, afterMs + laterMs)).toBeGreaterThanOrEqual(nextOccurrence(schedule, afterMs));
    }),
    { numRuns: 300 },
  );
});

/** The date of the instant and the one before it, from which a gap over midnight may have moved it. */
function nominalDates(schedule: Schedule, instantMs: number): readonly number[] {
  const date = localDate(schedule.timezone, instantMs);
  return [date, date - 1].filter((candidate) => isWanted(schedule, candidate));
}

function isWanted(schedule: Schedule, date: number): boolean {
  // Day 0 of the epoch, 1970-01-01, was a Thursday, the fourth of WEEKDAYS.
  const weekday = WEEKDAYS[(((date + 3) % 7) + 7) % 7];
  return weekday !== undefined && schedule.days.includes(weekday);
}
