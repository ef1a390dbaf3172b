// Reminders: one schedule a person, and the ledger in which a person and local date stand once.

import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createReminders(db);
  await createDeliveries(db);
}

async function createReminders(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('reminders')
    .addColumn('person_id', 'text', (column) =>
      column.primaryKey().notNull().references('people.id').onDelete('cascade'),
    )
    .addColumn('time', 'text', (column) => column.notNull())
    .addColumn('timezone', 'text', (column) => column.notNull())
    .addColumn('days', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('next_at_ms', 'integer')
    .addColumn('paused_until_ms', 'integer')
    .addColumn('set_at_ms', 'integer', (column) => column.notNull())
    .addColumn('unanswered_count', 'integer', (column) => column.notNull())
    .addColumn('last_sent_at_ms', 'integer')
    .addColumn('last_due_at_ms', 'integer')
    .addColumn('last_reaction_at_ms', 'integer')
    .addColumn('dm_channel_id', 'text')
    .addColumn('dm_closed_at_ms', 'integer')
    .addColumn('dm_closed_told_at_ms', 'integer')
    .execute();
  await db.schema
    .createIndex('reminders_due')
    .on('reminders')
    .column('next_at_ms')
    .where(sql.ref('next_at_ms'), 'is not', null)
    .execute();
}

async function createDeliveries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('reminder_deliveries')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('person_id', 'text', (column) => column.notNull().references('people.id').onDelete('cascade'))
    .addColumn('local_date', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('form', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('due_at_ms', 'integer', (column) => column.notNull())
    .addColumn('act_at_ms', 'integer')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('first_claimed_at_ms', 'integer')
    .addColumn('finished_at_ms', 'integer')
    .addColumn('is_late', 'integer', (column) => column.notNull())
    .addColumn('message_id', 'text')
    .addColumn('action', 'text')
    .addColumn('action_at_ms', 'integer')
    .addUniqueConstraint('reminder_deliveries_once', ['person_id', 'local_date', 'kind'])
    .execute();
  await db.schema
    .createIndex('reminder_deliveries_open')
    .on('reminder_deliveries')
    .column('act_at_ms')
    .where(sql.ref('act_at_ms'), 'is not', null)
    .execute();
}
