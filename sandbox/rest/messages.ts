// Messages of a channel: read, send with nonce, edit, delete, and "typing…".

import { MessageFlags, MessageType, PermissionFlagsBits } from 'discord-api-types/v10';
import { z } from 'zod';
import { composeMessage, editMessage } from '../messages/compose-message.ts';
import { addMessage, changeMessage, dropMessage } from '../messages/message-store.ts';
import { refusals } from '../refusal.ts';
import { clearNulls, type MessageInput, messageSchema } from '../validation/message-schema.ts';
import { list, parseBody, snowflake } from '../validation/pieces.ts';
import { type Channel, findMessage, type StoredMessage } from '../world.ts';
import { type BotCall, botRoute, NO_CONTENT, ok, type RestAnswer, requireChannel, requirePermission } from './route.ts';

const DEFAULT_PAGE = 50;
const MAX_PAGE = 100;

const bulkDeleteSchema = z.object({ messages: list(snowflake, 100, 2) });

const ONE = '/channels/{channel_id}/messages/{message_id}';

export const messageRoutes = [
  botRoute('GET', '/channels/{channel_id}/messages', listMessages),
  botRoute('POST', '/channels/{channel_id}/messages', sendMessage),
  botRoute('GET', ONE, (call) => ok(requireMessage(call, requireChannel(call)).message)),
  botRoute('PATCH', ONE, changeOwnMessage),
  botRoute('DELETE', ONE, deleteMessage),
  botRoute('POST', '/channels/{channel_id}/messages/bulk-delete', deleteMessages),
  botRoute('POST', '/channels/{channel_id}/typing', startTyping),
];

/** Newest first, as Discord answers. */
function listMessages(call: BotCall): RestAnswer {
  const channel = requireChannel(call);
  const { query, hub } = call;
  const limit = Math.min(MAX_PAGE, Math.max(1, Number(query.get('limit') ?? DEFAULT_PAGE)));
  const before = query.get('before');
  const after = query.get('after');
  const around = query.get('around');
  const all = (hub.world.messages.get(channel.id) ?? [])
    .filter((stored) => stored.onlyForId === undefined)
    .map((stored) => stored.message);
  if (around !== null) {
    const index = all.findIndex((message) => BigInt(message.id) >= BigInt(around));
    const start = Math.max(0, index - Math.floor(limit / 2));
    return ok(all.slice(start, start + limit).reverse());
  }
  if (after !== null) {
    return ok(
      all
        .filter((message) => BigInt(message.id) > BigInt(after))
        .slice(0, limit)
        .reverse(),
    );
  }
  const older = before === null ? all : all.filter((message) => BigInt(message.id) < BigInt(before));
  return ok(older.slice(-limit).reverse());
}

function sendMessage(call: BotCall): RestAnswer {
  const channel = requireChannel(call);
  const { hub, bot } = call;
  requireWritable(call, channel);
  const input = parseBody(messageSchema, call.body);
  const twin = findTwin(call, channel, input);
  if (twin !== undefined) return ok(twin.message);
  const replyTo = referenced(call, channel, input);
  const flags = (input.flags ?? 0) & ~MessageFlags.Ephemeral;
  const origin = {
    author: bot.user,
    channelId: channel.id,
    type: replyTo === undefined ? MessageType.Default : MessageType.Reply,
    ...(replyTo === undefined ? {} : { replyTo: replyTo.message }),
  };
  const message = composeMessage(hub, origin, { ...input, flags }, call.uploads);
  addMessage(hub, message, undefined);
  return ok(message);
}

/** @throws Refusal 50007 where the other side of a DM takes none, 50013 in a read-only channel. */
function requireWritable(call: BotCall, channel: Channel): void {
  if (channel.kind !== 'dm') requirePermission(call, channel, PermissionFlagsBits.SendMessages);
  else if (channel.userIds.some((id) => call.hub.world.people.get(id)?.areDmsClosed === true)) {
    throw refusals.dmsClosed();
  }
}

/**
 * With `enforce_nonce`, the message that the bot sent with the same nonce in the past few minutes.
 * Source: https://discord.com/developers/docs/resources/message#create-message
 */
function findTwin({ hub, bot }: BotCall, channel: Channel, input: MessageInput): StoredMessage | undefined {
  if (input.enforce_nonce !== true || input.nonce === undefined) return undefined;
  const sinceMs = hub.monotonicMs() - hub.timings.nonceLifetimeMs;
  return hub.world.messages
    .get(channel.id)
    ?.findLast(
      ({ message, sentAtMs }) => message.author.id === bot.id && message.nonce === input.nonce && sentAtMs >= sinceMs,
    );
}

function referenced({ hub }: BotCall, channel: Channel, input: MessageInput): StoredMessage | undefined {
  const reference = input.message_reference;
  if (reference === undefined) return undefined;
  const found = findMessage(hub.world, channel.id, reference.message_id);
  if (found === undefined && reference.fail_if_not_exists !== false) {
    const fault = { code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', message: 'Unknown message' };
    throw refusals.invalidForm([{ path: ['message_reference'], ...fault }]);
  }
  return found;
}

function changeOwnMessage(call: BotCall): RestAnswer {
  const stored = requireMessage(call, requireChannel(call));
  if (stored.message.author.id !== call.bot.id) throw refusals.notAuthor();
  const { flags: _fixed, ...input } = parseBody(messageSchema, clearNulls(call.body));
  const message = editMessage(call.hub, stored.message, input, call.uploads);
  changeMessage(call.hub, stored, message);
  return ok(message);
}

function deleteMessage(call: BotCall): RestAnswer {
  const channel = requireChannel(call);
  const stored = requireMessage(call, channel);
  if (stored.message.author.id !== call.bot.id) {
    if (channel.kind === 'dm') throw refusals.missingPermissions();
    requirePermission(call, channel, PermissionFlagsBits.ManageMessages);
  }
  dropMessage(call.hub, stored);
  return NO_CONTENT;
}

function deleteMessages(call: BotCall): RestAnswer {
  const channel = requireChannel(call);
  requirePermission(call, channel, PermissionFlagsBits.ManageMessages);
  const { messages } = parseBody(bulkDeleteSchema, call.body);
  for (const id of messages) {
    const stored = findMessage(call.hub.world, channel.id, id);
    if (stored !== undefined && stored.onlyForId === undefined) dropMessage(call.hub, stored);
  }
  return NO_CONTENT;
}

function startTyping(call: BotCall): RestAnswer {
  const channel = requireChannel(call);
  call.hub.emit({ kind: 'typing-started', channelId: channel.id, userId: call.bot.id });
  return NO_CONTENT;
}

/** Ephemeral messages are not there for this route. @throws Refusal 10008 */
function requireMessage(call: BotCall, channel: Channel): StoredMessage {
  const stored = findMessage(call.hub.world, channel.id, call.param('message_id'));
  if (stored === undefined || stored.onlyForId !== undefined) throw refusals.unknownMessage();
  return stored;
}
