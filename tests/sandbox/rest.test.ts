// The REST API: messages, nonces, files, commands, and refusals in Discord's own words.

import { AttachmentBuilder, EmbedBuilder, MessageFlags, Routes } from 'discord.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { checkAgainstDescription, hasDescription } from './discord-description.ts';
import { type RawRequest, sendRaw } from './raw-request.ts';
import { type OnInteraction, plainCommand, startTestBot, type TestBot } from './test-bot.ts';

let sandbox: Sandbox;
let bot: TestBot;
let handle: OnInteraction = async () => {};
let general: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  bot = await startTestBot(sandbox, (interaction) => handle(interaction));
  general = (await sandbox.user('Ada').say('general', 'first')).channel_id;
  await bot.register([
    plainCommand('ping'),
    { ...plainCommand('everywhere'), integration_types: [1], contexts: [0, 1, 2] },
  ]);
});

beforeEach(() => {
  handle = async () => {};
});

afterAll(async () => {
  await bot.stop();
  await sandbox.stop();
  if (hasDescription) expect(checkAgainstDescription(sandbox.requests).faults).toEqual([]);
});

const post = (body: unknown) => bot.client.rest.post(Routes.channelMessages(general), { body });

const raw = (method: string, path: string, init?: RawRequest) => sendRaw(sandbox, method, path, init);

describe('direct messages', () => {
  it('arrive at the person alone', async () => {
    const user = await bot.client.users.fetch(sandbox.user('Ada').id);
    await user.send('good morning');
    expect((await sandbox.user('Ada').waitForDm()).content).toBe('good morning');
    expect(sandbox.user('Linus').dms()).toEqual([]);
  });

  it('are refused with 50007 by somebody who closed them, until they open them again', async () => {
    const linus = sandbox.user('Linus');
    const user = await bot.client.users.fetch(linus.id);
    await linus.setDmsClosed(true);
    await expect(user.send('hello')).rejects.toMatchObject({ code: 50007, status: 403 });
    await linus.setDmsClosed(false);
    await user.send('hello again');
    expect(linus.dms().map((message) => message.content)).toEqual(['hello again']);
  });
});

describe('messages', () => {
  it('with an enforced nonce are sent once', async () => {
    const body = { content: 'once', nonce: 'reminder-1', enforce_nonce: true };
    const first = await post(body);
    expect(await post(body)).toEqual(first);
    // Discord counts the minutes in real time, whatever the sandbox's clock shows.
    sandbox.clock.advance(86_400_000);
    expect(await post(body)).toEqual(first);
    const sent = sandbox
      .user('Ada')
      .messages('general')
      .filter((message) => message.content === 'once');
    expect(sent).toHaveLength(1);
    await post({ ...body, enforce_nonce: false });
    expect(
      sandbox
        .user('Ada')
        .messages('general')
        .filter((message) => message.content === 'once'),
    ).toHaveLength(2);
  });

  it('are edited and deleted by their author only', async () => {
    const channel = await bot.client.channels.fetch(general);
    if (!channel?.isSendable()) throw new Error('#general takes messages');
    const message = await channel.send({ content: 'draft', embeds: [new EmbedBuilder().setTitle('kept')] });
    await message.edit('final');
    const seen = sandbox.user('Ada').messages('general').at(-1);
    expect([seen?.content, seen?.embeds[0]?.title]).toEqual(['final', 'kept']);
    const fromAda = await sandbox.user('Ada').say('general', 'mine');
    await expect(
      raw('PATCH', `/v10/channels/${general}/messages/${fromAda.id}`, { body: '{"content":"x"}' }),
    ).resolves.toMatchObject({
      status: 403,
      json: { code: 50005 },
    });
    await message.delete();
    expect(
      sandbox
        .user('Ada')
        .messages('general')
        .some((each) => each.id === message.id),
    ).toBe(false);
  });

  it('carry files that are served back, and pictures within embeds', async () => {
    const channel = await bot.client.channels.fetch(general);
    if (!channel?.isSendable()) throw new Error('#general takes messages');
    const plan = new AttachmentBuilder(Buffer.from('BEGIN:VCALENDAR'), { name: 'plan.ics', description: 'The plan' });
    const picture = new AttachmentBuilder(onePixel(), { name: 'progress.png' });
    const embed = new EmbedBuilder().setTitle('Progress').setImage('attachment://progress.png');
    await channel.send({ embeds: [embed], files: [plan, picture] });
    const seen = sandbox.user('Ada').messages('general').at(-1);
    expect(seen?.attachments.map((each) => [each.filename, each.description])).toEqual([['plan.ics', 'The plan']]);
    expect(seen?.embeds[0]?.image).toMatchObject({ width: 1, height: 1 });
    const file = await fetch(seen?.attachments[0]?.url ?? '');
    expect(await file.text()).toBe('BEGIN:VCALENDAR');
    expect(file.headers.get('content-disposition')).toContain('attachment');
    const image = await fetch(seen?.embeds[0]?.image?.url ?? '');
    expect(image.headers.get('content-type')).toBe('image/png');
  });

  it('ping only whom they are allowed to', async () => {
    const { id } = sandbox.user('Ada');
    const open = await post({ content: `<@${id}>` });
    const silent = await post({ content: `<@${id}> @everyone`, allowed_mentions: { parse: [] } });
    expect(open).toMatchObject({ mentions: [{ id }] });
    expect(silent).toMatchObject({ mentions: [], mention_everyone: false });
  });

  it('are refused where only the owner writes', async () => {
    const [guild] = bot.client.guilds.cache.values();
    const announcements = guild?.channels.cache.find((channel) => channel.name === 'announcements');
    const answer = await raw('POST', `/v10/channels/${announcements?.id}/messages`, { body: '{"content":"x"}' });
    expect(answer).toMatchObject({ status: 403, json: { code: 50013 } });
  });
});

