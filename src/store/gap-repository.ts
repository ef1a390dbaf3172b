// Questions that found nothing, in SQL; bounded, so that nobody can fill the disk by asking.

import type { GapStore } from '../knowledge/gaps.ts';
import type { StudypodDatabase } from './database.ts';

/** Rows kept. Beyond it the least and longest ago asked go. */
const MAX_ROWS = 5_000;

export function createGapRepository(db: StudypodDatabase, maxRows = MAX_ROWS): GapStore {
  return {
    async count(question, atMs) {
      await db.transaction().execute(async (trx) => {
        await trx
          .insertInto('gaps')
          .values({ question, times_asked: 1, last_asked_at_ms: atMs })
          .onConflict((conflict) =>
            conflict.column('question').doUpdateSet((row) => ({
              times_asked: row('gaps.times_asked', '+', 1),
              last_asked_at_ms: atMs,
            })),
          )
          .execute();
        const { rows } = await trx
          .selectFrom('gaps')
          .select((row) => row.fn.countAll<number>().as('rows'))
          .executeTakeFirstOrThrow();
        if (rows <= maxRows) return;
        const leastAsked = trx
          .selectFrom('gaps')
          .select('question')
          .where('question', '!=', question)
          .orderBy('times_asked')
          .orderBy('last_asked_at_ms')
          .limit(rows - maxRows);
        await trx.deleteFrom('gaps').where('question', 'in', leastAsked).execute();
      });
    },
    async list(limit) {
      const rows = await db
        .selectFrom('gaps')
        .selectAll()
        .orderBy('times_asked', 'desc')
        .orderBy('last_asked_at_ms', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        question: row.question,
        timesAsked: row.times_asked,
        lastAskedAtMs: row.last_asked_at_ms,
      }));
    },
  };
}
