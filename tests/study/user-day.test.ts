// The user-day against hand-worked instants and, over wild zones and instants, against its own laws.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, isTimezone, userDayEndMs, userDayOf } from '../../src/study/user-day.ts';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'Europe/Helsinki',
  'America/New_York',
  'America/Sao_Paulo',
  'Pacific/Auckland',
  'Pacific/Apia',
  'Pacific/Honolulu',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Antarctica/Troll',
];
const zone = fc.constantFrom(...ZONES);
const instant = fc.integer({ min: Date.parse('1995-01-01T00:00Z'), max: Date.parse('2035-01-01T00:00Z') });

describe('userDayOf', () => {
  it.each([
    // Local time is in the comment; the day turns at 03:00.
    ['2026-03-10T02:59:59.999Z', 'UTC', '2026-03-09'],
    ['2026-03-10T03:00:00.000Z', 'UTC', '2026-03-10'],
    // 00:30 on 11 March in Auckland (UTC+13).
    ['2026-03-10T11:30:00.000Z', 'Pacific/Auckland', '2026-03-10'],
    // 03:30 on 11 March in Auckland.
    ['2026-03-10T14:30:00.000Z', 'Pacific/Auckland', '2026-03-11'],
    // Berlin's clocks go from 02:00 to 03:00 on 29 March 2026 at 01:00Z: 03:00 comes at once.
    ['2026-03-29T00:59:59.999Z', 'Europe/Berlin', '2026-03-28'],
    ['2026-03-29T01:00:00.000Z', 'Europe/Berlin', '2026-03-29'],
    // Helsinki skips 03:00 to 04:00 that day, also at 01:00Z: the day begins at the end of the gap.
    ['2026-03-29T00:59:59.999Z', 'Europe/Helsinki', '2026-03-28'],
    ['2026-03-29T01:00:00.000Z', 'Europe/Helsinki', '2026-03-29'],
    // Helsinki has 03:00 twice on 25 October 2026, at 00:00Z and 01:00Z: the first one counts.
    ['2026-10-25T00:00:00.000Z', 'Europe/Helsinki', '2026-10-25'],
    // Apia left out 30 December 2011 altogether.
    ['2011-12-30T09:59:59.000Z', 'Pacific/Apia', '2011-12-29'],
    ['2011-12-30T13:00:00.000Z', 'Pacific/Apia', '2011-12-31'],
  ])('puts %s in %s on %s', (at, timezone, day) => {
    expect(userDayOf(Date.parse(at), timezone)).toBe(day);
  });

  it('never runs backwards', () => {
    fc.assert(
      fc.property(zone, instant, fc.integer({ min: 0, max: 3 * 86_400_000 }), (timezone, atMs, laterMs) => {
        expect(userDayOf(atMs + laterMs, timezone) >= userDayOf(atMs, timezone)).toBe(true);
      }),
    );
  });

  it('lasts until its end and not a millisecond longer', () => {
    fc.assert(
      fc.property(zone, instant, (timezone, atMs) => {
        const endMs = userDayEndMs(atMs, timezone);
        const day = userDayOf(atMs, timezone);
        expect(endMs).toBeGreaterThan(atMs);
        expect(userDayOf(endMs - 1, timezone)).toBe(day);
        expect(userDayOf(endMs, timezone) > day).toBe(true);
      }),
    );
  });
});

describe('isTimezone', () => {
  it.each(['UTC', 'Europe/Berlin', 'Pacific/Auckland', 'europe/berlin'])('knows %s', (text) => {
    expect(isTimezone(text)).toBe(true);
  });
  it.each(['', 'Mars/Base', '+02:00', '-5', 'Europe/', 'Europe/Berlin; DROP', '🕒'])('refuses %j', (text) => {
    expect(isTimezone(text)).toBe(false);
  });
});

describe('days as text', () => {
  it('counts over the end of a leap February', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2028-03-01', '2028-02-28')).toBe(-2);
  });
});
