// Assistant: answers, proposals and feedback of a person, which go with them; and what was spent, by person and by all.

import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createAnswers(db);
  await createSpending(db);
  await db.schema
    .createTable('assistant_proposals')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('answer_id', 'text', (column) => column.notNull().references('assistant_answers.id').onDelete('cascade'))
    .addColumn('person_id', 'text', (column) => column.notNull().references('people.id').onDelete('cascade'))
    .addColumn('change', 'text', (column) => column.notNull())
    .addColumn('proposed_at_ms', 'integer', (column) => column.notNull())
    .addColumn('decision', 'text')
    .addColumn('decided_at_ms', 'integer')
    .execute();
  await db.schema
    .createIndex('assistant_proposals_by_answer')
    .on('assistant_proposals')
    .columns(['answer_id'])
    .execute();
  await db.schema
    .createTable('assistant_feedback')
    .addColumn('answer_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('person_id', 'text', (column) => column.notNull().references('people.id').onDelete('cascade'))
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('mode', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('sources', 'text', (column) => column.notNull())
    .addColumn('is_helpful', 'integer', (column) => column.notNull())
    .addColumn('given_at_ms', 'integer', (column) => column.notNull())
    .execute();
}

async function createAnswers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('assistant_answers')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('person_id', 'text', (column) => column.notNull().references('people.id').onDelete('cascade'))
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('answer', 'text')
    .addColumn('mode', 'text')
    .addColumn('reason', 'text')
    .addColumn('sources', 'text', (column) => column.notNull().defaultTo('[]'))
    .addColumn('is_uncovered', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('asked_at_ms', 'integer', (column) => column.notNull())
    .addColumn('ended_at_ms', 'integer')
    .execute();
  await db.schema
    .createIndex('assistant_answers_by_conversation')
    .on('assistant_answers')
    .columns(['person_id', 'channel_id', 'asked_at_ms'])
    .execute();
  await db.schema.createIndex('assistant_answers_by_time').on('assistant_answers').columns(['asked_at_ms']).execute();
}

async function createSpending(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('assistant_usage')
    .addColumn('person_id', 'text', (column) => column.notNull().references('people.id').onDelete('cascade'))
    .addColumn('user_day', 'text', (column) => column.notNull())
    .addColumn('tokens', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('assistant_usage_key', ['person_id', 'user_day'])
    .execute();
  await db.schema
    .createTable('assistant_spending')
    .addColumn('utc_day', 'text', (column) => column.primaryKey().notNull())
    .addColumn('uncached_tokens', 'integer', (column) => column.notNull())
    .addColumn('cache_write_tokens', 'integer', (column) => column.notNull())
    .addColumn('cache_read_tokens', 'integer', (column) => column.notNull())
    .addColumn('output_tokens', 'integer', (column) => column.notNull())
    .execute();
}
