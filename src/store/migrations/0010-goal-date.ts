// Goal dates: the end that a plan promises gets its own name, beside the day by which the person wants to be through.

import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('study_plans').renameColumn('goal_on', 'ends_on').execute();
  await db.schema.alterTable('study_plans').addColumn('goal_on', 'text').execute();
}
