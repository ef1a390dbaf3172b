// Which commands a person may use in a place, subcommands flattened to lines such as `remind daily`; pure.

import type { APIApplicationCommandBasicOption, APIApplicationCommandOption } from 'discord-api-types/v10';
import type { BotView, ChannelView, CommandView } from '../../protocol.ts';
import { COMMAND, CONTEXT, OPTION } from '../discord-numbers.ts';

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

/** Slash commands for `channel`, by path. In a DM only those of the bot on its other side. */
export function usableCommands(
  commands: readonly CommandView[],
  bots: readonly BotView[],
  channel: ChannelView | undefined,
): readonly UsableCommand[] {
  if (channel === undefined) return [];
  return commands
    .filter((command) => command.type === COMMAND.slash && isUsable(command, bots, channel))
    .flatMap(flatten)
    .toSorted((a, b) => a.path.localeCompare(b.path));
}

/** Commands for the menu of a message in `channel`. */
export function messageCommands(
  commands: readonly CommandView[],
  bots: readonly BotView[],
  channel: ChannelView | undefined,
): readonly CommandView[] {
  if (channel === undefined) return [];
  return commands.filter((command) => command.type === COMMAND.message && isUsable(command, bots, channel));
}

function isUsable(command: CommandView, bots: readonly BotView[], channel: ChannelView): boolean {
  if (channel.kind === 'dm') {
    const bot = bots.find((one) => one.user.id === channel.recipientId);
    if (bot?.applicationId !== command.application_id || command.guild_id !== undefined) return false;
    return command.contexts?.includes(CONTEXT.botDm) ?? true;
  }
  if (command.guild_id !== undefined && command.guild_id !== channel.guildId) return false;
  return command.contexts?.includes(CONTEXT.guild) ?? true;
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
