// People: the row that everything else of a person refers to.

import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('people')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('timezone', 'text')
    .addColumn('created_at_ms', 'integer', (column) => column.notNull())
    .execute();
}
