// People and their zones.

import type { StudypodDatabase } from './database.ts';

export interface PeopleRepository {
  /** Makes the person's row if there is none; safe to call at every request and from two at once. */
  ensure(personId: string, nowMs: number): Promise<void>;
  /** The zone the person has set; undefined when they have not. */
  timezoneOf(personId: string): Promise<string | undefined>;
  /** Sets the IANA zone. The caller has checked that it exists. */
  setTimezone(personId: string, timezone: string, nowMs: number): Promise<void>;
}

export function createPeopleRepository(db: StudypodDatabase): PeopleRepository {
  return {
    async ensure(personId, nowMs) {
      // A look needs no lock and no commit, and nearly everybody who asks is known.
      const known = await db.selectFrom('people').select('id').where('id', '=', personId).executeTakeFirst();
      if (known !== undefined) return;
      await db
        .insertInto('people')
        .values({ id: personId, timezone: null, created_at_ms: nowMs })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async timezoneOf(personId) {
      const row = await db.selectFrom('people').select('timezone').where('id', '=', personId).executeTakeFirst();
      return row?.timezone ?? undefined;
    },
    async setTimezone(personId, timezone, nowMs) {
      await db
        .insertInto('people')
        .values({ id: personId, timezone, created_at_ms: nowMs })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ timezone }))
        .execute();
    },
  };
}
