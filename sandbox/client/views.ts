// What a person's client is shown of the world.

import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Gateway } from '../gateway/gateway.ts';
import type { Hub } from '../hub.ts';
import { memberIdsOf } from '../payloads/guild-payload.ts';
import { hasPermission, permissionsIn } from '../permissions.ts';
import type { BotView, ChannelView, CommandView, GuildView, Hello } from '../protocol.ts';
import { type Channel, canSee, findUser, messagesFor, type World } from '../world.ts';

/** @throws RangeError for somebody who does not exist. */
export function helloFor(hub: Hub, gateway: Gateway, userId: string): Hello {
  const { world } = hub;
  const person = world.people.get(userId);
  if (person === undefined) throw new RangeError(`There is no person ${userId}.`);
  const channels = channelsFor(world, userId);
  return {
    type: 'hello',
    you: person.user,
    people: [...world.people.values()].map((each) => each.user),
    bots: botsOf(world, gateway),
    guilds: guildsFor(world, userId),
    channels,
    commands: commandsOf(world),
    messages: Object.fromEntries(
      channels.map(({ id }) => [id, messagesFor(world, userId, id).map((stored) => stored.message)]),
    ),
    clock: hub.clock.view(),
    faults: hub.faults.view(),
    areDmsClosed: person.areDmsClosed,
  };
}

export function botsOf(world: World, gateway: Gateway): readonly BotView[] {
  return [...world.applications.values()].map(({ id, user }) => ({
    applicationId: id,
    user,
    isOnline: gateway.isOnline(id),
  }));
}

export function commandsOf(world: World): readonly CommandView[] {
  return [...world.commands.values()];
}

export function guildsFor(world: World, userId: string): readonly GuildView[] {
  return [...world.guilds.values()]
    .filter((guild) => guild.personIds.includes(userId))
    .map((guild) => {
      const anyChannel = [...world.channels.values()].find((each) => each.kind === 'text' && each.guildId === guild.id);
      const permissions = anyChannel === undefined ? 0n : permissionsIn(world, userId, anyChannel);
      return { id: guild.id, name: guild.name, memberIds: memberIdsOf(world, guild), permissions: String(permissions) };
    });
}

/** Text channels and threads in their order, then the person's DMs. */
export function channelsFor(world: World, userId: string): readonly ChannelView[] {
  return [...world.channels.values()]
    .filter((channel) => canSee(world, userId, channel))
    .map((channel) => channelView(world, channel, userId));
}

function channelView(world: World, channel: Channel, userId: string): ChannelView {
  const canWrite = hasPermission(world, userId, channel, PermissionFlagsBits.SendMessages);
  if (channel.kind === 'dm') {
    const recipientId = channel.userIds.find((id) => id !== userId) ?? userId;
    const user = findUser(world, recipientId);
    const name = user?.global_name ?? user?.username ?? '';
    return { id: channel.id, kind: 'dm', name, recipientId, canWrite };
  }
  const head = { id: channel.id, kind: channel.kind, name: channel.name, guildId: channel.guildId, canWrite };
  return channel.kind === 'text' ? { ...head, topic: channel.topic } : { ...head, parentId: channel.parentId };
}
