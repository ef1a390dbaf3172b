// The quiz of servers: its settings, the cards posted, who answered what, and who is in a ranking.

import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('server_quizzes')
    .addColumn('guild_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('time', 'text', (column) => column.notNull())
    .addColumn('timezone', 'text', (column) => column.notNull())
    .addColumn('deck', 'text', (column) => column.notNull())
    .addColumn('set_at_ms', 'integer', (column) => column.notNull())
    .addColumn('next_at_ms', 'integer')
    .addColumn('is_refused', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.createIndex('server_quizzes_due').on('server_quizzes').column('next_at_ms').execute();

  await db.schema
    .createTable('server_posts')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('due_at_ms', 'integer', (column) => column.notNull())
    .addColumn('card_id', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('claimed_at_ms', 'integer', (column) => column.notNull())
    .addColumn('act_at_ms', 'integer')
    .addColumn('reveal_at_ms', 'integer', (column) => column.notNull())
    .addColumn('message_id', 'text')
    .addUniqueConstraint('server_posts_once_a_time', ['guild_id', 'due_at_ms'])
    .execute();
  await db.schema.createIndex('server_posts_to_act').on('server_posts').column('act_at_ms').execute();

  await db.schema
    .createTable('server_answers')
    .addColumn('post_id', 'text', (column) => column.notNull().references('server_posts.id').onDelete('cascade'))
    .addColumn('person_id', 'text', (column) => column.notNull().references('people.id').onDelete('cascade'))
    .addColumn('option', 'integer', (column) => column.notNull())
    .addColumn('is_right', 'integer', (column) => column.notNull())
    .addColumn('answered_at_ms', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('server_answers_key', ['post_id', 'person_id'])
    .execute();

  await db.schema
    .createTable('server_ranking')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull().references('people.id').onDelete('cascade'))
    .addColumn('joined_at_ms', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('server_ranking_key', ['guild_id', 'person_id'])
    .execute();
}
