// Everything stored about one person, whatever table it is in: to hand it over, and to take it away.

import { sql } from 'kysely';
import type { PersonDataStore } from '../study/person-data.ts';
import type { StudypodDatabase } from './database.ts';

interface OwnedTable {
  readonly table: string;
  readonly column: string;
  /** Set where rows belong to the person through another table. */
  readonly through?: OwnedTable & { readonly key: string };
}

/** The export is one consistent read; the deletion reaches all that refers to the person through the foreign keys. */
export function createPersonDataRepository(db: StudypodDatabase): PersonDataStore {
  return {
    async exportAll(personId) {
      return db
        .transaction()
        .setAccessMode('read only')
        .execute(async (transaction) => {
          const data: Record<string, readonly Record<string, unknown>[]> = {};
          for (const owned of await findOwnedTables(transaction)) {
            const { rows } = await sql<
              Record<string, unknown>
            >`select * from ${sql.table(owned.table)} where ${ownedBy(owned, personId)}`.execute(transaction);
            if (rows.length > 0) data[owned.table] = rows;
          }
          return data;
        });
    },
    async deleteAll(personId) {
      await db.deleteFrom('people').where('id', '=', personId).execute();
    },
  };
}

function ownedBy(owned: OwnedTable, personId: string): ReturnType<typeof sql> {
  if (owned.through === undefined) return sql`${sql.ref(owned.column)} = ${personId}`;
  const { table, key } = owned.through;
  return sql`${sql.ref(owned.column)} in (select ${sql.ref(key)} from ${sql.table(table)} where ${ownedBy(owned.through, personId)})`;
}

/**
 * Follows the foreign keys from `people` outwards, so that a table added by a later migration is exported and deleted
 * without anybody remembering this file.
 */
async function findOwnedTables(db: StudypodDatabase): Promise<readonly OwnedTable[]> {
  const { rows } = await sql<{ child: string; column: string; parent: string; key: string }>`
    select master.name as child, fk."from" as "column", fk."table" as parent, coalesce(fk."to", 'id') as key
    from sqlite_master as master join pragma_foreign_key_list(master.name) as fk
    where master.type = 'table' order by master.name, fk.id`.execute(db);
  const owned = new Map<string, OwnedTable>([['people', { table: 'people', column: 'id' }]]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const { child, column, parent, key } of rows) {
      const owner = owned.get(parent);
      if (owned.has(child) || owner === undefined) continue;
      owned.set(
        child,
        parent === 'people' ? { table: child, column } : { table: child, column, through: { ...owner, key } },
      );
      grew = true;
    }
  }
  return [...owned.values()];
}
