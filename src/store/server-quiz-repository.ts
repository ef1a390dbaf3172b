// The quiz of servers in SQL: a card is claimed once a time, an answer counts once a person, a ranking holds who joined.

import type { Selectable, Transaction } from 'kysely';
import type { CardDeck } from '../quiz/card.ts';
import type { ServerPost, ServerPostState, ServerQuiz, ServerQuizStore } from '../quiz/server/server-quiz.ts';
import type { StudypodDatabase } from './database.ts';
import type { Schema } from './schema.ts';
import { createServerAnswers } from './server-answers.ts';
import type { ServerPostsTable, ServerQuizzesTable } from './server-quiz-tables.ts';

const DECKS = { kubectl: 'kubectl', concepts: 'concepts', cloud: 'cloud' } as const satisfies {
  readonly [D in CardDeck]: D;
};
const STATES = { claimed: 'claimed', posted: 'posted', revealed: 'revealed', failed: 'failed' } as const satisfies {
  readonly [S in ServerPostState]: S;
};

export function createServerQuizRepository(db: StudypodDatabase): ServerQuizStore {
  return {
    ...createServerAnswers(db, toPost),
    async set(settings, atMs) {
      const row = {
        guild_id: settings.guildId,
        channel_id: settings.channelId,
        time: settings.time,
        timezone: settings.timezone,
        deck: settings.deck,
        set_at_ms: atMs,
        next_at_ms: settings.nextAtMs,
        is_refused: 0,
      };
      await db
        .insertInto('server_quizzes')
        .values(row)
        .onConflict((conflict) => conflict.column('guild_id').doUpdateSet(row))
        .execute();
    },
    async turnOff(guildId) {
      const result = await db
        .updateTable('server_quizzes')
        .set({ next_at_ms: null })
        .where('guild_id', '=', guildId)
        .where('next_at_ms', 'is not', null)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
    async read(guildId) {
      const row = await db.selectFrom('server_quizzes').selectAll().where('guild_id', '=', guildId).executeTakeFirst();
      return row === undefined ? undefined : toQuiz(row);
    },
    async findDue(nowMs, limit) {
      const rows = await db
        .selectFrom('server_quizzes')
        .selectAll()
        .where('next_at_ms', '<=', nowMs)
        .orderBy('next_at_ms')
        .limit(limit)
        .execute();
      return rows.map(toQuiz);
    },
    async recentCards(guildId, limit) {
      const rows = await db
        .selectFrom('server_posts')
        .select('card_id')
        .where('guild_id', '=', guildId)
        .orderBy('due_at_ms', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => row.card_id);
    },
    claim: (quiz, change) => db.transaction().execute((trx) => claim(trx, quiz, change)),
    async take(nowMs, leaseUntilMs, limit) {
      const rows = await db
        .updateTable('server_posts')
        .set((row) => ({ act_at_ms: leaseUntilMs, attempts: row('attempts', '+', 1) }))
        .where('id', 'in', (due) =>
          due.selectFrom('server_posts').select('id').where('act_at_ms', '<=', nowMs).orderBy('act_at_ms').limit(limit),
        )
        .returningAll()
        .execute();
      return rows.map(toPost);
    },
    async recordPosted(postId, messageId) {
      await db
        .updateTable('server_posts')
        .set((row) => ({
          state: STATES.posted,
          message_id: messageId,
          act_at_ms: row.ref('reveal_at_ms'),
          attempts: 0,
        }))
        .where('id', '=', postId)
        .where('state', '=', 'claimed')
        .execute();
    },
    async recordRevealed(postId) {
      await db
        .updateTable('server_posts')
        .set({ state: STATES.revealed, act_at_ms: null })
        .where('id', '=', postId)
        .where('state', '=', 'posted')
        .execute();
    },
    recordFailed: (postId, switchOff) => db.transaction().execute((trx) => recordFailed(trx, postId, switchOff)),
    async postpone(postId, actAtMs) {
      await db
        .updateTable('server_posts')
        .set({ act_at_ms: actAtMs })
        .where('id', '=', postId)
        .where('state', 'in', ['claimed', 'posted'])
        .execute();
    },
  };
}

async function claim(
  trx: Transaction<Schema>,
  quiz: ServerQuiz,
  change: Parameters<ServerQuizStore['claim']>[1],
): Promise<boolean> {
  const dueAtMs = quiz.nextAtMs;
  if (dueAtMs === undefined) return false;
  const moved = await trx
    .updateTable('server_quizzes')
    .set({ next_at_ms: change.nextAtMs })
    .where('guild_id', '=', quiz.guildId)
    .where('next_at_ms', '=', dueAtMs)
    .executeTakeFirst();
  if (moved.numUpdatedRows !== 1n) return false;
  if (change.post === undefined) return true;
  await trx
    .insertInto('server_posts')
    .values({
      id: change.post.id,
      guild_id: quiz.guildId,
      channel_id: quiz.channelId,
      due_at_ms: dueAtMs,
      card_id: change.post.cardId,
      question: change.post.question,
      state: STATES.claimed,
      attempts: 0,
      claimed_at_ms: change.nowMs,
      act_at_ms: change.nowMs,
      reveal_at_ms: change.post.revealAtMs,
      message_id: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return true;
}

async function recordFailed(trx: Transaction<Schema>, postId: string, switchOff: boolean): Promise<void> {
  const failed = await trx
    .updateTable('server_posts')
    .set({ state: STATES.failed, act_at_ms: null })
    .where('id', '=', postId)
    .where('state', '=', 'claimed')
    .returning(['guild_id', 'channel_id'])
    .executeTakeFirst();
  if (failed === undefined || !switchOff) return;
  await trx
    .updateTable('server_quizzes')
    .set({ next_at_ms: null, is_refused: 1 })
    .where('guild_id', '=', failed.guild_id)
    // Somebody may have moved the quiz to another channel meanwhile.
    .where('channel_id', '=', failed.channel_id)
    .execute();
}

function toQuiz(row: Selectable<ServerQuizzesTable>): ServerQuiz {
  return {
    guildId: row.guild_id,
    channelId: row.channel_id,
    time: row.time,
    timezone: row.timezone,
    deck: oneOf(DECKS, row.deck),
    nextAtMs: row.next_at_ms ?? undefined,
    isRefused: row.is_refused === 1,
  };
}

function toPost(row: Selectable<ServerPostsTable>): ServerPost {
  return {
    id: row.id,
    guildId: row.guild_id,
    channelId: row.channel_id,
    cardId: row.card_id,
    question: row.question,
    state: oneOf(STATES, row.state),
    attempts: row.attempts,
    claimedAtMs: row.claimed_at_ms,
    messageId: row.message_id ?? undefined,
    revealAtMs: row.reveal_at_ms,
  };
}

/** @throws RangeError when the value is none of those that the program writes. */
function oneOf<T extends string>(values: Readonly<Record<string, T>>, value: string): T {
  const found = Object.values(values).find((candidate) => candidate === value);
  if (found === undefined) throw new RangeError(`a row of the server quiz holds ${JSON.stringify(value)}`);
  return found;
}
