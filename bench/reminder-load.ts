// A crowd whose reminders fall due in one minute: the real bot in a process of its own against the sandbox with its limits on.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { injectFault } from '../sandbox/client/person-session.ts';
import { createInteractionLog } from '../sandbox/driver/reply.ts';
import { createUser as createActor } from '../sandbox/driver.ts';
import { createGateway } from '../sandbox/gateway/gateway.ts';
import { startHttpServer } from '../sandbox/http-server.ts';
import { createHub, DISCORD_TIMINGS, type Hub } from '../sandbox/hub.ts';
import { createRestApp, type RestApp } from '../sandbox/rest/rest-app.ts';
import { ADA_ID, createUser } from '../sandbox/seed-world.ts';
import type { Channel, Person } from '../sandbox/world.ts';

export interface LoadResult {
  readonly sent: number;
  /** People who got none, or more than one. */
  readonly wronglyServed: number;
  /** Messages a second from the first to the last. */
  readonly perSecond: number;
  readonly tooManyRequests: number;
  /** `/explain` meanwhile, from the person's press of Enter to the answer on their screen, ms. */
  readonly explainMs: {
    readonly count: number;
    readonly unanswered: number;
    readonly p50: number;
    readonly p99: number;
  };
}

const EXPLAIN_EVERY_MS = 250;
const QUESTIONS = ['service vs ingress', 'data lake', 'what is a pod', 'CrashLoopBackOff', 'feature store'];
/** Nothing sent for this long means that the bot is done, or stuck. */
const SILENCE_MS = 30_000;

