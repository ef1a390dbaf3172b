// Reads the times and days that people type; what cannot be read is undefined, and the caller says so.

import { isTimeOfDay, WEEKDAYS, type Weekday } from './schedule.ts';

const NAMED_DAYS: Readonly<Record<string, readonly Weekday[]>> = {
  daily: WEEKDAYS,
  'every day': WEEKDAYS,
  everyday: WEEKDAYS,
  weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'],
  weekends: ['sat', 'sun'],
  weekend: ['sat', 'sun'],
};

const NAMED_TIMES: ReadonlyMap<string, string> = new Map([
  ['noon', '12:00'],
  ['midday', '12:00'],
  ['midnight', '00:00'],
]);

/**
 * Reads `HH:MM` and what people write for it: `7:30`, `7.30`, `07h30`, `0730`, `7:30 pm`, `7pm`, `noon`.
 * @returns `HH:MM`, or undefined.
 */
export function parseTimeOfDay(text: string): string | undefined {
  const typed = text
    .trim()
    .toLowerCase()
    .replaceAll(/\b([ap])\.\s*m\.?/g, '$1m');
  const named = NAMED_TIMES.get(typed);
  if (named !== undefined) return named;
  const match =
    /^(\d{1,2})\s*[:.h]\s*(\d{2})\s*(am|pm)?$/.exec(typed) ??
    /^(\d{2})(\d{2})$/.exec(typed) ??
    /^(\d{1,2})()\s*(am|pm)$/.exec(typed);
  if (match === null) return undefined;
  const [, hourText = '', minuteText = '', half] = match;
  const minute = minuteText === '' ? '00' : minuteText;
  const hour = half === undefined ? Number(hourText) : toHour24(Number(hourText), half === 'pm');
  const time = `${String(hour).padStart(2, '0')}:${minute}`;
  return isTimeOfDay(time) ? time : undefined;
}

/**
 * Reads `daily`, `weekdays`, `weekends`, or a list of days and spans such as `mon, wed, fri` or `mon-thu sat`.
 * @returns the days in the order of the week, or undefined.
 */
export function parseDays(text: string): readonly Weekday[] | undefined {
  const wanted = text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  const named = NAMED_DAYS[wanted];
  if (named !== undefined) return named;
  const days = new Set<Weekday>();
  const pieces = wanted.replaceAll(/\s*[-–—]\s*/g, '-').split(/(?:\s*[,;&+/]\s*(?:and )?|\s+and\s+|\s+)/);
  for (const piece of pieces.filter((part) => part !== '')) {
    const span = readSpan(piece);
    if (span === undefined) return undefined;
    for (const day of span) days.add(day);
  }
  return days.size === 0 ? undefined : WEEKDAYS.filter((day) => days.has(day));
}

/** NaN for what no 12-hour clock shows. */
function toHour24(hour: number, isAfternoon: boolean): number {
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (isAfternoon ? 12 : 0);
}

/** One day, or all from one to another; `fri-mon` goes over the weekend. */
function readSpan(piece: string): readonly Weekday[] | undefined {
  const ends = piece.split('-');
  const first = readDay(ends[0] ?? '');
  const last = readDay(ends.at(-1) ?? '');
  if (first === undefined || last === undefined || ends.length > 2) return undefined;
  const from = WEEKDAYS.indexOf(first);
  const length = ((WEEKDAYS.indexOf(last) - from + WEEKDAYS.length) % WEEKDAYS.length) + 1;
  return Array.from({ length }, (_, step) => WEEKDAYS[(from + step) % WEEKDAYS.length]).filter(
    (day) => day !== undefined,
  );
}

/** `mon`, `mondays`, `tues`, `weds`, `thurs` and the like. */
function readDay(text: string): Weekday | undefined {
  const match = /^(mon|tue|wed|thu|fri|sat|sun)(?:s?|(?:d|s|nes|nesd|ds|r|rs|urs?|ur)?(?:days?)?)$/.exec(text);
  return WEEKDAYS.find((day) => day === match?.[1]);
}
