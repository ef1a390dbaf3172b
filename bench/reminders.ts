// Measures the reminders: what a tick costs as people grow while what is due does not, and how fast schedules are computed.

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pino from 'pino';
import { createDispatcher } from '../src/reminders/dispatcher.ts';
import { nextOccurrence, WEEKDAYS } from '../src/reminders/schedule.ts';
import { openDatabase } from '../src/store/database.ts';
import { createDeliveryRepository } from '../src/store/delivery-repository.ts';
import type { Figure } from './figure.ts';
import { measureReminderLoad } from './reminder-load.ts';

const DUE = 1_000;
const FEW = 10_000;
const MANY = 1_000_000;
/** Many, since the commits of a tick wait for a disk that is now and then slow. */
const ROUNDS = 21;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** 2026-06-01 08:00 UTC; rounds follow a day apart. */
const FIRST_DUE_MS = Date.UTC(2026, 5, 1, 8);
const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Africa/Casablanca', 'Pacific/Apia'];

/** @param crowd how many reminders fall due in one minute; at 46 a second, 100,000 take 37 minutes. 0 leaves them out. */
export async function benchReminders(crowd: number): Promise<readonly Figure[]> {
  return [...(await benchTicks()), ...timeSchedules(), ...(crowd > 0 ? await benchLoad(crowd) : [])];
}

async function benchLoad(crowd: number): Promise<readonly Figure[]> {
  const load = await measureReminderLoad(crowd);
  return [
    { name: `${crowd} due in one minute: sent`, value: load.sent, unit: 'messages' },
    { name: 'people with none or more than one', value: load.wronglyServed, unit: 'people' },
    { name: 'rate', value: load.perSecond, unit: 'a second' },
    { name: '429s', value: load.tooManyRequests, unit: 'answers' },
    { name: `/explain meanwhile, median of ${load.explainMs.count}`, value: load.explainMs.p50, unit: 'ms' },
    { name: '/explain meanwhile, 99th percentile', value: load.explainMs.p99, unit: 'ms' },
  ];
}

