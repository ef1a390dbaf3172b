// Appeals and their outcome: an accepted form joins its card, answers of the past turn right, and spacing is replayed.

import type { Transaction } from 'kysely';
import type { Acceptance, AppealCase, AppealStore, RegradeRules } from '../quiz/appeals.ts';
import type { StudypodDatabase } from './database.ts';
import { toCardRow, toRating } from './quiz-rows.ts';
import type { Schema } from './schema.ts';

export function createAppealRepository(db: StudypodDatabase): AppealStore {
  return {
    pending: () => readPending(db),
    accept: (id, rules, atMs) => db.transaction().execute((trx) => accept(trx, id, rules, atMs)),
    reject: (id, atMs) => decide(db, id, 'rejected', atMs),
  };
}

async function readPending(db: StudypodDatabase): Promise<readonly AppealCase[]> {
  const rows = await db
    .selectFrom('appeals')
    .innerJoin('attempts', 'attempts.id', 'appeals.attempt_id')
    .innerJoin('quiz_items', (join) =>
      join
        .onRef('quiz_items.session_id', '=', 'attempts.session_id')
        .onRef('quiz_items.position', '=', 'attempts.position'),
    )
    .select(['appeals.id', 'appeals.created_at_ms', 'attempts.answer', 'quiz_items.card_id', 'quiz_items.question'])
    .where('appeals.status', '=', 'pending')
    .orderBy('appeals.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    cardId: row.card_id,
    question: row.question,
    answer: row.answer,
    createdAtMs: row.created_at_ms,
  }));
}

async function decide(
  db: StudypodDatabase | Transaction<Schema>,
  id: number,
  status: 'accepted' | 'rejected',
  atMs: number,
): Promise<boolean> {
  const result = await db
    .updateTable('appeals')
    .set({ status, decided_at_ms: atMs })
    .where('id', '=', id)
    .where('status', '=', 'pending')
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

async function accept(
  trx: Transaction<Schema>,
  id: number,
  rules: RegradeRules,
  atMs: number,
): Promise<Acceptance | undefined> {
  // The write comes first, so that the transaction holds the file before anything is read.
  if (!(await decide(trx, id, 'accepted', atMs))) return undefined;
  const {
    card_id: cardId,
    question,
    answer,
  } = await trx
    .selectFrom('appeals')
    .innerJoin('attempts', 'attempts.id', 'appeals.attempt_id')
    .innerJoin('quiz_items', (join) =>
      join
        .onRef('quiz_items.session_id', '=', 'attempts.session_id')
        .onRef('quiz_items.position', '=', 'attempts.position'),
    )
    .select(['attempts.answer', 'quiz_items.card_id', 'quiz_items.question'])
    .where('appeals.id', '=', id)
    .executeTakeFirstOrThrow();
  const form = rules.formOf(question, answer);
  await trx
    .insertInto('accepted_forms')
    .values({ card_id: cardId, form, accepted_at_ms: atMs })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { regraded, personIds } = await regradeCard(trx, cardId, form, rules);
  for (const personId of personIds) await replayCard(trx, personId, cardId, rules);
  return { form, regraded, people: personIds.size };
}

/** Turns right what the form meets. Items still open keep their misses: the person may yet answer them. */
async function regradeCard(
  trx: Transaction<Schema>,
  cardId: string,
  form: string,
  rules: RegradeRules,
): Promise<{ readonly regraded: number; readonly personIds: ReadonlySet<string> }> {
  const wrong = await trx
    .selectFrom('attempts')
    .innerJoin('quiz_items', (join) =>
      join
        .onRef('quiz_items.session_id', '=', 'attempts.session_id')
        .onRef('quiz_items.position', '=', 'attempts.position'),
    )
    .innerJoin('quiz_sessions', 'quiz_sessions.id', 'attempts.session_id')
    .select([
      'attempts.id',
      'attempts.session_id',
      'attempts.position',
      'attempts.try_number',
      'attempts.answer',
      'quiz_items.question',
      'quiz_items.outcome',
      'quiz_items.hints_used',
      'quiz_sessions.person_id',
    ])
    .where('quiz_items.card_id', '=', cardId)
    .where('quiz_items.outcome', 'is not', null)
    .where('attempts.is_right', '=', 0)
    // Later tries first, so that the earliest one met decides the grade.
    .orderBy('attempts.try_number', 'desc')
    .orderBy('attempts.id')
    .execute();
  const personIds = new Set<string>();
  const items = new Set<string>();
  for (const row of wrong) {
    if (!rules.isMet(form, row.question, row.answer)) continue;
    await trx.updateTable('attempts').set({ is_right: 1 }).where('id', '=', row.id).execute();
    if (row.outcome === 'undone') continue;
    await trx
      .updateTable('quiz_items')
      .set({ outcome: 'right' })
      .where('session_id', '=', row.session_id)
      .where('position', '=', row.position)
      .execute();
    await trx
      .updateTable('reviews')
      .set({ rating: rules.rate(row.hints_used, row.try_number) })
      .where('session_id', '=', row.session_id)
      .where('position', '=', row.position)
      .execute();
    personIds.add(row.person_id);
    items.add(`${row.session_id}/${row.position}`);
  }
  return { regraded: items.size, personIds };
}

/** Works out the person's memory of the card anew from its whole review log. */
async function replayCard(
  trx: Transaction<Schema>,
  personId: string,
  cardId: string,
  rules: RegradeRules,
): Promise<void> {
  const reviews = await trx
    .selectFrom('reviews')
    .select(['id', 'rating', 'reviewed_at_ms'])
    .where('person_id', '=', personId)
    .where('card_id', '=', cardId)
    .orderBy('id')
    .execute();
  const { before, after } = rules.replay(
    reviews.map((review) => ({ atMs: review.reviewed_at_ms, rating: toRating(review.rating) })),
  );
  for (const [index, review] of reviews.entries()) {
    const memoryBefore = before[index];
    const ratingBefore = reviews[index - 1]?.rating;
    const memoryAfter = before[index + 1] ?? after;
    await trx
      .updateTable('reviews')
      .set({
        ...(memoryAfter === undefined ? {} : { next_due_at_ms: memoryAfter.dueAtMs }),
        card_before:
          memoryBefore === undefined || ratingBefore === undefined
            ? null
            : JSON.stringify(toCardRow(personId, cardId, memoryBefore, toRating(ratingBefore))),
      })
      .where('id', '=', review.id)
      .execute();
  }
  const newest = reviews.at(-1);
  if (after === undefined || newest === undefined) return;
  await trx
    .updateTable('cards')
    .set(toCardRow(personId, cardId, after, toRating(newest.rating)))
    .where('person_id', '=', personId)
    .where('card_id', '=', cardId)
    .execute();
}
