// Reads of the quiz tables: sessions whole, and what is known of a person's cards.

import type { Kysely } from 'kysely';
import type { QuizStore } from '../quiz/quiz-store.ts';
import type { QuizSession } from '../quiz/session.ts';
import type { TopicStatus } from '../study/study-record.ts';
import { toKnownCard, toSession } from './quiz-rows.ts';
import type { Schema } from './schema.ts';

type QuizReader = Pick<
  QuizStore,
  'knownCards' | 'activityOn' | 'startedTopicIds' | 'evidence' | 'readSession' | 'findOpenSession' | 'acceptedForms'
>;

export function createQuizReader(db: Kysely<Schema>): QuizReader {
  return {
    async knownCards(personId) {
      const rows = await db
        .selectFrom('cards')
        .selectAll()
        .where('person_id', '=', personId)
        .orderBy('last_review_at_ms', 'desc')
        .orderBy('card_id')
        .execute();
      return rows.map(toKnownCard);
    },
    async activityOn(personId, userDay) {
      const row = await db
        .selectFrom('reviews')
        .select((review) => [
          review.fn.countAll<number>().as('reviews'),
          // Counts what is not null: a review without an earlier row met a new card.
          review.fn.count<number>('card_before').as('repeats'),
        ])
        .where('person_id', '=', personId)
        .where('user_day', '=', userDay)
        .executeTakeFirstOrThrow();
      return { reviews: row.reviews, newCards: row.reviews - row.repeats };
    },
    async startedTopicIds(personId) {
      const rows = await db
        .selectFrom('topic_progress')
        .select('topic_id')
        .where('person_id', '=', personId)
        .where('status', '=', 'learning' satisfies TopicStatus)
        .execute();
      return rows.map((row) => row.topic_id);
    },
    async evidence(personId) {
      const rows = await db
        .selectFrom('reviews as newest')
        .innerJoin('quiz_items', (join) =>
          join
            .onRef('quiz_items.session_id', '=', 'newest.session_id')
            .onRef('quiz_items.position', '=', 'newest.position'),
        )
        .select((row) => [
          'quiz_items.topic_id',
          row.fn.countAll<number>().as('total'),
          row.fn.countAll<number>().filterWhere('quiz_items.outcome', '=', 'right').as('right'),
        ])
        .where('newest.person_id', '=', personId)
        .where('newest.id', 'in', (ids) =>
          ids
            .selectFrom('reviews')
            .select((review) => review.fn.max('reviews.id').as('id'))
            .where('reviews.person_id', '=', personId)
            .groupBy('reviews.card_id'),
        )
        .where('quiz_items.topic_id', 'is not', null)
        .groupBy('quiz_items.topic_id')
        .orderBy('quiz_items.topic_id')
        .execute();
      return rows.flatMap((row) =>
        row.topic_id === null ? [] : [{ topicId: row.topic_id, right: row.right, total: row.total }],
      );
    },
    readSession: (sessionId) => readSession(db, sessionId),
    async findOpenSession(personId, channelId) {
      const row = await db
        .selectFrom('quiz_sessions')
        .select('id')
        .where('person_id', '=', personId)
        .where('channel_id', '=', channelId)
        .where('status', '=', 'open')
        .executeTakeFirst();
      return row === undefined ? undefined : readSession(db, row.id);
    },
    async acceptedForms(cardId) {
      const rows = await db
        .selectFrom('accepted_forms')
        .select('form')
        .where('card_id', '=', cardId)
        .orderBy('form')
        .execute();
      return rows.map((row) => row.form);
    },
  };
}

/** The session with its items, answers and reviews; undefined when there is none of that id. */
export async function readSession(db: Kysely<Schema>, sessionId: string): Promise<QuizSession | undefined> {
  const row = await db.selectFrom('quiz_sessions').selectAll().where('id', '=', sessionId).executeTakeFirst();
  if (row === undefined) return undefined;
  const items = await db
    .selectFrom('quiz_items')
    .selectAll()
    .where('session_id', '=', sessionId)
    .orderBy('position')
    .execute();
  const attempts = await db
    .selectFrom('attempts')
    .selectAll()
    .where('session_id', '=', sessionId)
    .orderBy('try_number')
    .execute();
  const reviews = await db.selectFrom('reviews').selectAll().where('session_id', '=', sessionId).execute();
  return toSession(row, items, attempts, reviews);
}
