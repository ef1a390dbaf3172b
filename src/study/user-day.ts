// The user-day: a person's calendar day in their zone, which turns at 03:00 instead of midnight; no storage, no wording.

import { Temporal } from 'temporal-polyfill';

/** Local hour at which a new user-day begins (the contract, section 4): studying past midnight still counts for the evening. */
export const ROLLOVER_HOUR = 3;

/** An instant as a person lives it: with their zone then, and the user-day it counts for. */
export interface StudyMoment {
  readonly atMs: number;
  /** IANA zone. */
  readonly timezone: string;
  /** `YYYY-MM-DD`. */
  readonly userDay: string;
}

const ROLLOVER = Temporal.PlainTime.from({ hour: ROLLOVER_HOUR });

/** Whether the text is an IANA zone name that this runtime knows, in any case; plain offsets such as `+02:00` are not zones. */
export function isTimezone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * The user-day that an instant belongs to, `YYYY-MM-DD`. Never runs backwards as time goes on, also where clocks or dates do.
 * @param timezone an IANA name for which `isTimezone` holds.
 * @throws RangeError when the zone is unknown.
 */
export function userDayOf(instantMs: number, timezone: string): string {
  return userDateOf(instantMs, timezone).toString();
}

/** The first instant after the user-day that the instant belongs to, epoch ms: the next 03:00, or the end of the gap it falls in. */
export function userDayEndMs(instantMs: number, timezone: string): number {
  return startMsOf(userDateOf(instantMs, timezone).add({ days: 1 }), timezone);
}

export function studyMomentOf(atMs: number, timezone: string): StudyMoment {
  return { atMs, timezone, userDay: userDayOf(atMs, timezone) };
}

/** Whether the text is a day of the calendar, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false;
  }
}

/** `days` after a `YYYY-MM-DD`, or before it when negative. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Whole days from one `YYYY-MM-DD` to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}

function userDateOf(instantMs: number, timezone: string): Temporal.PlainDate {
  let day = Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(timezone).toPlainDate();
  // More than one step only where a zone skipped or repeated a date (Pacific/Apia left out 2011-12-30).
  while (instantMs < startMsOf(day, timezone)) day = day.subtract({ days: 1 });
  while (instantMs >= startMsOf(day.add({ days: 1 }), timezone)) day = day.add({ days: 1 });
  return day;
}

/** 03:00 of the date; inside a gap it moves forward by the gap, in an overlap the earlier one counts. */
function startMsOf(day: Temporal.PlainDate, timezone: string): number {
  return day.toZonedDateTime({ timeZone: timezone, plainTime: ROLLOVER }).epochMilliseconds;
}
