// What people said and did about their studies, in SQL; one transaction a change.

import type { Transaction } from 'kysely';
import type { SavedPlan, StatusChange, StudyRecord, TopicStatus } from '../study/study-record.ts';
import type { StudyStore, UndoOutcome } from '../study/study-store.ts';
import type { StudypodDatabase } from './database.ts';
import type { Schema } from './schema.ts';
import { recordStudyDay } from './study-days.ts';
import { applyRenames, countPeople } from './study-renames.ts';
import { loadAccomplishments, loadStudyRecord, toStatus, toStatusChange } from './study-rows.ts';

type Change = Parameters<StudyStore['setStatus']>[0];
type FocusChange = Parameters<StudyStore['setFocusTicks']>[0];
type StepChange = Parameters<StudyStore['setProjectTicks']>[0];

export function createStudyRepository(db: StudypodDatabase): StudyStore {
  return {
    load: (personId): Promise<StudyRecord> =>
      db
        .transaction()
        .setAccessMode('read only')
        .execute((trx) => loadStudyRecord(trx, personId)),
    setStatus: (change) => db.transaction().execute((trx) => setStatus(trx, change)),
    undo: (personId, changeId, nowMs) => db.transaction().execute((trx) => undo(trx, personId, changeId, nowMs)),
    async history(personId, topicId, limit) {
      const rows = await db
        .selectFrom('topic_status_history')
        .selectAll()
        .where('person_id', '=', personId)
        .where('topic_id', '=', topicId)
        .where('undone_at_ms', 'is', null)
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(toStatusChange);
    },
    setFocusTicks: (change) => db.transaction().execute((trx) => setFocusTicks(trx, change)),
    setProjectTicks: (change) => db.transaction().execute((trx) => setProjectTicks(trx, change)),
    choose: (personId, topicId, alternative, nowMs) => choose(db, personId, topicId, alternative, nowMs),
    accomplishedSince: (personId, sinceMs) =>
      db
        .transaction()
        .setAccessMode('read only')
        .execute((trx) => loadAccomplishments(trx, personId, sinceMs)),
    savePlan: (personId, plan) => savePlan(db, personId, plan),
    countPeople: () => countPeople(db),
    applyRenames: (renames) => db.transaction().execute((trx) => applyRenames(trx, renames)),
  };
}

async function setStatus(trx: Transaction<Schema>, change: Change): Promise<StatusChange | undefined> {
  const { personId, topicId, to, moment } = change;
  const from = await statusOf(trx, personId, topicId);
  if (from === to) return undefined;
  await writeStatus(trx, personId, topicId, to, moment.atMs);
  const { id } = await trx
    .insertInto('topic_status_history')
    .values({
      person_id: personId,
      topic_id: topicId,
      from_status: from,
      to_status: to,
      changed_at_ms: moment.atMs,
      undone_at_ms: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (to === 'learning' || to === 'done') await recordStudyDay(trx, personId, moment);
  return { id, topicId, from, to, changedAtMs: moment.atMs };
}

async function undo(trx: Transaction<Schema>, personId: string, changeId: number, nowMs: number): Promise<UndoOutcome> {
  const row = await trx
    .selectFrom('topic_status_history')
    .selectAll()
    .where('id', '=', changeId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (row === undefined) return { kind: 'unknown' };
  if (row.undone_at_ms !== null) return { kind: 'already-undone' };
  const newer = await trx
    .selectFrom('topic_status_history')
    .select('id')
    .where('person_id', '=', personId)
    .where('topic_id', '=', row.topic_id)
    .where('id', '>', changeId)
    .where('undone_at_ms', 'is', null)
    .executeTakeFirst();
  if (newer !== undefined) return { kind: 'superseded' };
  const change = toStatusChange(row);
  await writeStatus(trx, personId, change.topicId, change.from, nowMs);
  await trx.updateTable('topic_status_history').set({ undone_at_ms: nowMs }).where('id', '=', changeId).execute();
  return { kind: 'undone', change };
}

async function statusOf(trx: Transaction<Schema>, personId: string, topicId: string): Promise<TopicStatus> {
  const row = await trx
    .selectFrom('topic_progress')
    .select('status')
    .where('person_id', '=', personId)
    .where('topic_id', '=', topicId)
    .executeTakeFirst();
  return row === undefined ? 'todo' : toStatus(row.status);
}

async function writeStatus(
  trx: Transaction<Schema>,
  personId: string,
  topicId: string,
  status: TopicStatus,
  nowMs: number,
): Promise<void> {
  await trx
    .insertInto('topic_progress')
    .values({ person_id: personId, topic_id: topicId, status, updated_at_ms: nowMs })
    .onConflict((conflict) => conflict.columns(['person_id', 'topic_id']).doUpdateSet({ status, updated_at_ms: nowMs }))
    .execute();
}

async function setFocusTicks(trx: Transaction<Schema>, change: FocusChange): Promise<void> {
  const { personId, topicId, shown, ticked, moment } = change;
  const taken = shown.filter((id) => !ticked.includes(id));
  if (taken.length > 0) {
    await trx
      .deleteFrom('focus_ticks')
      .where('person_id', '=', personId)
      .where('topic_id', '=', topicId)
      .where('focus_id', 'in', taken)
      .execute();
  }
  if (ticked.length === 0) return;
  const added = await trx
    .insertInto('focus_ticks')
    .values(ticked.map((id) => ({ person_id: personId, topic_id: topicId, focus_id: id, ticked_at_ms: moment.atMs })))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if ((added.numInsertedOrUpdatedRows ?? 0n) > 0n) await recordStudyDay(trx, personId, moment);
}

async function setProjectTicks(trx: Transaction<Schema>, change: StepChange): Promise<void> {
  const { personId, shown, ticked, moment } = change;
  const taken = shown.filter((id) => !ticked.includes(id));
  if (taken.length > 0) {
    await trx.deleteFrom('project_ticks').where('person_id', '=', personId).where('step_id', 'in', taken).execute();
  }
  if (ticked.length === 0) return;
  const added = await trx
    .insertInto('project_ticks')
    .values(ticked.map((id) => ({ person_id: personId, step_id: id, ticked_at_ms: moment.atMs })))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if ((added.numInsertedOrUpdatedRows ?? 0n) > 0n) await recordStudyDay(trx, personId, moment);
}

async function choose(
  db: StudypodDatabase,
  personId: string,
  topicId: string,
  alternative: string,
  nowMs: number,
): Promise<void> {
  await db
    .insertInto('alternative_choices')
    .values({ person_id: personId, topic_id: topicId, alternative, chosen_at_ms: nowMs })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'topic_id']).doUpdateSet({ alternative, chosen_at_ms: nowMs }),
    )
    .execute();
}

async function savePlan(db: StudypodDatabase, personId: string, plan: SavedPlan): Promise<void> {
  const values = {
    hours_per_week: plan.hoursPerWeek,
    start_on: plan.startOn,
    ends_on: plan.endsOn,
    goal_on: plan.goalOn ?? null,
    made_at_ms: plan.madeAtMs,
  };
  await db
    .insertInto('study_plans')
    .values({ person_id: personId, ...values })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(values))
    .execute();
}
