// Zones found by city, country, abbreviation and name.

import { beforeAll, describe, expect, it } from 'vitest';
import { createTimezoneFinder, type TimezoneFinder } from '../../src/reminders/timezones.ts';
import { isTimezone } from '../../src/study/user-day.ts';

/** Summer in the north: Berlin is at UTC+2, Kathmandu always at UTC+5:45. */
const NOW_MS = Date.parse('2026-07-01T12:00Z');

let finder: TimezoneFinder;
beforeAll(() => {
  finder = createTimezoneFinder();
});

const first = (query: string) => finder.suggest(query, NOW_MS, 25, [])[0];

describe('suggestions', () => {
  it('name the place and show the local time now', () => {
    expect(first('munich')).toEqual({ timezone: 'Europe/Berlin', place: 'Munich, Germany', localTime: '14:00' });
    expect(first('kathm')).toMatchObject({ timezone: 'Asia/Kathmandu', localTime: '17:45' });
  });

  it.each([
    ['zürich', 'Europe/Zurich'],
    ['zurich', 'Europe/Zurich'],
    ['sao paulo', 'America/Sao_Paulo'],
    ['são paulo', 'America/Sao_Paulo'],
    ['San Fran', 'America/Los_Angeles'],
    ['bangalore', 'Asia/Kolkata'],
    ['new zealand', 'Pacific/Auckland'],
    ['Europe/Ber', 'Europe/Berlin'],
    ['europe berlin', 'Europe/Berlin'],
    ['pst', 'America/Los_Angeles'],
    ['CEST', 'Europe/Berlin'],
    ['utc', 'UTC'],
    ['chatham', 'Pacific/Chatham'],
    ['lord howe', 'Australia/Lord_Howe'],
    ['nuuk', 'America/Nuuk'],
    ['kyiv', 'Europe/Kyiv'],
  ])('find %j first in %s', (query, timezone) => {
    expect(first(query)?.timezone).toBe(timezone);
  });

  it('begin with the likely ones and go on with large cities when nothing is typed', () => {
    const all = finder.suggest('', NOW_MS, 25, ['Asia/Kathmandu']);
    expect(all).toHaveLength(25);
    expect(all[0]?.timezone).toBe('Asia/Kathmandu');
    expect(new Set(all.map((match) => match.timezone)).size).toBe(25);
  });

  it('never exceed the limit, and hold only zones that exist', () => {
    for (const query of ['a', 'e', 'san', 'america']) {
      const all = finder.suggest(query, NOW_MS, 25, []);
      expect(all.length).toBeLessThanOrEqual(25);
      for (const { timezone } of all) expect(isTimezone(timezone)).toBe(true);
    }
  });

  it('are none for what is nowhere', () => {
    expect(finder.suggest('xqzw', NOW_MS, 25, [])).toEqual([]);
  });
});

describe('typed text', () => {
  it.each([
    ['europe/berlin', 'Europe/Berlin'],
    [' Munich ', 'Europe/Berlin'],
    ['New York', 'America/New_York'],
    // 8 million against 340,000 in Ontario.
    ['London', 'Europe/London'],
    // tzdata's zones of these names stay at winter time, or are of no place.
    ['CET', 'Europe/Berlin'],
    ['MET', 'Europe/Berlin'],
    ['WET', 'Europe/Lisbon'],
    ['EET', 'Europe/Athens'],
    ['EST', 'America/New_York'],
    ['EDT', 'America/New_York'],
    ['EST5EDT', 'America/New_York'],
    ['mst', 'America/Denver'],
    ['UTC', 'UTC'],
    // Also in summer, when London goes by BST.
    ['GMT', 'UTC'],
    ['Germany', 'Europe/Berlin'],
    ['india', 'Asia/Kolkata'],
    ['Japan', 'Asia/Tokyo'],
    ['Etc/GMT+5', 'Etc/GMT+5'],
  ])('%j means %s', (text, timezone) => {
    expect(finder.read(text)).toEqual({ kind: 'zone', timezone });
  });

  it('is unclear where large cities of one name lie in several zones', () => {
    expect(finder.read('Birmingham')).toEqual({ kind: 'unclear', near: ['Europe/London', 'America/Chicago'] });
  });

  it('is unclear for a country with several zones, and names only those', () => {
    const reading = finder.read('Australia');
    expect(reading).toMatchObject({ kind: 'unclear' });
    expect(reading.kind === 'unclear' && reading.near.every((zone) => zone.startsWith('Australia/'))).toBe(true);
  });

  it.each(['Mars/Base', '+02:00', '', 'xqzw'])('%j is no zone, and nothing is near', (text) => {
    expect(finder.read(text)).toEqual({ kind: 'unclear', near: [] });
  });
});
