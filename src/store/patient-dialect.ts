// SQLite's dialect for a process that must go on meanwhile: a lock held elsewhere is waited for without blocking the event loop.

import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import {
  type AbortableOperationOptions,
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
} from 'kysely';

/** How long is waited for another process's lock, ms; an answer that waits for it is deferred meanwhile. */
const WAIT_MS = 2_000;
const WAIT_STEP_MS = 100;
const WAITS = WAIT_MS / WAIT_STEP_MS;
/** Statements that take the write lock by themselves; when one passes, nobody else holds it any more. */
const WRITES: ReadonlySet<string> = new Set(['InsertQueryNode', 'UpdateQueryNode', 'DeleteQueryNode']);

/**
 * Asks a locked database again for 2 s in all, and not anew for each of those who queue for the one connection: the wait is
 * shared until a write has passed. The connection's own busy timeout should be short, since it blocks the process.
 *
 * Transactions take the write lock as they begin, the one place where waiting helps: one that has read cannot wait, as its
 * reads would be out of date (SQLITE_BUSY_SNAPSHOT, https://www.sqlite.org/rescode.html#busy_snapshot). Those that only read
 * say so with `setAccessMode('read only')` and need no lock.
 */
export function patientDialect(base: Dialect): Dialect {
  return {
    createAdapter: () => base.createAdapter(),
    createIntrospector: (db) => base.createIntrospector(db),
    createQueryCompiler: () => base.createQueryCompiler(),
    createDriver: () => patientDriver(base.createDriver()),
  };
}

function patientDriver(driver: Driver): Driver {
  let patient: DatabaseConnection | undefined;
  return {
    init: (options) => driver.init(options),
    async acquireConnection(options) {
      patient ??= patientConnection(await driver.acquireConnection(options));
      return patient;
    },
    async beginTransaction(connection, { accessMode }) {
      await connection.executeQuery(CompiledQuery.raw(accessMode === 'read only' ? 'begin' : 'begin immediate'));
    },
    commitTransaction: (connection) => driver.commitTransaction(connection),
    rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
    releaseConnection: (connection, options) => driver.releaseConnection(connection, options),
    destroy: (options) => driver.destroy(options),
  };
}

function patientConnection(connection: DatabaseConnection): DatabaseConnection {
  let waitsLeft = WAITS;
  return {
    async executeQuery<R>(query: CompiledQuery, options?: AbortableOperationOptions) {
      for (;;) {
        try {
          const result = await connection.executeQuery<R>(query, options);
          if (WRITES.has(query.query.kind) || query.sql === 'begin immediate') waitsLeft = WAITS;
          return result;
        } catch (fault) {
          if (!isLocked(fault) || waitsLeft === 0) throw fault;
          waitsLeft -= 1;
          await setTimeout(WAIT_STEP_MS);
        }
      }
    },
    streamQuery: (query, chunkSize, options) => connection.streamQuery(query, chunkSize, options),
  };
}

function isLocked(fault: unknown): boolean {
  return fault instanceof Database.SqliteError && fault.code === 'SQLITE_BUSY';
}
