// Users: the bot itself, others by id, its guilds, and the opening of DMs.

import { z } from 'zod';
import { channelPayload } from '../payloads/channel-payload.ts';
import { guildPayload } from '../payloads/guild-payload.ts';
import { BOT_PERMISSIONS } from '../permissions.ts';
import { refusals } from '../refusal.ts';
import { parseBody, snowflake, text } from '../validation/pieces.ts';
import { type DmChannel, findDm, findUser, putApplication, putChannel } from '../world.ts';
import { type BotCall, botRoute, ok, type RestAnswer } from './route.ts';

const profileSchema = z.object({ username: text(32, 2).exactOptional() });
const dmSchema = z.object({ recipient_id: snowflake });

export const userRoutes = [
  botRoute('GET', '/users/@me', ({ bot }) => ok(ownUser(bot))),
  botRoute('PATCH', '/users/@me', renameSelf),
  botRoute('GET', '/users/@me/guilds', listGuilds),
  botRoute('POST', '/users/@me/channels', openDm),
  botRoute('GET', '/users/{user_id}', readUser),
];

function ownUser(bot: BotCall['bot']) {
  return { ...bot.user, mfa_enabled: true, locale: 'en-US', premium_type: 0, email: null, verified: true };
}

function renameSelf(call: BotCall): RestAnswer {
  const { username = call.bot.user.username } = parseBody(profileSchema, call.body);
  const bot = { ...call.bot, user: { ...call.bot.user, username } };
  call.hub.update((world) => putApplication(world, bot));
  call.hub.emit({ kind: 'bots-changed' });
  return ok(ownUser(bot));
}

function listGuilds({ hub }: BotCall): RestAnswer {
  const guilds = [...hub.world.guilds.values()].filter((guild) => guild.areBotsMembers);
  return ok(
    guilds.map((guild) => {
      const { id, name, icon, banner, features } = guildPayload(hub.world, guild);
      return { id, name, icon, banner, owner: false, permissions: BOT_PERMISSIONS, features };
    }),
  );
}

/** The DM with a person; opening it works even where sending into it does not. @throws Refusal 50033 */
function openDm({ hub, bot, body }: BotCall): RestAnswer {
  const { recipient_id: recipientId } = parseBody(dmSchema, body);
  if (!hub.world.people.has(recipientId)) throw refusals.invalidRecipients();
  const known = findDm(hub.world, bot.id, recipientId);
  const channel: DmChannel = known ?? { kind: 'dm', id: hub.newId(), userIds: [recipientId, bot.id] };
  if (known === undefined) {
    hub.update((world) => putChannel(world, channel));
    hub.emit({ kind: 'channels-changed' });
  }
  return ok(channelPayload(hub.world, channel, bot.id));
}

function readUser(call: BotCall): RestAnswer {
  const user = findUser(call.hub.world, call.param('user_id'));
  if (user === undefined) throw refusals.unknownUser();
  return ok(user);
}
