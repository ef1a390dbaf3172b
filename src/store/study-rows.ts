// Rows of the study subject turned into the plain values that the rules work on.

import type { Selectable, Transaction } from 'kysely';
import type { Accomplishment } from '../study/kept-pace.ts';
import type { StatusChange, StudyRecord, TopicStatus } from '../study/study-record.ts';
import type { Schema } from './schema.ts';
import type { TopicStatusHistoryTable } from './study-tables.ts';

/** Reads all of one person at one instant: call it within a transaction. */
export async function loadStudyRecord(trx: Transaction<Schema>, personId: string): Promise<StudyRecord> {
  const progress = await trx.selectFrom('topic_progress').selectAll().where('person_id', '=', personId).execute();
  const choices = await trx.selectFrom('alternative_choices').selectAll().where('person_id', '=', personId).execute();
  const steps = await trx.selectFrom('project_ticks').select('step_id').where('person_id', '=', personId).execute();
  return {
    statuses: new Map(progress.map((row) => [row.topic_id, toStatus(row.status)])),
    ticks: await loadTicks(trx, personId),
    choices: new Map(choices.map((row) => [row.topic_id, row.alternative])),
    tickedSteps: new Set(steps.map((row) => row.step_id)),
    studyDays: await loadStudyDays(trx, personId),
    plan: await loadPlan(trx, personId),
  };
}

export function toStatusChange(row: Selectable<TopicStatusHistoryTable>): StatusChange {
  return {
    id: row.id,
    topicId: row.topic_id,
    from: toStatus(row.from_status),
    to: toStatus(row.to_status),
    changedAtMs: row.changed_at_ms,
  };
}

/** @throws Error when the column holds what this program never wrote. */
export function toStatus(text: string): TopicStatus {
  switch (text) {
    case 'todo':
    case 'learning':
    case 'done':
    case 'skipped':
      return text;
    default:
      throw new Error(`topic status in the database is ${JSON.stringify(text)}`);
  }
}

/** What stands as finished since an instant, in no order. */
export async function loadAccomplishments(
  trx: Transaction<Schema>,
  personId: string,
  sinceMs: number,
): Promise<readonly Accomplishment[]> {
  const topics = await trx
    .selectFrom('topic_status_history')
    .selectAll()
    .where('person_id', '=', personId)
    .where('changed_at_ms', '>=', sinceMs)
    .where('undone_at_ms', 'is', null)
    .where('to_status', '=', 'done')
    .orderBy('id')
    .execute();
  const focus = await trx
    .selectFrom('focus_ticks')
    .selectAll()
    .where('person_id', '=', personId)
    .where('ticked_at_ms', '>=', sinceMs)
    .execute();
  const steps = await trx
    .selectFrom('project_ticks')
    .selectAll()
    .where('person_id', '=', personId)
    .where('ticked_at_ms', '>=', sinceMs)
    .execute();
  // Finished more than once, the last time counts.
  const lastDone = new Map(topics.map((row) => [row.topic_id, row]));
  return [
    ...[...lastDone.values()].map((row) => ({
      kind: 'topic' as const,
      topicId: row.topic_id,
      wasStarted: row.from_status === 'learning',
      atMs: row.changed_at_ms,
    })),
    ...focus.map((row) => ({
      kind: 'focus' as const,
      topicId: row.topic_id,
      focusId: row.focus_id,
      atMs: row.ticked_at_ms,
    })),
    ...steps.map((row) => ({ kind: 'step' as const, stepId: row.step_id, atMs: row.ticked_at_ms })),
  ];
}

async function loadTicks(trx: Transaction<Schema>, personId: string): Promise<StudyRecord['ticks']> {
  const rows = await trx
    .selectFrom('focus_ticks')
    .select(['topic_id', 'focus_id'])
    .where('person_id', '=', personId)
    .execute();
  const ticks = new Map<string, Set<string>>();
  for (const row of rows) {
    const ids = ticks.get(row.topic_id) ?? new Set();
    ticks.set(row.topic_id, ids.add(row.focus_id));
  }
  return ticks;
}

async function loadStudyDays(trx: Transaction<Schema>, personId: string): Promise<StudyRecord['studyDays']> {
  const rows = await trx
    .selectFrom('study_days')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('user_day')
    .execute();
  return rows.map((row) => ({
    userDay: row.user_day,
    timezone: row.timezone,
    firstAtMs: row.first_at_ms,
    atMs: row.last_at_ms,
    activities: row.activities,
  }));
}

async function loadPlan(trx: Transaction<Schema>, personId: string): Promise<StudyRecord['plan']> {
  const row = await trx.selectFrom('study_plans').selectAll().where('person_id', '=', personId).executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    hoursPerWeek: row.hours_per_week,
    startOn: row.start_on,
    endsOn: row.ends_on,
    goalOn: row.goal_on ?? undefined,
    madeAtMs: row.made_at_ms,
  };
}
