// Moves what is kept of cards along when the knowledge calls them anew, in SQL.

import { sql, type Transaction } from 'kysely';
import type { CardRename, CardRenameStore } from '../quiz/card-renames.ts';
import type { StudypodDatabase } from './database.ts';
import type { Schema } from './schema.ts';

export function createCardRenameRepository(db: StudypodDatabase): CardRenameStore {
  return {
    async peopleByCard() {
      const learned = await db
        .selectFrom('cards')
        .select((row) => ['card_id', row.fn.countAll<number>().as('people')])
        .groupBy('card_id')
        .execute();
      const accepted = await db.selectFrom('accepted_forms').select('card_id').distinct().execute();
      return new Map([
        ...accepted.map(({ card_id }): [string, number] => [card_id, 0]),
        ...learned.map(({ card_id, people }): [string, number] => [card_id, Number(people)]),
      ]);
    },
    renameCards: (renames) =>
      db.transaction().execute(async (trx) => {
        for (const rename of renames) await renameCard(trx, rename);
      }),
  };
}

async function renameCard(trx: Transaction<Schema>, { from, to }: CardRename): Promise<void> {
  for (const table of ['cards', 'accepted_forms'] as const) {
    await sql`update or ignore ${sql.table(table)} set card_id = ${to} where card_id = ${from}`.execute(trx);
    await trx.deleteFrom(table).where('card_id', '=', from).execute();
  }
  for (const table of ['reviews', 'quiz_items', 'server_posts'] as const) {
    await trx.updateTable(table).set({ card_id: to }).where('card_id', '=', from).execute();
  }
  // An undo puts this row back.
  await sql`update reviews set card_before = json_set(card_before, '$.card_id', ${to})
    where card_id = ${to} and card_before is not null`.execute(trx);
}
