// The REST API: messages, nonces, files, commands, and refusals in Discord's own words.

import { AttachmentBuilder, EmbedBuilder, MessageFlags, Routes } from 'discord.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { checkAgainstDescription, hasDescription } from './discord-description.ts';
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
  if (hasDescription) expect(checkAgainstDescription(known()).faults).toEqual([]);
});

/** All requests but those that asked for a route that is not there. */
const known = () => sandbox.requests.filter((request) => request.route.includes('{') || request.status < 400);

const post = (body: unknown) => bot.client.rest.post(Routes.channelMessages(general), { body });

/** Sends a request as any program would; answers with status and JSON. */
async function raw(method: string, path: string, init: { headers?: Record<string, string>; body?: string } = {}) {
  const headers = { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json', ...init.headers };
  const response = await fetch(sandbox.apiUrl + path, { method, headers, ...(init.body ? { body: init.body } : {}) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, json: text === '' ? undefined : JSON.parse(text) };
}

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

describe('bodies out of bounds', () => {
  const tree = (errors: unknown) => ({ code: 50035, status: 400, rawError: { message: 'Invalid Form Body', errors } });
  const leaf = (code: string) => ({ _errors: [expect.objectContaining({ code })] });
  const button = (id: string) => ({ type: 2, style: 1, label: 'b', custom_id: id });

  it.each([
    ['content over 2,000', { content: 'x'.repeat(2001) }, { content: leaf('BASE_TYPE_MAX_LENGTH') }],
    [
      'an embed’s description over 4,096',
      { embeds: [{ description: 'x'.repeat(4097) }] },
      { embeds: { 0: { description: leaf('BASE_TYPE_MAX_LENGTH') } } },
    ],
    [
      'embeds over 6,000 together',
      { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }] },
      { embeds: leaf('MAX_EMBED_SIZE_EXCEEDED') },
    ],
    [
      '26 fields',
      { embeds: [{ fields: Array.from({ length: 26 }, () => ({ name: 'n', value: 'v' })) }] },
      { embeds: { 0: { fields: leaf('BASE_TYPE_BAD_LENGTH') } } },
    ],
    [
      'a field without a value',
      { embeds: [{ fields: [{ name: 'n' }] }] },
      { embeds: { 0: { fields: { 0: { value: leaf('BASE_TYPE_REQUIRED') } } } } },
    ],
    ['an empty embed', { embeds: [{}] }, { embeds: { 0: { description: leaf('BASE_TYPE_REQUIRED') } } }],
    [
      'eleven embeds',
      { embeds: Array.from({ length: 11 }, () => ({ title: 't' })) },
      { embeds: leaf('BASE_TYPE_BAD_LENGTH') },
    ],
    [
      'six rows',
      { components: Array.from({ length: 6 }, (_, n) => ({ type: 1, components: [button(`${n}`)] })) },
      { components: leaf('BASE_TYPE_BAD_LENGTH') },
    ],
    [
      'six buttons',
      { components: [{ type: 1, components: [1, 2, 3, 4, 5, 6].map((n) => button(`${n}`)) }] },
      { components: { 0: { components: leaf('BASE_TYPE_BAD_LENGTH') } } },
    ],
    [
      'a custom id twice',
      { components: [{ type: 1, components: [button('a'), button('a')] }] },
      { components: { 0: { components: { 1: { custom_id: leaf('COMPONENT_CUSTOM_ID_DUPLICATED') } } } } },
    ],
    [
      'a custom id over 100',
      { components: [{ type: 1, components: [button('a'.repeat(101))] }] },
      { components: { 0: { components: { 0: { custom_id: leaf('BASE_TYPE_BAD_LENGTH') } } } } },
    ],
    [
      'a label over 80',
      { components: [{ type: 1, components: [{ ...button('a'), label: 'x'.repeat(81) }] }] },
      { components: { 0: { components: { 0: { label: leaf('BASE_TYPE_MAX_LENGTH') } } } } },
    ],
    [
      '26 options',
      {
        components: [
          {
            type: 1,
            components: [
              {
                type: 3,
                custom_id: 's',
                options: Array.from({ length: 26 }, (_, n) => ({ label: `${n}`, value: `${n}` })),
              },
            ],
          },
        ],
      },
      { components: { 0: { components: { 0: { options: leaf('BASE_TYPE_BAD_LENGTH') } } } } },
    ],
    [
      'a picture from nowhere',
      { embeds: [{ image: { url: 'javascript:alert(1)' } }] },
      { embeds: { 0: { image: { url: leaf('URL_TYPE_INVALID_SCHEME') } } } },
    ],
    [
      'a layout component',
      { components: [{ type: 10, content: 'x' }] },
      { components: { 0: { type: leaf('BASE_TYPE_CHOICES') } } },
    ],
  ])('%s is refused at its place in the tree', async (_what, body, errors) => {
    await expect(post(body)).rejects.toMatchObject(tree(errors));
  });

  it('lengths are counted in code points, as Discord does', async () => {
    await expect(post({ content: '𝒳'.repeat(2000) })).resolves.toMatchObject({ content: '𝒳'.repeat(2000) });
  });

  it('an empty message, broken JSON and unknown places have their own codes', async () => {
    await expect(post({ content: '  ' })).rejects.toMatchObject({ code: 50006 });
    expect(await raw('POST', `/v10/channels/${general}/messages`, { body: '{' })).toMatchObject({
      status: 400,
      json: { code: 50109 },
    });
    expect(await raw('GET', '/v10/channels/1')).toMatchObject({ status: 404, json: { code: 10003 } });
    expect(await raw('GET', `/v10/channels/${general}/messages/1`)).toMatchObject({
      status: 404,
      json: { code: 10008 },
    });
    expect(await raw('GET', '/v10/users/1')).toMatchObject({ status: 404, json: { code: 10013 } });
    expect(await raw('GET', '/v10/users/@me', { headers: { authorization: '' } })).toMatchObject({ status: 401 });
  });

  it('an unknown route is 404 or 405, and is written down', async () => {
    expect(await raw('GET', '/v10/voice/regions')).toMatchObject({ status: 404, json: { code: 0 } });
    expect(await raw('DELETE', '/v10/gateway')).toMatchObject({ status: 405 });
    expect(sandbox.unknownRoutes).toEqual(['GET /voice/regions', 'DELETE /gateway']);
  });
});

