// Instants, days and schedules in words, as everything about reminders says them.

import { type Schedule, WEEKDAYS, type Weekday } from '../reminders/schedule.ts';
import type { TimezoneMatch } from '../reminders/timezones.ts';
import { LIMITS } from './limits.ts';
import { escapeMarkdown, truncate } from './text.ts';

export const WEEKDAY_NAMES: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

/** Discord shows it in the reader's own zone and language. `F` is the full date, `t` the time, `R` relative. */
export function timestamp(instantMs: number, style: 'F' | 'f' | 't' | 'R'): string {
  return `<t:${Math.floor(instantMs / 1000)}:${style}>`;
}

/** E.g. `Saturday 6 June at 08:00, in 3 hours`, each part as Discord shows it. */
export function whenText(instantMs: number): string {
  return `${timestamp(instantMs, 'F')} (${timestamp(instantMs, 'R')})`;
}

/** E.g. `every day`, `from Monday to Friday`, `on Monday, Wednesday and Friday`, as a sentence goes on. */
export function daysText(days: readonly Weekday[]): string {
  const inOrder = WEEKDAYS.filter((day) => days.includes(day));
  const key = inOrder.join();
  if (inOrder.length === WEEKDAYS.length) return 'every day';
  if (key === 'mon,tue,wed,thu,fri') return 'from Monday to Friday';
  if (key === 'sat,sun') return 'on Saturday and Sunday';
  const names = inOrder.map((day) => WEEKDAY_NAMES[day]);
  const last = names.pop() ?? '';
  return names.length === 0 ? `every ${last}` : `on ${names.join(', ')} and ${last}`;
}

/** E.g. `every day at 08:00 (Europe/Berlin)`, for places that take no Markdown. */
export function plainScheduleText({ time, days, timezone }: Schedule): string {
  return `${daysText(days)} at ${time} (${timezone})`;
}

/** The same as Markdown. */
export function scheduleText(schedule: Schedule): string {
  return escapeMarkdown(plainScheduleText(schedule));
}

/** E.g. `Europe/Berlin · now 14:05 · Munich, Germany`. */
export function timezoneChoiceName({ timezone, place, localTime }: TimezoneMatch): string {
  const parts = [timezone, `now ${localTime}`, ...(place === undefined ? [] : [place])];
  return truncate(parts.join(' · '), LIMITS.choiceName);
}

/** E.g. `1 card`, `3 cards`. */
export function countText(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
