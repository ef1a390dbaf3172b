// The course of interactions, seen from both ends: a real discord.js client and a person.

import { ApplicationCommandOptionType, type Interaction, MessageFlags } from 'discord.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { InteractionFailed } from '../../sandbox/driver.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { checkAgainstDescription, hasDescription } from './discord-description.ts';
import { plainCommand, startTestBot, type TestBot } from './test-bot.ts';

let sandbox: Sandbox;
let bot: TestBot;
let handle: (interaction: Interaction) => Promise<unknown> = async () => {};

const QUERY = {
  type: ApplicationCommandOptionType.String,
  name: 'query',
  description: 'What',
  required: true,
} as const;

beforeAll(async () => {
  sandbox = await startSandbox({ timings: { firstCallbackMs: 1_000 } });
  bot = await startTestBot(sandbox, (interaction) => handle(interaction));
  await bot.register([
    plainCommand('ping'),
    { name: 'explain', description: 'Explains', options: [{ ...QUERY, autocomplete: true }] },
    {
      name: 'remind',
      description: 'Reminds',
      options: [
        {
          type: ApplicationCommandOptionType.Subcommand,
          name: 'daily',
          description: 'Every day',
          options: [
            {
              type: ApplicationCommandOptionType.Integer,
              name: 'hour',
              description: 'When',
              min_value: 0,
              max_value: 23,
            },
          ],
        },
      ],
    },
    { name: 'manage', description: 'Only for managers', default_member_permissions: '32' },
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

describe('a slash command', () => {
  it('shows its reply to everybody in the channel, with who asked', async () => {
    handle = async (i) => i.isChatInputCommand() && i.reply(`pong, ${i.user.displayName} in ${i.guild?.name}`);
    const reply = await sandbox.user('Ada').slash('ping');
    expect(reply.text).toBe('pong, Ada in Study Hall');
    expect(reply.message.interaction_metadata?.user.username).toBe('ada');
    expect(sandbox.user('Linus').messages('general').at(-1)?.content).toBe('pong, Ada in Study Hall');
  });

  it('carries its options and subcommand to the bot', async () => {
    handle = async (i) =>
      i.isChatInputCommand() && i.reply(`${i.options.getSubcommand()} at ${i.options.getInteger('hour')}`);
    const reply = await sandbox.user('Ada').slash('remind', { hour: 7 }, { subcommand: 'daily', channel: 'dm' });
    expect(reply.text).toBe('daily at 7');
  });

  it('is "thinking" while deferred, then shows the edit, then the follow-up', async () => {
    const edit = Promise.withResolvers<void>();
    handle = async (i) => {
      if (!i.isChatInputCommand()) return;
      await i.deferReply();
      await edit.promise;
      await i.editReply('here it is');
      await i.followUp('and one more');
    };
    const ada = sandbox.user('Ada');
    const started = await ada.startSlash('ping');
    const thinking = await ada.waitForMessage(
      'general',
      (message) => ((message.flags ?? 0) & MessageFlags.Loading) !== 0,
    );
    expect(thinking.content).toBe('');
    edit.resolve();
    const reply = await ada.answerTo(started);
    expect(reply.message.id).toBe(thinking.id);
    expect(reply.text).toBe('here it is');
    expect((reply.message.flags ?? 0) & MessageFlags.Loading).toBe(0);
    expect((await reply.waitForFollowUp()).content).toBe('and one more');
  });

  it('is answered privately when the reply is ephemeral, and can be dismissed', async () => {
    handle = async (i) => i.isChatInputCommand() && i.reply({ content: 'only you', flags: MessageFlags.Ephemeral });
    const ada = sandbox.user('Ada');
    const reply = await ada.slash('ping', {}, { channel: 'study' });
    const isSeen = (name: string) =>
      sandbox
        .user(name)
        .messages('study')
        .some((message) => message.id === reply.message.id);
    const { message } = reply;
    expect(isSeen('Ada')).toBe(true);
    expect(isSeen('Linus')).toBe(false);
    await ada.dismiss(reply);
    expect(ada.messages('study').some((each) => each.id === message.id)).toBe(false);
  });

  it('shows each edit of a reply that streams', async () => {
    handle = async (i) => {
      if (!i.isChatInputCommand()) return;
      await i.reply('a');
      await i.editReply('a b');
      await i.editReply('a b c');
    };
    const reply = await sandbox.user('Ada').slash('ping');
    const last = await reply.waitFor((message) => message.content === 'a b c');
    expect(last.edited_timestamp).not.toBeNull();
  });

  it('fails for the person when the bot does not answer in time, and the late answer gets 10062', async () => {
    const late = Promise.withResolvers<unknown>();
    const waiting = Promise.withResolvers<void>();
    handle = async (i) => {
      if (!i.isChatInputCommand()) return;
      await waiting.promise;
      await i.reply('too late').catch(late.resolve);
    };
    await expect(sandbox.user('Ada').slash('ping')).rejects.toThrow(InteractionFailed);
    waiting.resolve();
    expect(await late.promise).toMatchObject({ code: 10062, status: 404 });
  });

  it('refuses a second first answer with 40060', async () => {
    const second = Promise.withResolvers<unknown>();
    handle = async (i) => {
      if (!i.isChatInputCommand()) return;
      await i.reply('first');
      const route = `/interactions/${i.id}/${i.token}/callback` as const;
      await i.client.rest
        .post(route, { body: { type: 4, data: { content: 'second' } }, auth: false })
        .catch(second.resolve);
    };
    await sandbox.user('Ada').slash('ping');
    expect(await second.promise).toMatchObject({ code: 40060, status: 400 });
  });

  it('answers the callback with the message when asked to', async () => {
    const seen = Promise.withResolvers<string | undefined>();
    handle = async (i) => {
      if (!i.isChatInputCommand()) return;
      const response = await i.reply({ content: 'with response', withResponse: true });
      seen.resolve(response.resource?.message?.content);
    };
    await sandbox.user('Ada').slash('ping');
    expect(await seen.promise).toBe('with response');
  });
});

describe("a person's client", () => {
  it('refuses what Discord’s own client would not send', async () => {
    const ada = sandbox.user('Ada');
    await expect(ada.slash('explain')).rejects.toMatchObject({ code: 'required-option-missing' });
    await expect(ada.slash('explain', { query: 'x', more: 1 })).rejects.toMatchObject({ code: 'unknown-option' });
    await expect(ada.slash('remind')).rejects.toMatchObject({ code: 'subcommand-missing' });
    await expect(ada.slash('remind', { hour: 24 }, { subcommand: 'daily' })).rejects.toThrow('must be 23 or less');
    await expect(ada.slash('remind', { hour: 1.5 }, { subcommand: 'daily' })).rejects.toThrow('whole number');
    await expect(ada.slash('nothing')).rejects.toThrow('There is no command "nothing"');
  });

  it('lets only managers use a command that asks for Manage Server', async () => {
    handle = async (i) => i.isChatInputCommand() && i.reply(`managed ${i.memberPermissions?.has('ManageGuild')}`);
    await expect(sandbox.user('Linus').slash('manage')).rejects.toMatchObject({ code: 'missing-permission' });
    expect((await sandbox.user('Ada').slash('manage')).text).toBe('managed true');
  });
});

describe('autocomplete', () => {
  it('gives the bot the text so far and shows its choices', async () => {
    handle = async (i) => i.isAutocomplete() && i.respond([{ name: `${i.options.getFocused()}!`, value: 'v' }]);
    const choices = await sandbox.user('Ada').autocomplete('explain', 'query', 'pod');
    expect(choices).toEqual([{ name: 'pod!', value: 'v' }]);
  });

  it('fails when the bot is silent', async () => {
    await expect(sandbox.user('Ada').autocomplete('explain', 'query', 'pod')).rejects.toThrow(
      'Loading options failed.',
    );
  });

  it('refuses more than 25 choices', async () => {
    const refused = Promise.withResolvers<unknown>();
    handle = async (i) => {
      if (!i.isAutocomplete()) return;
      const choices = Array.from({ length: 26 }, (_, n) => ({ name: `c${n}`, value: `c${n}` }));
      await i.respond(choices).catch(refused.resolve);
    };
    await expect(sandbox.user('Ada').autocomplete('explain', 'query', 'pod')).rejects.toThrow();
    expect(await refused.promise).toMatchObject({
      code: 50035,
      rawError: { errors: { data: { choices: { _errors: [{ code: 'BASE_TYPE_BAD_LENGTH' }] } } } },
    });
  });
});
