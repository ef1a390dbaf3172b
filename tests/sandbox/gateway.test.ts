// The gateway: what a bot is told, and that nothing is lost when its socket or its session is.

import { once } from 'node:events';
import { createInflate } from 'node:zlib';
import { Events, GatewayIntentBits, type Message } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { plainCommand, startTestBot, type TestBot } from './test-bot.ts';

let sandbox: Sandbox;
let bots: TestBot[] = [];

const startBot: typeof startTestBot = async (...args) => {
  const bot = await startTestBot(...args);
  bots.push(bot);
  return bot;
};

beforeEach(async () => {
  sandbox = await startSandbox();
});

afterEach(async () => {
  await Promise.all(bots.map((bot) => bot.stop()));
  bots = [];
  await sandbox.stop();
});

/** A raw gateway socket that has read HELLO. */
async function openRaw(query = '?v=10&encoding=json'): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${sandbox.port}/gateway${query}`);
  const [hello] = await once(socket, 'message');
  expect(JSON.parse(String(hello)).op).toBe(10);
  return socket;
}

async function closeCodeAfter(socket: WebSocket, ...frames: unknown[]): Promise<number> {
  const closed = once(socket, 'close');
  for (const frame of frames) socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  return Number((await closed)[0]);
}

const IDENTIFY = { op: 2, d: { token: 'raw', intents: 0, properties: { os: 'a', browser: 'b', device: 'c' } } };

describe('a login', () => {
  it('tells the bot its guild, its channels and itself', async () => {
    const { client } = await startBot(sandbox);
    const [guild] = client.guilds.cache.values();
    expect(guild?.name).toBe('Study Hall');
    expect(guild?.channels.cache.map((channel) => channel.name)).toEqual(['general', 'study', 'announcements']);
    expect(client.user.username).toBe('Studypod');
    expect(sandbox.isBotOnline()).toBe(true);
  });

  it('takes any token, and gives the same token the same bot', async () => {
    const one = await startBot(sandbox, undefined, { token: 'one' });
    const other = await startBot(sandbox, undefined, { token: 'other' });
    const again = await startBot(sandbox, undefined, { token: 'one' });
    expect(other.client.user.id).not.toBe(one.client.user.id);
    expect(again.client.user.id).toBe(one.client.user.id);
  });

  it('ends when the bot logs out', async () => {
    const bot = await startBot(sandbox);
    await bot.stop();
    expect(sandbox.isBotOnline()).toBe(false);
  });
});

describe('messages', () => {
  it('reach the bot in a server and in its DM', async () => {
    const { client } = await startBot(sandbox);
    const heard: Message[] = [];
    client.on(Events.MessageCreate, (message) => heard.push(message));
    const ada = sandbox.user('Ada');
    await ada.say('general', 'in public');
    const told = once(client, Events.MessageCreate);
    await ada.say('dm', 'in private');
    await told;
    await expect
      .poll(() => heard.map((message) => [message.content, message.inGuild()]))
      .toEqual([
        ['in public', true],
        ['in private', false],
      ]);
  });

  it('come blank without the intent for their content, unless they mention the bot', async () => {
    const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages];
    const { client } = await startBot(sandbox, undefined, { intents });
    const heard: string[] = [];
    client.on(Events.MessageCreate, (message) => heard.push(message.content));
    const ada = sandbox.user('Ada');
    await ada.say('general', 'secret');
    await ada.say('general', `hello <@${client.user.id}>`);
    await expect.poll(() => heard).toEqual(['', `hello <@${client.user.id}>`]);
  });

  it('stay away from a bot that did not ask for them', async () => {
    const { client } = await startBot(sandbox, undefined, { intents: [GatewayIntentBits.Guilds] });
    const heard: string[] = [];
    client.on(Events.Raw, (packet: { t: string }) => heard.push(packet.t));
    await sandbox.user('Ada').say('general', 'hello');
    const channel = await client.channels.fetch(sandbox.user('Ada').messages('general')[0]?.channel_id ?? '');
    expect(channel?.isTextBased()).toBe(true);
    expect(heard).not.toContain('MESSAGE_CREATE');
  });
});

describe('a cut socket', () => {
  it('is resumed, and the interaction that was missed is answered', async () => {
    const bot = await startBot(sandbox, async (i) => i.isChatInputCommand() && i.reply('after all'));
    await bot.register([plainCommand('ping')]);
    const resumed = once(bot.client, Events.ShardResume);
    sandbox.inject({ kind: 'cut-sockets' });
    const reply = sandbox.user('Ada').slash('ping');
    const [, replayed] = await resumed;
    expect(replayed).toBeGreaterThanOrEqual(1);
    expect((await reply).text).toBe('after all');
  });

  it('loses and doubles nothing over many cuts', async () => {
    const bot = await startBot(sandbox);
    const heard: string[] = [];
    bot.client.on(Events.MessageCreate, (message) => heard.push(message.content));
    const ada = sandbox.user('Ada');
    for (let n = 0; n < 6; n += 1) {
      const resumed = once(bot.client, Events.ShardResume);
      sandbox.inject({ kind: 'cut-sockets' });
      await ada.say('general', `message ${n}`);
      await resumed;
    }
    await expect.poll(() => heard).toEqual([0, 1, 2, 3, 4, 5].map((n) => `message ${n}`));
  });

  it('is followed by a resume when Discord asks to reconnect', async () => {
    const bot = await startBot(sandbox);
    const resumed = once(bot.client, Events.ShardResume);
    sandbox.inject({ kind: 'reconnect' });
    await resumed;
    expect(sandbox.isBotOnline()).toBe(true);
  });

  it('is refused for as long as asked, then resumed', async () => {
    const bot = await startBot(sandbox);
    const resumed = once(bot.client, Events.ShardResume);
    sandbox.inject({ kind: 'refuse-sockets', seconds: 1 });
    expect(sandbox.isBotOnline()).toBe(false);
    await resumed;
    expect(sandbox.isBotOnline()).toBe(true);
  });
});

describe('a lost session', () => {
  it('leads to a fresh identify', async () => {
    const bot = await startBot(sandbox, async (i) => i.isChatInputCommand() && i.reply('still here'));
    await bot.register([plainCommand('ping')]);
    const invalid: string[] = [];
    bot.client.on(Events.Debug, (line) => {
      if (line.includes('Invalid session')) invalid.push(line);
    });
    const ready = once(bot.client, Events.ShardReady);
    sandbox.inject({ kind: 'lose-sessions' });
    await ready;
    expect(invalid.length).toBeGreaterThan(0);
    expect((await sandbox.user('Ada').slash('ping')).text).toBe('still here');
  });
});

describe('shards', () => {
  it('share the guilds, and DMs go to the first', async () => {
    const bot = await startBot(sandbox, undefined, { shards: [0, 1], shardCount: 2 });
    const heard: [string, number][] = [];
    bot.client.on(Events.Raw, (packet: { t: string; d: { content: string } }, shardId: number) => {
      if (packet.t === 'MESSAGE_CREATE') heard.push([packet.d.content, shardId]);
    });
    const [guild] = bot.client.guilds.cache.values();
    const guildShard = Number((BigInt(guild?.id ?? 0) >> 22n) % 2n);
    await sandbox.user('Ada').say('dm', 'dm');
    await sandbox.user('Ada').say('general', 'guild');
    await expect
      .poll(() => new Map(heard))
      .toEqual(
        new Map([
          ['dm', 0],
          ['guild', guildShard],
        ]),
      );
  });
});

describe('compression', () => {
  it('is one zlib stream for the life of the socket, flushed after each frame', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${sandbox.port}/gateway?v=10&encoding=json&compress=zlib-stream`);
    const inflate = createInflate();
    const frames: Buffer[] = [];
    const read: string[] = [];
    inflate.on('data', (chunk) => read.push(String(chunk)));
    socket.on('message', (frame: Buffer) => {
      frames.push(frame);
      inflate.write(frame);
    });
    await once(socket, 'open');
    socket.send(JSON.stringify(IDENTIFY));
    await expect.poll(() => read.join('')).toContain('"t":"READY"');
    expect(JSON.parse(read[0] ?? '').op).toBe(10);
    expect(frames.map((frame) => frame.subarray(-4).toString('hex'))).toEqual(['0000ffff', '0000ffff']);
    socket.terminate();
  });
});

