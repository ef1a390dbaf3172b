// Acts as a person in tests, through the same actions as the page, and sees only what that person sees.

import {
  type APIApplicationCommand,
  type APIApplicationCommandOptionChoice,
  type APIMessage,
  ApplicationCommandType,
  ComponentType,
} from 'discord-api-types/v10';
import { performAction } from './client/person-session.ts';
import { findButton, findSelect, optionValue } from './driver/message-text.ts';
import { type InteractionLog, type Reply, waitForReply } from './driver/reply.ts';
import { DEFAULT_WAIT_MS, waitUntil } from './driver/wait.ts';
import type { Hub } from './hub.ts';
import type { InteractionStarted, OptionInput } from './protocol.ts';
import { canSee, findDm, findMessage, messagesFor } from './world.ts';

export { buttonsOf, selectsOf, textOf } from './driver/message-text.ts';
export { InteractionFailed, type Reply } from './driver/reply.ts';

/** Where and how a command is used. */
export interface CommandPlace {
  /** Name of a channel, `dm` for the DM with the bot, or an id; #general by default. */
  readonly channel?: string;
  readonly subcommandGroup?: string;
  readonly subcommand?: string;
  readonly timeoutMs?: number;
}

/** A message, or the reply that shows it. */
export type Shown = APIMessage | Reply;

export interface User {
  readonly id: string;
  /** Resolves with the final answer. @throws ActionError what the client would refuse; InteractionFailed without answer */
  slash(command: string, options?: OptionInput, place?: CommandPlace): Promise<Reply>;
  /** Starts a command without waiting for its answer; `answerTo` waits for it later. */
  startSlash(command: string, options?: OptionInput, place?: CommandPlace): Promise<InteractionStarted>;
  answerTo(started: InteractionStarted, timeoutMs?: number): Promise<Reply>;
  /** The choices for `text` in an option; `options` are the values of the others. */
  autocomplete(
    command: string,
    option: string,
    text: string,
    place?: CommandPlace & { readonly options?: OptionInput },
  ): Promise<readonly APIApplicationCommandOptionChoice[]>;
  messageMenu(command: string, message: Shown, timeoutMs?: number): Promise<Reply>;
  press(message: Shown, customIdOrLabel: string, timeoutMs?: number): Promise<Reply>;
  /** Starts a press without waiting for its answer. */
  startPress(message: Shown, customIdOrLabel: string): Promise<InteractionStarted>;
  /** Values by value or label. */
  select(message: Shown, customIdOrPlaceholder: string, values: readonly string[], timeoutMs?: number): Promise<Reply>;
  /** Fields by custom id or label. */
  submitModal(shown: Reply, fields: Readonly<Record<string, string>>, timeoutMs?: number): Promise<Reply>;
  dismiss(message: Shown): Promise<void>;
  /** Answers with the sent message. */
  say(channel: string, text: string): Promise<APIMessage>;
  type(channel: string): Promise<void>;
  setDmsClosed(closed: boolean): Promise<void>;
  /** What this person sees of a channel, oldest first. */
  messages(channel: string): readonly APIMessage[];
  /** The first message of a channel that is as wanted, there already or to come. */
  waitForMessage(channel: string, predicate: (message: APIMessage) => boolean, timeoutMs?: number): Promise<APIMessage>;
  /** What the bot wrote into the DM, oldest first. */
  dms(): readonly APIMessage[];
  /** The first message of the bot in the DM that is as wanted, there already or to come. */
  waitForDm(predicate?: (message: APIMessage) => boolean, timeoutMs?: number): Promise<APIMessage>;
}

export function createUser(hub: Hub, log: InteractionLog, userId: string): User {
  return {
    id: userId,
    ...createAsking(hub, log, userId),
    ...createReading(hub, userId),
    ...createWriting(hub, userId),
  };
}

type Asking = Omit<User, 'id' | keyof Reading | keyof Writing>;
type Reading = Pick<User, 'messages' | 'waitForMessage' | 'dms' | 'waitForDm'>;
type Writing = Pick<User, 'dismiss' | 'say' | 'type' | 'setDmsClosed'>;

function createAsking(hub: Hub, log: InteractionLog, userId: string): Asking {
  const answer = async (started: Promise<InteractionStarted>, timeoutMs = DEFAULT_WAIT_MS) =>
    waitForReply(hub, log, (await started).interactionId, timeoutMs);
  const startSlash: User['startSlash'] = async (name, options = {}, place = {}) =>
    performAction(hub, userId, { kind: 'use-command', options, ...commandInput(hub, userId, name, place) });
  const startPress: User['startPress'] = async (message, idOrLabel) =>
    performAction(hub, userId, {
      kind: 'press-button',
      ...placeOf(message),
      customId: findButton(messageOf(message), idOrLabel).custom_id,
    });
  return {
    startSlash,
    startPress,
    slash: (name, options, place) => answer(startSlash(name, options, place), place?.timeoutMs),
    answerTo: (started, timeoutMs) => answer(Promise.resolve(started), timeoutMs),
    press: (message, idOrLabel, timeoutMs) => answer(startPress(message, idOrLabel), timeoutMs),
    async autocomplete(name, option, text, place = {}) {
      const input = { ...commandInput(hub, userId, name, place), options: place.options ?? {} };
      const given = await performAction(hub, userId, { kind: 'autocomplete', focused: option, text, ...input });
      return given.choices;
    },
    messageMenu: async (name, message, timeoutMs) =>
      answer(performAction(hub, userId, menuAction(hub, name, message)), timeoutMs),
    select: async (message, idOrPlaceholder, values, timeoutMs) =>
      answer(performAction(hub, userId, pickAction(message, idOrPlaceholder, values)), timeoutMs),
    submitModal: async (shown, fields, timeoutMs) =>
      answer(performAction(hub, userId, submitAction(shown, fields)), timeoutMs),
  };
}

