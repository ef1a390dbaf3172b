// What is to be done about a reminder that has come due: pure, from plain values to a decision.

import { Temporal } from 'temporal-polyfill';
import { userDayOf } from '../study/user-day.ts';
import type { DeliveryForm, DeliveryReason, Reminder } from './reminder.ts';
import { nextOccurrence } from './schedule.ts';
import { countUnanswered, paceOf, silentUntilMs } from './taper.ts';

/** A reminder later than this is not sent at all (product contract, section 4). */
export const MAX_LATENESS_MS = 12 * 3_600_000;
/** Beyond this a tick was missed, or an attempt failed, so the reminder says that it is late. */
const LATE_AFTER_MS = 2 * 60_000;
/** Longer than any gap between one occurrence and the next one of the same local day, shorter than two days. */
const LOOK_BACK_MS = 26 * 3_600_000;

interface Decided {
  readonly unansweredCount: number;
  /** When the reminder is due after this; undefined when it stops. */
  readonly nextAtMs: number | undefined;
}

export type Decision =
  | (Decided & {
      readonly kind: 'deliver';
      readonly localDate: string;
      readonly dueAtMs: number;
      readonly form: DeliveryForm;
      readonly isLate: boolean;
    })
  | (Decided & {
      readonly kind: 'skip';
      readonly localDate: string;
      readonly dueAtMs: number;
      readonly form: DeliveryForm;
      readonly reason: DeliveryReason;
    })
  /** Not its turn yet: reminders have become weekly. Leaves no trace in the ledger. */
  | (Decided & { readonly kind: 'wait' });

/**
 * Decides about a due reminder. After downtime only the latest of the missed ones counts.
 * @param reminder with `nextAtMs` at or before `nowMs`.
 */
export function decide(reminder: Reminder, lastStudiedAtMs: number | undefined, nowMs: number): Decision {
  const { schedule } = reminder;
  const { dueAtMs, nextAtMs } = latestDue(reminder, nowMs);
  const unansweredCount = countUnanswered(reminder, lastStudiedAtMs);
  const silentMs = silentUntilMs(reminder, unansweredCount);
  if (silentMs !== undefined && dueAtMs < silentMs) {
    return { kind: 'wait', unansweredCount, nextAtMs: silentMs };
  }
  const form = paceOf(unansweredCount) === 'ask' ? 'question' : 'lesson';
  const common = { unansweredCount, localDate: localDateOf(dueAtMs, schedule.timezone), dueAtMs, form } as const;
  const reason = reasonNotToSend({ reminder, dueAtMs, lastStudiedAtMs, nowMs });
  if (reason !== undefined) return { ...common, kind: 'skip', reason, nextAtMs };
  return {
    ...common,
    kind: 'deliver',
    isLate: isLate(dueAtMs, nowMs),
    nextAtMs: form === 'question' ? undefined : nextAtMs,
  };
}

/** Whether what was due then has to say, now, that it is late. */
export function isLate(dueAtMs: number, nowMs: number): boolean {
  return nowMs - dueAtMs > LATE_AFTER_MS;
}

/** Why a due reminder must not be sent at this instant, if there is a reason. */
export function reasonNotToSend(facts: {
  readonly reminder: Pick<Reminder, 'schedule' | 'setAtMs'>;
  readonly dueAtMs: number;
  readonly lastStudiedAtMs: number | undefined;
  readonly nowMs: number;
}): 'studied' | 'too-late' | undefined {
  const { reminder, dueAtMs, lastStudiedAtMs, nowMs } = facts;
  if (nowMs - dueAtMs > MAX_LATENESS_MS) return 'too-late';
  if (lastStudiedAtMs === undefined) return undefined;
  // Somebody who studies and then asks for a reminder later that same day wants it: only what came after counts.
  if (lastStudiedAtMs <= reminder.setAtMs) return undefined;
  const { timezone } = reminder.schedule;
  return userDayOf(lastStudiedAtMs, timezone) >= userDayOf(dueAtMs, timezone) ? 'studied' : undefined;
}

/** The local date of an instant, `YYYY-MM-DD`. */
export function localDateOf(instantMs: number, timezone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(timezone).toPlainDate().toString();
}

function latestDue(reminder: Reminder, nowMs: number): { readonly dueAtMs: number; readonly nextAtMs: number } {
  let dueAtMs = reminder.nextAtMs ?? nowMs;
  let nextAtMs = nextOccurrence(reminder.schedule, Math.max(dueAtMs, nowMs - LOOK_BACK_MS));
  while (nextAtMs <= nowMs) {
    dueAtMs = nextAtMs;
    nextAtMs = nextOccurrence(reminder.schedule, dueAtMs);
  }
  return { dueAtMs, nextAtMs };
}
