// Quiz sessions as they begin and end: at most one open a person, and beside it those that stand in reminders.

import type { Kysely, Transaction } from 'kysely';
import type { NewSession, WriteOutcome } from '../quiz/quiz-store.ts';
import type { QuizSession, SessionStatus } from '../quiz/session.ts';
import { readSession } from './quiz-reader.ts';
import type { Schema } from './schema.ts';

/** Status of a session whose open items take answers. */
export const UNDER_WAY = ['open', 'offered'] as const satisfies readonly SessionStatus[];

/** Stores a session as the person's open one. @returns the one that it replaced, if any. */
export async function openSession(trx: Transaction<Schema>, session: NewSession): Promise<QuizSession | undefined> {
  const earlier = await trx
    .updateTable('quiz_sessions')
    .set({ status: 'replaced', ended_at_ms: session.startedAtMs })
    .where('person_id', '=', session.personId)
    .where('status', '=', 'open')
    .returning('id')
    .executeTakeFirst();
  await insertSession(trx, session, 'open');
  return earlier === undefined ? undefined : readSession(trx, earlier.id);
}

/** Stores an offer unless it is there. @returns what is there now. */
export async function offerSession(
  trx: Transaction<Schema>,
  session: NewSession,
  keepSinceMs: number,
): Promise<QuizSession> {
  await trx
    .deleteFrom('quiz_sessions')
    .where('person_id', '=', session.personId)
    .where('status', 'in', ['offered', 'overtaken'])
    .where('started_at_ms', '<', keepSinceMs)
    .execute();
  const existing = await readSession(trx, session.id);
  if (existing !== undefined) return existing;
  await insertSession(trx, session, 'offered');
  const stored = await readSession(trx, session.id);
  if (stored === undefined) throw new Error(`offer ${session.id} was stored and is not there`);
  return stored;
}

/** Ends a person's other offers of a card that was answered: whoever presses there only repeats what they have seen. */
export async function overtakeOffers(
  trx: Transaction<Schema>,
  { personId, cardId, exceptId }: { readonly personId: string; readonly cardId: string; readonly exceptId: string },
  atMs: number,
): Promise<void> {
  await trx
    .updateTable('quiz_sessions')
    .set({ status: 'overtaken', ended_at_ms: atMs })
    .where('person_id', '=', personId)
    .where('status', '=', 'offered')
    .where('id', '!=', exceptId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('quiz_items')
          .select('position')
          .whereRef('quiz_items.session_id', '=', 'quiz_sessions.id')
          .where('card_id', '=', cardId),
      ),
    )
    .execute();
}

export async function endSession(
  db: Kysely<Schema>,
  sessionId: string,
  status: 'finished' | 'stopped',
  atMs: number,
): Promise<WriteOutcome> {
  const result = await db
    .updateTable('quiz_sessions')
    .set({ status, ended_at_ms: atMs })
    .where('id', '=', sessionId)
    .where('status', 'in', UNDER_WAY)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n ? 'counted' : 'superseded';
}

async function insertSession(
  trx: Transaction<Schema>,
  session: NewSession,
  status: (typeof UNDER_WAY)[number],
): Promise<void> {
  const { id, personId, startedAtMs } = session;
  await trx
    .insertInto('people')
    .values({ id: personId, timezone: null, created_at_ms: startedAtMs })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await trx
    .insertInto('quiz_sessions')
    .values({
      id,
      person_id: personId,
      deck: session.deck,
      mode: session.mode,
      channel_id: session.channelId,
      is_direct_message: session.isDirectMessage ? 1 : 0,
      status,
      started_at_ms: startedAtMs,
      ended_at_ms: null,
    })
    .execute();
  const items = session.items.map((item, position) => ({
    session_id: id,
    position,
    card_id: item.cardId,
    topic_id: item.topicId ?? null,
    question: item.question,
    tries: 0,
    hints_used: 0,
    outcome: null,
  }));
  await trx.insertInto('quiz_items').values(items).execute();
}
