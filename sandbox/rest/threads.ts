// Threads: started from a message or beside none, renamed, archived, deleted.

import { PermissionFlagsBits } from 'discord-api-types/v10';
import { z } from 'zod';
import { threadPayload } from '../payloads/channel-payload.ts';
import { refusals } from '../refusal.ts';
import { parseBody, text } from '../validation/pieces.ts';
import { findMessage, putChannel, removeChannel, type ThreadChannel } from '../world.ts';
import { type BotCall, botRoute, NO_CONTENT, ok, type RestAnswer, requireChannel, requirePermission } from './route.ts';

const ARCHIVE_MINUTES = [60, 1440, 4320, 10080] as const;
const PRIVATE_THREAD = 12;

const threadSchema = z.object({
  name: text(100, 1),
  auto_archive_duration: z.literal(ARCHIVE_MINUTES).exactOptional(),
  type: z.literal([10, 11, PRIVATE_THREAD]).exactOptional(),
});

const changeSchema = z.object({
  name: text(100, 1).exactOptional(),
  archived: z.boolean().exactOptional(),
  auto_archive_duration: z.literal(ARCHIVE_MINUTES).exactOptional(),
});

export const threadRoutes = [
  botRoute('POST', '/channels/{channel_id}/threads', startThread),
  botRoute('POST', '/channels/{channel_id}/messages/{message_id}/threads', startThreadFromMessage),
  botRoute('PATCH', '/channels/{channel_id}', changeThread),
  botRoute('DELETE', '/channels/{channel_id}', deleteThread),
  botRoute('PUT', '/channels/{channel_id}/thread-members/@me', joinThread),
  botRoute('DELETE', '/channels/{channel_id}/thread-members/@me', joinThread),
];

function startThread(call: BotCall): RestAnswer {
  const isPrivate = parseBody(threadSchema, call.body).type !== 11;
  return createThread(call, call.hub.newId(), isPrivate);
}

/** The thread has the id of its message. @throws Refusal 160004 when there is one already. */
function startThreadFromMessage(call: BotCall): RestAnswer {
  const channel = requireChannel(call);
  const messageId = call.param('message_id');
  const stored = findMessage(call.hub.world, channel.id, messageId);
  if (stored === undefined || stored.onlyForId !== undefined) throw refusals.unknownMessage();
  if (call.hub.world.channels.has(messageId)) throw refusals.threadExists();
  return createThread(call, messageId, false);
}

function createThread(call: BotCall, id: string, isPrivate: boolean): RestAnswer {
  const { hub, bot } = call;
  const channel = requireChannel(call);
  const input = parseBody(threadSchema, call.body);
  if (channel.kind !== 'text') throw refusals.unknownChannel();
  const permission = isPrivate ? PermissionFlagsBits.CreatePrivateThreads : PermissionFlagsBits.CreatePublicThreads;
  requirePermission(call, channel, permission);
  const thread: ThreadChannel = {
    kind: 'thread',
    id,
    guildId: channel.guildId,
    parentId: channel.id,
    name: input.name,
    ownerId: bot.id,
    isPrivate,
    isArchived: false,
    autoArchiveMinutes: input.auto_archive_duration ?? 4320,
    createdAtMs: hub.clock.nowMs(),
  };
  hub.update((world) => putChannel(world, thread));
  hub.emit({ kind: 'thread-created', thread });
  hub.emit({ kind: 'channels-changed' });
  return { status: 201, body: threadPayload(hub.world, thread) };
}

function changeThread(call: BotCall): RestAnswer {
  const { hub } = call;
  const old = requireThread(call);
  const change = parseBody(changeSchema, call.body);
  const thread: ThreadChannel = {
    ...old,
    name: change.name ?? old.name,
    isArchived: change.archived ?? old.isArchived,
    autoArchiveMinutes: change.auto_archive_duration ?? old.autoArchiveMinutes,
  };
  hub.update((world) => putChannel(world, thread));
  hub.emit({ kind: 'thread-updated', thread });
  hub.emit({ kind: 'channels-changed' });
  return ok(threadPayload(hub.world, thread));
}

function deleteThread(call: BotCall): RestAnswer {
  const { hub } = call;
  const thread = requireThread(call);
  const body = threadPayload(hub.world, thread);
  hub.update((world) => removeChannel(world, thread.id));
  hub.emit({ kind: 'thread-deleted', thread });
  hub.emit({ kind: 'channels-changed' });
  return ok(body);
}

function joinThread(call: BotCall): RestAnswer {
  requireThread(call);
  return NO_CONTENT;
}

/** Other channels may not be changed by bots here. @throws Refusal 50013 */
function requireThread(call: BotCall): ThreadChannel {
  const channel = requireChannel(call);
  if (channel.kind !== 'thread') throw refusals.missingPermissions();
  if (channel.ownerId !== call.bot.id) requirePermission(call, channel, PermissionFlagsBits.ManageThreads);
  return channel;
}
