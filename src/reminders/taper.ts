// How reminders get rarer for somebody who does not react: daily, then weekly, then one question and silence.

import type { Reminder } from './reminder.ts';
import { nextOccurrence } from './schedule.ts';

/** Unanswered daily reminders after which they come weekly (product contract, section 4). */
export const DAILY_BEFORE_WEEKLY = 7;
/** Unanswered weekly reminders after which it asks and stops (product contract, section 4). */
export const WEEKLY_BEFORE_ASKING = 4;

/** A little under a week, so that the same wall-clock time a week later counts also when clocks went forward. */
const ALMOST_A_WEEK_MS = 6.5 * 24 * 3_600_000;

export type Pace = 'daily' | 'weekly' | 'ask';

/** Reminders sent since the person last studied, pressed one of the buttons or changed the settings. */
export function countUnanswered(reminder: Reminder, lastStudiedAtMs: number | undefined): number {
  const { lastSentAtMs, lastReactionAtMs, setAtMs, unansweredCount } = reminder;
  if (lastSentAtMs === undefined) return 0;
  const reactedAtMs = Math.max(setAtMs, lastReactionAtMs ?? 0, lastStudiedAtMs ?? 0);
  return reactedAtMs > lastSentAtMs ? 0 : unansweredCount;
}

export function paceOf(unansweredCount: number): Pace {
  if (unansweredCount < DAILY_BEFORE_WEEKLY) return 'daily';
  return unansweredCount < DAILY_BEFORE_WEEKLY + WEEKLY_BEFORE_ASKING ? 'weekly' : 'ask';
}

/** Whether a reminder sent now, after so many unanswered, comes once a week though the person asked for more. */
export function isTapered({ schedule, unansweredCount }: Pick<Reminder, 'schedule' | 'unansweredCount'>): boolean {
  return paceOf(unansweredCount) !== 'daily' && new Set(schedule.days).size > 1;
}

/**
 * The instant before which a tapered reminder stays silent: a week after the last one was due, at the schedule's time.
 * Undefined while the pace is daily.
 */
export function silentUntilMs(reminder: Reminder, unansweredCount: number): number | undefined {
  if (paceOf(unansweredCount) === 'daily' || reminder.lastDueAtMs === undefined) return undefined;
  return nextOccurrence(reminder.schedule, reminder.lastDueAtMs + ALMOST_A_WEEK_MS);
}
