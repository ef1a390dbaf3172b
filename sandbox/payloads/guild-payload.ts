// Guilds, their roles and members as Discord writes them; every field that its description of the API requires.

import { BOT_PERMISSIONS, EVERYONE_PERMISSIONS } from '../permissions.ts';
import { findUser, type Guild, type World } from '../world.ts';

const JOINED_AT = '2024-01-01T00:00:00.000000+00:00';

/** What every guild of the sandbox has in common: nothing special. */
const PLAIN_GUILD = {
  icon: null,
  description: null,
  home_header: null,
  splash: null,
  discovery_splash: null,
  features: [],
  banner: null,
  application_id: null,
  region: 'us-central',
  afk_channel_id: null,
  afk_timeout: 300,
  system_channel_id: null,
  system_channel_flags: 0,
  widget_enabled: false,
  widget_channel_id: null,
  verification_level: 0,
  default_message_notifications: 1,
  mfa_level: 0,
  explicit_content_filter: 0,
  max_presences: null,
  max_members: 500_000,
  max_stage_video_channel_users: 50,
  max_video_channel_users: 25,
  vanity_url_code: null,
  premium_tier: 0,
  premium_subscription_count: 0,
  preferred_locale: 'en-US',
  rules_channel_id: null,
  safety_alerts_channel_id: null,
  public_updates_channel_id: null,
  premium_progress_bar_enabled: false,
  nsfw: false,
  nsfw_level: 0,
  emojis: [],
  stickers: [],
  incidents_data: null,
};

/** A guild without its channels and members. */
export function guildPayload(world: World, guild: Guild) {
  return {
    ...PLAIN_GUILD,
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    roles: rolePayloads(world, guild),
  };
}

/** @everyone, and one managed role for each bot that is a member. */
export function rolePayloads(world: World, guild: Guild) {
  const bots = guild.areBotsMembers ? [...world.applications.values()] : [];
  const everyone = rolePayload({
    id: guild.id,
    name: '@everyone',
    permissions: EVERYONE_PERMISSIONS,
    position: 0,
    managed: false,
  });
  const managed = bots.map((bot, index) => ({
    ...rolePayload({
      id: botRoleId(bot.id),
      name: bot.user.username,
      permissions: BOT_PERMISSIONS,
      position: index + 1,
      managed: true,
    }),
    tags: { bot_id: bot.id },
  }));
  return [everyone, ...managed];
}

interface RoleHead {
  readonly id: string;
  readonly name: string;
  readonly permissions: string;
  readonly position: number;
  readonly managed: boolean;
}

function rolePayload(head: RoleHead) {
  return {
    ...head,
    description: null,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  };
}

/** A member without the user, as it stands beside one in events. */
export function memberHead(world: World, userId: string) {
  return {
    avatar: null,
    banner: null,
    communication_disabled_until: null,
    flags: 0,
    joined_at: JOINED_AT,
    nick: null,
    pending: false,
    premium_since: null,
    roles: world.applications.has(userId) ? [botRoleId(userId)] : [],
    mute: false,
    deaf: false,
  };
}

/** undefined when nobody has that id. */
export function memberPayload(world: World, userId: string) {
  const user = findUser(world, userId);
  return user === undefined ? undefined : { ...memberHead(world, userId), user };
}

/** Ids of all members, people first. */
export function memberIdsOf(world: World, guild: Guild): readonly string[] {
  return guild.areBotsMembers ? [...guild.personIds, ...world.applications.keys()] : guild.personIds;
}

/** The managed role of a bot: the id after the bot's own, which no other thing has. */
function botRoleId(applicationId: string): string {
  return String(BigInt(applicationId) + 1n);
}
