// Answers of a quiz and what people remember of cards; an answer counts once, whatever is pressed at the same time.

import type { Kysely, Transaction } from 'kysely';
import type { ItemAsRead, QuizStore, Settlement, WriteOutcome } from '../quiz/quiz-store.ts';
import { commitLater } from './commit-later.ts';
import type { StudypodDatabase } from './database.ts';
import { createQuizReader } from './quiz-reader.ts';
import { toCardRow, toMemory } from './quiz-rows.ts';
import { endSession, offerSession, openSession, overtakeOffers, UNDER_WAY } from './quiz-sessions.ts';
import type { CardsTable } from './quiz-tables.ts';
import type { Schema } from './schema.ts';
import { recordStudyDay, takeBackStudyDay } from './study-days.ts';

export function createQuizRepository(db: StudypodDatabase): QuizStore {
  return {
    ...createQuizReader(db),
    openSession: (session) => db.transaction().execute((trx) => openSession(trx, session)),
    // The reminder that carries the offer is recorded after it is sent, with a commit that waits for the disk.
    offerSession: (session, keepSinceMs) => commitLater(db, (trx) => offerSession(trx, session, keepSinceMs)),
    recordMiss: (item, answer, atMs) => db.transaction().execute((trx) => recordMiss(trx, item, answer, atMs)),
    recordHint: (item) => claim(db, item, { hints_used: item.hintsUsed + 1 }),
    settleItem: (item, settlement) => db.transaction().execute((trx) => settleItem(trx, item, settlement)),
    stopSession: (sessionId, atMs) => endSession(db, sessionId, 'stopped', atMs),
    undoReview: (sessionId, position) => db.transaction().execute((trx) => undoReview(trx, sessionId, position)),
    async recordAppeal(attemptId, atMs) {
      const result = await db
        .insertInto('appeals')
        .values({ attempt_id: attemptId, status: 'pending', created_at_ms: atMs, decided_at_ms: null })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n ? 'counted' : 'superseded';
    },
  };
}

async function recordMiss(
  trx: Transaction<Schema>,
  item: ItemAsRead,
  answer: string,
  atMs: number,
): Promise<WriteOutcome> {
  const claimed = await claim(trx, item, { tries: item.tries + 1 });
  if (claimed === 'counted') await insertAttempt(trx, item, answer, false, atMs);
  return claimed;
}

async function settleItem(trx: Transaction<Schema>, item: ItemAsRead, settlement: Settlement): Promise<WriteOutcome> {
  const { outcome, answer, moment } = settlement;
  const tries = answer === undefined ? item.tries : item.tries + 1;
  const claimed = await claim(trx, item, { outcome, tries });
  if (claimed === 'superseded') return claimed;
  if (answer !== undefined) await insertAttempt(trx, item, answer, outcome === 'right', moment.atMs);
  const { personId, cardId } = await recordReview(trx, item, settlement);
  if (isStudy({ outcome, tries })) await recordStudyDay(trx, personId, moment);
  const left = await trx
    .selectFrom('quiz_items')
    .select('position')
    .where('session_id', '=', item.sessionId)
    .where('outcome', 'is', null)
    .executeTakeFirst();
  if (left === undefined) await endSession(trx, item.sessionId, 'finished', moment.atMs);
  await overtakeOffers(trx, { personId, cardId, exceptId: item.sessionId }, moment.atMs);
  return 'counted';
}

async function recordReview(
  trx: Transaction<Schema>,
  item: ItemAsRead,
  settlement: Settlement,
): Promise<{ readonly personId: string; readonly cardId: string }> {
  const { rating, moment } = settlement;
  const { person_id: personId, card_id: cardId } = await trx
    .selectFrom('quiz_items')
    .innerJoin('quiz_sessions', 'quiz_sessions.id', 'quiz_items.session_id')
    .select(['quiz_sessions.person_id', 'quiz_items.card_id'])
    .where('quiz_items.session_id', '=', item.sessionId)
    .where('quiz_items.position', '=', item.position)
    .executeTakeFirstOrThrow();
  const before = await trx
    .selectFrom('cards')
    .selectAll()
    .where('person_id', '=', personId)
    .where('card_id', '=', cardId)
    .executeTakeFirst();
  const after = settlement.schedule(before === undefined ? undefined : toMemory(before));
  await writeCard(trx, toCardRow(personId, cardId, after, rating));
  await trx
    .insertInto('reviews')
    .values({
      person_id: personId,
      card_id: cardId,
      session_id: item.sessionId,
      position: item.position,
      rating,
      reviewed_at_ms: moment.atMs,
      user_day: moment.userDay,
      next_due_at_ms: after.dueAtMs,
      card_before: before === undefined ? null : JSON.stringify(before),
    })
    .execute();
  return { personId, cardId };
}

