// Channels, threads and DMs as Discord writes them.

import { ChannelType, OverwriteType } from 'discord-api-types/v10';
import { permissionsIn, READ_ONLY_DENIED } from '../permissions.ts';
import { type Channel, type DmChannel, findUser, type TextChannel, type ThreadChannel, type World } from '../world.ts';

/** A channel as the reader sees it; `readerId` picks the recipient of a DM. */
export function channelPayload(world: World, channel: Channel, readerId: string) {
  if (channel.kind === 'dm') return dmPayload(world, channel, readerId);
  return channel.kind === 'text' ? textPayload(world, channel) : threadPayload(world, channel);
}

/** A channel within an interaction, with the permissions of the person who asked. */
export function interactionChannelPayload(world: World, channel: Channel, readerId: string, personId: string) {
  if (channel.kind === 'dm') return dmPayload(world, channel, readerId);
  return {
    ...channelPayload(world, channel, readerId),
    permissions: String(permissionsIn(world, personId, channel)),
  };
}

export function textPayload(world: World, channel: TextChannel) {
  const denied = { id: channel.guildId, type: OverwriteType.Role, allow: '0', deny: READ_ONLY_DENIED };
  return {
    id: channel.id,
    type: channelType(channel),
    last_message_id: lastMessageId(world, channel.id),
    flags: 0,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: null,
    rate_limit_per_user: 0,
    topic: channel.topic,
    position: channel.position,
    permission_overwrites: channel.isReadOnly ? [denied] : [],
    nsfw: false,
  };
}

export function threadPayload(world: World, thread: ThreadChannel) {
  const createdAt = new Date(thread.createdAtMs).toISOString();
  const count = world.messages.get(thread.id)?.length ?? 0;
  return {
    id: thread.id,
    type: channelType(thread),
    last_message_id: lastMessageId(world, thread.id),
    flags: 0,
    guild_id: thread.guildId,
    name: thread.name,
    parent_id: thread.parentId,
    rate_limit_per_user: 0,
    owner_id: thread.ownerId,
    thread_metadata: {
      archived: thread.isArchived,
      archive_timestamp: createdAt,
      auto_archive_duration: thread.autoArchiveMinutes,
      locked: false,
      create_timestamp: createdAt,
    },
    message_count: count,
    member_count: 1,
    total_message_sent: count,
  };
}

export function channelType(channel: Channel): ChannelType {
  if (channel.kind === 'dm') return ChannelType.DM;
  if (channel.kind === 'text') return ChannelType.GuildText;
  return channel.isPrivate ? ChannelType.PrivateThread : ChannelType.PublicThread;
}

function dmPayload(world: World, channel: DmChannel, readerId: string) {
  const others = channel.userIds.filter((id) => id !== readerId);
  return {
    id: channel.id,
    type: channelType(channel),
    last_message_id: lastMessageId(world, channel.id),
    flags: 0,
    recipients: others.map((id) => findUser(world, id)).filter((user) => user !== undefined),
  };
}

function lastMessageId(world: World, channelId: string): string | null {
  const last = world.messages.get(channelId)?.findLast((stored) => stored.onlyForId === undefined);
  return last?.message.id ?? null;
}
