// What the owner's commands share: they read the settings, work on the bot's database, also while it runs, and end with a code.

import { type Config, readConfig, readEnvironment } from '../config.ts';
import { DatabaseOpenError, openDatabase, type StudypodDatabase } from '../store/database.ts';

/** Returns the exit code: the work's own, or 1 with a line for each wrong setting or for a database that does not open. */
export async function runWithSettings(work: (config: Config) => Promise<number>): Promise<number> {
  const reading = readConfig(readEnvironment());
  if (reading.kind === 'faulty') {
    for (const fault of reading.faults) console.error(fault);
    return 1;
  }
  try {
    return await work(reading.config);
  } catch (fault) {
    if (!(fault instanceof DatabaseOpenError)) throw fault;
    console.error(fault.message);
    return 1;
  }
}

/** @throws DatabaseOpenError */
export async function withDatabase<T>(config: Config, work: (db: StudypodDatabase) => Promise<T>): Promise<T> {
  const database = await openDatabase(config.database.path, { besideBot: true });
  try {
    return await work(database.db);
  } finally {
    await database.close();
  }
}
