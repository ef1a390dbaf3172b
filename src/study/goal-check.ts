// How a plan stands to the person's goal date: what of it comes too late, and which pace would reach it.

import { goalAhead } from './forecast.ts';
import type { Plan, PlanItem } from './plan.ts';
import { PLAN_HOURS } from './plan-hours.ts';
import { daysBetween } from './user-day.ts';

export interface GoalCheck {
  /** `YYYY-MM-DD`. */
  readonly goalOn: string;
  /** Days that the plan ends after the goal; negative when before. */
  readonly daysLate: number;
  /** Topics and steps that would be finished after the goal, in the order of the plan. */
  readonly tooLate: readonly PlanItem[];
  /** Hours a week, to the next half, that would reach the goal; undefined when no possible pace does, or this one does. */
  readonly hoursNeeded: number | undefined;
}

/** @returns undefined without a goal ahead. */
export function checkGoal(plan: Plan, goalOn: string | undefined, today: string): GoalCheck | undefined {
  if (goalAhead({ goalOn }, today) === undefined || goalOn === undefined || plan.endOn === undefined) return undefined;
  const daysLate = daysBetween(goalOn, plan.endOn);
  const late = plan.weeks.flatMap((week) => week.entries).filter((entry) => entry.endOn > goalOn);
  const weeks = (daysBetween(plan.startOn, goalOn) + 1) / 7;
  const needed = weeks <= 0 ? Number.POSITIVE_INFINITY : Math.ceil((plan.totalHours / weeks) * 2) / 2;
  return {
    goalOn,
    daysLate,
    tooLate: [...new Set(late.map((entry) => entry.item))],
    hoursNeeded: daysLate > 0 && needed <= PLAN_HOURS.max ? needed : undefined,
  };
}
