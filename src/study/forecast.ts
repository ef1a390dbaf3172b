// When the list will be finished at a given pace, and how that compares with the plan and with the person's goal.

import type { KeptPace } from './kept-pace.ts';
import type { SavedPlan } from './study-record.ts';
import { addDays, daysBetween } from './user-day.ts';

/** Pace assumed for people without a plan; said to be assumed wherever it is used. */
export const ASSUMED_HOURS_PER_WEEK = 5;
/** No forecast is made beyond this: such a date tells nobody anything. */
const LONGEST_FORECAST_DAYS = 3_650;

/** As much of a plan as the hours until its goal come from. */
type Pace = Pick<SavedPlan, 'hoursPerWeek' | 'startOn' | 'goalOn'>;

export interface Forecast {
  readonly hoursLeft: number;
  readonly hoursPerWeek: number;
  /**
   * Where the pace comes from: `kept` over the last weeks, `planned` while these say too little, `assumed` without a plan.
   */
  readonly basis: 'kept' | 'planned' | 'assumed';
  /** Weeks over which the pace was kept; 0 for other bases. */
  readonly weeksKept: number;
  /** Day on which the last hour is studied, `YYYY-MM-DD`; undefined when nothing is left, or it is over ten years off. */
  readonly endsOn: string | undefined;
  /** Days that the end lies after the end that the plan promised; negative when ahead. undefined without a plan. */
  readonly daysLate: number | undefined;
  /** The person's goal and the days that the end lies after it, negative when before; undefined without a goal ahead. */
  readonly goal: { readonly on: string; readonly daysLate: number } | undefined;
}

/**
 * @param today the person's user-day.
 * @param kept the pace really kept, if enough is known of it: then it counts, whatever was planned.
 */
export function forecastEnd(
  hoursLeft: number,
  plan: SavedPlan | undefined,
  today: string,
  kept?: KeptPace | undefined,
): Forecast {
  const hoursPerWeek = kept?.hoursPerWeek ?? plan?.hoursPerWeek ?? ASSUMED_HOURS_PER_WEEK;
  const days = Math.ceil((hoursLeft / hoursPerWeek) * 7) - 1;
  const endsOn =
    hoursLeft <= 0 || days > LONGEST_FORECAST_DAYS ? undefined : addDays(firstDay(plan, today), Math.max(0, days));
  const goalOn = goalAhead(plan, today);
  return {
    hoursLeft,
    hoursPerWeek,
    basis: kept !== undefined ? 'kept' : plan !== undefined ? 'planned' : 'assumed',
    weeksKept: kept?.weeks ?? 0,
    endsOn,
    daysLate: plan === undefined || endsOn === undefined ? undefined : daysBetween(plan.endsOn, endsOn),
    goal:
      goalOn === undefined || endsOn === undefined ? undefined : { on: goalOn, daysLate: daysBetween(goalOn, endsOn) },
  };
}

/** Hours that the plan leaves from today to the goal date, that day included; undefined without a goal ahead. */
export function hoursUntilGoal(plan: Pace | undefined, today: string): number | undefined {
  const goalOn = goalAhead(plan, today);
  if (plan === undefined || goalOn === undefined) return undefined;
  return (Math.max(0, daysBetween(firstDay(plan, today), goalOn) + 1) / 7) * plan.hoursPerWeek;
}

/** The goal date, unless it has passed: then it no longer decides anything. */
export function goalAhead(plan: Pick<SavedPlan, 'goalOn'> | undefined, today: string): string | undefined {
  return plan?.goalOn !== undefined && plan.goalOn >= today ? plan.goalOn : undefined;
}

/** Today, or the start of a plan that begins later. */
function firstDay(plan: Pick<SavedPlan, 'startOn'> | undefined, today: string): string {
  return plan !== undefined && plan.startOn > today ? plan.startOn : today;
}
