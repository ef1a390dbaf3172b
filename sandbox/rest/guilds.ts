// Guilds, their channels, roles, members and active threads, for bots that are members.

import { channelPayload, textPayload, threadPayload } from '../payloads/channel-payload.ts';
import { guildPayload, memberIdsOf, memberPayload, rolePayloads } from '../payloads/guild-payload.ts';
import { refusals } from '../refusal.ts';
import type { Guild } from '../world.ts';
import { type BotCall, botRoute, ok, type RestAnswer, requireChannel } from './route.ts';

export const guildRoutes = [
  botRoute('GET', '/guilds/{guild_id}', readGuild),
  botRoute('GET', '/guilds/{guild_id}/channels', listChannels),
  botRoute('GET', '/guilds/{guild_id}/roles', (call) => ok(rolePayloads(call.hub.world, requireGuild(call)))),
  botRoute('GET', '/guilds/{guild_id}/members', listMembers),
  botRoute('GET', '/guilds/{guild_id}/members/search', searchMembers),
  botRoute('GET', '/guilds/{guild_id}/members/{user_id}', readMember),
  botRoute('GET', '/guilds/{guild_id}/threads/active', listThreads),
  botRoute('GET', '/channels/{channel_id}', (call) =>
    ok(channelPayload(call.hub.world, requireChannel(call), call.bot.id)),
  ),
];

function readGuild(call: BotCall): RestAnswer {
  const guild = requireGuild(call);
  const count = memberIdsOf(call.hub.world, guild).length;
  const counts = { approximate_member_count: count, approximate_presence_count: count };
  return ok({ ...guildPayload(call.hub.world, guild), ...(call.query.get('with_counts') === 'true' ? counts : {}) });
}

function listChannels(call: BotCall): RestAnswer {
  const guild = requireGuild(call);
  const channels = [...call.hub.world.channels.values()].flatMap((channel) =>
    channel.kind === 'text' && channel.guildId === guild.id ? [textPayload(call.hub.world, channel)] : [],
  );
  return ok(channels);
}

function listMembers(call: BotCall): RestAnswer {
  const limit = Number(call.query.get('limit') ?? 1);
  const after = BigInt(call.query.get('after') ?? 0);
  return ok(
    membersOf(call)
      .filter((member) => BigInt(member.user.id) > after)
      .slice(0, limit),
  );
}

function searchMembers(call: BotCall): RestAnswer {
  const wanted = (call.query.get('query') ?? '').toLowerCase();
  return ok(membersOf(call).filter((member) => member.user.username.startsWith(wanted)));
}

function membersOf(call: BotCall) {
  const { world } = call.hub;
  return memberIdsOf(world, requireGuild(call)).flatMap((id) => memberPayload(world, id) ?? []);
}

function readMember(call: BotCall): RestAnswer {
  const { world } = call.hub;
  const userId = call.param('user_id');
  const member = memberIdsOf(world, requireGuild(call)).includes(userId) ? memberPayload(world, userId) : undefined;
  if (member === undefined) throw refusals.unknownMember();
  return ok(member);
}

function listThreads(call: BotCall): RestAnswer {
  const guild = requireGuild(call);
  const threads = [...call.hub.world.channels.values()].flatMap((channel) =>
    channel.kind === 'thread' && channel.guildId === guild.id && !channel.isArchived
      ? [threadPayload(call.hub.world, channel)]
      : [],
  );
  return ok({ threads, members: [], has_more: false });
}

/** @throws Refusal 10004; a guild without the bot is as good as none. */
function requireGuild(call: BotCall): Guild {
  const guild = call.hub.world.guilds.get(call.param('guild_id'));
  if (guild?.areBotsMembers !== true) throw refusals.unknownGuild();
  return guild;
}
