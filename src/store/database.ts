// Opens the database: one instance a file, migrated before anybody reads, with the pragmas that keep what was acknowledged.

import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { MIGRATIONS } from './migrations/migrations.ts';
import { patientDialect } from './patient-dialect.ts';
import type { Schema } from './schema.ts';

/** How long a statement waits for another process that holds the file, ms; it blocks the process, which only a start or a command may. */
const BUSY_TIMEOUT_MS = 5_000;
/** The same while the bot answers people; what takes longer is waited for by the dialect. */
const RUNNING_BUSY_TIMEOUT_MS = 20;

export type StudypodDatabase = Kysely<Schema>;

export interface OpenDatabase {
  readonly db: StudypodDatabase;
  close(): Promise<void>;
}

/** Why the database could not be opened; the message is one line for the operator. */
export class DatabaseOpenError extends Error {
  override readonly name = 'DatabaseOpenError';
}

/**
 * Opens a database for this process alone and brings it to the newest schema.
 * @param path a file path, made with its folder when absent, or `:memory:`.
 * @param options `besideBot`: for a short task of the operator; takes no lock, so that the bot may be running meanwhile.
 * @throws DatabaseOpenError when another instance holds the file, it cannot be written, or a migration fails.
 */
export async function openDatabase(path: string, options: { besideBot?: boolean } = {}): Promise<OpenDatabase> {
  const lock = path === ':memory:' || options.besideBot === true ? undefined : takeInstanceLock(path);
  try {
    const sqlite = openSqlite(path);
    const db = new Kysely<Schema>({ dialect: patientDialect(new SqliteDialect({ database: sqlite })) });
    await migrate(db, path);
    if (options.besideBot !== true) sqlite.pragma(`busy_timeout = ${RUNNING_BUSY_TIMEOUT_MS}`);
    return {
      db,
      async close() {
        await db.destroy();
        lock?.close();
      },
    };
  } catch (cause) {
    lock?.close();
    throw cause;
  }
}

/**
 * Holds an exclusive lock on a file beside the database for as long as this process lives. The lock is the operating
 * system's (fcntl, through SQLite's own locking), so it dies with the process, also on SIGKILL.
 */
function takeInstanceLock(path: string): Database.Database {
  const lockPath = `${path}.lock`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const lock = new Database(lockPath, { timeout: 0 });
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (cause) {
    if (isSqliteError(cause, 'SQLITE_BUSY')) {
      throw new DatabaseOpenError(`DATABASE_URL: another Studypod is running on ${path}; stop it first`, { cause });
    }
    throw new DatabaseOpenError(`DATABASE_URL: cannot write beside ${path} (${describe(cause)})`, { cause });
  }
}

function openSqlite(path: string): Database.Database {
  try {
    const sqlite = new Database(path, { timeout: BUSY_TIMEOUT_MS });
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('foreign_keys = ON');
    return sqlite;
  } catch (cause) {
    throw new DatabaseOpenError(`DATABASE_URL: cannot open ${path} (${describe(cause)})`, { cause });
  }
}

async function migrate(db: StudypodDatabase, path: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) {
    throw new DatabaseOpenError(`DATABASE_URL: cannot bring ${path} up to date (${describe(error)})`, { cause: error });
  }
}

function isSqliteError(value: unknown, code: string): boolean {
  return value instanceof Database.SqliteError && value.code.startsWith(code);
}

function describe(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
