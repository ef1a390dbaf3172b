// Assistant: whether others could read an answer, so that none of what was said in private comes back where they read along.

import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Of older answers it is not known, so they count as private.
  await db.schema
    .alterTable('assistant_answers')
    .addColumn('is_public', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createIndex('assistant_answers_by_channel')
    .on('assistant_answers')
    .columns(['channel_id', 'is_public', 'asked_at_ms'])
    .execute();
}
