// Recording that a person studied on a user-day, inside the transaction of whatever they did; study and quiz share it.

import type { Kysely } from 'kysely';
import type { StudyMoment } from '../study/user-day.ts';
import type { Schema } from './schema.ts';

/**
 * Notes that the person studied at a moment. Call it with the transaction that stores what they did, so that neither
 * stands without the other. One row a user-day, however often it is called; it counts the calls.
 */
export async function recordStudyDay(db: Kysely<Schema>, personId: string, moment: StudyMoment): Promise<void> {
  const { atMs, timezone, userDay } = moment;
  await db
    .insertInto('study_days')
    .values({ person_id: personId, user_day: userDay, timezone, first_at_ms: atMs, last_at_ms: atMs, activities: 1 })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'user_day']).doUpdateSet((row) => ({
        timezone,
        first_at_ms: row.fn('min', ['study_days.first_at_ms', row.val(atMs)]),
        last_at_ms: row.fn('max', ['study_days.last_at_ms', row.val(atMs)]),
        activities: row('study_days.activities', '+', 1),
      })),
    )
    .execute();
}

/** Undoes one call of `recordStudyDay`; the day goes when nothing else was recorded on it. */
export async function takeBackStudyDay(db: Kysely<Schema>, personId: string, userDay: string): Promise<void> {
  await db
    .updateTable('study_days')
    .set((row) => ({ activities: row('activities', '-', 1) }))
    .where('person_id', '=', personId)
    .where('user_day', '=', userDay)
    .execute();
  await db
    .deleteFrom('study_days')
    .where('person_id', '=', personId)
    .where('user_day', '=', userDay)
    .where('activities', '<=', 0)
    .execute();
}
