// A process that takes the write lock of the database named in its first argument, says so, and keeps it until it is ended.

import Database from 'better-sqlite3';

const database = new Database(process.argv[2] ?? '');
database.exec('BEGIN IMMEDIATE');
console.log('locked');
// Keeps the process alive, and the connection from being collected and closed; the test ends it.
setInterval(() => database.inTransaction, 60_000);