async function undoReview(trx: Transaction<Schema>, sessionId: string, position: number): Promise<WriteOutcome> {
  // Only the newest review of a person: an older one has later grades built upon it.
  const undone = await trx
    .deleteFrom('reviews')
    .where('session_id', '=', sessionId)
    .where('position', '=', position)
    .where('id', '=', (review) =>
      review
        .selectFrom('reviews as newest')
        .innerJoin('quiz_sessions', 'quiz_sessions.person_id', 'newest.person_id')
        .where('quiz_sessions.id', '=', sessionId)
        .select((newest) => newest.fn.max('newest.id').as('id')),
    )
    .returningAll()
    .executeTakeFirst();
  if (undone === undefined) return 'superseded';
  if (undone.card_before === null) {
    await trx
      .deleteFrom('cards')
      .where('person_id', '=', undone.person_id)
      .where('card_id', '=', undone.card_id)
      .execute();
  } else {
    // Written by recordReview from a row of this very table.
    await writeCard(trx, JSON.parse(undone.card_before) as CardsTable);
  }
  const item = trx
    .selectFrom('quiz_items')
    .select(['outcome', 'tries'])
    .where('session_id', '=', sessionId)
    .where('position', '=', position);
  if (isStudy(await item.executeTakeFirstOrThrow())) {
    await takeBackStudyDay(trx, undone.person_id, undone.user_day);
  }
  await trx
    .updateTable('quiz_items')
    .set({ outcome: 'undone' })
    .where('session_id', '=', sessionId)
    .where('position', '=', position)
    .execute();
  return 'counted';
}

/** Whether the settled item makes a day one of study: giving up at once does not, giving up after a try does. */
function isStudy({ outcome, tries }: { readonly outcome: string | null; readonly tries: number }): boolean {
  return outcome !== 'skipped' || tries > 0;
}

/** Changes an item only while it is open and as the caller read it: of many at once, one gets through. */
async function claim(
  db: Kysely<Schema>,
  item: ItemAsRead,
  change: { readonly outcome?: string; readonly tries?: number; readonly hints_used?: number },
): Promise<WriteOutcome> {
  const result = await db
    .updateTable('quiz_items')
    .set(change)
    .where('session_id', '=', item.sessionId)
    .where('position', '=', item.position)
    .where('outcome', 'is', null)
    .where('tries', '=', item.tries)
    .where('hints_used', '=', item.hintsUsed)
    .where('session_id', 'in', (sessions) =>
      sessions
        .selectFrom('quiz_sessions')
        .select('id')
        .where('id', '=', item.sessionId)
        .where('status', 'in', UNDER_WAY),
    )
    .executeTakeFirst();
  return result.numUpdatedRows === 1n ? 'counted' : 'superseded';
}

async function insertAttempt(
  trx: Transaction<Schema>,
  item: ItemAsRead,
  answer: string,
  isRight: boolean,
  atMs: number,
): Promise<void> {
  await trx
    .insertInto('attempts')
    .values({
      session_id: item.sessionId,
      position: item.position,
      try_number: item.tries,
      answer,
      is_right: isRight ? 1 : 0,
      answered_at_ms: atMs,
    })
    .execute();
}

async function writeCard(trx: Transaction<Schema>, row: CardsTable): Promise<void> {
  await trx
    .insertInto('cards')
    .values(row)
    .onConflict((conflict) => conflict.columns(['person_id', 'card_id']).doUpdateSet(row))
    .execute();
}
