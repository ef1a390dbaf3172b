// The state of the local Discord as plain data, its transitions as pure functions, and ways to read it; keeps no time and sends nothing.

import type {
  APIApplicationCommand,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  APIUser,
  InteractionType,
} from 'discord-api-types/v10';
import type { InteractionEvent } from './protocol.ts';

export interface Person {
  readonly user: APIUser;
  /** Takes no direct messages from bots. */
  readonly areDmsClosed: boolean;
}

export interface Application {
  readonly id: string;
  readonly token: string;
  readonly description: string;
  /** The bot's user has the id of its application, as with every application since 2016. */
  readonly user: APIUser;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly personIds: readonly string[];
  /** False: bots are there only through people who installed them for themselves. */
  readonly areBotsMembers: boolean;
}

export interface TextChannel {
  readonly kind: 'text';
  readonly id: string;
  readonly guildId: string;
  readonly name: string;
  readonly topic: string;
  readonly position: number;
  /** Only the guild's owner may write. */
  readonly isReadOnly: boolean;
}

export interface ThreadChannel {
  readonly kind: 'thread';
  readonly id: string;
  readonly guildId: string;
  readonly parentId: string;
  readonly name: string;
  readonly ownerId: string;
  readonly isPrivate: boolean;
  readonly isArchived: boolean;
  readonly autoArchiveMinutes: number;
  readonly createdAtMs: number;
}

export interface DmChannel {
  readonly kind: 'dm';
  readonly id: string;
  readonly userIds: readonly [string, string];
}

export type Channel = TextChannel | ThreadChannel | DmChannel;

export interface StoredMessage {
  readonly message: APIMessage;
  /** The only person who sees it (an ephemeral message); undefined: all in the channel. */
  readonly onlyForId: string | undefined;
  /** Monotonic milliseconds; the message itself bears the sandbox's time. */
  readonly sentAtMs: number;
}

/** One interaction from its start to the end of its token. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly applicationId: string;
  readonly userId: string;
  readonly channelId: string;
  /** `/quiz`, or the label of what was pressed. */
  readonly name: string;
  readonly commandName: string | undefined;
  readonly state: InteractionEvent['state'];
  /** Monotonic milliseconds. */
  readonly startedAtMs: number;
  /** The message whose component was used, or on which a message command was used. */
  readonly sourceMessageId: string | undefined;
  /** `@original`: the first reply, or the source message when it was updated. */
  readonly originalMessageId: string | undefined;
  /** Whether `@original` is still "thinking…". */
  readonly isLoading: boolean;
  readonly followUpCount: number;
  /** Guild and user installs that allowed it: keys 0 and 1. */
  readonly owners: Readonly<Record<string, string>>;
  readonly modal: APIModalInteractionResponseCallbackData | undefined;
  /** For the submit of a modal: the interaction that showed it. */
  readonly parentId: string | undefined;
}

export interface World {
  readonly people: ReadonlyMap<string, Person>;
  readonly applications: ReadonlyMap<string, Application>;
  readonly guilds: ReadonlyMap<string, Guild>;
  readonly channels: ReadonlyMap<string, Channel>;
  /** By channel, in the order in which they were sent. */
  readonly messages: ReadonlyMap<string, readonly StoredMessage[]>;
  readonly commands: ReadonlyMap<string, APIApplicationCommand>;
  readonly interactions: ReadonlyMap<string, Interaction>;
}

export const EMPTY_WORLD: World = {
  people: new Map(),
  applications: new Map(),
  guilds: new Map(),
  channels: new Map(),
  messages: new Map(),
  commands: new Map(),
  interactions: new Map(),
};

export function putPerson(world: World, person: Person): World {
  return { ...world, people: withEntry(world.people, person.user.id, person) };
}

export function putApplication(world: World, application: Application): World {
  return { ...world, applications: withEntry(world.applications, application.id, application) };
}

export function putGuild(world: World, guild: Guild): World {
  return { ...world, guilds: withEntry(world.guilds, guild.id, guild) };
}

export function putChannel(world: World, channel: Channel): World {
  return { ...world, channels: withEntry(world.channels, channel.id, channel) };
}

export function removeChannel(world: World, channelId: string): World {
  return {
    ...world,
    channels: withoutEntry(world.channels, channelId),
    messages: withoutEntry(world.messages, channelId),
  };
}

/** Adds a message at the end of its channel, or replaces the one with its id. */
export function putMessage(world: World, stored: StoredMessage): World {
  const { channel_id: channelId, id } = stored.message;
  const old = world.messages.get(channelId) ?? [];
  const index = old.findLastIndex((each) => each.message.id === id);
  const messages = index === -1 ? [...old, stored] : old.with(index, stored);
  return { ...world, messages: withEntry(world.messages, channelId, messages) };
}

export function removeMessage(world: World, channelId: string, messageId: string): World {
  const left = (world.messages.get(channelId) ?? []).filter((each) => each.message.id !== messageId);
  return { ...world, messages: withEntry(world.messages, channelId, left) };
}

/** Puts commands in and takes others out, in one step. */
export function changeCommands(
  world: World,
  removedIds: readonly string[],
  added: readonly APIApplicationCommand[],
): World {
  const commands = new Map(world.commands);
  for (const id of removedIds) commands.delete(id);
  for (const command of added) commands.set(command.id, command);
  return { ...world, commands };
}

export function putInteraction(world: World, interaction: Interaction): World {
  return { ...world, interactions: withEntry(world.interactions, interaction.id, interaction) };
}

export function removeInteraction(world: World, interactionId: string): World {
  return { ...world, interactions: withoutEntry(world.interactions, interactionId) };
}

export function findMessage(world: World, channelId: string, messageId: string): StoredMessage | undefined {
  return world.messages.get(channelId)?.findLast((each) => each.message.id === messageId);
}

/** Messages of a channel that a person sees, oldest first. */
export function messagesFor(world: World, userId: string, channelId: string): readonly StoredMessage[] {
  return (world.messages.get(channelId) ?? []).filter((each) => isVisibleTo(each, userId));
}

export function isVisibleTo(stored: StoredMessage, userId: string): boolean {
  return stored.onlyForId === undefined || stored.onlyForId === userId;
}

export function guildIdOf(channel: Channel): string | undefined {
  return channel.kind === 'dm' ? undefined : channel.guildId;
}

/** A person's or a bot's user. */
export function findUser(world: World, userId: string): APIUser | undefined {
  return world.people.get(userId)?.user ?? world.applications.get(userId)?.user;
}

export function findDm(world: World, oneId: string, otherId: string): DmChannel | undefined {
  for (const channel of world.channels.values()) {
    if (channel.kind === 'dm' && channel.userIds.includes(oneId) && channel.userIds.includes(otherId)) return channel;
  }
  return undefined;
}

/** Whether a person or a bot may see a channel at all. */
export function canSee(world: World, userId: string, channel: Channel): boolean {
  if (channel.kind === 'dm') return channel.userIds.includes(userId);
  const guild = world.guilds.get(channel.guildId);
  if (guild === undefined) return false;
  return guild.personIds.includes(userId) || (guild.areBotsMembers && world.applications.has(userId));
}

function withEntry<V>(map: ReadonlyMap<string, V>, key: string, value: V): ReadonlyMap<string, V> {
  return new Map(map).set(key, value);
}

function withoutEntry<V>(map: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> {
  const left = new Map(map);
  left.delete(key);
  return left;
}
