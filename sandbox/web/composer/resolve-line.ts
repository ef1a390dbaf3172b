// Turns a written command line into what is sent, or into the one fault a person should mend first; pure.

import type { ChannelView, CommandInput, OptionInput, SandboxUser } from '../../protocol.ts';
import { OPTION } from '../discord-numbers.ts';
import { type Argument, acceptedFor, type CommandLine } from './command-line.ts';
import type { Draft } from './draft.ts';
import type { CommandOption, UsableCommand } from './usable-commands.ts';

/** People, bots and channels that an option may name. */
export interface Directory {
  readonly users: readonly SandboxUser[];
  readonly channels: readonly ChannelView[];
}

export type Resolved =
  | { readonly kind: 'ready'; readonly command: UsableCommand; readonly input: Omit<CommandInput, 'channelId'> }
  | { readonly kind: 'fault'; readonly message: string };

type Value =
  | { readonly kind: 'value'; readonly value: string | number | boolean }
  | { readonly kind: 'fault'; readonly message: string };

/** For a line of kind `command`, or of kind `choosing` with an exact command. */
export function resolveLine(line: CommandLine, draft: Draft, directory: Directory): Resolved {
  if (line.kind === 'text') return fault('This is not a command.');
  const command = line.kind === 'command' ? line.command : line.exact;
  if (command === undefined) return fault(`There is no command “${draft.text.split(' ')[0] ?? ''}” here.`);
  const given = line.kind === 'command' ? line.arguments : [];
  if (line.kind === 'command' && line.surplus !== '') {
    return fault(
      `/${command.path} takes ${command.options.length === 0 ? 'no options' : 'nothing more'}: “${line.surplus}”.`,
    );
  }
  const options: Record<string, string | number | boolean> = {};
  for (const option of command.options) {
    const argument = given.find((one) => one.option === option && one.value !== '');
    if (argument === undefined) {
      if (option.required === true) return fault(`“${option.name}” is required: ${option.description}`);
      continue;
    }
    const value = convert(argument, draft, directory);
    if (value.kind === 'fault') return value;
    options[option.name] = value.value;
  }
  return { kind: 'ready', command, input: toInput(command, options) };
}

/** Options of an unfinished line, for autocomplete: those that are not well formed yet are left out. */
export function optionsSoFar(line: CommandLine, draft: Draft, directory: Directory): OptionInput {
  const options: Record<string, string | number | boolean> = {};
  if (line.kind !== 'command') return options;
  for (const argument of line.arguments) {
    if (argument.value === '' || argument === line.focused) continue;
    const value = convert(argument, draft, directory);
    if (value.kind === 'value') options[argument.option.name] = value.value;
  }
  return options;
}

export function toInput(command: UsableCommand, options: OptionInput): Omit<CommandInput, 'channelId'> {
  return {
    commandId: command.commandId,
    ...(command.subcommandGroup === undefined ? {} : { subcommandGroup: command.subcommandGroup }),
    ...(command.subcommand === undefined ? {} : { subcommand: command.subcommand }),
    options,
  };
}

function convert({ option, value }: Argument, draft: Draft, directory: Directory): Value {
  const accepted = acceptedFor(draft.accepted, option);
  if (accepted?.name === value) return { kind: 'value', value: accepted.value };
  switch (option.type) {
    case OPTION.string:
      return hasChoices(option) ? pickChoice(option, value) : convertText(option, value);
    case OPTION.integer:
    case OPTION.number:
      return hasChoices(option) ? pickChoice(option, value) : convertNumber(option, value);
    case OPTION.boolean:
      return convertBoolean(option, value);
    case OPTION.user:
    case OPTION.mentionable:
      return found(directory.users.find((user) => namesUser(user, value))?.id, option, 'somebody who is here');
    case OPTION.channel:
      return found(directory.channels.find((channel) => namesChannel(channel, value))?.id, option, 'a channel');
    default:
      return fault(`The sandbox cannot fill “${option.name}”: options of this kind are not imitated.`);
  }
}

function hasChoices(option: CommandOption): boolean {
  return 'choices' in option && (option.choices?.length ?? 0) > 0;
}

function pickChoice(option: CommandOption, value: string): Value {
  const choices: readonly { readonly name: string; readonly value: string | number }[] =
    'choices' in option ? (option.choices ?? []) : [];
  const typed = value.toLowerCase();
  const choice = choices.find(
    ({ name, value: own }) => name.toLowerCase() === typed || String(own).toLowerCase() === typed,
  );
  if (choice !== undefined) return { kind: 'value', value: choice.value };
  return fault(`“${option.name}” takes one of: ${choices.map(({ name }) => name).join(', ')}.`);
}

function convertText(option: Extract<CommandOption, { type: 3 }>, value: string): Value {
  const { min_length: min = 0, max_length: max = 6000 } = option;
  if (value.length < min) return fault(`“${option.name}” takes at least ${min} characters.`);
  if (value.length > max) return fault(`“${option.name}” takes at most ${max} characters.`);
  return { kind: 'value', value };
}

function convertNumber(option: Extract<CommandOption, { type: 4 | 10 }>, value: string): Value {
  const number = Number(value.replace(',', '.'));
  const isWhole = option.type === OPTION.integer;
  const { min_value: min = Number.NEGATIVE_INFINITY, max_value: max = Number.POSITIVE_INFINITY } = option;
  if (!Number.isFinite(number) || (isWhole && !Number.isInteger(number))) {
    return fault(`“${option.name}” takes a ${isWhole ? 'whole number' : 'number'}, not “${value}”.`);
  }
  if (number < min || number > max) return fault(`“${option.name}” takes ${describeRange(min, max)}.`);
  return { kind: 'value', value: number };
}

function describeRange(min: number, max: number): string {
  if (!Number.isFinite(max)) return `${min} or more`;
  if (!Number.isFinite(min)) return `${max} or less`;
  return `a number from ${min} to ${max}`;
}

function convertBoolean(option: CommandOption, value: string): Value {
  const typed = value.toLowerCase();
  if (typed === 'true' || typed === 'yes') return { kind: 'value', value: true };
  if (typed === 'false' || typed === 'no') return { kind: 'value', value: false };
  return fault(`“${option.name}” takes True or False.`);
}

function found(id: string | undefined, option: CommandOption, wanted: string): Value {
  return id === undefined ? fault(`“${option.name}” takes ${wanted}.`) : { kind: 'value', value: id };
}

export function namesUser(user: SandboxUser, typed: string): boolean {
  const name = typed.replace(/^@|^<@!?|>$/g, '').toLowerCase();
  return user.id === name || user.username.toLowerCase() === name || user.global_name?.toLowerCase() === name;
}

export function namesChannel(channel: ChannelView, typed: string): boolean {
  const name = typed.replace(/^#|^<#|>$/g, '').toLowerCase();
  return channel.kind !== 'dm' && (channel.id === name || channel.name.toLowerCase() === name);
}

function fault(message: string): { readonly kind: 'fault'; readonly message: string } {
  return { kind: 'fault', message };
}
