// Follows the list's rename entries through what people recorded, and counts whom an edit of the list would touch.

import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import type { PeopleCounts, StudyRename } from '../study/orphans.ts';
import type { Schema } from './schema.ts';

/** Moves rows from old ids to new ones; where both have a row, the new one stands. Safe to repeat. */
export async function applyRenames(trx: Transaction<Schema>, renames: readonly StudyRename[]): Promise<void> {
  for (const { subject, from, to } of renames) {
    if (subject === 'topic') await renameTopic(trx, from, to);
    else if (subject === 'step') await renameStep(trx, from, to);
    else await renameFocus(trx, from, to);
  }
}

export async function countPeople(db: Kysely<Schema>): Promise<PeopleCounts> {
  const topics = await db
    .selectFrom(
      db
        .selectFrom('topic_progress')
        .select(['person_id', 'topic_id'])
        .union(db.selectFrom('focus_ticks').select(['person_id', 'topic_id']))
        .union(db.selectFrom('alternative_choices').select(['person_id', 'topic_id']))
        .as('touched'),
    )
    .select((row) => ['topic_id as id', row.fn.countAll<number>().as('people')])
    .groupBy('topic_id')
    .execute();
  const focus = await db
    .selectFrom('focus_ticks')
    .select((row) => ['topic_id', 'focus_id', row.fn.countAll<number>().as('people')])
    .groupBy(['topic_id', 'focus_id'])
    .execute();
  const steps = await db
    .selectFrom('project_ticks')
    .select((row) => ['step_id as id', row.fn.countAll<number>().as('people')])
    .groupBy('step_id')
    .execute();
  return {
    topic: new Map(topics.map((row) => [row.id, Number(row.people)])),
    focus: new Map(focus.map((row) => [`${row.topic_id}/${row.focus_id}`, Number(row.people)])),
    step: new Map(steps.map((row) => [row.id, Number(row.people)])),
  };
}

async function renameTopic(trx: Transaction<Schema>, from: string, to: string): Promise<void> {
  await copyTopicRows(trx, from, to);
  for (const table of ['topic_progress', 'focus_ticks', 'alternative_choices'] as const) {
    await trx.deleteFrom(table).where('topic_id', '=', from).execute();
  }
  await trx.updateTable('topic_status_history').set({ topic_id: to }).where('topic_id', '=', from).execute();
  // What was answered is evidence of the topic, whatever it is called now.
  await trx.updateTable('quiz_items').set({ topic_id: to }).where('topic_id', '=', from).execute();
}

async function copyTopicRows(trx: Transaction<Schema>, from: string, to: string): Promise<void> {
  await trx
    .insertInto('topic_progress')
    .columns(['person_id', 'topic_id', 'status', 'updated_at_ms'])
    .expression((row) =>
      row
        .selectFrom('topic_progress')
        .select(['person_id', text(to).as('topic_id'), 'status', 'updated_at_ms'])
        .where('topic_id', '=', from),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await trx
    .insertInto('focus_ticks')
    .columns(['person_id', 'topic_id', 'focus_id', 'ticked_at_ms'])
    .expression((row) =>
      row
        .selectFrom('focus_ticks')
        .select(['person_id', text(to).as('topic_id'), 'focus_id', 'ticked_at_ms'])
        .where('topic_id', '=', from),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await trx
    .insertInto('alternative_choices')
    .columns(['person_id', 'topic_id', 'alternative', 'chosen_at_ms'])
    .expression((row) =>
      row
        .selectFrom('alternative_choices')
        .select(['person_id', text(to).as('topic_id'), 'alternative', 'chosen_at_ms'])
        .where('topic_id', '=', from),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Ids are `topic-id/focus-id`. */
async function renameFocus(trx: Transaction<Schema>, from: string, to: string): Promise<void> {
  const [fromTopic, fromFocus] = splitFocusId(from);
  const [toTopic, toFocus] = splitFocusId(to);
  await trx
    .insertInto('focus_ticks')
    .columns(['person_id', 'topic_id', 'focus_id', 'ticked_at_ms'])
    .expression((row) =>
      row
        .selectFrom('focus_ticks')
        .select(['person_id', text(toTopic).as('topic_id'), text(toFocus).as('focus_id'), 'ticked_at_ms'])
        .where('topic_id', '=', fromTopic)
        .where('focus_id', '=', fromFocus),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await trx.deleteFrom('focus_ticks').where('topic_id', '=', fromTopic).where('focus_id', '=', fromFocus).execute();
}

async function renameStep(trx: Transaction<Schema>, from: string, to: string): Promise<void> {
  await trx
    .insertInto('project_ticks')
    .columns(['person_id', 'step_id', 'ticked_at_ms'])
    .expression((row) =>
      row
        .selectFrom('project_ticks')
        .select(['person_id', text(to).as('step_id'), 'ticked_at_ms'])
        .where('step_id', '=', from),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await trx.deleteFrom('project_ticks').where('step_id', '=', from).execute();
}

function splitFocusId(id: string): readonly [topicId: string, focusId: string] {
  const [topicId = '', focusId = ''] = id.split('/');
  return [topicId, focusId];
}

/** A value in the place of a column. */
function text(value: string): RawBuilder<string> {
  return sql<string>`${sql.val(value)}`;
}