describe('close codes', () => {
  it.each([
    ['an unknown opcode', 4001, [IDENTIFY, { op: 99, d: null }]],
    ['what is no JSON', 4002, ['{']],
    ['a payload before IDENTIFY', 4003, [{ op: 3, d: {} }]],
    ['an empty token', 4004, [{ op: 2, d: { ...IDENTIFY.d, token: '' } }]],
    ['a second IDENTIFY', 4005, [IDENTIFY, IDENTIFY]],
    ['a shard beyond the count', 4010, [{ op: 2, d: { ...IDENTIFY.d, shard: [2, 2] } }]],
    ['unknown intents', 4013, [{ op: 2, d: { ...IDENTIFY.d, intents: 1 << 30 } }]],
    ['too many payloads', 4008, Array.from({ length: 121 }, () => ({ op: 1, d: null }))],
  ])('%s closes with %i', async (_what, code, frames) => {
    expect(await closeCodeAfter(await openRaw(), ...frames)).toBe(code);
  });

  it('a sequence from the future closes a RESUME with 4007', async () => {
    const first = await openRaw();
    first.send(JSON.stringify(IDENTIFY));
    const [ready] = await once(first, 'message');
    const { session_id: sessionId } = JSON.parse(String(ready)).d;
    first.terminate();
    const second = await openRaw();
    const resume = { op: 6, d: { token: 'raw', session_id: sessionId, seq: 999 } };
    expect(await closeCodeAfter(second, resume)).toBe(4007);
  });

  it('an old version of the API closes with 4012', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${sandbox.port}/gateway?v=6`);
    expect(Number((await once(socket, 'close'))[0])).toBe(4012);
  });

  it('an unknown session is invalid, not closed', async () => {
    const socket = await openRaw();
    socket.send(JSON.stringify({ op: 6, d: { token: 'raw', session_id: 'gone', seq: 1 } }));
    const [frame] = await once(socket, 'message');
    expect(JSON.parse(String(frame))).toMatchObject({ op: 9, d: false });
    socket.terminate();
  });
});

describe('with other timings and intents', () => {
  it('a socket without heartbeats closes with 4009', async () => {
    const quick = await startSandbox({ timings: { heartbeatIntervalMs: 50 } });
    const socket = new WebSocket(`ws://127.0.0.1:${quick.port}/gateway?v=10`);
    expect(Number((await once(socket, 'close'))[0])).toBe(4009);
    await quick.stop();
  });

  it('a privileged intent that is not granted closes with 4014', async () => {
    const strict = await startSandbox({ allowedIntents: GatewayIntentBits.Guilds });
    const socket = new WebSocket(`ws://127.0.0.1:${strict.port}/gateway?v=10`);
    await once(socket, 'message');
    const asking = { op: 2, d: { ...IDENTIFY.d, intents: GatewayIntentBits.MessageContent } };
    expect(await closeCodeAfter(socket, asking)).toBe(4014);
    await strict.stop();
  });
});