describe('commands', () => {
  it.each([
    [
      'a capital in the name',
      { name: 'Ping', description: 'd' },
      { 0: { name: { _errors: [{ code: 'APPLICATION_COMMAND_INVALID_NAME' }] } } },
    ],
    ['no description', { name: 'ping' }, { 0: { description: { _errors: [{ code: 'BASE_TYPE_REQUIRED' }] } } }],
    [
      'a required option after an optional one',
      {
        name: 'p',
        description: 'd',
        options: [
          { type: 3, name: 'a', description: 'd' },
          { type: 3, name: 'b', description: 'd', required: true },
        ],
      },
      { 0: { options: { 1: { _errors: [{ code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID' }] } } } },
    ],
    [
      'a choice over 100',
      {
        name: 'p',
        description: 'd',
        options: [{ type: 3, name: 'a', description: 'd', choices: [{ name: 'x'.repeat(101), value: 'v' }] }],
      },
      { 0: { options: { 0: { choices: { 0: { name: { _errors: [{ code: 'BASE_TYPE_BAD_LENGTH' }] } } } } } } },
    ],
  ])('%s is refused', async (_what, command, errors) => {
    const route = Routes.applicationCommands(bot.client.application.id);
    await expect(bot.client.rest.put(route, { body: [command] })).rejects.toMatchObject({
      code: 50035,
      rawError: { errors },
    });
  });

  it('keep their id when all are overwritten, and can be made, changed and deleted one by one', async () => {
    const { application } = bot.client;
    const before = (await application.commands.fetch()).find((command) => command.name === 'ping');
    const added = await application.commands.create(plainCommand('extra'));
    await added.edit({ description: 'changed' });
    expect((await application.commands.fetch(added.id)).description).toBe('changed');
    await added.delete();
    const after = await bot.register([
      plainCommand('ping'),
      { ...plainCommand('everywhere'), integration_types: [1], contexts: [0, 1, 2] },
    ]);
    expect(after.map((command) => command.name)).toEqual(['ping', 'everywhere']);
    expect(after[0]?.id).toBe(before?.id);
  });

  it('of a guild work in that guild only', async () => {
    const [guild] = bot.client.guilds.cache.values();
    await guild?.commands.create(plainCommand('local'));
    handle = async (i) => i.isChatInputCommand() && i.reply('here');
    expect((await sandbox.user('Ada').slash('local')).text).toBe('here');
    await expect(sandbox.user('Ada').slash('local', {}, { channel: 'dm' })).rejects.toMatchObject({
      code: 'command-not-here',
    });
    await guild?.commands.set([]);
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
