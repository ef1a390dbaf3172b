// Schedules over the zones' oddities. Every expected instant was worked out by hand from the offsets that
// `zdump -v ZONE` prints (tzdata 2025b), not from the code under test or the library that it uses.

import { describe, expect, it } from 'vitest';
import { isTimeOfDay, nextOccurrence, WEEKDAYS, type Weekday } from '../../src/reminders/schedule.ts';

interface Row {
  readonly zone: string;
  readonly time: string;
  readonly after: string;
  /** The instants that follow, in order. */
  readonly expected: readonly string[];
  readonly days?: readonly Weekday[];
}

const GAPS: readonly Row[] = [
  {
    zone: 'Europe/Berlin',
    time: '02:30',
    after: '2024-03-30T12:00Z',
    expected: ['2024-03-31T01:30Z', '2024-04-01T00:30Z'],
  },
  {
    zone: 'Europe/Dublin',
    time: '01:30',
    after: '2024-03-30T12:00Z',
    expected: ['2024-03-31T01:30Z', '2024-04-01T00:30Z'],
  },
  {
    zone: 'America/New_York',
    time: '02:15',
    after: '2024-03-09T12:00Z',
    expected: ['2024-03-10T07:15Z', '2024-03-11T06:15Z'],
  },
  // Half an hour only.
  {
    zone: 'Australia/Lord_Howe',
    time: '02:15',
    after: '2024-10-05T12:00Z',
    expected: ['2024-10-05T15:45Z', '2024-10-06T15:15Z'],
  },
  // Two hours.
  {
    zone: 'Antarctica/Troll',
    time: '01:30',
    after: '2024-03-30T12:00Z',
    expected: ['2024-03-31T01:30Z', '2024-03-31T23:30Z'],
  },
  {
    zone: 'Antarctica/Troll',
    time: '02:59',
    after: '2024-03-30T12:00Z',
    expected: ['2024-03-31T02:59Z', '2024-04-01T00:59Z'],
  },
  // The end of Ramadan.
  {
    zone: 'Africa/Casablanca',
    time: '02:30',
    after: '2024-04-13T12:00Z',
    expected: ['2024-04-14T02:30Z', '2024-04-15T01:30Z'],
  },
  {
    zone: 'Africa/El_Aaiun',
    time: '02:10',
    after: '2024-04-13T12:00Z',
    expected: ['2024-04-14T02:10Z', '2024-04-15T01:10Z'],
  },
  // Gaps from midnight on.
  {
    zone: 'Africa/Cairo',
    time: '00:30',
    after: '2024-04-25T12:00Z',
    expected: ['2024-04-25T22:30Z', '2024-04-26T21:30Z'],
  },
  {
    zone: 'America/Havana',
    time: '00:10',
    after: '2024-03-09T12:00Z',
    expected: ['2024-03-10T05:10Z', '2024-03-11T04:10Z'],
  },
  {
    zone: 'America/Santiago',
    time: '00:00',
    after: '2024-09-07T12:00Z',
    expected: ['2024-09-08T04:00Z', '2024-09-09T03:00Z'],
  },
  {
    zone: 'America/Asuncion',
    time: '00:45',
    after: '2024-10-05T12:00Z',
    expected: ['2024-10-06T04:45Z', '2024-10-07T03:45Z'],
  },
  {
    zone: 'America/Sao_Paulo',
    time: '00:00',
    after: '2018-11-03T12:00Z',
    expected: ['2018-11-04T03:00Z', '2018-11-05T02:00Z'],
  },
  {
    zone: 'Asia/Beirut',
    time: '00:30',
    after: '2024-03-30T12:00Z',
    expected: ['2024-03-30T22:30Z', '2024-03-31T21:30Z'],
  },
  {
    zone: 'Atlantic/Azores',
    time: '00:20',
    after: '2024-03-30T12:00Z',
    expected: ['2024-03-31T01:20Z', '2024-04-01T00:20Z'],
  },
  {
    zone: 'Asia/Gaza',
    time: '02:30',
    after: '2024-04-19T12:00Z',
    expected: ['2024-04-20T00:30Z', '2024-04-20T23:30Z'],
  },
  {
    zone: 'America/St_Johns',
    time: '02:30',
    after: '2024-03-09T12:00Z',
    expected: ['2024-03-10T06:00Z', '2024-03-11T05:00Z'],
  },
  // At one minute past midnight, as Newfoundland once did.
  {
    zone: 'America/St_Johns',
    time: '00:30',
    after: '2008-03-08T12:00Z',
    expected: ['2008-03-09T04:00Z', '2008-03-10T03:00Z'],
  },
  {
    zone: 'Pacific/Chatham',
    time: '03:00',
    after: '2024-09-28T12:00Z',
    expected: ['2024-09-28T14:15Z', '2024-09-29T13:15Z'],
  },
  {
    zone: 'Pacific/Auckland',
    time: '02:30',
    after: '2024-09-28T12:00Z',
    expected: ['2024-09-28T14:30Z', '2024-09-29T13:30Z'],
  },
  {
    zone: 'Pacific/Easter',
    time: '22:30',
    after: '2024-09-07T12:00Z',
    expected: ['2024-09-08T04:30Z', '2024-09-09T03:30Z'],
  },
  // Changes of standard time: half an hour, and a quarter.
  {
    zone: 'America/Caracas',
    time: '02:45',
    after: '2016-04-30T12:00Z',
    expected: ['2016-05-01T07:15Z', '2016-05-02T06:45Z'],
  },
  {
    zone: 'Asia/Kathmandu',
    time: '00:10',
    after: '1985-12-31T12:00Z',
    expected: ['1985-12-31T18:40Z', '1986-01-01T18:25Z'],
  },
];

