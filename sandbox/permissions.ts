// Who may do what in the sandbox: guild owners everything, other people and bots the usual, and nobody else writes in read-only channels.

import { PermissionFlagsBits } from 'discord-api-types/v10';
import { type Channel, canSee, type World } from './world.ts';

const P = PermissionFlagsBits;

const EVERYONE =
  P.ViewChannel |
  P.SendMessages |
  P.SendMessagesInThreads |
  P.CreatePublicThreads |
  P.CreatePrivateThreads |
  P.EmbedLinks |
  P.AttachFiles |
  P.AddReactions |
  P.UseExternalEmojis |
  P.ReadMessageHistory |
  P.UseApplicationCommands |
  P.UseExternalApps;

const BOT = EVERYONE | P.ManageMessages | P.ManageThreads;
const ALL = Object.values(P).reduce((sum, bit) => sum | bit, 0n);
const WRITING = P.SendMessages | P.SendMessagesInThreads | P.CreatePublicThreads | P.CreatePrivateThreads;

/** Permission bits of the role @everyone. */
export const EVERYONE_PERMISSIONS = String(EVERYONE);
/** Permission bits of the role that bots get. */
export const BOT_PERMISSIONS = String(BOT);
/** Bits taken from @everyone in a read-only channel. */
export const READ_ONLY_DENIED = String(WRITING);

/** Permission bits of a person or a bot in a channel; 0 when it cannot see the channel. */
export function permissionsIn(world: World, userId: string, channel: Channel): bigint {
  if (!canSee(world, userId, channel)) return 0n;
  if (channel.kind === 'dm') return EVERYONE;
  const guild = world.guilds.get(channel.guildId);
  if (guild?.ownerId === userId) return ALL;
  const base = world.applications.has(userId) ? BOT : EVERYONE;
  const isReadOnly = channel.kind === 'text' ? channel.isReadOnly : false;
  return isReadOnly ? base & ~WRITING : base;
}

export function hasPermission(world: World, userId: string, channel: Channel, permission: bigint): boolean {
  return (permissionsIn(world, userId, channel) & permission) === permission;
}
