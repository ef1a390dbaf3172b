// Rows of the reminder tables as the domain's values, and back.

import type { Insertable, Selectable } from 'kysely';
import type {
  Delivery,
  DeliveryAction,
  DeliveryForm,
  DeliveryKind,
  DeliveryReason,
  DeliveryState,
  Reminder,
  ReminderStatus,
} from '../reminders/reminder.ts';
import type { Schedule, Weekday } from '../reminders/schedule.ts';
import type { ReminderDeliveriesTable, RemindersTable } from './reminder-tables.ts';

export type ReminderRow = Selectable<RemindersTable>;
export type DeliveryRow = Selectable<ReminderDeliveriesTable>;

export function toReminder(row: ReminderRow): Reminder {
  return {
    personId: row.person_id,
    schedule: {
      time: row.time,
      timezone: row.timezone,
      // Only this subject writes the column, with weekdays in the order of the week.
      days: row.days.split(',') as Weekday[],
    },
    // Only this subject writes the column, with values of the type.
    status: row.status as ReminderStatus,
    nextAtMs: row.next_at_ms ?? undefined,
    pausedUntilMs: row.paused_until_ms ?? undefined,
    setAtMs: row.set_at_ms,
    unansweredCount: row.unanswered_count,
    lastSentAtMs: row.last_sent_at_ms ?? undefined,
    lastDueAtMs: row.last_due_at_ms ?? undefined,
    lastReactionAtMs: row.last_reaction_at_ms ?? undefined,
    channelId: row.dm_channel_id ?? undefined,
    dmClosedAtMs: row.dm_closed_at_ms ?? undefined,
  };
}

export function toDelivery(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    personId: row.person_id,
    localDate: row.local_date,
    // Only this subject writes these columns, with values of their types.
    kind: row.kind as DeliveryKind,
    form: row.form as DeliveryForm,
    state: row.state as DeliveryState,
    reason: (row.reason ?? undefined) as DeliveryReason | undefined,
    dueAtMs: row.due_at_ms,
    actAtMs: row.act_at_ms ?? undefined,
    attempts: row.attempts,
    firstClaimedAtMs: row.first_claimed_at_ms ?? undefined,
    isLate: row.is_late === 1,
    // As above.
    action: (row.action ?? undefined) as DeliveryAction | undefined,
  };
}

export function scheduleColumns(schedule: Schedule): Pick<ReminderRow, 'time' | 'timezone' | 'days'> {
  return { time: schedule.time, timezone: schedule.timezone, days: schedule.days.join(',') };
}

/** A ledger row with nothing done to it yet. */
export function newDeliveryRow(
  delivery: Pick<Delivery, 'id' | 'personId' | 'localDate' | 'kind' | 'form' | 'dueAtMs'>,
): DeliveryRow & Insertable<ReminderDeliveriesTable> {
  return {
    id: delivery.id,
    person_id: delivery.personId,
    local_date: delivery.localDate,
    kind: delivery.kind,
    form: delivery.form,
    state: 'waiting',
    reason: null,
    due_at_ms: delivery.dueAtMs,
    act_at_ms: null,
    attempts: 0,
    first_claimed_at_ms: null,
    finished_at_ms: null,
    is_late: 0,
    message_id: null,
    action: null,
    action_at_ms: null,
  };
}
