// Times and days as people type them.

import { describe, expect, it } from 'vitest';
import { parseDays, parseTimeOfDay } from '../../src/reminders/parse-schedule.ts';

describe('a time of day', () => {
  it.each([
    ['07:30', '07:30'],
    ['7:30', '07:30'],
    [' 19.05 ', '19:05'],
    ['19h05', '19:05'],
    ['7:30 pm', '19:30'],
    ['12:05 AM', '00:05'],
    ['12:00pm', '12:00'],
    ['8am', '08:00'],
    ['8 pm', '20:00'],
    ['8 p.m.', '20:00'],
    ['12 am', '00:00'],
    ['0800', '08:00'],
    ['8.30 pm', '20:30'],
    ['Noon', '12:00'],
    ['midnight', '00:00'],
  ])('is read from %j as %s', (text, time) => {
    expect(parseTimeOfDay(text)).toBe(time);
  });

  it.each([
    '24:00',
    '7',
    '7:5',
    '8:60',
    '13:00 pm',
    '0:30 am',
    '13pm',
    '2460',
    '800',
    'afternoon',
    '',
    '7:30:00',
    '-1:30',
  ])('is not read from %j', (text) => {
    expect(parseTimeOfDay(text)).toBeUndefined();
  });
});

describe('days of the week', () => {
  it.each([
    ['daily', 'mon,tue,wed,thu,fri,sat,sun'],
    ['Every  Day', 'mon,tue,wed,thu,fri,sat,sun'],
    ['weekdays', 'mon,tue,wed,thu,fri'],
    ['weekends', 'sat,sun'],
    ['mon,wed,fri', 'mon,wed,fri'],
    ['fri, mon', 'mon,fri'],
    ['Monday and Thursday', 'mon,thu'],
    ['tues weds thurs', 'tue,wed,thu'],
    ['mon-thu, sat', 'mon,tue,wed,thu,sat'],
    ['fri – mon', 'mon,fri,sat,sun'],
    ['sundays', 'sun'],
  ])('are read from %j as %s', (text, days) => {
    expect(parseDays(text)?.join()).toBe(days);
  });

  it.each(['', '  ', 'someday', 'mon,foo', 'mon-', '-', 'mon-wed-fri', 'm', 'monster'])(
    'are not read from %j',
    (text) => {
      expect(parseDays(text)).toBeUndefined();
    },
  );
});