describe('the token of an interaction', () => {
  it('allows five follow-ups where the bot is only user-installed', async () => {
    const refused = Promise.withResolvers<unknown>();
    handle = async (i) => {
      if (!i.isChatInputCommand()) return;
      await i.reply('0');
      for (let n = 1; n <= 5; n += 1) await i.followUp(`${n}`);
      await i.followUp('6').catch(refused.resolve);
    };
    const reply = await sandbox.user('Ada').slash('everywhere', {}, { channel: 'lounge' });
    expect(await refused.promise).toMatchObject({ status: 400 });
    expect(reply.followUps.map((message) => message.content)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('is dead after its life: 50027', async () => {
    const short = await startSandbox({ timings: { tokenLifetimeMs: 300 } });
    const ended = Promise.withResolvers<unknown>();
    const wait = Promise.withResolvers<void>();
    const other = await startTestBot(short, async (i) => {
      if (!i.isChatInputCommand()) return;
      await i.reply('quick');
      await wait.promise;
      await i.editReply('late').catch(ended.resolve);
    });
    await other.register([plainCommand('ping')]);
    const reply = await short.user('Ada').slash('ping');
    await expect.poll(() => short.world.interactions.has(reply.interactionId)).toBe(false);
    wait.resolve();
    expect(await ended.promise).toMatchObject({ code: 50027, status: 401 });
    expect(reply.text).toBe('quick');
    await other.stop();
    await short.stop();
  });

  it('reads, and takes back, the original answer', async () => {
    const done = Promise.withResolvers<string>();
    handle = async (i) => {
      if (!i.isChatInputCommand()) return;
      await i.reply({ content: 'short-lived', flags: MessageFlags.Ephemeral });
      const message = await i.fetchReply();
      await i.deleteReply();
      done.resolve(message.content);
    };
    await sandbox.user('Ada').startSlash('ping');
    expect(await done.promise).toBe('short-lived');
    expect(
      sandbox
        .user('Ada')
        .messages('general')
        .some((message) => message.content === 'short-lived'),
    ).toBe(false);
  });
});

it('every request is recorded with its route, body, status and answer', async () => {
  await post({ content: 'for the record' });
  expect(sandbox.requests.at(-1)).toMatchObject({
    method: 'POST',
    route: '/channels/{channel_id}/messages',
    body: { content: 'for the record' },
    status: 200,
    answer: { content: 'for the record' },
  });
});

/** The smallest PNG: one transparent pixel. */
function onePixel(): Buffer {
  return Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  );
}
