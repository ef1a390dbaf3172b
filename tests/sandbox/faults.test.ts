// Faults on demand: what a bot meets when Discord has a bad day, and that the sandbox does not lose what it promised.

import { Routes } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { plainCommand, startTestBot, type TestBot } from './test-bot.ts';

let sandbox: Sandbox;
let bot: TestBot;
let general: string;

beforeEach(async () => {
  sandbox = await startSandbox();
  bot = await startTestBot(sandbox, async (i) => i.isChatInputCommand() && i.reply('done'));
  await bot.register([plainCommand('ping')]);
  general = (await sandbox.user('Ada').say('general', 'first')).channel_id;
});

afterEach(async () => {
  await bot.stop();
  await sandbox.stop();
});

const post = (body: unknown) => bot.client.rest.post(Routes.channelMessages(general), { body });
const sent = (content: string) =>
  sandbox
    .user('Ada')
    .messages('general')
    .filter((message) => message.content === content);

describe('rate limits', () => {
  it('are off by default', async () => {
    await Promise.all(Array.from({ length: 8 }, (_, n) => post({ content: `${n}` })));
    expect(sandbox.requests.filter((request) => request.status === 429)).toEqual([]);
  });

  it('refuse the sixth message within five seconds, with the headers that tell a bot to wait', async () => {
    sandbox.inject({ kind: 'rate-limits', on: true });
    const url = `${sandbox.apiUrl}/v10/channels/${general}/messages`;
    const headers = { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' };
    const send = () => fetch(url, { method: 'POST', headers, body: '{"content":"x"}' });
    const first = await send();
    expect([first.headers.get('x-ratelimit-limit'), first.headers.get('x-ratelimit-remaining')]).toEqual(['5', '4']);
    for (let n = 0; n < 4; n += 1) await send();
    const sixth = await send();
    expect(sixth.status).toBe(429);
    expect(sixth.headers.get('x-ratelimit-scope')).toBe('user');
    expect(await sixth.json()).toMatchObject({ global: false, retry_after: expect.any(Number) });
  });

  it('refuse the fifty-first request of a second globally', async () => {
    sandbox.inject({ kind: 'rate-limits', on: true });
    const headers = { authorization: `Bot ${sandbox.token}` };
    const paths = Array.from({ length: 51 }, (_, n) => `/v10/guilds/${n + 1}`);
    const answers = await Promise.all(paths.map((path) => fetch(sandbox.apiUrl + path, { headers })));
    const refused = answers.filter((answer) => answer.status === 429);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.headers.get('x-ratelimit-global')).toBe('true');
  });

  it('a storm of 429s delays a message, and it arrives once', async () => {
    sandbox.inject({ kind: 'rate-limit-storm', seconds: 0.5 });
    await post({ content: 'through the storm' });
    expect(sent('through the storm')).toHaveLength(1);
    expect(sandbox.requests.filter((request) => request.status === 429).length).toBeGreaterThan(0);
  });
});

describe('server errors', () => {
  it('are the same for the same seed', async () => {
    const url = `${sandbox.apiUrl}/v10/gateway`;
    const draw = async () => {
      sandbox.inject({ kind: 'server-errors', probability: 0.5, seed: 7 });
      const statuses: number[] = [];
      for (let n = 0; n < 12; n += 1) statuses.push((await fetch(url)).status);
      return statuses;
    };
    const first = await draw();
    expect(new Set(first)).toEqual(new Set([200, 502]));
    expect(await draw()).toEqual(first);
  });

  it('that lose the answer still carry out the request; a nonce keeps the repeat from counting', async () => {
    sandbox.inject({ kind: 'server-errors', probability: 0.5, seed: 8, isAnswerLost: true });
    await post({ content: 'exactly once', nonce: 'n1', enforce_nonce: true });
    expect(sandbox.requests.map((request) => request.status)).toContain(502);
    expect(sent('exactly once')).toHaveLength(1);
  });

  it('end when faults are cleared', async () => {
    sandbox.inject({ kind: 'server-errors', probability: 1 });
    expect((await fetch(`${sandbox.apiUrl}/v10/gateway`)).status).toBe(502);
    sandbox.inject({ kind: 'clear' });
    expect((await fetch(`${sandbox.apiUrl}/v10/gateway`)).status).toBe(200);
  });
});

it('slow REST delays an answer, and the person still gets it', async () => {
  sandbox.inject({ kind: 'slow-rest', ms: 150 });
  const startedMs = performance.now();
  expect((await sandbox.user('Ada').slash('ping')).text).toBe('done');
  expect(performance.now() - startedMs).toBeGreaterThanOrEqual(149);
});