function createReading(hub: Hub, userId: string): Reading {
  const messages = (channel: string) =>
    messagesFor(hub.world, userId, channelId(hub, userId, channel)).map((stored) => stored.message);
  const dms = () => messages('dm').filter((message) => message.author.bot === true);
  return {
    messages,
    waitForMessage: (channel, predicate, timeoutMs = DEFAULT_WAIT_MS) =>
      waitUntil(hub, `a message in ${channel}`, () => messages(channel).find(predicate), timeoutMs),
    dms,
    waitForDm: (predicate = () => true, timeoutMs = DEFAULT_WAIT_MS) =>
      waitUntil(hub, 'a direct message of the bot', () => dms().find(predicate), timeoutMs),
  };
}

function createWriting(hub: Hub, userId: string): Writing {
  return {
    async dismiss(message) {
      await performAction(hub, userId, { kind: 'dismiss', ...placeOf(message) });
    },
    async say(channel, content) {
      const place = { channelId: channelId(hub, userId, channel) };
      const { messageId } = await performAction(hub, userId, { kind: 'send-message', ...place, content });
      return required(findMessage(hub.world, place.channelId, messageId), 'the message that was sent').message;
    },
    async type(channel) {
      await performAction(hub, userId, { kind: 'type', channelId: channelId(hub, userId, channel) });
    },
    async setDmsClosed(closed) {
      await performAction(hub, userId, { kind: 'set-dms-closed', closed });
    },
  };
}

/** A channel by name, id, or `dm`. @throws Error naming the channels that there are */
function channelId(hub: Hub, userId: string, channel: string): string {
  const { world } = hub;
  if (world.channels.has(channel)) return channel;
  if (channel === 'dm') {
    const [bot] = world.applications.keys();
    const dm = bot === undefined ? undefined : findDm(world, userId, bot);
    return required(dm, 'a bot to have a DM with').id;
  }
  const seen = [...world.channels.values()].flatMap((each) =>
    each.kind !== 'dm' && canSee(world, userId, each) ? [each] : [],
  );
  const found = seen.find((each) => each.name === channel.replace(/^#/, ''));
  if (found === undefined) {
    throw new Error(`There is no channel "${channel}" among: ${seen.map((each) => each.name).join(', ')}, dm.`);
  }
  return found.id;
}

function commandInput(hub: Hub, userId: string, name: string, place: CommandPlace) {
  const { channel = 'general', subcommand, subcommandGroup } = place;
  return {
    channelId: channelId(hub, userId, channel),
    commandId: findCommand(hub, name, ApplicationCommandType.ChatInput).id,
    ...(subcommand === undefined ? {} : { subcommand }),
    ...(subcommandGroup === undefined ? {} : { subcommandGroup }),
  };
}

function findCommand(hub: Hub, name: string, type: ApplicationCommandType): APIApplicationCommand {
  const commands = [...hub.world.commands.values()].filter((command) => command.type === type);
  const found = commands.find((command) => command.name === name.replace(/^\//, ''));
  if (found !== undefined) return found;
  throw new Error(`There is no command "${name}" among: ${commands.map((each) => each.name).join(', ') || 'none'}.`);
}

function menuAction(hub: Hub, name: string, message: Shown) {
  const commandId = findCommand(hub, name, ApplicationCommandType.Message).id;
  return { kind: 'use-message-menu', ...placeOf(message), commandId } as const;
}

function pickAction(message: Shown, idOrPlaceholder: string, values: readonly string[]) {
  const select = findSelect(messageOf(message), idOrPlaceholder);
  const picked = values.map((value) => optionValue(select, value));
  return { kind: 'pick', ...placeOf(message), customId: select.custom_id, values: picked } as const;
}

function submitAction(shown: Reply, fields: Readonly<Record<string, string>>) {
  const known = shown.modal.components.flatMap((row) => {
    if (row.type === ComponentType.ActionRow) {
      return row.components.map((field) => ({ id: field.custom_id, label: field.label }));
    }
    if (row.type !== ComponentType.Label || !('custom_id' in row.component)) return [];
    return [{ id: row.component.custom_id, label: row.label }];
  });
  const named = Object.entries(fields).map(([name, text]) => {
    const field = known.find(({ id, label }) => id === name || label === name);
    return [required(field, `a field "${name}" among: ${known.map((each) => each.id).join(', ')}`).id, text];
  });
  return { kind: 'submit-modal', interactionId: shown.interactionId, fields: Object.fromEntries(named) } as const;
}

function messageOf(shown: Shown): APIMessage {
  return 'kind' in shown ? shown.message : shown;
}

function placeOf(shown: Shown): { readonly channelId: string; readonly messageId: string } {
  const message = messageOf(shown);
  return { channelId: message.channel_id, messageId: message.id };
}

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`There is not ${what}.`);
  return value;
}
