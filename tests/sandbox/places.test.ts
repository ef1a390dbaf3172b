// Places other than a server's channel: threads, DMs between people, and where a bot is only user-installed.

import { ChannelType, MessageFlags } from 'discord.js';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { checkAgainstDescription, hasDescription } from './discord-description.ts';
import { type OnInteraction, plainCommand, startTestBot, type TestBot } from './test-bot.ts';

let sandbox: Sandbox;
let bot: TestBot;
let handle: OnInteraction = async () => {};

beforeAll(async () => {
  sandbox = await startSandbox();
  bot = await startTestBot(sandbox, (interaction) => handle(interaction));
  await bot.register([
    plainCommand('ping'),
    { ...plainCommand('everywhere'), integration_types: [0, 1], contexts: [0, 1, 2] },
  ]);
});

beforeEach(() => {
  handle = async () => {};
});

afterAll(async () => {
  await bot.stop();
  await sandbox.stop();
  expect(bot.errors).toEqual([]);
  if (hasDescription) expect(checkAgainstDescription(sandbox.requests).faults).toEqual([]);
});

it('a user-installed command works where the bot is not, and says by whose install', async () => {
  handle = async (i) =>
    i.isChatInputCommand() &&
    i.reply(`${i.inGuild()} ${i.inCachedGuild()} ${JSON.stringify(i.authorizingIntegrationOwners)}`);
  const ada = sandbox.user('Ada');
  expect((await ada.slash('everywhere', {}, { channel: 'lounge' })).text).toBe(`true false {"1":"${ada.id}"}`);
  await expect(ada.slash('ping', {}, { channel: 'lounge' })).rejects.toMatchObject({ code: 'command-not-here' });
});

it('a command between two people is seen by both, in a context of its own', async () => {
  handle = async (i) => i.isChatInputCommand() && i.reply(`context ${i.context}`);
  const [ada, linus] = [sandbox.user('Ada'), sandbox.user('Linus')];
  const between = [...sandbox.world.channels.values()].find(
    (channel) => channel.kind === 'dm' && channel.userIds.every((id) => id === ada.id || id === linus.id),
  );
  const reply = await ada.slash('everywhere', {}, { channel: between?.id ?? '' });
  expect(reply.text).toBe('context 2');
  expect(linus.messages(between?.id ?? '').at(-1)?.id).toBe(reply.message.id);
});

it('a thread is started from a message, written in, renamed, archived and deleted', async () => {
  const said = await sandbox.user('Ada').say('study', 'let us talk');
  const channel = await bot.client.channels.fetch(said.channel_id);
  if (channel?.type !== ChannelType.GuildText) throw new Error('#study is a text channel');
  const message = await channel.messages.fetch(said.id);
  const thread = await message.startThread({ name: 'talk' });
  expect(thread.id).toBe(said.id);
  await thread.send('in the thread');
  expect(
    sandbox
      .user('Linus')
      .messages(thread.id)
      .map((each) => each.content),
  ).toEqual(['in the thread']);
  await thread.setName('talk on');
  await thread.setArchived(true);
  expect(sandbox.world.channels.get(thread.id)).toMatchObject({ name: 'talk on', isArchived: true });
  await thread.delete();
  expect(sandbox.world.channels.has(thread.id)).toBe(false);
});

it('the first follow-up takes the place of an answer that is still "thinking", and keeps it private', async () => {
  handle = async (i) => {
    if (!i.isChatInputCommand()) return;
    await i.deferReply({ flags: MessageFlags.Ephemeral });
    await i.followUp('instead');
    await i.followUp('after');
  };
  const reply = await sandbox.user('Ada').slash('ping');
  expect(reply.text).toBe('instead');
  expect((reply.message.flags ?? 0) & MessageFlags.Ephemeral).toBe(MessageFlags.Ephemeral);
  expect((await reply.waitForFollowUp()).content).toBe('after');
});

it('reads of guild, members, roles, channels, users and history are answered', async () => {
  const [cached] = bot.client.guilds.cache.values();
  const guild = await cached?.fetch();
  expect(guild?.approximateMemberCount).toBe(3);
  expect((await guild?.channels.fetch())?.size).toBe(3);
  expect((await guild?.roles.fetch())?.map((role) => role.name)).toContain('@everyone');
  const ada = await guild?.members.fetch(sandbox.user('Ada').id);
  expect(ada?.permissions.has('ManageGuild')).toBe(true);
  const linus = await guild?.members.fetch(sandbox.user('Linus').id);
  expect(linus?.permissions.has('ManageGuild')).toBe(false);
  await expect(guild?.members.fetch('1')).rejects.toMatchObject({ code: 10007 });
  expect((await bot.client.application.fetch()).name).toBe('Studypod');
  const general = guild?.channels.cache.find((channel) => channel.name === 'general');
  if (!general?.isTextBased()) throw new Error('#general has messages');
  for (const text of ['1', '2', '3']) await sandbox.user('Ada').say('general', text);
  const last = await general.messages.fetch({ limit: 2 });
  expect(last.map((message) => message.content)).toEqual(['3', '2']);
  const before = await general.messages.fetch({ limit: 1, before: last.last()?.id ?? '' });
  expect(before.map((message) => message.content)).toEqual(['1']);
});
