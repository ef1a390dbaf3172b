// Bodies that Discord refuses, each with the code and at the place where Discord says so; and commands that it takes.

import { Routes } from 'discord.js';
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
  if (hasDescription) expect(checkAgainstDescription(known()).faults).toEqual([]);
});

/** All requests but those that asked for a route that is not there. */
const known = () => sandbox.requests.filter((request) => request.route.includes('{') || request.status < 400);

const post = (body: unknown) => bot.client.rest.post(Routes.channelMessages(general), { body });

const raw = (method: string, path: string, init?: RawRequest) => sendRaw(sandbox, method, path, init);

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
