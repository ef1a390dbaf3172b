// What a person's client is told over its WebSocket, the clock, and that nothing leaves this machine.

import { once } from 'node:events';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import type { ClientAction, Hello, ServerEvent } from '../../sandbox/protocol.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { plainCommand, startTestBot, type TestBot } from './test-bot.ts';

let sandbox: Sandbox;
let bot: TestBot;

beforeAll(async () => {
  sandbox = await startSandbox({ servePage: async () => new Response('the page') });
  bot = await startTestBot(sandbox, async (i) => {
    if (i.isChatInputCommand()) await i.reply({ content: 'only you', flags: 64 });
  });
  await bot.register([plainCommand('ping')]);
});

afterAll(async () => {
  await bot.stop();
  await sandbox.stop();
});

interface PersonSocket {
  readonly hello: Hello;
  readonly events: ServerEvent[];
  send(requestId: string, action: ClientAction): Promise<ServerEvent | undefined>;
  close(): void;
}

async function connect(user: string): Promise<PersonSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${sandbox.port}/sandbox/client?user=${user}`);
  const events: ServerEvent[] = [];
  socket.on('message', (frame) => events.push(JSON.parse(String(frame))));
  await once(socket, 'message');
  const [hello] = events;
  if (hello?.type !== 'hello') throw new Error('hello comes first');
  return {
    hello,
    events,
    async send(requestId, action) {
      socket.send(JSON.stringify({ requestId, action }));
      const isAck = (event: ServerEvent) => event.type === 'ack' && event.requestId === requestId;
      await expect.poll(() => events.some(isAck)).toBe(true);
      return events.find(isAck);
    },
    close: () => socket.terminate(),
  };
}

describe('a person’s client', () => {
  it('is greeted with accounts, servers, channels, bots and commands', async () => {
    const { hello, close } = await connect('linus');
    expect(hello.you.username).toBe('linus');
    expect(hello.people.map((person) => person.global_name)).toEqual(['Ada', 'Linus']);
    expect(hello.guilds.map((guild) => guild.name)).toEqual(['Study Hall', 'Book Club']);
    expect(hello.channels.map((channel) => channel.name)).toEqual([
      'general',
      'study',
      'announcements',
      'lounge',
      'Ada',
      'Studypod',
    ]);
    expect(hello.channels.find((channel) => channel.name === 'announcements')?.canWrite).toBe(false);
    expect(hello.bots).toMatchObject([{ isOnline: true, user: { username: 'Studypod' } }]);
    expect(hello.commands.map((command) => command.name)).toEqual(['ping']);
    close();
  });

  it('sees its own private answer with the course of its interaction; others see nothing of it', async () => {
    const [ada, linus] = [await connect('ada'), await connect('linus')];
    const channelId = ada.hello.channels[0]?.id ?? '';
    const commandId = ada.hello.commands[0]?.id ?? '';
    const ack = await ada.send('r1', { kind: 'use-command', channelId, commandId, options: {} });
    expect(ack).toMatchObject({ ok: true, result: { interactionId: expect.any(String) } });
    await expect
      .poll(() => ada.events.filter((event) => event.type === 'interaction').map((e) => e.state))
      .toEqual(['pending', 'answered']);
    expect(ada.events.some((event) => event.type === 'message-create')).toBe(true);
    await linus.send('r2', { kind: 'type', channelId });
    expect(linus.events.map((event) => event.type)).toEqual(['hello', 'ack']);
    ada.close();
    linus.close();
  });

  it('is told why an action was refused', async () => {
    const linus = await connect('linus');
    const readOnly = linus.hello.channels.find((channel) => channel.name === 'announcements')?.id ?? '';
    const refused = await linus.send('r1', { kind: 'send-message', channelId: readOnly, content: 'hi' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'read-only' } });
    linus.close();
  });

  it('moves the clock for everybody, and messages bear its time', async () => {
    const ada = await connect('ada');
    const jumped: number[] = [];
    const stop = sandbox.clock.onChange(() => jumped.push(sandbox.clock.nowMs()));
    const noReminder = await ada.send('r0', { kind: 'set-clock', change: { kind: 'next-reminder' } });
    expect(noReminder).toMatchObject({ ok: false, error: { code: 'out-of-range' } });
    sandbox.clock.setNextReminder(async () => Date.UTC(2030, 0, 1));
    await ada.send('r1', { kind: 'set-clock', change: { kind: 'next-reminder' } });
    const said = await sandbox.user('Ada').say('general', 'in the future');
    expect(said.timestamp.slice(0, 10)).toBe('2030-01-01');
    await ada.send('r2', { kind: 'set-clock', change: { kind: 'real' } });
    expect(jumped).toHaveLength(2);
    const later = await sandbox.user('Ada').say('general', 'back again');
    expect(BigInt(later.id)).toBeGreaterThan(BigInt(said.id));
    stop();
    ada.close();
  });

  it('is closed for somebody who does not exist, and for a frame of no known form', async () => {
    const stranger = new WebSocket(`ws://127.0.0.1:${sandbox.port}/sandbox/client?user=mallory`);
    expect((await once(stranger, 'close'))[0]).toBe(1008);
    const ada = new WebSocket(`ws://127.0.0.1:${sandbox.port}/sandbox/client?user=ada`);
    await once(ada, 'message');
    ada.send('{"requestId":"r","action":{"kind":"become-admin"}}');
    expect((await once(ada, 'close'))[0]).toBe(1008);
  });
});

describe('nothing leaves', () => {
  /** fetch sets its own Host, so a bare request is made. */
  async function statusOf(headers: Record<string, string>, path = '/api/v10/gateway'): Promise<number | undefined> {
    const sent = request({ host: '127.0.0.1', port: sandbox.port, path, headers });
    sent.end();
    const [response] = await once(sent, 'response');
    response.resume();
    return response.statusCode;
  }

  async function socketStatus(path: string, headers: Record<string, string>): Promise<number> {
    const socket = new WebSocket(`ws://127.0.0.1:${sandbox.port}${path}`, { headers });
    socket.on('error', () => {});
    const [, response] = await once(socket, 'unexpected-response');
    return response.statusCode;
  }

  it('other origins and foreign host names are refused', async () => {
    const own = `127.0.0.1:${sandbox.port}`;
    expect(await statusOf({})).toBe(200);
    expect(await statusOf({ origin: `http://${own}` })).toBe(200);
    expect(await statusOf({ origin: 'https://evil.example' })).toBe(403);
    expect(await statusOf({ origin: `http://127.0.0.1:${sandbox.port + 1}` })).toBe(403);
    expect(await statusOf({ host: 'evil.example' })).toBe(403);
    expect(await statusOf({ host: 'evil.example' }, '/')).toBe(403);
    for (const path of ['/sandbox/client?user=ada', '/gateway?v=10']) {
      expect(await socketStatus(path, { origin: 'https://evil.example' })).toBe(403);
      expect(await socketStatus(path, { host: 'evil.example' })).toBe(403);
    }
  });

  it('the page is served at the root, and a file of a message can run nothing', async () => {
    expect(await (await fetch(sandbox.url)).text()).toBe('the page');
    const user = await bot.client.users.fetch(sandbox.user('Ada').id);
    await user.send({ files: [{ attachment: Buffer.from('<script>alert(1)</script>'), name: 'x.html' }] });
    const [file] = (await sandbox.user('Ada').waitForDm()).attachments;
    const response = await fetch(file?.url ?? '');
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
  });
});
