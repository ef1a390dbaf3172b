// The ledger of reminder deliveries in SQL: what is due, who has claimed it, and what became of it.

import { sql, type Transaction } from 'kysely';
import type { Decided, DeliveryStore } from '../reminders/delivery-store.ts';
import type { ClaimedDelivery, Delivery } from '../reminders/reminder.ts';
import type { StudypodDatabase } from './database.ts';
import { type DeliveryRow, newDeliveryRow, toDelivery, toReminder } from './reminder-rows.ts';
import type { Schema } from './schema.ts';

export function createDeliveryRepository(db: StudypodDatabase): DeliveryStore {
  return {
    async findDue(nowMs, limit) {
      const rows = await db
        .selectFrom('reminders')
        .selectAll()
        .where('next_at_ms', '<=', nowMs)
        .orderBy('next_at_ms')
        .limit(limit)
        .execute();
      return rows.map(toReminder);
    },
    async lastStudiedAtMs(personIds) {
      if (personIds.length === 0) return new Map();
      const rows = await db
        .selectFrom('study_days')
        .select((row) => ['person_id', row.fn.max('last_at_ms').as('last_at_ms')])
        .where('person_id', 'in', [...personIds])
        .groupBy('person_id')
        .execute();
      return new Map(rows.map((row) => [row.person_id, row.last_at_ms]));
    },
    claim: (decided, nowMs, leaseUntilMs) =>
      db.transaction().execute((trx) => claim(trx, decided, nowMs, leaseUntilMs)),
    reclaim: (nowMs, leaseUntilMs, limit) =>
      db.transaction().execute((trx) => reclaim(trx, nowMs, leaseUntilMs, limit)),
    recordSent: (deliveryId, sent) => db.transaction().execute((trx) => recordSent(trx, deliveryId, sent)),
    async recordUnsent(deliveryId, { state, reason, atMs }) {
      await db
        .updateTable('reminder_deliveries')
        .set({ state, reason, act_at_ms: null, finished_at_ms: atMs })
        .where('id', '=', deliveryId)
        .where('state', 'in', ['waiting', 'claimed'])
        .execute();
    },
    recordClosed: (deliveryId, atMs) => db.transaction().execute((trx) => recordClosed(trx, deliveryId, atMs)),
    async postpone(deliveryId, actAtMs) {
      await db
        .updateTable('reminder_deliveries')
        .set({ act_at_ms: actAtMs })
        .where('id', '=', deliveryId)
        .where('state', '=', 'claimed')
        .execute();
    },
    async release(deliveryIds, nowMs) {
      if (deliveryIds.length === 0) return;
      await db
        .updateTable('reminder_deliveries')
        .set((row) => ({ act_at_ms: nowMs, attempts: row('attempts', '-', 1) }))
        .where('id', 'in', [...deliveryIds])
        .where('state', '=', 'claimed')
        .execute();
    },
    async forgetBefore(dueBeforeMs, limit) {
      // Rows are numbered as they are stored, so the oldest are found without an index that every claim would have to keep.
      const stored = sql.ref<number>('rowid');
      const oldest = db.selectFrom('reminder_deliveries').select(stored.as('number')).orderBy(stored).limit(limit);
      const { numDeletedRows } = await db
        .deleteFrom('reminder_deliveries')
        .where(stored, 'in', oldest)
        .where('due_at_ms', '<', dueBeforeMs)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

async function claim(
  trx: Transaction<Schema>,
  decided: readonly Decided[],
  nowMs: number,
  leaseUntilMs: number,
): Promise<readonly ClaimedDelivery[]> {
  const claimed: ClaimedDelivery[] = [];
  for (const { reminder, decision, deliveryId } of decided) {
    if (!(await moveOn(trx, { reminder, decision }))) continue;
    if (decision.kind === 'wait') continue;
    const { personId } = reminder;
    const { localDate, form, dueAtMs } = decision;
    const fresh = newDeliveryRow({ id: deliveryId, personId, localDate, kind: 'daily', form, dueAtMs });
    const row: DeliveryRow =
      decision.kind === 'skip'
        ? { ...fresh, state: 'skipped', reason: decision.reason, finished_at_ms: nowMs }
        : {
            ...fresh,
            state: 'claimed',
            act_at_ms: leaseUntilMs,
            attempts: 1,
            first_claimed_at_ms: nowMs,
            is_late: decision.isLate ? 1 : 0,
          };
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('reminder_deliveries')
      .values(row)
      .onConflict((conflict) => conflict.columns(['person_id', 'local_date', 'kind']).doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 1n && decision.kind === 'deliver') {
      claimed.push({ delivery: toDelivery(row), reminder: { ...reminder, unansweredCount: decision.unansweredCount } });
    }
  }
  return claimed;
}

/** Whether the reminder still stood as it was read; then it is due next when the decision says. */
async function moveOn(
  trx: Transaction<Schema>,
  { reminder, decision }: Pick<Decided, 'reminder' | 'decision'>,
): Promise<boolean> {
  const stops = decision.nextAtMs === undefined;
  const { numUpdatedRows } = await trx
    .updateTable('reminders')
    .set({
      next_at_ms: decision.nextAtMs ?? null,
      unanswered_count: decision.unansweredCount,
      ...(stops ? { status: 'stopped' } : {}),
    })
    .where('person_id', '=', reminder.personId)
    .where('next_at_ms', '=', reminder.nextAtMs ?? null)
    .where('set_at_ms', '=', reminder.setAtMs)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

async function reclaim(
  trx: Transaction<Schema>,
  nowMs: number,
  leaseUntilMs: number,
  limit: number,
): Promise<readonly ClaimedDelivery[]> {
  const rows = await trx
    .selectFrom('reminder_deliveries')
    .selectAll()
    .where('act_at_ms', '<=', nowMs)
    .orderBy('act_at_ms')
    .limit(limit)
    .execute();
  const claimed: ClaimedDelivery[] = [];
  for (const row of rows) {
    const reminder = await trx
      .selectFrom('reminders')
      .selectAll()
      .where('person_id', '=', row.person_id)
      .executeTakeFirstOrThrow();
    const change = {
      state: 'claimed',
      act_at_ms: leaseUntilMs,
      attempts: row.attempts + 1,
      first_claimed_at_ms: row.first_claimed_at_ms ?? nowMs,
    };
    await trx.updateTable('reminder_deliveries').set(change).where('id', '=', row.id).execute();
    claimed.push({ delivery: toDelivery({ ...row, ...change }), reminder: toReminder(reminder) });
  }
  return claimed;
}

async function recordSent(
  trx: Transaction<Schema>,
  deliveryId: string,
  sent: Parameters<DeliveryStore['recordSent']>[1],
): Promise<void> {
  const row = await finish(
    trx,
    deliveryId,
    { state: 'sent', message_id: sent.messageId, is_late: sent.isLate ? 1 : 0 },
    sent.atMs,
  );
  if (row === undefined) return;
  const isTapered = row.kind === 'daily' && row.form === 'lesson';
  await trx
    .updateTable('reminders')
    .set((reminder) => ({
      dm_channel_id: sent.channelId,
      ...(isTapered
        ? {
            last_sent_at_ms: sent.atMs,
            last_due_at_ms: row.dueAtMs,
            unanswered_count: reminder('unanswered_count', '+', 1),
          }
        : {}),
    }))
    .where('person_id', '=', row.personId)
    .execute();
}

async function recordClosed(trx: Transaction<Schema>, deliveryId: string, atMs: number): Promise<void> {
  const row = await finish(trx, deliveryId, { state: 'failed', reason: 'dm-closed' }, atMs);
  if (row === undefined) return;
  await trx
    .updateTable('reminders')
    .set({ status: 'dm-closed', next_at_ms: null, dm_closed_at_ms: atMs, dm_closed_told_at_ms: null })
    .where('person_id', '=', row.personId)
    .where('status', 'in', ['active', 'dm-closed'])
    .execute();
}

/** Makes an open delivery final. @returns it, or undefined when it was final already or is gone. */
async function finish(
  trx: Transaction<Schema>,
  deliveryId: string,
  change: Partial<DeliveryRow>,
  atMs: number,
): Promise<Delivery | undefined> {
  const row = await trx
    .updateTable('reminder_deliveries')
    .set({ ...change, act_at_ms: null, finished_at_ms: atMs })
    .where('id', '=', deliveryId)
    .where('state', 'in', ['waiting', 'claimed'])
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? undefined : toDelivery(row);
}
