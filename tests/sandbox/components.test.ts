// Buttons, selects, modals and the message menu, seen from both ends: a real discord.js client and a person.

import {
  ActionRowBuilder,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  type Interaction,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { checkAgainstDescription, hasDescription } from './discord-description.ts';
import { plainCommand, startTestBot, type TestBot } from './test-bot.ts';

let sandbox: Sandbox;
let bot: TestBot;
let handle: (interaction: Interaction) => Promise<unknown> = async () => {};

beforeAll(async () => {
  sandbox = await startSandbox();
  bot = await startTestBot(sandbox, (interaction) => handle(interaction));
  await bot.register([plainCommand('ping'), { name: 'Explain this', type: ApplicationCommandType.Message }]);
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

describe('components', () => {
  const button = new ButtonBuilder().setCustomId('go').setLabel('Go on').setStyle(ButtonStyle.Primary);
  const buttons = new ActionRowBuilder<ButtonBuilder>().addComponents(button);

  it('updates the message whose button was pressed', async () => {
    handle = async (i) => {
      if (i.isChatInputCommand()) await i.reply({ content: 'press', components: [buttons] });
      if (i.isButton()) await i.update({ content: `pressed by ${i.user.displayName}`, components: [] });
    };
    const reply = await sandbox.user('Ada').slash('ping');
    const pressed = await sandbox.user('Linus').press(reply, 'go on');
    expect(pressed.message.id).toBe(reply.message.id);
    expect(reply.text).toBe('pressed by Linus');
    expect(reply.message.components).toEqual([]);
  });

  it('resolves a deferred press with the later edit', async () => {
    handle = async (i) => {
      if (i.isChatInputCommand()) await i.reply({ content: 'press', components: [buttons] });
      if (!i.isButton()) return;
      await i.deferUpdate();
      await i.editReply({ content: 'done' });
    };
    const ada = sandbox.user('Ada');
    const reply = await ada.slash('ping');
    expect((await ada.press(reply, 'go')).text).toBe('done');
  });

  it('answers a stranger’s press privately and leaves the message alone', async () => {
    handle = async (i) => {
      if (i.isChatInputCommand()) await i.reply({ content: 'mine', components: [buttons] });
      if (i.isButton()) await i.reply({ content: 'not yours', flags: MessageFlags.Ephemeral });
    };
    const reply = await sandbox.user('Ada').slash('ping');
    const refused = await sandbox.user('Linus').press(reply, 'go');
    expect(refused.text).toBe('not yours');
    expect(refused.message.message_reference?.message_id).toBe(reply.message.id);
    expect(
      sandbox
        .user('Ada')
        .messages('general')
        .some((message) => message.content === 'not yours'),
    ).toBe(false);
    expect(reply.text).toBe('mine');
  });

  it('carries the picked values of a select', async () => {
    const select = new StringSelectMenuBuilder()
      .setCustomId('pick')
      .setPlaceholder('Pick one')
      .addOptions({ label: 'Pods', value: 'pod' }, { label: 'Services', value: 'svc' });
    handle = async (i) => {
      const row = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select);
      if (i.isChatInputCommand()) await i.reply({ content: 'pick', components: [row] });
      if (i.isStringSelectMenu()) await i.update({ content: `picked ${i.values.join()}`, components: [] });
    };
    const ada = sandbox.user('Ada');
    const reply = await ada.slash('ping');
    await expect(ada.select(reply, 'pick', ['nothing'])).rejects.toThrow('There is no option');
    expect((await ada.select(reply, 'Pick one', ['Services'])).text).toBe('picked svc');
  });

  it('shows a modal and hands its fields to the bot, which updates the message', async () => {
    const input = new TextInputBuilder().setCustomId('answer').setLabel('Your answer').setStyle(TextInputStyle.Short);
    const modal = new ModalBuilder()
      .setCustomId('m')
      .setTitle('Answer')
      .addComponents(new ActionRowBuilder<TextInputBuilder>().addComponents(input.setMaxLength(20)));
    handle = async (i) => {
      if (i.isChatInputCommand()) await i.reply({ content: 'question', components: [buttons] });
      if (i.isButton()) await i.showModal(modal);
      if (i.isModalSubmit() && i.isFromMessage())
        await i.update({ content: `got ${i.fields.getTextInputValue('answer')}` });
    };
    const ada = sandbox.user('Ada');
    const reply = await ada.slash('ping');
    const shown = await ada.press(reply, 'go');
    expect(shown.kind).toBe('modal');
    expect(shown.modal.title).toBe('Answer');
    await expect(ada.submitModal(shown, { answer: 'x'.repeat(21) })).rejects.toThrow('20 or fewer');
    await expect(ada.submitModal(shown, {})).rejects.toThrow('required');
    expect((await ada.submitModal(shown, { 'Your answer': 'kubectl get po' })).text).toBe('got kubectl get po');
    expect(reply.text).toBe('got kubectl get po');
  });

  it('lets a message command see the message it was used on', async () => {
    handle = async (i) =>
      i.isMessageContextMenuCommand() &&
      i.reply({ content: `about: ${i.targetMessage.content}`, flags: MessageFlags.Ephemeral });
    const linus = sandbox.user('Linus');
    const said = await sandbox.user('Ada').say('general', 'CrashLoopBackOff again');
    expect((await linus.messageMenu('Explain this', said)).text).toBe('about: CrashLoopBackOff again');
  });
});
