// Reads the database beside the running bot, for tests that look at what was kept.

import Database from 'better-sqlite3';
import type { Studypod } from './studypod.ts';

/** The caller names the columns that its query asks for. */
export function readRows<Row>({ databasePath }: Studypod, sql: string): readonly Row[] {
  const database = new Database(databasePath, { readonly: true });
  try {
    // better-sqlite3 cannot know the columns of a query.
    return database.prepare(sql).all() as Row[];
  } finally {
    database.close();
  }
}
