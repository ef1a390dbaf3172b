// Schedules of reminders in SQL, and what people answered to them; one transaction a change.

import type { Transaction } from 'kysely';
import type { DeliveryAction } from '../reminders/reminder.ts';
import type { ReminderStore } from '../reminders/reminder-store.ts';
import type { StudypodDatabase } from './database.ts';
import { newDeliveryRow, type ReminderRow, scheduleColumns, toDelivery, toReminder } from './reminder-rows.ts';
import type { Schema } from './schema.ts';

type ScheduleChange = Parameters<ReminderStore['setSchedule']>[0];
type Reopening = Parameters<ReminderStore['reopen']>[0];

/** Nothing left of a taper, a pause or closed DMs. */
const AFRESH = {
  status: 'active',
  paused_until_ms: null,
  unanswered_count: 0,
  dm_closed_at_ms: null,
  dm_closed_told_at_ms: null,
} as const;

export function createReminderRepository(db: StudypodDatabase): ReminderStore {
  return {
    async find(personId) {
      const row = await db.selectFrom('reminders').selectAll().where('person_id', '=', personId).executeTakeFirst();
      return row === undefined ? undefined : toReminder(row);
    },
    async hasDaily(personId, localDate) {
      const row = await db
        .selectFrom('reminder_deliveries')
        .select('id')
        .where('person_id', '=', personId)
        .where('local_date', '=', localDate)
        .where('kind', '=', 'daily')
        .executeTakeFirst();
      return row !== undefined;
    },
    setSchedule: (change) => db.transaction().execute((trx) => setSchedule(trx, change)),
    async moveOn({ personId, nextAtMs, pausedUntilMs, nowMs }) {
      await db
        .updateTable('reminders')
        .set({
          next_at_ms: nextAtMs,
          paused_until_ms: pausedUntilMs ?? null,
          last_reaction_at_ms: nowMs,
          unanswered_count: 0,
        })
        .where('person_id', '=', personId)
        .where('status', '=', 'active')
        .execute();
    },
    turnOff: (personId, nowMs) =>
      db.transaction().execute(async (trx) => {
        await trx
          .updateTable('reminders')
          .set({ status: 'off', next_at_ms: null, paused_until_ms: null, last_reaction_at_ms: nowMs })
          .where('person_id', '=', personId)
          .execute();
        await dropWaiting(trx, personId, nowMs, 'turned-off');
      }),
    async noteReaction(personId, nowMs) {
      await db
        .updateTable('reminders')
        .set({ last_reaction_at_ms: nowMs, unanswered_count: 0 })
        .where('person_id', '=', personId)
        .execute();
    },
    async lastDeliveries(personId, limit) {
      const rows = await db
        .selectFrom('reminder_deliveries')
        .selectAll()
        .where('person_id', '=', personId)
        .orderBy('local_date', 'desc')
        .orderBy('due_at_ms', 'desc')
        .limit(limit)
        .execute();
      return rows.map(toDelivery);
    },
    async findDelivery(deliveryId) {
      const row = await db
        .selectFrom('reminder_deliveries')
        .selectAll()
        .where('id', '=', deliveryId)
        .executeTakeFirst();
      return row === undefined ? undefined : toDelivery(row);
    },
    noteAction: (deliveryId, action, nowMs) =>
      db.transaction().execute((trx) => noteAction(trx, deliveryId, action, nowMs)),
    addWaiting: (delivery, actAtMs) =>
      db.transaction().execute(async (trx) => {
        const { personId, localDate, kind } = delivery;
        await trx
          .insertInto('reminder_deliveries')
          .values({ ...newDeliveryRow(delivery), act_at_ms: actAtMs })
          .onConflict((conflict) => conflict.columns(['person_id', 'local_date', 'kind']).doNothing())
          .execute();
        const row = await trx
          .selectFrom('reminder_deliveries')
          .selectAll()
          .where('person_id', '=', personId)
          .where('local_date', '=', localDate)
          .where('kind', '=', kind)
          .executeTakeFirstOrThrow();
        return toDelivery(row);
      }),
    dropWaiting: (personId, nowMs) => db.transaction().execute((trx) => dropWaiting(trx, personId, nowMs, 'replaced')),
    reopen: (change) => db.transaction().execute((trx) => reopen(trx, change)),
    async takeClosedNews(personId, nowMs) {
      // Asked at every request, and hardly ever is there any: a look needs no lock and no commit.
      const waiting = await db
        .selectFrom('reminders')
        .select('person_id')
        .where('person_id', '=', personId)
        .where('status', '=', 'dm-closed')
        .where('dm_closed_told_at_ms', 'is', null)
        .executeTakeFirst();
      if (waiting === undefined) return undefined;
      const row = await db
        .updateTable('reminders')
        .set({ dm_closed_told_at_ms: nowMs })
        .where('person_id', '=', personId)
        .where('status', '=', 'dm-closed')
        .where('dm_closed_told_at_ms', 'is', null)
        .returning('dm_closed_at_ms')
        .executeTakeFirst();
      return row?.dm_closed_at_ms ?? undefined;
    },
  };
}

