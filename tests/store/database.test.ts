// Opening the database: one instance a file, by a lock that dies with its process; migrations; clear lines for the operator.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { MIGRATIONS } from '../../src/store/migrations/migrations.ts';
import { createPeopleRepository } from '../../src/store/people-repository.ts';
import { createStudyRepository } from '../../src/store/study-repository.ts';

const HOLDER = fileURLToPath(new URL('./hold-database.ts', import.meta.url));
const LOCKER = fileURLToPath(new URL('./lock-database.ts', import.meta.url));

let folder: string;
let path: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'studypod-database-'));
  path = join(folder, 'deep', 'studypod.sqlite');
});

afterEach(async () => {
  for (const child of children.splice(0)) await end(child);
  rmSync(folder, { recursive: true, force: true });
});

/** Starts a process on the database; resolves with the line in which it says how that went. */
async function hold(script = HOLDER): Promise<{ readonly child: ChildProcess; readonly line: string }> {
  const child = spawn(process.execPath, [script, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  for await (const line of createInterface({ input: child.stdout })) return { child, line };
  return { child, line: '' };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

describe('one instance a file', () => {
  it('refuses a second process with a line that names the file, and lets the next one in after SIGKILL', async () => {
    const first = await hold();
    expect(first.line).toBe('open');
    const second = await hold();
    expect(second.line).toBe(`DatabaseOpenError: DATABASE_URL: another Studypod is running on ${path}; stop it first`);
    await end(first.child);
    expect(first.child.signalCode).toBe('SIGKILL');
    const third = await hold();
    expect(third.line).toBe('open');
  });

  it('refuses this process too while another one holds the file', async () => {
    await hold();
    await expect(openDatabase(path)).rejects.toThrow(/another Studypod is running/);
  });

  it('lets the file go when it is closed', async () => {
    const first = await openDatabase(path);
    await first.close();
    const second = await openDatabase(path);
    await second.close();
  });

  it('keeps what was acknowledged before a SIGKILL', async () => {
    const before = await openDatabase(path);
    await createPeopleRepository(before.db).setTimezone('1', 'Asia/Tokyo', 1);
    await before.close();
    await end((await hold()).child);
    const after = await openDatabase(path);
    expect(await createPeopleRepository(after.db).timezoneOf('1')).toBe('Asia/Tokyo');
    await after.close();
  });
});

describe('a database that another process has locked', () => {
  it('is waited for without holding up the process, given up on after about 2 s, and written to once it is free', async () => {
    const { db, close } = await openDatabase(path);
    const people = createPeopleRepository(db);
    await people.ensure('1', 1);
    const locker = await hold(LOCKER);
    expect(locker.line).toBe('locked');

    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const refused = expect(people.setTimezone('1', 'Asia/Tokyo', 1)).rejects.toThrow(/database is locked/);
    const queued = expect(people.setTimezone('1', 'Asia/Seoul', 1)).rejects.toThrow(/database is locked/);
    const startedAtMs = performance.now();
    await Promise.all([refused, queued]);
    // Whoever queues behind the first does not wait anew.
    expect(performance.now() - startedAtMs).toBeLessThan(4_500);
    // 5 s at once before; generous, since other tests share the processor.
    expect(delay.max / 1e6).toBeLessThan(1_500);
    // Who is known is looked up without the lock, alone or in a transaction that only reads.
    await people.ensure('1', 2);
    expect((await createStudyRepository(db).load('1')).ticks.size).toBe(0);

    await end(locker.child);
    await people.setTimezone('1', 'Asia/Tokyo', 1);
    expect(await people.timezoneOf('1')).toBe('Asia/Tokyo');
    await close();
  });

  it('is written to by a transaction that began while it was locked', async () => {
    const { db, close } = await openDatabase(path);
    const locker = await hold(LOCKER);
    const writing = db.transaction().execute(async (trx) => {
      const before = await createPeopleRepository(trx).timezoneOf('1');
      await createPeopleRepository(trx).setTimezone('1', 'Asia/Tokyo', 1);
      return before;
    });
    await end(locker.child);
    expect(await writing).toBeUndefined();
    expect(await createPeopleRepository(db).timezoneOf('1')).toBe('Asia/Tokyo');
    await close();
  });
});

describe('opening', () => {
  it('runs every migration once and again nothing', async () => {
    for (let round = 0; round < 2; round += 1) {
      const open = await openDatabase(path);
      const tables = await open.db.introspection.getTables();
      expect(tables.map((table) => table.name)).toContain('topic_progress');
      await open.close();
    }
    expect(Object.keys(MIGRATIONS)).toEqual([...Object.keys(MIGRATIONS)].sort());
  });

  it('holds foreign keys, so nothing is kept of somebody unknown', async () => {
    const open = await openDatabase(':memory:');
    const insert = open.db
      .insertInto('focus_ticks')
      .values({ person_id: 'nobody', topic_id: 'a', focus_id: 'b', ticked_at_ms: 1 })
      .execute();
    await expect(insert).rejects.toThrow(/FOREIGN KEY/);
    await open.close();
  });

  it('names the setting and the file when the folder cannot be made', async () => {
    writeFileSync(join(folder, 'deep'), 'a file where a folder should be');
    await expect(openDatabase(path)).rejects.toThrow(`DATABASE_URL: cannot write beside ${path}`);
  });

  it('says that a file is no database, and frees the lock again', async () => {
    const bad = join(folder, 'notes.txt');
    writeFileSync(bad, 'This is not a database, and long enough to be taken for a header of one. '.repeat(20));
    await expect(openDatabase(bad)).rejects.toThrow(`DATABASE_URL: cannot open ${bad}`);
    rmSync(bad);
    const open = await openDatabase(bad);
    await open.close();
  });
});
