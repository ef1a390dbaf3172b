// Schedules around the changes of every zone's clocks, held against somebody who watches the clock minute by minute.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextOccurrence, type Schedule, WEEKDAYS } from '../../src/reminders/schedule.ts';

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** From the year after which every zone is off by whole minutes (Monrovia was the last), to the end of the rules written out. */
const [FROM_MS, UNTIL_MS] = [Date.parse('1973-01-01T00:00Z'), Date.parse('2037-12-31T00:00Z')];
/** The shortest time between two changes of a clock that is looked for: Morocco leaves its summer time for a month a year. */
const SAMPLE_MS = 10 * DAY_MS;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** What is to be added to UTC, as the runtime formats the zone; the code under test does not ask it this way. */
function offsetMs(timezone: string, instantMs: number): number {
  const formatter =
    formatters.get(timezone) ??
    new Intl.DateTimeFormat('en-US', { timeZone: timezone, timeZoneName: 'longOffset', year: 'numeric' });
  formatters.set(timezone, formatter);
  const name = formatter.formatToParts(instantMs).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * HOUR_MS + Number(minutes ?? 0) * MINUTE_MS);
}

const changes = new Map<string, readonly number[]>();

/** The instants at which the zone's clocks change, to the minute. */
function changesOf(timezone: string): readonly number[] {
  const known = changes.get(timezone);
  if (known !== undefined) return known;
  const found: number[] = [];
  for (let fromMs = FROM_MS; fromMs < UNTIL_MS; fromMs += SAMPLE_MS) {
    let [low, high] = [fromMs, fromMs + SAMPLE_MS];
    const before = offsetMs(timezone, low);
    if (offsetMs(timezone, high) === before) continue;
    while (high - low > MINUTE_MS) {
      const middle = low + Math.floor((high - low) / MINUTE_MS / 2) * MINUTE_MS;
      if (offsetMs(timezone, middle) === before) low = middle;
      else high = middle;
    }
    found.push(high);
  }
  changes.set(timezone, found);
  return found;
}

/** Every minute of a span with what the wall clock shows, as if that were UTC. */
function* watch(timezone: string, fromMs: number, untilMs: number): Generator<readonly [atMs: number, wallMs: number]> {
  for (let quarterMs = fromMs; quarterMs < untilMs; quarterMs += QUARTER_MS) {
    const first = offsetMs(timezone, quarterMs);
    const isSteady = first === offsetMs(timezone, quarterMs + QUARTER_MS);
    for (let atMs = quarterMs; atMs < quarterMs + QUARTER_MS; atMs += MINUTE_MS) {
      yield [atMs, atMs + (isSteady ? first : offsetMs(timezone, atMs))];
    }
  }
}

/** The rule of the contract, as a watcher of the clock would follow it. */
function watchedOccurrence({ timezone, time, days }: Schedule, afterMs: number): number | undefined {
  const timeMs = (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * MINUTE_MS;
  const startMs = Math.floor(afterMs / DAY_MS) * DAY_MS - 3 * DAY_MS;
  /** The first minute that shows the time, by date; and dates whose time is jumped over, by when it would have come. */
  const shown = new Map<number, number>();
  const jumped = new Map<number, number>();
  const dates = new Set<number>();
  let expectedWallMs = Number.NaN;
  for (const [atMs, wallMs] of watch(timezone, startMs, startMs + 14 * DAY_MS)) {
    const date = Math.floor(wallMs / DAY_MS);
    dates.add(date);
    if (wallMs === date * DAY_MS + timeMs && !shown.has(date)) shown.set(date, atMs);
    for (let day = Math.floor(expectedWallMs / DAY_MS); day <= date; day += 1) {
      const missedMs = day * DAY_MS + timeMs;
      if (missedMs >= expectedWallMs && missedMs < wallMs) jumped.set(day, atMs + (missedMs - expectedWallMs));
    }
    expectedWallMs = wallMs + MINUTE_MS;
  }
  const moved = [...jumped].filter(([date]) => dates.has(date) && !shown.has(date));
  const taken = new Set<number>();
  return [...shown, ...moved]
    .filter(([date]) => days.includes(WEEKDAYS[(date + 3) % 7] ?? 'mon'))
    .map(([, atMs]) => atMs)
    .toSorted((left, right) => left - right)
    .filter((atMs) => {
      const localDate = Math.floor((atMs + offsetMs(timezone, atMs)) / DAY_MS);
      const isFirst = !taken.has(localDate);
      taken.add(localDate);
      return isFirst;
    })
    .find((atMs) => atMs > afterMs);
}

const ZONES = [...Intl.supportedValuesOf('timeZone'), 'US/Eastern', 'Asia/Calcutta', 'europe/BERLIN', 'Cuba'];

it('agrees with whoever watches the clock, before, in and after a change of it', { timeout: 60_000 }, () => {
  let changesMet = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      fc.nat(),
      fc.integer({ min: -90, max: 90 }),
      fc.integer({ min: -2 * DAY_MS, max: 6 * HOUR_MS }),
      fc.oneof(fc.constant([...WEEKDAYS]), fc.subarray([...WEEKDAYS], { minLength: 1 })),
      (timezone, pick, minutesOff, afterOff, days) => {
        const found = changesOf(timezone);
        const changeMs = found[pick % Math.max(1, found.length)] ?? FROM_MS + ((pick * HOUR_MS) % (UNTIL_MS - FROM_MS));
        changesMet += found.length > 0 ? 1 : 0;
        // Around what the wall showed before the change: in a gap, in an overlap, or beside them.
        const wallMs = changeMs + offsetMs(timezone, changeMs - MINUTE_MS) + minutesOff * MINUTE_MS;
        const schedule = { timezone, time: new Date(wallMs).toISOString().slice(11, 16), days };
        const afterMs = changeMs + afterOff;
        expect(nextOccurrence(schedule, afterMs)).toBe(watchedOccurrence(schedule, afterMs));
      },
    ),
    { numRuns: 300 },
  );
  expect(changesMet).toBeGreaterThan(150);
});