/** Starts sandbox and bot, makes `people` reminders due at once, and watches until each has arrived. */
export async function measureReminderLoad(people: number, knowledgeDir = 'knowledge'): Promise<LoadResult> {
  const folder = mkdtempSync(join(tmpdir(), 'studypod-load-'));
  const databasePath = join(folder, 'studypod.sqlite');
  const hub = createHub(DISCORD_TIMINGS, 1);
  const gateway = createGateway(hub);
  const traffic = { tooManyRequests: 0 };
  const rest = countRefusals(createRestApp(hub, gateway), traffic);
  const server = await startHttpServer(hub, gateway, rest, async () => new Response(''), 0);
  const bot = startBot(hub, { DATABASE_URL: `sqlite:${databasePath}`, KNOWLEDGE_DIR: knowledgeDir });
  try {
    const botId = await whenCommandsAreThere(hub, bot);
    const crowd = addCrowd(hub, botId, people);
    const arrivals = watchArrivals(hub, new Set(crowd.map((person) => person.channelId)));
    injectFault(hub, { kind: 'rate-limits', on: true });
    fillDatabase(databasePath, crowd, hub.clock.nowMs());
    const explainTimes = await explainUntil(hub, () => arrivals.isOver(people));
    return summarise(arrivals, people, traffic.tooManyRequests, explainTimes);
  } finally {
    bot.kill('SIGTERM');
    if (bot.exitCode === null && bot.signalCode === null) await once(bot, 'exit');
    await server.close();
    hub.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Reminded {
  readonly personId: string;
  readonly channelId: string;
}

function startBot(hub: Hub, settings: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, ['src/index.ts'], {
    env: {
      PATH: process.env.PATH,
      DISCORD_TOKEN: 'load',
      DISCORD_API_URL: `${hub.origin}/api`,
      ...settings,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function whenCommandsAreThere(hub: Hub, bot: ChildProcess): Promise<string> {
  for (;;) {
    const [botId] = hub.world.applications.keys();
    if (botId !== undefined && hub.world.commands.size > 0) {
      // The gateway's greeting follows the registration.
      await setTimeout(1_000);
      return botId;
    }
    if (bot.exitCode !== null) throw new Error(`the bot ended with ${bot.exitCode}`);
    await setTimeout(50);
  }
}

/** People with an open DM each, put into the world in one step. */
function addCrowd(hub: Hub, botId: string, count: number): readonly Reminded[] {
  const people = new Map<string, Person>(hub.world.people);
  const channels = new Map<string, Channel>(hub.world.channels);
  const crowd = Array.from({ length: count }, (_, index) => {
    const personId = hub.newId();
    const channelId = hub.newId();
    people.set(personId, {
      user: createUser(personId, `learner${index}`, `Learner ${index}`, false),
      areDmsClosed: false,
    });
    channels.set(channelId, { kind: 'dm', id: channelId, userIds: [personId, botId] });
    return { personId, channelId };
  });
  hub.update((world) => ({ ...world, people, channels }));
  return crowd;
}

/** Writes the reminders beside the running bot, all due at the present full minute. */
function fillDatabase(path: string, crowd: readonly Reminded[], nowMs: number): void {
  const sqlite = new Database(path, { timeout: 10_000 });
  const dueMs = Math.floor(nowMs / 60_000) * 60_000;
  const time = new Date(dueMs).toISOString().slice(11, 16);
  const person = sqlite.prepare("insert into people (id, timezone, created_at_ms) values (?, 'UTC', ?)");
  const reminder = sqlite.prepare(
    `insert into reminders (person_id, time, timezone, days, status, next_at_ms, set_at_ms, unanswered_count, dm_channel_id)
     values (?, ?, 'UTC', 'mon,tue,wed,thu,fri,sat,sun', 'active', ?, ?, 0, ?)`,
  );
  sqlite.transaction(() => {
    for (const { personId, channelId } of crowd) {
      person.run(personId, nowMs);
      reminder.run(personId, time, dueMs, dueMs - 60_000, channelId);
    }
  })();
  sqlite.close();
}

interface Arrivals {
  readonly countByChannel: ReadonlyMap<string, number>;
  readonly timesMs: readonly number[];
  isOver(expected: number): boolean;
}

function watchArrivals(hub: Hub, channels: ReadonlySet<string>): Arrivals {
  const countByChannel = new Map<string, number>();
  const timesMs: number[] = [];
  const startedAt = performance.now();
  hub.on((event) => {
    if (event.kind !== 'message-created') return;
    const channelId = event.stored.message.channel_id;
    if (!channels.has(channelId)) return;
    countByChannel.set(channelId, (countByChannel.get(channelId) ?? 0) + 1);
    timesMs.push(performance.now());
  });
  return {
    countByChannel,
    timesMs,
    isOver: (expected) => timesMs.length >= expected || performance.now() - (timesMs.at(-1) ?? startedAt) > SILENCE_MS,
  };
}

/** Asks again and again, each question at its time whether the one before is answered or not. */
async function explainUntil(hub: Hub, isOver: () => boolean): Promise<readonly number[]> {
  const actor = createActor(hub, createInteractionLog(hub), ADA_ID);
  const timesMs: number[] = [];
  const asked: Promise<void>[] = [];
  for (let index = 0; !isOver(); index += 1) {
    const query = QUESTIONS[index % QUESTIONS.length] ?? '';
    const startedAt = performance.now();
    asked.push(
      actor.slash('explain', { query }).then(
        () => void timesMs.push(performance.now() - startedAt),
        // Discord gave up on the bot: as late as can be.
        () => void timesMs.push(Number.POSITIVE_INFINITY),
      ),
    );
    await setTimeout(EXPLAIN_EVERY_MS);
  }
  await Promise.all(asked);
  return timesMs;
}

function countRefusals(rest: RestApp, traffic: { tooManyRequests: number }): RestApp {
  return {
    requests: rest.requests,
    unknownRoutes: rest.unknownRoutes,
    async handle(request) {
      const response = await rest.handle(request);
      if (response.status === 429) traffic.tooManyRequests += 1;
      return response;
    },
  };
}

function summarise(
  arrivals: Arrivals,
  people: number,
  tooManyRequests: number,
  explainTimes: readonly number[],
): LoadResult {
  const { timesMs, countByChannel } = arrivals;
  const once = [...countByChannel.values()].filter((count) => count === 1).length;
  const elapsedMs = (timesMs.at(-1) ?? 0) - (timesMs[0] ?? 0);
  const sorted = explainTimes.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return {
    sent: timesMs.length,
    wronglyServed: people - once,
    perSecond: ((timesMs.length - 1) * 1000) / elapsedMs,
    tooManyRequests,
    explainMs: {
      count: sorted.length,
      unanswered: sorted.filter((ms) => ms === Number.POSITIVE_INFINITY).length,
      p50: at(0.5),
      p99: at(0.99),
    },
  };
}
