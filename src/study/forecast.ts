// When the list will be finished at a given pace, and how that compares with the plan.

import type { SavedPlan } from './study-record.ts';
import { addDays, daysBetween } from './user-day.ts';

/** Pace assumed for people without a plan; said to be assumed wherever it is used. */
export const ASSUMED_HOURS_PER_WEEK = 5;
/** No forecast is made beyond this: such a date tells nobody anything. */
const LONGEST_FORECAST_DAYS = 3_650;

export interface Forecast {
  readonly hoursLeft: number;
  readonly hoursPerWeek: number;
  /** True without a plan, when ASSUMED_HOURS_PER_WEEK stands in. */
  readonly isAssumed: boolean;
  /** Day on which the last hour is studied, `YYYY-MM-DD`; undefined when nothing is left, or it is over ten years off. */
  readonly endsOn: string | undefined;
  /** Days that the end lies after the plan's goal; negative when ahead. undefined without a plan. */
  readonly daysLate: number | undefined;
}

/** @param today the person's user-day. */
export function forecastEnd(hoursLeft: number, plan: SavedPlan | undefined, today: string): Forecast {
  const hoursPerWeek = plan?.hoursPerWeek ?? ASSUMED_HOURS_PER_WEEK;
  const from = plan !== undefined && daysBetween(today, plan.startOn) > 0 ? plan.startOn : today;
  const days = Math.ceil((hoursLeft / hoursPerWeek) * 7) - 1;
  const endsOn = hoursLeft <= 0 || days > LONGEST_FORECAST_DAYS ? undefined : addDays(from, Math.max(0, days));
  return {
    hoursLeft,
    hoursPerWeek,
    isAssumed: plan === undefined,
    endsOn,
    daysLate: plan === undefined || endsOn === undefined ? undefined : daysBetween(plan.goalOn, endsOn),
  };
}

/** Hours that the plan leaves from today to its goal date, that day included; undefined without a plan. */
export function hoursUntilGoal(plan: SavedPlan | undefined, today: string): number | undefined {
  if (plan === undefined) return undefined;
  const from = daysBetween(today, plan.startOn) > 0 ? plan.startOn : today;
  return (Math.max(0, daysBetween(from, plan.goalOn) + 1) / 7) * plan.hoursPerWeek;
}