/** The gap reaches over midnight, so the moved reminder is the only one of the date that it lands on. */
const GAPS_OVER_MIDNIGHT: readonly Row[] = [
  {
    zone: 'America/Nuuk',
    time: '23:30',
    after: '2024-03-30T12:00Z',
    expected: ['2024-03-31T01:30Z', '2024-04-02T00:30Z'],
  },
  {
    zone: 'America/Nuuk',
    time: '23:30',
    after: '2024-03-31T01:10Z',
    expected: ['2024-03-31T01:30Z', '2024-04-02T00:30Z'],
  },
  { zone: 'America/Nuuk', time: '23:30', days: ['sun'], after: '2024-03-30T12:00Z', expected: ['2024-04-01T00:30Z'] },
  {
    zone: 'America/Nuuk',
    time: '23:30',
    days: ['sat'],
    after: '2024-03-30T12:00Z',
    expected: ['2024-03-31T01:30Z', '2024-04-07T00:30Z'],
  },
  {
    zone: 'Asia/Pyongyang',
    time: '23:45',
    after: '2018-05-04T12:00Z',
    expected: ['2018-05-04T15:15Z', '2018-05-06T14:45Z'],
  },
];

const OVERLAPS: readonly Row[] = [
  {
    zone: 'Europe/Berlin',
    time: '02:30',
    after: '2024-10-26T12:00Z',
    expected: ['2024-10-27T00:30Z', '2024-10-28T01:30Z'],
  },
  {
    zone: 'Europe/Dublin',
    time: '01:30',
    after: '2024-10-26T12:00Z',
    expected: ['2024-10-27T00:30Z', '2024-10-28T01:30Z'],
  },
  {
    zone: 'America/New_York',
    time: '01:30',
    after: '2024-11-02T12:00Z',
    expected: ['2024-11-03T05:30Z', '2024-11-04T06:30Z'],
  },
  {
    zone: 'Australia/Lord_Howe',
    time: '01:45',
    after: '2024-04-06T12:00Z',
    expected: ['2024-04-06T14:45Z', '2024-04-07T15:15Z'],
  },
  {
    zone: 'Antarctica/Troll',
    time: '02:00',
    after: '2024-10-26T12:00Z',
    expected: ['2024-10-27T00:00Z', '2024-10-28T02:00Z'],
  },
  {
    zone: 'Africa/Casablanca',
    time: '02:30',
    after: '2024-03-09T12:00Z',
    expected: ['2024-03-10T01:30Z', '2024-03-11T02:30Z'],
  },
  {
    zone: 'Africa/El_Aaiun',
    time: '02:10',
    after: '2024-03-09T12:00Z',
    expected: ['2024-03-10T01:10Z', '2024-03-11T02:10Z'],
  },
  {
    zone: 'Africa/Cairo',
    time: '23:30',
    after: '2024-10-31T12:00Z',
    expected: ['2024-10-31T20:30Z', '2024-11-01T21:30Z'],
  },
  {
    zone: 'America/Havana',
    time: '00:30',
    after: '2024-11-02T12:00Z',
    expected: ['2024-11-03T04:30Z', '2024-11-04T05:30Z'],
  },
  {
    zone: 'America/Santiago',
    time: '23:15',
    after: '2024-04-06T12:00Z',
    expected: ['2024-04-07T02:15Z', '2024-04-08T03:15Z'],
  },
  {
    zone: 'America/Asuncion',
    time: '23:59',
    after: '2024-03-23T12:00Z',
    expected: ['2024-03-24T02:59Z', '2024-03-25T03:59Z'],
  },
  {
    zone: 'America/Sao_Paulo',
    time: '23:30',
    after: '2018-02-17T12:00Z',
    expected: ['2018-02-18T01:30Z', '2018-02-19T02:30Z'],
  },
  {
    zone: 'Asia/Beirut',
    time: '23:30',
    after: '2024-10-26T12:00Z',
    expected: ['2024-10-26T20:30Z', '2024-10-27T21:30Z'],
  },
  {
    zone: 'Atlantic/Azores',
    time: '00:20',
    after: '2024-10-26T12:00Z',
    expected: ['2024-10-27T00:20Z', '2024-10-28T01:20Z'],
  },
  {
    zone: 'Asia/Gaza',
    time: '01:15',
    after: '2024-10-25T12:00Z',
    expected: ['2024-10-25T22:15Z', '2024-10-26T23:15Z'],
  },
  {
    zone: 'America/St_Johns',
    time: '01:00',
    after: '2024-11-02T12:00Z',
    expected: ['2024-11-03T03:30Z', '2024-11-04T04:30Z'],
  },
  // 00:00 of the 2nd comes twice, on two sides of a second 23:01 of the 1st.
  {
    zone: 'America/St_Johns',
    time: '00:00',
    after: '2008-11-01T12:00Z',
    expected: ['2008-11-02T02:30Z', '2008-11-03T03:30Z'],
  },
  {
    zone: 'Pacific/Chatham',
    time: '03:00',
    after: '2024-04-06T12:00Z',
    expected: ['2024-04-06T13:15Z', '2024-04-07T14:15Z'],
  },
  {
    zone: 'Pacific/Auckland',
    time: '02:30',
    after: '2024-04-06T12:00Z',
    expected: ['2024-04-06T13:30Z', '2024-04-07T14:30Z'],
  },
  {
    zone: 'Pacific/Easter',
    time: '21:30',
    after: '2024-04-06T12:00Z',
    expected: ['2024-04-07T02:30Z', '2024-04-08T03:30Z'],
  },
  {
    zone: 'America/Nuuk',
    time: '23:30',
    after: '2024-10-26T12:00Z',
    expected: ['2024-10-27T00:30Z', '2024-10-28T01:30Z'],
  },
  {
    zone: 'America/Scoresbysund',
    time: '23:30',
    after: '2024-10-26T12:00Z',
    expected: ['2024-10-27T00:30Z', '2024-10-28T01:30Z'],
  },
  {
    zone: 'America/Caracas',
    time: '02:45',
    after: '2007-12-08T12:00Z',
    expected: ['2007-12-09T06:45Z', '2007-12-10T07:15Z'],
  },
  {
    zone: 'Asia/Pyongyang',
    time: '23:45',
    after: '2015-08-14T12:00Z',
    expected: ['2015-08-14T14:45Z', '2015-08-15T15:15Z'],
  },
];

