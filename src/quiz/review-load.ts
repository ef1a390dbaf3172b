// How much is due, today and on the days to come, with a backlog spread so that no day has more than one can do.

import { addDays, daysBetween, userDayOf } from '../study/user-day.ts';
import type { KnownCard } from './quiz-store.ts';
import { REVIEWS_PER_DAY } from './session-plan.ts';

export interface DayLoad {
  /** `YYYY-MM-DD`. */
  readonly userDay: string;
  readonly due: number;
}

/** Days that the forecast looks ahead, today being the first. */
export const FORECAST_DAYS = 14;

/**
 * Cards due by user-day from today on; what is overdue counts for today. What is over a day's measure moves to the next.
 * @param reviewsToday reviews already done today, which leave less room.
 */
export function forecastLoad(
  known: readonly KnownCard[],
  moment: { readonly nowMs: number; readonly timezone: string },
  reviewsToday: number,
): readonly DayLoad[] {
  const today = userDayOf(moment.nowMs, moment.timezone);
  const counts = Array.from({ length: FORECAST_DAYS }, () => 0);
  for (const { memory } of known) {
    const day = Math.max(0, daysBetween(today, userDayOf(memory.dueAtMs, moment.timezone)));
    if (day < FORECAST_DAYS) counts[day] = (counts[day] ?? 0) + 1;
  }
  let waiting = 0;
  return counts.map((count, day) => {
    const room = Math.max(0, REVIEWS_PER_DAY - (day === 0 ? reviewsToday : 0));
    const due = Math.min(room, count + waiting);
    waiting += count - due;
    return { userDay: addDays(today, day), due };
  });
}