async function benchTicks(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'studypod-bench-'));
  try {
    const few = await openCrowd(folder, FEW);
    const many = await openCrowd(folder, MANY);
    const times = {
      fewTick: [] as number[],
      manyTick: [] as number[],
      fewIdle: [] as number[],
      manyIdle: [] as number[],
    };
    // In turns, so that whatever else the machine does falls on both; the first round warms up and does not count.
    for (let round = 0; round <= ROUNDS; round += 1) {
      const [fewTimes, manyTimes] = [await few.runRound(round), await many.runRound(round)];
      if (round === 0) continue;
      times.fewTick.push(fewTimes.tickMs);
      times.manyTick.push(manyTimes.tickMs);
      times.fewIdle.push(fewTimes.idleMs);
      times.manyIdle.push(manyTimes.idleMs);
    }
    await few.close();
    await many.close();
    const [fewMs, manyMs] = [median(times.fewTick), median(times.manyTick)];
    // Of the two ticks of each round, which were made in the same moment of the machine.
    const ratios = times.manyTick.map((tickMs, round) => tickMs / (times.fewTick[round] ?? Number.NaN));
    return [
      { name: `tick, ${FEW} people, ${DUE} due (median of ${ROUNDS})`, value: fewMs, unit: 'ms' },
      { name: `tick, ${MANY} people, ${DUE} due (median of ${ROUNDS})`, value: manyMs, unit: 'ms' },
      { name: `tick, ${MANY} people against ${FEW} (median of ${ROUNDS})`, value: median(ratios), unit: '×' },
      { name: `tick with nothing due, ${FEW} people`, value: median(times.fewIdle), unit: 'ms' },
      { name: `tick with nothing due, ${MANY} people`, value: median(times.manyIdle), unit: 'ms' },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Crowd {
  /** One day: a tick with nothing due, then one with a thousand due; each claims, sends and records. */
  runRound(round: number): Promise<{ readonly tickMs: number; readonly idleMs: number }>;
  close(): Promise<void>;
}

/** A database file of that many people, and a Discord that answers at once. */
async function openCrowd(folder: string, people: number): Promise<Crowd> {
  const path = join(folder, `${people}.sqlite`);
  const { db, close } = await openDatabase(path);
  fill(path, people);
  let nowMs = 0;
  let sent = 0;
  const dispatcher = createDispatcher({
    store: createDeliveryRepository(db),
    messenger: {
      sendDirectMessage: async () => {
        sent += 1;
        return { kind: 'sent', messageId: String(sent), channelId: '1' };
      },
      findSentMessage: async () => ({ kind: 'none' }),
      openChannel: async () => '1',
    },
    composer: {
      compose: async () => ({
        nextTopic: undefined,
        dueCardCount: 0,
        card: undefined,
        streakDays: 0,
        hasStudiedToday: false,
        actions: [],
      }),
    },
    render: () => undefined,
    pace: { run: (_requestCount, requests) => requests(), holdFor: () => undefined },
    clock: { nowMs: () => nowMs },
    log: pino({ level: 'error' }),
    newDeliveryId: () => randomBytes(12).toString('base64url'),
  });
  const timed = async (instantMs: number): Promise<number> => {
    nowMs = instantMs;
    const startedAt = performance.now();
    await dispatcher.tick();
    return performance.now() - startedAt;
  };
  return {
    async runRound(round) {
      const dueMs = FIRST_DUE_MS + round * DAY_MS;
      const idleMs = await timed(dueMs - 1);
      const before = sent;
      const tickMs = await timed(dueMs);
      if (sent - before !== DUE) throw new Error(`${sent - before} were sent, not ${DUE}`);
      answer(path);
      return { tickMs, idleMs };
    },
    close,
  };
}

/** People in random order; the due ones spread evenly among them at 08:00, the others over the other hours of the day. */
function fill(path: string, people: number): void {
  const sqlite = new Database(path);
  sqlite.pragma('foreign_keys = ON');
  const person = sqlite.prepare("insert into people (id, timezone, created_at_ms) values (?, 'UTC', 0)");
  const reminder = sqlite.prepare(
    `insert into reminders (person_id, time, timezone, days, status, next_at_ms, set_at_ms, unanswered_count, dm_channel_id)
     values (?, ?, 'UTC', ?, 'active', ?, 0, 0, '1')`,
  );
  const isDue = people / DUE;
  sqlite.transaction(() => {
    for (let index = 0; index < people; index += 1) {
      // Multiplying by an odd number spreads the ids, as snowflakes of people are spread.
      const id = String(
        100_000_000_000_000_000n + ((BigInt(index) * 6_364_136_223_846_793_005n) % 900_000_000_000_000_000n),
      );
      const minute = 9 * 60 + (index % (14 * 60));
      const time = index % isDue === 0 ? '08:00' : clockText(minute);
      const dueMs = FIRST_DUE_MS + (index % isDue === 0 ? 0 : (minute - 8 * 60) * MINUTE_MS + (ROUNDS + 1) * DAY_MS);
      person.run(id);
      reminder.run(id, time, WEEKDAYS.join(), dueMs);
    }
  })();
  sqlite.close();
}

/** Those who were reminded press a button, so that nobody's reminders get rarer. */
function answer(path: string): void {
  const sqlite = new Database(path);
  sqlite.prepare('update reminders set unanswered_count = 0 where unanswered_count > 0').run();
  sqlite.close();
}

function timeSchedules(): readonly Figure[] {
  const count = 20_000;
  const startedAt = performance.now();
  for (let index = 0; index < count; index += 1) {
    const timezone = ZONES[index % ZONES.length] ?? 'UTC';
    nextOccurrence({ time: '08:30', timezone, days: WEEKDAYS }, FIRST_DUE_MS + index * 60 * MINUTE_MS);
  }
  const elapsedMs = performance.now() - startedAt;
  return [{ name: `next occurrence, ${ZONES.length} zones`, value: (elapsedMs * 1000) / count, unit: 'µs' }];
}

function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