const LEFT_OUT_DATES: readonly Row[] = [
  {
    zone: 'Pacific/Apia',
    time: '10:00',
    after: '2011-12-28T21:00Z',
    expected: ['2011-12-29T20:00Z', '2011-12-30T20:00Z', '2011-12-31T20:00Z'],
  },
  { zone: 'Pacific/Apia', time: '10:00', days: ['fri'], after: '2011-12-29T21:00Z', expected: ['2012-01-05T20:00Z'] },
  {
    zone: 'Pacific/Apia',
    time: '00:00',
    after: '2011-12-29T21:00Z',
    expected: ['2011-12-30T10:00Z', '2011-12-31T10:00Z'],
  },
  {
    zone: 'Pacific/Kwajalein',
    time: '08:00',
    after: '1993-08-20T21:00Z',
    expected: ['1993-08-21T20:00Z', '1993-08-22T20:00Z'],
  },
  {
    zone: 'Pacific/Kwajalein',
    time: '08:00',
    days: ['sat'],
    after: '1993-08-20T21:00Z',
    expected: ['1993-08-27T20:00Z'],
  },
];

const ORDINARY: readonly Row[] = [
  { zone: 'UTC', time: '00:00', after: '2024-02-28T00:00Z', expected: ['2024-02-29T00:00Z', '2024-03-01T00:00Z'] },
  { zone: 'Asia/Kathmandu', time: '06:00', after: '2024-06-01T00:15Z', expected: ['2024-06-02T00:15Z'] },
  { zone: 'Asia/Kolkata', time: '07:00', after: '2024-06-01T01:29Z', expected: ['2024-06-01T01:30Z'] },
  // 2024-06-07 is a Friday; Monday the 10th is the next working day.
  {
    zone: 'Europe/Berlin',
    time: '07:30',
    days: ['mon', 'tue', 'wed', 'thu', 'fri'],
    after: '2024-06-07T05:30Z',
    expected: ['2024-06-10T05:30Z'],
  },
  {
    zone: 'Pacific/Kiritimati',
    time: '23:59',
    days: ['thu'],
    after: '2024-06-06T09:59Z',
    expected: ['2024-06-13T09:59Z'],
  },
  { zone: 'UTC', time: '12:00', days: ['wed', 'wed'], after: '9999-01-01T00:00Z', expected: ['9999-01-06T12:00Z'] },
  { zone: 'UTC', time: '12:00', after: '1600-02-28T12:00Z', expected: ['1600-02-29T12:00Z'] },
];

