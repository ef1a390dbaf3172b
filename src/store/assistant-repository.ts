// Answers, proposals, feedback and spending of the assistant.

import { z } from 'zod';
import type { AnswerMode } from '../assistant/answer.ts';
import type { AnswerCost, AnswerOutcome, AssistantStore, NewAnswer } from '../assistant/assistant-store.ts';
import { createProposalQueries } from './assistant-proposals.ts';
import { addSpending, createSpendingQueries } from './assistant-spending.ts';
import type { StudypodDatabase } from './database.ts';

const labels = z.array(z.string());
const LIST_LIMIT = 1_000;

export function createAssistantRepository(db: StudypodDatabase): AssistantStore {
  return {
    ...createAnswerQueries(db),
    ...createSpendingQueries(db),
    ...createProposalQueries(db),
    ...createFeedbackQueries(db),
    async forgetBefore(beforeMs) {
      await db.deleteFrom('assistant_answers').where('asked_at_ms', '<', beforeMs).execute();
    },
  };
}

function createAnswerQueries(
  db: StudypodDatabase,
): Pick<AssistantStore, 'beginAnswer' | 'endAnswer' | 'findAnswer' | 'listTurns' | 'listUncovered'> {
  return {
    async beginAnswer({ id, personId, channelId, isPublic, question, askedAtMs }: NewAnswer) {
      await db
        .insertInto('assistant_answers')
        .values({
          id,
          person_id: personId,
          channel_id: channelId,
          is_public: isPublic ? 1 : 0,
          question,
          answer: null,
          mode: null,
          reason: null,
          sources: '[]',
          is_uncovered: 0,
          asked_at_ms: askedAtMs,
          ended_at_ms: null,
        })
        .execute();
    },
    async endAnswer(id: string, outcome: AnswerOutcome, cost: AnswerCost) {
      await db.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('assistant_answers')
          .set({
            answer: outcome.text ?? null,
            mode: outcome.mode,
            reason: outcome.reason ?? null,
            sources: JSON.stringify(outcome.sources),
            is_uncovered: outcome.isUncovered ? 1 : 0,
            ended_at_ms: outcome.endedAtMs,
          })
          .where('id', '=', id)
          .where('ended_at_ms', 'is', null)
          .executeTakeFirst();
        // Gone when the person deleted their data meanwhile: then nothing of them is written again.
        await addSpending(transaction, cost, { isPersonKnown: numUpdatedRows > 0n });
      });
    },
    async findAnswer(id) {
      const row = await db
        .selectFrom('assistant_answers')
        .select(['id', 'person_id', 'question', 'mode'])
        .where('id', '=', id)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      return {
        id: row.id,
        personId: row.person_id,
        question: row.question,
        mode: row.mode === null ? undefined : readMode(row.mode),
      };
    },
    async listTurns({ kind, personId, channelId }, sinceMs, limit) {
      const rows = await db
        .selectFrom('assistant_answers')
        .select(['person_id', 'question', 'answer'])
        .where('channel_id', '=', channelId)
        .$if(kind !== 'thread', (query) => query.where('person_id', '=', personId))
        .$if(kind !== 'private', (query) => query.where('is_public', '=', 1))
        .where('asked_at_ms', '>=', sinceMs)
        .where('mode', '=', 'assistant')
        .orderBy('asked_at_ms', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows
        .toReversed()
        .flatMap(({ person_id, question, answer }) =>
          answer === null || answer === '' ? [] : [{ isOwn: person_id === personId, question, answer }],
        );
    },
    async listUncovered(sinceMs) {
      const rows = await db
        .selectFrom('assistant_answers')
        .select(['question', 'asked_at_ms'])
        .where('is_uncovered', '=', 1)
        .where('asked_at_ms', '>=', sinceMs)
        .orderBy('asked_at_ms', 'desc')
        .limit(LIST_LIMIT)
        .execute();
      return rows.map((row) => ({ question: row.question, askedAtMs: row.asked_at_ms }));
    },
  };
}

function createFeedbackQueries(db: StudypodDatabase): Pick<AssistantStore, 'giveFeedback' | 'listFeedback'> {
  return {
    async giveFeedback(answerId, personId, isHelpful, nowMs) {
      return db.transaction().execute(async (transaction) => {
        const answer = await transaction
          .selectFrom('assistant_answers')
          .select(['question', 'mode', 'reason', 'sources'])
          .where('id', '=', answerId)
          .where('person_id', '=', personId)
          .executeTakeFirst();
        if (answer?.mode == null) return false;
        const word = { is_helpful: isHelpful ? 1 : 0, given_at_ms: nowMs };
        await transaction
          .insertInto('assistant_feedback')
          .values({ answer_id: answerId, person_id: personId, ...answer, mode: answer.mode, ...word })
          .onConflict((conflict) => conflict.column('answer_id').doUpdateSet(word))
          .execute();
        return true;
      });
    },
    async listFeedback(sinceMs) {
      const rows = await db
        .selectFrom('assistant_feedback')
        .select(['question', 'mode', 'reason', 'sources', 'is_helpful', 'given_at_ms'])
        .where('given_at_ms', '>=', sinceMs)
        .orderBy('given_at_ms', 'desc')
        .limit(LIST_LIMIT)
        .execute();
      return rows.map((row) => ({
        question: row.question,
        mode: readMode(row.mode),
        reason: row.reason ?? undefined,
        sources: labels.parse(JSON.parse(row.sources)),
        isHelpful: row.is_helpful === 1,
        givenAtMs: row.given_at_ms,
      }));
    },
  };
}

function readMode(text: string): AnswerMode {
  return text === 'assistant' ? 'assistant' : 'knowledge';
}
