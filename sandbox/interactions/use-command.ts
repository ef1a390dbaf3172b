// A person uses a slash command, asks for completions of an option, or uses a command from a message's menu.

import {
  type APIApplicationCommand,
  type APIAuthorizingIntegrationOwnersMap,
  type APIMessage,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  InteractionType,
} from 'discord-api-types/v10';
import type { Hub } from '../hub.ts';
import { permissionsIn } from '../permissions.ts';
import type { CommandInput } from '../protocol.ts';
import { type Channel, canSee, findMessage, guildIdOf, type Interaction, isVisibleTo, type World } from '../world.ts';
import { ActionError } from './action-error.ts';
import { buildOptions, type CommandChoice, requireAutocomplete, resolveEntities } from './command-options.ts';
import { contextOf, startInteraction } from './interaction-life.ts';

interface Focus {
  readonly name: string;
  readonly text: string;
}

/** With `focused` it is an autocomplete. @throws ActionError */
export function useCommand(hub: Hub, userId: string, input: CommandInput, focused?: Focus): Interaction {
  const { world } = hub;
  const { command, channel, owners } = findUsable(world, userId, input.channelId, input.commandId);
  if (command.type !== ApplicationCommandType.ChatInput) {
    throw new ActionError('wrong-command-type', `${command.name} is not a slash command.`);
  }
  const choice: CommandChoice = { ...input, ...(focused === undefined ? {} : { focused }) };
  if (focused !== undefined) requireAutocomplete(command, choice);
  const options = buildOptions(command, choice);
  const resolved = resolveEntities(world, options, userId, channel.kind !== 'dm');
  return startInteraction(hub, {
    type: focused === undefined ? InteractionType.ApplicationCommand : InteractionType.ApplicationCommandAutocomplete,
    applicationId: command.application_id,
    userId,
    channel,
    name: [`/${command.name}`, input.subcommandGroup, input.subcommand].filter(Boolean).join(' '),
    commandName: [command.name, input.subcommandGroup, input.subcommand].filter(Boolean).join(' '),
    data: { ...commandHead(command), options, ...(resolved === undefined ? {} : { resolved }) },
    owners,
  });
}

/** @throws ActionError */
export function useMessageMenu(
  hub: Hub,
  userId: string,
  input: { readonly channelId: string; readonly commandId: string; readonly messageId: string },
): Interaction {
  const { command, channel, owners } = findUsable(hub.world, userId, input.channelId, input.commandId);
  if (command.type !== ApplicationCommandType.Message) {
    throw new ActionError('wrong-command-type', `${command.name} is not in the menu of messages.`);
  }
  const target = findMessage(hub.world, input.channelId, input.messageId);
  if (target === undefined || !isVisibleTo(target, userId)) {
    throw new ActionError('unknown-message', 'That message is gone.');
  }
  const messages: Record<string, APIMessage> = { [input.messageId]: target.message };
  return startInteraction(hub, {
    type: InteractionType.ApplicationCommand,
    applicationId: command.application_id,
    userId,
    channel,
    name: command.name,
    commandName: command.name,
    data: { ...commandHead(command), target_id: input.messageId, resolved: { messages } },
    owners,
    targetMessageId: input.messageId,
  });
}

/** A channel that the person sees. @throws ActionError */
export function requireChannel(world: World, userId: string, channelId: string): Channel {
  const channel = world.channels.get(channelId);
  if (channel === undefined || !canSee(world, userId, channel)) {
    throw new ActionError('unknown-channel', 'That channel is not there, or not for you.');
  }
  return channel;
}

function commandHead(command: APIApplicationCommand) {
  const head = { id: command.id, name: command.name, type: command.type };
  return command.guild_id === undefined ? head : { ...head, guild_id: command.guild_id };
}

function findUsable(world: World, userId: string, channelId: string, commandId: string) {
  const channel = requireChannel(world, userId, channelId);
  const command = world.commands.get(commandId);
  if (command === undefined) throw new ActionError('unknown-command', 'This command is outdated, please try again.');
  const owners = ownersOf(world, command, channel, userId);
  if (owners === undefined) throw new ActionError('command-not-here', `${command.name} cannot be used here.`);
  const required = BigInt(command.default_member_permissions ?? '0');
  const isAllowed = channel.kind === 'dm' || (permissionsIn(world, userId, channel) & required) === required;
  if (!isAllowed || command.default_member_permissions === '0') {
    throw new ActionError('missing-permission', `You may not use ${command.name} here.`);
  }
  return { command, channel, owners };
}

/**
 * The installs by which a command may be used in a channel; undefined when it may not. Every bot is installed in the
 * guilds where bots are members, and by each person for themselves.
 * Source: https://discord.com/developers/docs/interactions/application-commands#contexts
 */
function ownersOf(
  world: World,
  command: APIApplicationCommand,
  channel: Channel,
  userId: string,
): APIAuthorizingIntegrationOwnersMap | undefined {
  const guildId = guildIdOf(channel);
  if (command.guild_id !== undefined && command.guild_id !== guildId) return undefined;
  const context = contextOf(world, channel, command.application_id);
  if (!contextsOf(command).includes(context)) return undefined;
  const types = command.integration_types ?? [ApplicationIntegrationType.GuildInstall];
  const owners: APIAuthorizingIntegrationOwnersMap = {};
  if (types.includes(ApplicationIntegrationType.GuildInstall)) {
    if (context === InteractionContextType.BotDM) owners[ApplicationIntegrationType.GuildInstall] = '0';
    const isMember = guildId !== undefined && world.guilds.get(guildId)?.areBotsMembers === true;
    if (isMember) owners[ApplicationIntegrationType.GuildInstall] = guildId;
  }
  if (types.includes(ApplicationIntegrationType.UserInstall)) owners[ApplicationIntegrationType.UserInstall] = userId;
  return Object.keys(owners).length === 0 ? undefined : owners;
}

function contextsOf(command: APIApplicationCommand): readonly InteractionContextType[] {
  if (command.guild_id !== undefined) return [InteractionContextType.Guild];
  if (command.contexts) return command.contexts;
  const withDms = command.dm_permission !== false;
  const isForUsers = command.integration_types?.includes(ApplicationIntegrationType.UserInstall) === true;
  return [
    InteractionContextType.Guild,
    ...(withDms ? [InteractionContextType.BotDM] : []),
    ...(withDms && isForUsers ? [InteractionContextType.PrivateChannel] : []),
  ];
}