const TABLES = { GAPS, GAPS_OVER_MIDNIGHT, OVERLAPS, LEFT_OUT_DATES, ORDINARY };

describe.each(Object.entries(TABLES))('%s', (_name, rows) => {
  it.each(rows)('$zone at $time after $after comes round at $expected', ({ zone, time, after, expected, days }) => {
    const schedule = { time, timezone: zone, days: days ?? WEEKDAYS };
    let afterMs = Date.parse(after);
    for (const instant of expected) {
      afterMs = nextOccurrence(schedule, afterMs);
      expect(new Date(afterMs).toISOString()).toBe(new Date(instant).toISOString());
    }
  });
});

it('covers more than twenty zones', () => {
  expect(new Set(Object.values(TABLES).flatMap((rows) => rows.map((row) => row.zone))).size).toBeGreaterThan(20);
});

it('counts an instant that has just come as past, to the millisecond', () => {
  const schedule = { time: '08:00', timezone: 'UTC', days: WEEKDAYS };
  const eightMs = Date.parse('2024-06-01T08:00Z');
  expect(nextOccurrence(schedule, eightMs - 1)).toBe(eightMs);
  expect(nextOccurrence(schedule, eightMs)).toBe(eightMs + 86_400_000);
});

describe('what cannot be a schedule', () => {
  const good = { time: '08:00', timezone: 'UTC', days: WEEKDAYS };
  it.each([
    ['no days', { ...good, days: [] }],
    ['an hour past 23', { ...good, time: '24:00' }],
    ['a time with seconds', { ...good, time: '08:00:00' }],
    ['an hour of one digit', { ...good, time: '8:00' }],
    ['a zone that does not exist', { ...good, timezone: 'Mars/Base' }],
  ])('is refused with a RangeError: %s', (_name, schedule) => {
    expect(() => nextOccurrence(schedule, 0)).toThrow(RangeError);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 8.64e15])('is refused after the instant %s', (afterMs) => {
    expect(() => nextOccurrence(good, afterMs)).toThrow(RangeError);
  });
});

it.each(['00:00', '09:05', '23:59'])('takes %s as a time of day', (text) => {
  expect(isTimeOfDay(text)).toBe(true);
});

it.each(['24:00', '9:05', '12:60', ' 09:05', '0905', ''])('does not take %j as a time of day', (text) => {
  expect(isTimeOfDay(text)).toBe(false);
});
