// Turns what happened in the world into gateway events: who hears of it, under which intent, and with what left out.

import { type APIMessage, GatewayIntentBits as Intent } from 'discord-api-types/v10';
import type { WorldEvent } from '../hub.ts';
import { channelType, threadPayload } from '../payloads/channel-payload.ts';
import { memberHead, memberPayload } from '../payloads/guild-payload.ts';
import { canSee, guildIdOf, type World } from '../world.ts';

export interface BotEvent {
  readonly name: string;
  /** undefined: a DM, or nothing of a guild. */
  readonly guildId: string | undefined;
  /** Intent without which the session does not hear of it; 0: everybody does. */
  readonly intent: number;
  isFor(applicationId: string): boolean;
  dataFor(applicationId: string, intents: number): unknown;
}

const MESSAGE_EVENTS = {
  'message-created': 'MESSAGE_CREATE',
  'message-updated': 'MESSAGE_UPDATE',
  'message-deleted': 'MESSAGE_DELETE',
} as const;

const THREAD_EVENTS = {
  'thread-created': 'THREAD_CREATE',
  'thread-updated': 'THREAD_UPDATE',
  'thread-deleted': 'THREAD_DELETE',
} as const;

/** undefined for what bots do not hear of, such as ephemeral messages. */
export function toBotEvent(world: World, event: WorldEvent): BotEvent | undefined {
  switch (event.kind) {
    case 'message-created':
    case 'message-updated':
    case 'message-deleted':
      return messageEvent(world, event);
    case 'interaction-created':
      return {
        name: 'INTERACTION_CREATE',
        guildId: event.guildId,
        intent: 0,
        isFor: (applicationId) => applicationId === event.applicationId,
        dataFor: () => event.payload,
      };
    case 'typing-started':
      return typingEvent(world, event.channelId, event.userId);
    case 'thread-created':
    case 'thread-updated':
    case 'thread-deleted':
      return {
        name: THREAD_EVENTS[event.kind],
        guildId: event.thread.guildId,
        intent: Intent.Guilds,
        isFor: (applicationId) => canSee(world, applicationId, event.thread),
        dataFor: () => ({ ...threadPayload(world, event.thread), newly_created: event.kind === 'thread-created' }),
      };
    default:
      return undefined;
  }
}

function messageEvent(world: World, event: Extract<WorldEvent, { stored: unknown }>): BotEvent | undefined {
  const { message, onlyForId } = event.stored;
  const channel = world.channels.get(message.channel_id);
  if (channel === undefined || onlyForId !== undefined) return undefined;
  const guildId = guildIdOf(channel);
  const place = { channel_type: channelType(channel), ...(guildId === undefined ? {} : { guild_id: guildId }) };
  return {
    name: MESSAGE_EVENTS[event.kind],
    guildId,
    intent: guildId === undefined ? Intent.DirectMessages : Intent.GuildMessages,
    isFor: (applicationId) => canSee(world, applicationId, channel),
    dataFor(applicationId, intents) {
      if (event.kind === 'message-deleted') return { id: message.id, channel_id: message.channel_id, ...place };
      const member = guildId === undefined ? {} : { member: memberHead(world, message.author.id) };
      return { ...readable(message, guildId, applicationId, intents), ...place, ...member };
    },
  };
}

/**
 * Without the intent MESSAGE_CONTENT the content of others' messages in guilds is blank, unless they mention the bot.
 * Source: https://discord.com/developers/docs/events/gateway#message-content-intent
 */
function readable(
  message: APIMessage,
  guildId: string | undefined,
  applicationId: string,
  intents: number,
): APIMessage {
  const isReadable =
    (intents & Intent.MessageContent) !== 0 ||
    guildId === undefined ||
    message.author.id === applicationId ||
    message.mentions.some((user) => user.id === applicationId);
  return isReadable ? message : { ...message, content: '', embeds: [], attachments: [], components: [] };
}

function typingEvent(world: World, channelId: string, userId: string): BotEvent | undefined {
  const channel = world.channels.get(channelId);
  if (channel === undefined) return undefined;
  const guildId = guildIdOf(channel);
  const place = guildId === undefined ? {} : { guild_id: guildId, member: memberPayload(world, userId) };
  return {
    name: 'TYPING_START',
    guildId,
    intent: guildId === undefined ? Intent.DirectMessageTyping : Intent.GuildMessageTyping,
    isFor: (applicationId) => canSee(world, applicationId, channel),
    dataFor: () => ({
      channel_id: channelId,
      user_id: userId,
      timestamp: Math.floor(Date.now() / 1000),
      ...place,
    }),
  };
}
