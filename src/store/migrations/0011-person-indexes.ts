// Indexes by person, so that deleting somebody reads only what is theirs.

import type { Kysely } from 'kysely';

const TABLES = ['server_answers', 'server_ranking', 'assistant_proposals', 'assistant_feedback'] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of TABLES) {
    await db.schema.createIndex(`${table}_by_person`).on(table).column('person_id').execute();
  }
}
