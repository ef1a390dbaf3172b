// Quiz: what people remember of each card, the review log, sessions with their drawn questions, answers and appeals.

import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createCards(db);
  await createSessions(db);
  await createReviews(db);
  await createAppeals(db);
}

async function createCards(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('cards')
    .addColumn('person_id', 'text', (column) => column.notNull().references('people.id').onDelete('cascade'))
    .addColumn('card_id', 'text', (column) => column.notNull())
    .addColumn('due_at_ms', 'integer', (column) => column.notNull())
    .addColumn('stability', 'real', (column) => column.notNull())
    .addColumn('difficulty', 'real', (column) => column.notNull())
    .addColumn('interval_days', 'integer', (column) => column.notNull())
    .addColumn('reviews', 'integer', (column) => column.notNull())
    .addColumn('lapses', 'integer', (column) => column.notNull())
    .addColumn('last_review_at_ms', 'integer', (column) => column.notNull())
    .addColumn('last_rating', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('cards_key', ['person_id', 'card_id'])
    .execute();
}

async function createSessions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('quiz_sessions')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('person_id', 'text', (column) => column.notNull().references('people.id').onDelete('cascade'))
    .addColumn('deck', 'text', (column) => column.notNull())
    .addColumn('mode', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('is_direct_message', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('started_at_ms', 'integer', (column) => column.notNull())
    .addColumn('ended_at_ms', 'integer')
    .execute();
  // Two commands at once cannot leave a person with two open sessions.
  await db.schema
    .createIndex('quiz_sessions_one_open')
    .on('quiz_sessions')
    .column('person_id')
    .unique()
    .where(sql.ref('status'), '=', 'open')
    .execute();
  await db.schema
    .createTable('quiz_items')
    .addColumn('session_id', 'text', (column) => column.notNull().references('quiz_sessions.id').onDelete('cascade'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('card_id', 'text', (column) => column.notNull())
    .addColumn('topic_id', 'text')
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('hints_used', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('outcome', 'text')
    .addPrimaryKeyConstraint('quiz_items_key', ['session_id', 'position'])
    .execute();
}

async function createReviews(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('reviews')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement().notNull())
    .addColumn('person_id', 'text', (column) => column.notNull().references('people.id').onDelete('cascade'))
    .addColumn('card_id', 'text', (column) => column.notNull())
    .addColumn('session_id', 'text', (column) => column.notNull().references('quiz_sessions.id').onDelete('cascade'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('rating', 'integer', (column) => column.notNull())
    .addColumn('reviewed_at_ms', 'integer', (column) => column.notNull())
    .addColumn('user_day', 'text', (column) => column.notNull())
    .addColumn('next_due_at_ms', 'integer', (column) => column.notNull())
    .addColumn('card_before', 'text')
    .addUniqueConstraint('reviews_once_an_item', ['session_id', 'position'])
    .execute();
  await db.schema.createIndex('reviews_by_card').on('reviews').columns(['person_id', 'card_id', 'id']).execute();
  await db.schema.createIndex('reviews_by_day').on('reviews').columns(['person_id', 'user_day']).execute();
}

async function createAppeals(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('attempts')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement().notNull())
    .addColumn('session_id', 'text', (column) => column.notNull().references('quiz_sessions.id').onDelete('cascade'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('try_number', 'integer', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull())
    .addColumn('is_right', 'integer', (column) => column.notNull())
    .addColumn('answered_at_ms', 'integer', (column) => column.notNull())
    .addUniqueConstraint('attempts_once_a_try', ['session_id', 'position', 'try_number'])
    .execute();
  await db.schema
    .createTable('appeals')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement().notNull())
    .addColumn('attempt_id', 'integer', (column) =>
      column.notNull().unique().references('attempts.id').onDelete('cascade'),
    )
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('created_at_ms', 'integer', (column) => column.notNull())
    .addColumn('decided_at_ms', 'integer')
    .execute();
  await db.schema
    .createTable('accepted_forms')
    .addColumn('card_id', 'text', (column) => column.notNull())
    .addColumn('form', 'text', (column) => column.notNull())
    .addColumn('accepted_at_ms', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('accepted_forms_key', ['card_id', 'form'])
    .execute();
}
