// What a person writes: messages, edits and deletions of their own, dismissed ephemerals, DMs opened.

import { MessageType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Hub } from '../hub.ts';
import { ActionError } from '../interactions/action-error.ts';
import { requireChannel } from '../interactions/use-command.ts';
import { composeMessage, editMessage } from '../messages/compose-message.ts';
import { addMessage, changeMessage, dropMessage } from '../messages/message-store.ts';
import { hasPermission } from '../permissions.ts';
import { type DmChannel, findDm, findMessage, findUser, putChannel, type StoredMessage } from '../world.ts';

const MAX_CONTENT = 2000;

/** Answers with the message's id. @throws ActionError */
export function say(hub: Hub, userId: string, channelId: string, content: string, replyToId?: string): string {
  const channel = requireChannel(hub.world, userId, channelId);
  if (!hasPermission(hub.world, userId, channel, PermissionFlagsBits.SendMessages)) {
    throw new ActionError('read-only', 'You do not have permission to send messages in this channel.');
  }
  requireContent(content);
  const author = hub.world.people.get(userId)?.user;
  if (author === undefined) throw new ActionError('unknown-person', 'There is no such person.');
  const replyTo = replyToId === undefined ? undefined : findMessage(hub.world, channelId, replyToId)?.message;
  const origin = {
    author,
    channelId,
    type: replyTo === undefined ? MessageType.Default : MessageType.Reply,
    ...(replyTo === undefined ? {} : { replyTo }),
  };
  const message = composeMessage(hub, origin, { content }, []);
  addMessage(hub, message, undefined);
  return message.id;
}

/** @throws ActionError */
export function editOwn(hub: Hub, userId: string, channelId: string, messageId: string, content: string): void {
  const stored = requireOwn(hub, userId, channelId, messageId);
  requireContent(content);
  changeMessage(hub, stored, editMessage(hub, stored.message, { content }, []));
}

/** @throws ActionError */
export function deleteOwn(hub: Hub, userId: string, channelId: string, messageId: string): void {
  dropMessage(hub, requireOwn(hub, userId, channelId, messageId));
}

/** Takes an ephemeral message away from its only reader. @throws ActionError */
export function dismiss(hub: Hub, userId: string, channelId: string, messageId: string): void {
  const stored = findMessage(hub.world, channelId, messageId);
  if (stored?.onlyForId !== userId) throw new ActionError('unknown-message', 'That message cannot be dismissed.');
  dropMessage(hub, stored);
}

/** The DM with another, made when there is none. @throws ActionError */
export function openDm(hub: Hub, userId: string, otherId: string): string {
  if (otherId === userId || findUser(hub.world, otherId) === undefined) {
    throw new ActionError('unknown-person', 'There is nobody of that id to write to.');
  }
  const known = findDm(hub.world, userId, otherId);
  if (known !== undefined) return known.id;
  const channel: DmChannel = { kind: 'dm', id: hub.newId(), userIds: [userId, otherId] };
  hub.update((world) => putChannel(world, channel));
  hub.emit({ kind: 'channels-changed' });
  return channel.id;
}

function requireOwn(hub: Hub, userId: string, channelId: string, messageId: string): StoredMessage {
  const stored = findMessage(hub.world, channelId, messageId);
  if (stored?.message.author.id !== userId) throw new ActionError('not-yours', 'That message is not yours.');
  return stored;
}

function requireContent(content: string): void {
  const length = [...content.trim()].length;
  if (length === 0) throw new ActionError('empty', 'There is nothing to send.');
  if (length > MAX_CONTENT) throw new ActionError('too-long', `A message has at most ${MAX_CONTENT} characters.`);
}
