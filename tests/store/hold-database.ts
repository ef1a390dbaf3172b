// A process that opens the database named in its first argument, says so or why not, and holds it until it is ended.

import { openDatabase } from '../../src/store/database.ts';

try {
  await openDatabase(process.argv[2] ?? '');
  console.log('open');
  // Keeps the process alive; the test ends it.
  setInterval(() => {}, 60_000);
} catch (cause) {
  console.log(cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause));
  process.exitCode = 1;
}
