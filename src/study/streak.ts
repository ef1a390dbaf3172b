// Streaks: consecutive user-days with study in them; a change of zone never breaks one, and one missed day a month is repaired.

import type { StudyDay } from './study-record.ts';
import { addDays, daysBetween, type StudyMoment, userDayOf } from './user-day.ts';

export interface Streak {
  /** Days studied in the running streak; 0 when there is none. Repaired days do not count. */
  readonly days: number;
  readonly longestDays: number;
  readonly hasStudiedToday: boolean;
  /** Yesterday was missed: studying today repairs it, otherwise the streak ends with the user-day. */
  readonly needsRepairToday: boolean;
  /** User-days that were bridged in the running streak, oldest first. */
  readonly repairedDays: readonly string[];
}

/** A gap between two days of study: none, one missed user-day that can be repaired, or the end of a streak. */
type Gap =
  | { readonly kind: 'none' }
  | { readonly kind: 'one-missed'; readonly day: string }
  | { readonly kind: 'broken' };

interface Run {
  /** Index of the first day of the streak. */
  readonly start: number;
  readonly end: number;
  readonly repairs: readonly { readonly day: string; readonly index: number }[];
}

/**
 * One repair a calendar month, spent on its own and where it helps the latest streak most: a second missed day in the same
 * month moves the streak's start to just after the first one, so studying more can never shorten a streak.
 * @param days one a user-day, oldest first.
 */
export function streakOf(days: readonly StudyDay[], now: StudyMoment): Streak {
  const runs = runsOf(days);
  const longestDays = runs.reduce((longest, run) => Math.max(longest, lengthOf(run)), 0);
  const last = days.at(-1);
  const run = runs.at(-1);
  if (last === undefined || run === undefined) return noStreak(0);
  const gap = gapBetween(last, now);
  if (gap.kind === 'broken') return noStreak(longestDays);
  const kept = gap.kind === 'none' ? run : withRepair(run, gap.day, days.length);
  return {
    days: Math.max(0, days.length - kept.start),
    longestDays,
    hasStudiedToday: daysBetween(last.userDay, now.userDay) <= 0,
    needsRepairToday: gap.kind === 'one-missed',
    repairedDays: kept.repairs.map((repair) => repair.day),
  };
}

/** For each day the longest streak that ends with it. */
function runsOf(days: readonly StudyDay[]): readonly Run[] {
  const runs: Run[] = [];
  for (const [index, day] of days.entries()) {
    const before = days[index - 1];
    const run = runs.at(-1);
    const gap: Gap = before === undefined ? { kind: 'broken' } : gapBetween(before, firstMomentOf(day));
    if (run === undefined || gap.kind === 'broken') runs.push({ start: index, end: index, repairs: [] });
    else if (gap.kind === 'none') runs.push({ ...run, end: index });
    else runs.push({ ...withRepair(run, gap.day, index), end: index });
  }
  return runs;
}

/** Spends the month's repair on `day`, missed just before `index`; an earlier one of that month is given up with all before it. */
function withRepair(run: Run, day: string, index: number): Run {
  const month = day.slice(0, 7);
  const spent = run.repairs.findLast((repair) => repair.day.startsWith(month));
  const start = spent?.index ?? run.start;
  const kept = run.repairs.filter((repair) => spent === undefined || repair.index > spent.index);
  return { ...run, start, repairs: [...kept, { day, index }] };
}

/**
 * The user-days are compared as they were lived and in the zone of either end, and the smallest gap counts: whoever flies
 * over the date line skips a date without having missed a day.
 */
function gapBetween(before: StudyMoment, after: StudyMoment): Gap {
  let gapDays = daysBetween(before.userDay, after.userDay);
  // Only where the dates leave a gap: zone arithmetic is slow. Equal zones count too, since a day may have begun in another.
  if (gapDays > 1) {
    gapDays = Math.min(
      gapDays,
      daysBetween(userDayOf(before.atMs, after.timezone), after.userDay),
      daysBetween(before.userDay, userDayOf(after.atMs, before.timezone)),
    );
  }
  if (gapDays <= 1) return { kind: 'none' };
  return gapDays === 2 ? { kind: 'one-missed', day: addDays(after.userDay, -1) } : { kind: 'broken' };
}

function firstMomentOf(day: StudyDay): StudyMoment {
  return { atMs: day.firstAtMs, timezone: day.timezone, userDay: day.userDay };
}

function lengthOf(run: Run): number {
  return run.end - run.start + 1;
}

function noStreak(longestDays: number): Streak {
  return { days: 0, longestDays, hasStudiedToday: false, needsRepairToday: false, repairedDays: [] };
}
