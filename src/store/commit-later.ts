// A transaction whose commit does not wait for the disk: for what is worth nothing without a later one that does.

import { type Kysely, sql, type Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/**
 * Runs a transaction that outlives the process at once, and a failure of power with the next ordinary commit: in WAL mode
 * that one brings everything before it to the disk (https://www.sqlite.org/pragma.html#pragma_synchronous). Waiting for
 * the disk blocks the whole process, so what is written for each of a crowd must not wait twice.
 */
export function commitLater<T>(db: Kysely<Schema>, work: (trx: Transaction<Schema>) => Promise<T>): Promise<T> {
  // The one connection is held throughout, so that nobody else's commit runs in between.
  return db.connection().execute(async (connection) => {
    await sql`pragma synchronous = normal`.execute(connection);
    try {
      return await connection.transaction().execute(work);
    } finally {
      await sql`pragma synchronous = full`.execute(connection);
    }
  });
}
