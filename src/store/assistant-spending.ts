// What the assistant's answers cost: tokens by person and user-day, and by UTC day for the whole bot.

import { sql } from 'kysely';
import type { AnswerCost, AssistantStore } from '../assistant/assistant-store.ts';
import type { StudypodDatabase } from './database.ts';

export function createSpendingQueries(db: StudypodDatabase): Pick<AssistantStore, 'spentByPerson' | 'spentByAll'> {
  return {
    async spentByPerson(personId, userDay) {
      const row = await db
        .selectFrom('assistant_usage')
        .select('tokens')
        .where('person_id', '=', personId)
        .where('user_day', '=', userDay)
        .executeTakeFirst();
      return row?.tokens ?? 0;
    },
    async spentByAll(utcDay) {
      const row = await db
        .selectFrom('assistant_spending')
        .selectAll()
        .where('utc_day', '=', utcDay)
        .executeTakeFirst();
      return row === undefined
        ? { uncached: 0, cacheWrite: 0, cacheRead: 0, output: 0 }
        : {
            uncached: row.uncached_tokens,
            cacheWrite: row.cache_write_tokens,
            cacheRead: row.cache_read_tokens,
            output: row.output_tokens,
          };
    },
  };
}

/** Adds to both accounts, atomically in the database, so that answers that end together lose nothing. */
export async function addSpending(
  db: StudypodDatabase,
  { personId, userDay, personTokens, utcDay, usage }: AnswerCost,
  { isPersonKnown }: { readonly isPersonKnown: boolean },
): Promise<void> {
  if (isPersonKnown && personTokens > 0) {
    await db
      .insertInto('assistant_usage')
      .values({ person_id: personId, user_day: userDay, tokens: personTokens })
      .onConflict((conflict) =>
        conflict
          .columns(['person_id', 'user_day'])
          .doUpdateSet({ tokens: sql<number>`assistant_usage.tokens + excluded.tokens` }),
      )
      .execute();
  }
  if (Object.values(usage).every((tokens) => tokens === 0)) return;
  await db
    .insertInto('assistant_spending')
    .values({
      utc_day: utcDay,
      uncached_tokens: usage.uncached,
      cache_write_tokens: usage.cacheWrite,
      cache_read_tokens: usage.cacheRead,
      output_tokens: usage.output,
    })
    .onConflict((conflict) =>
      conflict.column('utc_day').doUpdateSet({
        uncached_tokens: sql<number>`assistant_spending.uncached_tokens + excluded.uncached_tokens`,
        cache_write_tokens: sql<number>`assistant_spending.cache_write_tokens + excluded.cache_write_tokens`,
        cache_read_tokens: sql<number>`assistant_spending.cache_read_tokens + excluded.cache_read_tokens`,
        output_tokens: sql<number>`assistant_spending.output_tokens + excluded.output_tokens`,
      }),
    )
    .execute();
}
