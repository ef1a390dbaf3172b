// The bot as an operator runs it: settings, one instance a file, signals, and death at any instant.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { type BotProcess, startProcess } from './process.ts';
import { SEED_DIR } from './studypod.ts';

const ONLINE = /Studypod is online/;

let sandbox: Sandbox;
let folder: string;
const running: BotProcess[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'studypod-process-'));
  sandbox = await startSandbox();
});
afterEach(async () => {
  for (const bot of running.splice(0)) {
    bot.child.kill('SIGKILL');
    await bot.ended;
  }
});
afterAll(async () => {
  await sandbox.stop();
  rmSync(folder, { recursive: true, force: true });
});

function start(environment: Readonly<Record<string, string>> = {}): BotProcess {
  const bot = startProcess({
    DISCORD_TOKEN: 'any-token',
    DISCORD_API_URL: sandbox.apiUrl,
    DATABASE_URL: `sqlite:${join(folder, 'studypod.sqlite')}`,
    KNOWLEDGE_DIR: SEED_DIR,
    LOG_LEVEL: 'warn',
    ...environment,
  });
  running.push(bot);
  return bot;
}

describe('wrong settings', () => {
  it('stop the start with one line each and exit code 1', async () => {
    const bot = start({ DEFAULT_TIMEZONE: 'Mars/Base', DATABASE_URL: 'foo' });
    expect(await bot.ended).toBe(1);
    expect(bot.output().trim().split('\n')).toEqual([
      expect.stringMatching(/^DATABASE_URL: got "foo"/),
      expect.stringMatching(/^DEFAULT_TIMEZONE: got "Mars\/Base"/),
    ]);
  });

  it.each([
    {
      name: 'a folder that is not there',
      environment: { KNOWLEDGE_DIR: '/nowhere/at/all' },
      line: /^KNOWLEDGE_DIR: got/,
    },
    {
      name: 'an address where nothing answers',
      environment: { DISCORD_API_URL: 'http://127.0.0.1:9/api' },
      line: /^DISCORD_API_URL: /,
    },
    {
      name: 'a database that cannot be written',
      environment: { DATABASE_URL: 'sqlite:/dev/null/studypod.sqlite' },
      line: /^DATABASE_URL: cannot/,
    },
  ])('such as $name end in a line without a stack', async ({ environment, line }) => {
    const bot = start(environment);
    expect(await bot.ended).toBe(1);
    expect(bot.output()).toMatch(line);
    expect(bot.output()).not.toMatch(/^\s+at /m);
  });

  it('in the knowledge are named with file and line', async () => {
    const faulty = mkdtempSync(join(folder, 'faulty-'));
    writeFileSync(
      join(faulty, 'list.md'),
      '# List\n\n## Services\n\n| A | AWS Offering |\n| --- | --- |\n| x | y | z |\n',
    );
    const bot = start({ KNOWLEDGE_DIR: faulty });
    expect(await bot.ended).toBe(1);
    expect(bot.output()).toMatch(/^list\.md:7 /m);
  });
});

describe('the process', () => {
  it('ends in order with exit code 0 on SIGTERM, and again can be started', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const bot = start();
      await bot.printed(ONLINE);
      bot.child.kill(signal);
      expect(await bot.ended).toBe(0);
    }
  });

  it('finishes the answer under way on SIGTERM, and ends within 10 s', async () => {
    const bot = start();
    await bot.printed(ONLINE);
    await sandbox.whenReady();
    const ada = sandbox.user('Ada');
    sandbox.inject({ kind: 'slow-rest', ms: 1_000 });
    const before = sandbox.requests.length;
    const asked = await ada.startSlash('progress');
    // It has been deferred, and its answer takes another second.
    await expect.poll(() => sandbox.requests.length, { interval: 5, timeout: 10_000 }).toBeGreaterThan(before);
    const startedAtMs = performance.now();
    bot.child.kill('SIGTERM');
    expect((await ada.answerTo(asked)).text).toMatch(/topics/i);
    expect(await bot.ended).toBe(0);
    expect(performance.now() - startedAtMs).toBeLessThan(10_000);
    sandbox.inject({ kind: 'clear' });
  });

  it('refuses a database that another one holds, in one line, and takes it over after kill -9', async () => {
    const first = start();
    await first.printed(ONLINE);
    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.output().trim()).toMatch(/^DATABASE_URL: another Studypod is running on .+$/);
    first.child.kill('SIGKILL');
    await first.ended;
    await start().printed(ONLINE);
  });

  it('keeps what was acknowledged through kill -9 in the middle of a session, and its buttons', async () => {
    const ada = sandbox.user('Ada');
    const first = start();
    await first.printed(ONLINE);
    await sandbox.whenReady();
    const card = await ada.press(await ada.slash('next-topic'), 'Start');
    const question = await ada.slash('quiz', { deck: 'kubectl', count: 1, mode: 'choice' });
    first.child.kill('SIGKILL');
    await first.ended;
    await start().printed(ONLINE);
    expect((await ada.slash('next-topic')).text).toMatch(/You have started it/);
    expect((await ada.press(question, 'A')).text).toMatch(/1 of 1/);
    expect((await ada.press(card, 'Finish')).text).toMatch(/Next: /);
  });

  it('serves its health while it runs', async () => {
    // Port 0 is any free one; the line in the log says which.
    const bot = start({ HTTP_PORT: '0', LOG_LEVEL: 'info' });
    const port = /"healthPort":(\d+)/.exec(await bot.printed(/"healthPort":\d+/))?.[1];
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([200, { discord: true, database: true }]);
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    expect(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()).toMatch(/studypod_requests_total/);
    expect((await fetch(`http://127.0.0.1:${port}/elsewhere`)).status).toBe(404);
  });
});
