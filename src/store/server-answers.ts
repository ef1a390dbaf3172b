// Answers to the cards of servers, and the ranking of those who joined it.

import type { Selectable, Transaction } from 'kysely';
import type { ServerAnswerOutcome, ServerPost, ServerQuizStore } from '../quiz/server/server-quiz.ts';
import type { StudypodDatabase } from './database.ts';
import type { Schema } from './schema.ts';
import type { ServerPostsTable } from './server-quiz-tables.ts';

type ServerAnswers = Pick<ServerQuizStore, 'readPost' | 'answer' | 'tally' | 'setRanked' | 'ranking'>;

export function createServerAnswers(
  db: StudypodDatabase,
  toPost: (row: Selectable<ServerPostsTable>) => ServerPost,
): ServerAnswers {
  return {
    async readPost(postId) {
      const row = await db.selectFrom('server_posts').selectAll().where('id', '=', postId).executeTakeFirst();
      return row === undefined ? undefined : toPost(row);
    },
    answer: (answer) => db.transaction().execute((trx) => recordAnswer(trx, answer)),
    async tally(postId) {
      const row = await db
        .selectFrom('server_answers')
        .select((answer) => [
          answer.fn.countAll<number>().as('answers'),
          answer.fn.countAll<number>().filterWhere('is_right', '=', 1).as('right'),
        ])
        .where('post_id', '=', postId)
        .executeTakeFirstOrThrow();
      return { answers: row.answers, right: row.right };
    },
    setRanked: (guildId, personId, isRanked, atMs) =>
      isRanked ? joinRanking(db, guildId, personId, atMs) : leaveRanking(db, guildId, personId),
    async ranking(guildId, nowMs, limit) {
      const rows = await db
        .selectFrom('server_ranking')
        .innerJoin('server_answers', 'server_answers.person_id', 'server_ranking.person_id')
        .innerJoin('server_posts', (join) =>
          join
            .onRef('server_posts.id', '=', 'server_answers.post_id')
            .onRef('server_posts.guild_id', '=', 'server_ranking.guild_id'),
        )
        .select((answer) => [
          'server_ranking.person_id',
          answer.fn.countAll<number>().as('answers'),
          answer.fn.countAll<number>().filterWhere('server_answers.is_right', '=', 1).as('right'),
        ])
        .where('server_ranking.guild_id', '=', guildId)
        // A card that still runs would give its answer away.
        .where('server_posts.reveal_at_ms', '<=', nowMs)
        .groupBy('server_ranking.person_id')
        .orderBy('right', 'desc')
        .orderBy('answers')
        .orderBy('server_ranking.person_id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ personId: row.person_id, right: row.right, answers: row.answers }));
    },
  };
}

async function recordAnswer(
  trx: Transaction<Schema>,
  answer: Parameters<ServerQuizStore['answer']>[0],
): Promise<ServerAnswerOutcome | undefined> {
  const { postId, personId, option, isRight, atMs } = answer;
  await trx
    .insertInto('people')
    .values({ id: personId, timezone: null, created_at_ms: atMs })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const post = await trx
    .selectFrom('server_posts')
    .select(['state', 'reveal_at_ms'])
    .where('id', '=', postId)
    .executeTakeFirst();
  if (post === undefined) return undefined;
  const earlier = await trx
    .selectFrom('server_answers')
    .select('option')
    .where('post_id', '=', postId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  const { state, reveal_at_ms: revealAtMs } = post;
  // A card may be answered before its sending is recorded.
  const isOpen = (state === 'posted' || state === 'claimed') && atMs < revealAtMs;
  if (!isOpen) return { kind: 'over', option: earlier?.option };
  if (earlier !== undefined) return { kind: 'late', option: earlier.option, revealAtMs };
  const row = { post_id: postId, person_id: personId, option, is_right: isRight ? 1 : 0, answered_at_ms: atMs };
  await trx.insertInto('server_answers').values(row).execute();
  return { kind: 'counted', option, revealAtMs };
}

async function joinRanking(db: StudypodDatabase, guildId: string, personId: string, atMs: number): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await trx
      .insertInto('people')
      .values({ id: personId, timezone: null, created_at_ms: atMs })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const result = await trx
      .insertInto('server_ranking')
      .values({ guild_id: guildId, person_id: personId, joined_at_ms: atMs })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return result.numInsertedOrUpdatedRows === 1n;
  });
}

async function leaveRanking(db: StudypodDatabase, guildId: string, personId: string): Promise<boolean> {
  const result = await db
    .deleteFrom('server_ranking')
    .where('guild_id', '=', guildId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}
