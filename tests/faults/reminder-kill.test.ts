// kill -9 at every step of a delivery, against the local Discord: each person has exactly one message a date.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { createReminderWorld, DAY_MS, HOUR_MS, MINUTE_MS } from '../reminders/reminder-world.ts';
import { DEATHS, type Order } from './reminder-life.ts';

/** Issue 6 asks for two hundred. */
const KILLS = 200;

let sandbox: Sandbox;
let folder: string;
const lives = new Set<ChildProcess>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'studypod-kill-'));
  // A nonce is forgotten at once here, so that the search of the history has to hold alone; its memory is real time, and the
  // minutes that it lasts with Discord cannot be waited for 200 times.
  sandbox = await startSandbox({ servePage: async () => new Response(''), timings: { nonceLifetimeMs: 1 } });
});

afterAll(async () => {
  for (const life of lives) life.kill('SIGKILL');
  await sandbox.stop();
  rmSync(folder, { recursive: true, force: true });
});

it(`sends one message a person and date through ${KILLS} kills`, { timeout: 900_000 }, async () => {
  const path = join(folder, 'reminders.sqlite');
  const people = [sandbox.user('Ada'), sandbox.user('Linus')];
  const firstDayMs = Math.ceil(sandbox.clock.nowMs() / DAY_MS + 1) * DAY_MS;
  const setup = await createReminderWorld(firstDayMs, path);
  for (const person of people) await setup.addReminder(person.id, '08:00');
  // The channels are the sandbox's to open.
  await setup.db.updateTable('reminders').set({ dm_channel_id: null }).execute();
  await setup.close();

  const died = new Map<string, number>();
  // The next process loads while this one works, and opens the database when it gets its first order.
  let [life, nextLife] = [startLife(path), startLife(path)];
  for (let day = 0; day < KILLS; day += 1) {
    const death = DEATHS[day % DEATHS.length] ?? 'after-send';
    moveClock(firstDayMs + day * DAY_MS + 8 * HOUR_MS);
    const end = await life.carryOut({ death, nth: death.endsWith('claim') ? 0 : day % people.length });
    if (end === 'died') {
      died.set(death, (died.get(death) ?? 0) + 1);
      [life, nextLife] = [nextLife, startLife(path)];
    }
    // Past the lease.
    moveClock(sandbox.clock.nowMs() + MINUTE_MS + 1000);
    await life.carryOut({});
    for (const person of people) expect(person.dms(), `${death} on day ${day}`).toHaveLength(day + 1);
    await life.carryOut({ reactors: people.map((person) => person.id) });
  }
  for (const death of DEATHS) expect(died.get(death)).toBeGreaterThanOrEqual(Math.floor(KILLS / DEATHS.length));
});

interface Life {
  /** Has it tick once at the sandbox's present. */
  carryOut(order: Omit<Order, 'nowMs'>): Promise<'ticked' | 'died'>;
}

function startLife(path: string): Life {
  const script = join(import.meta.dirname, 'reminder-life.ts');
  const life = spawn(process.execPath, [script, path, sandbox.apiUrl, sandbox.token], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  lives.add(life);
  const lines = createInterface({ input: life.stdout })[Symbol.asyncIterator]();
  return {
    async carryOut(order) {
      life.stdin.write(`${JSON.stringify({ ...order, nowMs: Math.floor(sandbox.clock.nowMs()) } satisfies Order)}\n`);
      const line = await lines.next();
      if (line.done !== true) return 'ticked';
      if (life.exitCode === null && life.signalCode === null) await once(life, 'exit');
      expect(life.signalCode).toBe('SIGKILL');
      lives.delete(life);
      return 'died';
    },
  };
}

function moveClock(targetMs: number): void {
  sandbox.clock.advance(targetMs - sandbox.clock.nowMs());
}
