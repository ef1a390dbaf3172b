// Applications as Discord writes them.

import { ApplicationFlags, ApplicationIntegrationType } from 'discord-api-types/v10';
import type { Application, World } from '../world.ts';

/** All three privileged intents are granted, as for a small bot that has switched them on. */
const FLAGS =
  ApplicationFlags.GatewayPresenceLimited |
  ApplicationFlags.GatewayGuildMembersLimited |
  ApplicationFlags.GatewayMessageContentLimited;

const INSTALL = { oauth2_install_params: { scopes: ['applications.commands', 'bot'], permissions: '0' } };

export function applicationPayload(world: World, application: Application) {
  const [owner] = world.people.values();
  return {
    id: application.id,
    name: application.user.username,
    icon: null,
    description: application.description,
    type: null,
    bot: application.user,
    bot_public: true,
    bot_require_code_grant: false,
    integration_types_config: {
      [ApplicationIntegrationType.GuildInstall]: INSTALL,
      [ApplicationIntegrationType.UserInstall]: INSTALL,
    },
    verify_key: '0'.repeat(64),
    flags: FLAGS,
    flags_new: String(FLAGS),
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: owner?.user,
    approximate_guild_count: [...world.guilds.values()].filter((guild) => guild.areBotsMembers).length,
    approximate_user_install_count: world.people.size,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: [],
  };
}
