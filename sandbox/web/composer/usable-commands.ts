// Which commands a person may use in a place, subcommands flattened to lines such as `remind daily`; pure.

import type { APIApplicationCommandBasicOption, APIApplicationCommandOption } from 'discord-api-types/v10';
import type { BotView, ChannelView, CommandView, GuildView } from '../../protocol.ts';
import { ADMINISTRATOR, COMMAND, CONTEXT, INSTALLED, OPTION } from '../discord-numbers.ts';

export type CommandOption = APIApplicationCommandBasicOption;

export interface UsableCommand {
  /** Unique among all: two bots may have commands of the same name. */
  readonly key: string;
  readonly commandId: string;
  readonly applicationId: string;
  /** As typed after the slash, e.g. `remind daily`. */
  readonly path: string;
  readonly description: string;
  readonly subcommandGroup?: string;
  readonly subcommand?: string;
  /** Required ones first, as Discord demands. */
  readonly options: readonly CommandOption[];
}

/** What decides which commands there are. */
export interface CommandWorld {
  readonly commands: readonly CommandView[];
  readonly bots: readonly BotView[];
  readonly guilds: readonly GuildView[];
}

/** Slash commands for `channel`, by path. In a bot's DM only its own; between people those that a person brings along. */
export function usableCommands(world: CommandWorld, channel: ChannelView | undefined): readonly UsableCommand[] {
  if (channel === undefined) return [];
  return world.commands
    .filter((command) => command.type === COMMAND.slash && isUsable(command, world, channel))
    .flatMap(flatten)
    .toSorted((a, b) => a.path.localeCompare(b.path));
}

/** Commands for the menu of a message in `channel`. */
export function messageCommands(world: CommandWorld, channel: ChannelView | undefined): readonly CommandView[] {
  if (channel === undefined) return [];
  return world.commands.filter((command) => command.type === COMMAND.message && isUsable(command, world, channel));
}

function isUsable(command: CommandView, { bots, guilds }: CommandWorld, channel: ChannelView): boolean {
  const bot = bots.find((one) => one.applicationId === command.application_id);
  const isForPeople = command.integration_types?.includes(INSTALLED.forPerson) === true;
  // Older commands say it with dm_permission instead of contexts.
  const isInDms = command.dm_permission !== false;
  if (channel.kind === 'dm') {
    if (command.guild_id !== undefined) return false;
    if (bot?.user.id === channel.recipientId) return command.contexts?.includes(CONTEXT.botDm) ?? isInDms;
    const isWithBot = bots.some((one) => one.user.id === channel.recipientId);
    return !isWithBot && isForPeople && (command.contexts?.includes(CONTEXT.privateChannel) ?? isInDms);
  }
  if (command.guild_id !== undefined && command.guild_id !== channel.guildId) return false;
  const guild = guilds.find((one) => one.id === channel.guildId);
  if (guild === undefined || !mayUse(command, guild)) return false;
  const isMember = guild.memberIds.includes(bot?.user.id ?? '');
  // Where the bot is no member, a person brings along the commands that may be installed for a person.
  if (!isMember && !isForPeople) return false;
  return command.contexts?.includes(CONTEXT.guild) ?? true;
}

/** Whether the person has all the permissions that the command asks for by default. */
function mayUse(command: CommandView, guild: GuildView): boolean {
  const needed = BigInt(command.default_member_permissions ?? '0');
  const has = BigInt(guild.permissions);
  return (has & ADMINISTRATOR) !== 0n || (has & needed) === needed;
}

function flatten(command: CommandView): UsableCommand[] {
  const options = command.options ?? [];
  const usable: UsableCommand[] = [];
  for (const option of options) {
    if (option.type === OPTION.subcommand) usable.push(line(command, option));
    if (option.type !== OPTION.subcommandGroup) continue;
    for (const inner of option.options ?? []) usable.push(line(command, inner, option.name));
  }
  return usable.length > 0 ? usable : [line(command)];
}

type Subcommand = Extract<APIApplicationCommandOption, { type: 1 }>;

function line(command: CommandView, subcommand?: Subcommand, group?: string): UsableCommand {
  const path = [command.name, group, subcommand?.name].filter((part) => part !== undefined).join(' ');
  const options: readonly APIApplicationCommandOption[] = subcommand?.options ?? command.options ?? [];
  return {
    key: `${command.id} ${path}`,
    commandId: command.id,
    applicationId: command.application_id,
    path,
    description: subcommand?.description ?? command.description,
    ...(group === undefined ? {} : { subcommandGroup: group }),
    ...(subcommand === undefined ? {} : { subcommand: subcommand.name }),
    options: options.filter(isBasic),
  };
}

function isBasic(option: APIApplicationCommandOption): option is CommandOption {
  return option.type !== OPTION.subcommand && option.type !== OPTION.subcommandGroup;
}
