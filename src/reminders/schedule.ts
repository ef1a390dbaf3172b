// When a wall-clock schedule next comes round in its zone; pure, knows nothing of people or of sending.

import { Temporal } from 'temporal-polyfill';

/** In the order of ISO 8601: Monday is day 1. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export type Weekday = (typeof WEEKDAYS)[number];

export interface Schedule {
  /** Wall-clock time in the zone, 24 hours, `HH:MM`. */
  readonly time: string;
  /** IANA name. */
  readonly timezone: string;
  /** Days of the week on which it comes round; any order, repeats are harmless. */
  readonly days: readonly Weekday[];
}

/** A day of each week, one date that the zone left out, and one taken by a gap over midnight: never more are needed. */
const DATES_TO_TRY = 24;
const TIME_PATTERN = /^([01]\d|2[0-3]):([0-5]\d)$/;

/**
 * The first instant strictly after `afterMs` at which the schedule comes round (product contract, section 4).
 *
 * A time inside a DST gap moves forward by the gap and in an overlap the earlier instant counts, as RFC 5545 (3.3.5)
 * and Temporal's `compatible` have it. At most one a local date: where a gap over midnight has moved one onto the next
 * date, that date's own is left out. A date that the zone left out altogether (Pacific/Apia, 2011-12-30) has none.
 *
 * @returns epoch ms UTC.
 * @throws RangeError for no days, an unknown day or zone, a time that is not `HH:MM`, or an instant outside of what
 * Temporal can hold (±10^8 days around 1970).
 */
export function nextOccurrence(schedule: Schedule, afterMs: number): number {
  const plainTime = parseTime(schedule.time);
  const wanted = weekdayNumbers(schedule.days);
  const { timezone } = schedule;
  const today = Temporal.Instant.fromEpochMilliseconds(Math.floor(afterMs)).toZonedDateTimeISO(timezone).toPlainDate();
  let movedOnto: Temporal.PlainDate | undefined;
  // Yesterday's may still lie ahead: a gap over midnight moves it into today.
  for (let offset = -1; offset < DATES_TO_TRY; offset += 1) {
    const date = today.add({ days: offset });
    if (!wanted.has(date.dayOfWeek)) continue;
    const occurrence = date.toZonedDateTime({ timeZone: timezone, plainTime });
    const actualDate = occurrence.toPlainDate();
    const isOwnDate = actualDate.equals(date);
    if (!isOwnDate && isLeftOut(date, timezone)) continue;
    if (movedOnto?.equals(actualDate)) continue;
    if (!isOwnDate) movedOnto = actualDate;
    if (occurrence.epochMilliseconds > afterMs) return occurrence.epochMilliseconds;
  }
  throw new RangeError(`no occurrence of ${schedule.time} within ${DATES_TO_TRY} days in ${timezone}`);
}

/** Whether the text is a time of day as `nextOccurrence` takes it. */
export function isTimeOfDay(text: string): boolean {
  return TIME_PATTERN.test(text);
}

function parseTime(text: string): Temporal.PlainTime {
  if (!isTimeOfDay(text)) throw new RangeError(`a time is HH:MM from 00:00 to 23:59, not ${JSON.stringify(text)}`);
  return Temporal.PlainTime.from(text);
}

function weekdayNumbers(days: readonly Weekday[]): ReadonlySet<number> {
  if (days.length === 0) throw new RangeError('a schedule needs at least one day of the week');
  return new Set(
    days.map((day) => {
      const index = WEEKDAYS.indexOf(day);
      if (index < 0) throw new RangeError(`a day of the week is one of ${WEEKDAYS.join(', ')}, not ${String(day)}`);
      return index + 1;
    }),
  );
}

function isLeftOut(date: Temporal.PlainDate, timezone: string): boolean {
  return !date.toZonedDateTime(timezone).toPlainDate().equals(date);
}
