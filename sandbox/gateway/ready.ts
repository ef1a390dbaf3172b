// What a bot is told when it has identified: READY, and each guild of its shard.

import { GatewayIntentBits as Intent } from 'discord-api-types/v10';
import type { Hub } from '../hub.ts';
import { textPayload, threadPayload } from '../payloads/channel-payload.ts';
import { guildPayload, memberIdsOf, memberPayload } from '../payloads/guild-payload.ts';
import type { Guild, World } from '../world.ts';
import { dispatch, type Session, shardOf } from './session.ts';

/** Sends READY with the guilds as unavailable, then a GUILD_CREATE for each, as Discord does. */
export function sendReady(hub: Hub, session: Session): void {
  const { world } = hub;
  const application = world.applications.get(session.applicationId);
  const guilds = [...world.guilds.values()].filter(
    (guild) => guild.areBotsMembers && shardOf(guild.id, session.shardCount) === session.shardId,
  );
  dispatch(session, 'READY', {
    v: 10,
    user: { ...application?.user, mfa_enabled: true, verified: true, email: null },
    guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: `${hub.origin.replace(/^http/, 'ws')}/gateway`,
    shard: [session.shardId, session.shardCount],
    application: { id: session.applicationId, flags: 0 },
    private_channels: [],
    relationships: [],
    presences: [],
    session_type: 'normal',
  });
  if ((session.intents & Intent.Guilds) === 0) return;
  for (const guild of guilds) dispatch(session, 'GUILD_CREATE', guildCreate(world, guild, session));
}

function guildCreate(world: World, guild: Guild, session: Session) {
  const channels = [...world.channels.values()];
  const hearsMembers = (session.intents & Intent.GuildMembers) !== 0;
  const memberIds = memberIdsOf(world, guild).filter((id) => hearsMembers || id === session.applicationId);
  return {
    ...guildPayload(world, guild),
    joined_at: '2024-01-01T00:00:00.000000+00:00',
    large: false,
    unavailable: false,
    member_count: memberIdsOf(world, guild).length,
    voice_states: [],
    members: memberIds.map((id) => memberPayload(world, id)),
    channels: channels.flatMap((channel) =>
      channel.kind === 'text' && channel.guildId === guild.id ? [textPayload(world, channel)] : [],
    ),
    threads: channels.flatMap((channel) =>
      channel.kind === 'thread' && channel.guildId === guild.id ? [threadPayload(world, channel)] : [],
    ),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
