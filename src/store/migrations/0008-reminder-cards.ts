// Cards in reminders: a person's sessions are found by their status, beside the one that is open.

import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('quiz_sessions_by_person').on('quiz_sessions').columns(['person_id', 'status']).execute();
}
