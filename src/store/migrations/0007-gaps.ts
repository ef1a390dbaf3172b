// Questions that the knowledge had nothing on, counted without who asked.

import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('gaps')
    .addColumn('question', 'text', (column) => column.primaryKey().notNull())
    .addColumn('times_asked', 'integer', (column) => column.notNull())
    .addColumn('last_asked_at_ms', 'integer', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('gaps_most_asked').on('gaps').columns(['times_asked', 'last_asked_at_ms']).execute();
}
