// Study: what people said about topics, focus items and project steps, and the days on which they studied.

import type { ColumnDataType, CreateTableBuilder, Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await ofPerson(db, 'topic_progress', [
    ['topic_id', 'text'],
    ['status', 'text'],
    ['updated_at_ms', 'integer'],
  ])
    .addPrimaryKeyConstraint('topic_progress_key', ['person_id', 'topic_id'])
    .execute();

  await createHistory(db);

  await ofPerson(db, 'focus_ticks', [
    ['topic_id', 'text'],
    ['focus_id', 'text'],
    ['ticked_at_ms', 'integer'],
  ])
    .addPrimaryKeyConstraint('focus_ticks_key', ['person_id', 'topic_id', 'focus_id'])
    .execute();

  await ofPerson(db, 'alternative_choices', [
    ['topic_id', 'text'],
    ['alternative', 'text'],
    ['chosen_at_ms', 'integer'],
  ])
    .addPrimaryKeyConstraint('alternative_choices_key', ['person_id', 'topic_id'])
    .execute();

  await ofPerson(db, 'project_ticks', [
    ['step_id', 'text'],
    ['ticked_at_ms', 'integer'],
  ])
    .addPrimaryKeyConstraint('project_ticks_key', ['person_id', 'step_id'])
    .execute();

  await ofPerson(db, 'study_days', [
    ['user_day', 'text'],
    ['timezone', 'text'],
    ['first_at_ms', 'integer'],
    ['last_at_ms', 'integer'],
    ['activities', 'integer'],
  ])
    .addPrimaryKeyConstraint('study_days_key', ['person_id', 'user_day'])
    .execute();

  await ofPerson(db, 'study_plans', [
    ['hours_per_week', 'real'],
    ['start_on', 'text'],
    ['goal_on', 'text'],
    ['made_at_ms', 'integer'],
  ])
    .addPrimaryKeyConstraint('study_plans_key', ['person_id'])
    .execute();
}

/** Numbered, so that a button can name the change it takes back. */
async function createHistory(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('topic_status_history')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement().notNull())
    .addColumn('person_id', 'text', (column) => column.notNull().references('people.id').onDelete('cascade'))
    .addColumn('topic_id', 'text', (column) => column.notNull())
    .addColumn('from_status', 'text', (column) => column.notNull())
    .addColumn('to_status', 'text', (column) => column.notNull())
    .addColumn('changed_at_ms', 'integer', (column) => column.notNull())
    .addColumn('undone_at_ms', 'integer')
    .execute();
  await db.schema
    .createIndex('topic_status_history_by_person')
    .on('topic_status_history')
    .columns(['person_id', 'id'])
    .execute();
}

/** A table whose rows go when their person goes. */
function ofPerson(
  db: Kysely<unknown>,
  name: string,
  columns: readonly (readonly [name: string, type: ColumnDataType])[],
): CreateTableBuilder<string, string> {
  let table: CreateTableBuilder<string, string> = db.schema
    .createTable(name)
    .addColumn('person_id', 'text', (column) => column.notNull().references('people.id').onDelete('cascade'));
  for (const [column, type] of columns) table = table.addColumn(column, type, (built) => built.notNull());
  return table;
}