async function setSchedule(trx: Transaction<Schema>, change: ScheduleChange): Promise<void> {
  const { personId, schedule, nextAtMs, channelId, nowMs } = change;
  const columns = { ...scheduleColumns(schedule), ...AFRESH, next_at_ms: nextAtMs, set_at_ms: nowMs };
  const row: ReminderRow = {
    person_id: personId,
    ...columns,
    last_sent_at_ms: null,
    last_due_at_ms: null,
    last_reaction_at_ms: nowMs,
    dm_channel_id: channelId ?? null,
  };
  await trx
    .insertInto('reminders')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet({
        ...columns,
        last_reaction_at_ms: nowMs,
        ...(channelId === undefined ? {} : { dm_channel_id: channelId }),
      }),
    )
    .execute();
  await dropWaiting(trx, personId, nowMs, 'replaced');
}

/** What was put off and never tried is dropped; what is claimed may be on its way and is left to the dispatcher. */
async function dropWaiting(
  trx: Transaction<Schema>,
  personId: string,
  nowMs: number,
  reason: 'turned-off' | 'replaced',
): Promise<void> {
  await trx
    .updateTable('reminder_deliveries')
    .set({ state: 'skipped', reason, act_at_ms: null, finished_at_ms: nowMs })
    .where('person_id', '=', personId)
    .where('state', '=', 'waiting')
    .execute();
}

async function noteAction(
  trx: Transaction<Schema>,
  deliveryId: string,
  action: DeliveryAction,
  nowMs: number,
): Promise<DeliveryAction> {
  await trx
    .updateTable('reminder_deliveries')
    .set({ action, action_at_ms: nowMs })
    .where('id', '=', deliveryId)
    .where('action', 'is', null)
    .execute();
  // A press proves that the message arrived, even if the process died before it could note so.
  await trx
    .updateTable('reminder_deliveries')
    .set({ state: 'sent', act_at_ms: null, finished_at_ms: nowMs })
    .where('id', '=', deliveryId)
    .where('state', '=', 'claimed')
    .execute();
  const row = await trx
    .selectFrom('reminder_deliveries')
    .selectAll()
    .where('id', '=', deliveryId)
    .executeTakeFirstOrThrow();
  return toDelivery(row).action ?? action;
}

async function reopen(trx: Transaction<Schema>, change: Reopening): Promise<void> {
  const { personId, nextAtMs, retryDeliveryId, nowMs } = change;
  const { numUpdatedRows } = await trx
    .updateTable('reminders')
    .set({ ...AFRESH, next_at_ms: nextAtMs, last_reaction_at_ms: nowMs })
    .where('person_id', '=', personId)
    .where('status', '=', 'dm-closed')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n || retryDeliveryId === undefined) return;
  await trx
    .updateTable('reminder_deliveries')
    .set({ state: 'waiting', reason: null, act_at_ms: nowMs, finished_at_ms: null })
    .where('id', '=', retryDeliveryId)
    .where('state', '=', 'failed')
    .where('reason', '=', 'dm-closed')
    .execute();
}
