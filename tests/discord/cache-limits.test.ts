// What the client remembers of many people: nothing that grows with them.

import { type Client, Events } from 'discord.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { dropIdleDirectChannels } from '../../src/discord/cache-limits.ts';
import { connect, createClient } from '../../src/discord/client.ts';

let sandbox: Sandbox;
let client: Client;

beforeAll(async () => {
  sandbox = await startSandbox();
  client = createClient({ apiUrl: sandbox.apiUrl, shards: undefined, shardCount: undefined });
  await connect(client, sandbox.token);
});

afterAll(async () => {
  await client.destroy();
  await sandbox.stop();
});

it('keeps no message, and only the DM channel in which something happened last', async () => {
  dropIdleDirectChannels(client, 1);
  const channels: string[] = [];
  for (const name of ['Ada', 'Linus', 'Ada', 'Linus', 'Ada']) {
    const arrived = new Promise((resolve) => client.once(Events.MessageCreate, resolve));
    channels.push((await sandbox.user(name).say('dm', `from ${name}`)).channel_id);
    await arrived;
  }
  const kept = client.channels.cache.filter((channel) => channel.isDMBased());
  expect([...kept.keys()]).toEqual([channels.at(-1)]);
  expect([...kept.values()].map((channel) => channel.messages.cache.size)).toEqual([0]);
});

it('still answers in a channel that was dropped and came back', async () => {
  const answered = new Promise<string>((resolve) => {
    client.once(Events.MessageCreate, async (message) => {
      if (!message.channel.isSendable()) return;
      const sent = await message.channel.send('one moment');
      resolve((await sent.edit('done')).content);
    });
  });
  await sandbox.user('Linus').say('dm', 'again');
  expect(await answered).toBe('done');
});
