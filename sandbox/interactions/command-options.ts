// Turns what a person typed into a command's options, refusing what Discord's own client would not send.

import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType as Option,
} from 'discord-api-types/v10';
import { channelType } from '../payloads/channel-payload.ts';
import { memberHead } from '../payloads/guild-payload.ts';
import { EVERYONE_PERMISSIONS, permissionsIn } from '../permissions.ts';
import type { OptionInput } from '../protocol.ts';
import { type Channel, findUser, type World } from '../world.ts';
import { ActionError } from './action-error.ts';

/** One option as an interaction carries it. */
export interface DataOption {
  readonly name: string;
  readonly type: Option;
  readonly value?: string | number | boolean;
  readonly focused?: true;
  readonly options?: readonly DataOption[];
}

export interface CommandChoice {
  readonly subcommandGroup?: string;
  readonly subcommand?: string;
  readonly options: OptionInput;
  /** In an autocomplete: the option being typed and its text. Nothing is required then. */
  readonly focused?: { readonly name: string; readonly text: string };
}

/** @throws ActionError in the words of Discord's client. */
export function buildOptions(command: APIApplicationCommand, choice: CommandChoice): readonly DataOption[] {
  const path = [choice.subcommandGroup, choice.subcommand].filter((name) => name !== undefined);
  let available = command.options ?? [];
  const branches: APIApplicationCommandOption[] = [];
  for (const name of path) {
    const branch = available.find((option) => option.name === name && isBranch(option));
    if (branch === undefined)
      throw new ActionError('unknown-subcommand', `/${command.name} has no subcommand ${name}.`);
    branches.push(branch);
    available = 'options' in branch ? (branch.options ?? []) : [];
  }
  if (available.some(isBranch)) throw new ActionError('subcommand-missing', `/${command.name} needs a subcommand.`);
  const values = buildValues(command.name, available.filter(isBasic), choice);
  return branches.reduceRight<readonly DataOption[]>(
    (options, branch) => [{ name: branch.name, type: branch.type, options }],
    values,
  );
}

/** Users and channels that the options name, as Discord resolves them; undefined when they name none. */
export function resolveEntities(world: World, options: readonly DataOption[], personId: string, isInGuild: boolean) {
  const flat = leaves(options);
  const ids = (types: readonly Option[]) =>
    flat.filter((option) => types.includes(option.type)).map((option) => String(option.value));
  const resolved = resolveIds(world, personId, isInGuild, [
    ...ids([Option.User, Option.Mentionable]),
    ...ids([Option.Channel]),
  ]);
  return Object.keys(resolved).length === 0 ? undefined : resolved;
}

/** The `resolved` of an interaction for ids of users and channels; ids of nothing are left out. */
export function resolveIds(world: World, personId: string, isInGuild: boolean, ids: readonly string[]) {
  const users = ids.flatMap((id) => findUser(world, id) ?? []);
  const channels = ids.flatMap((id) => world.channels.get(id) ?? []);
  const member = (userId: string) => ({ ...memberHead(world, userId), permissions: EVERYONE_PERMISSIONS });
  const channelHead = (channel: Channel) => ({
    id: channel.id,
    type: channelType(channel),
    name: channel.kind === 'dm' ? '' : channel.name,
    permissions: String(permissionsIn(world, personId, channel)),
  });
  return {
    ...(users.length === 0 ? {} : { users: Object.fromEntries(users.map((user) => [user.id, user])) }),
    ...(users.length === 0 || !isInGuild
      ? {}
      : { members: Object.fromEntries(users.map((user) => [user.id, member(user.id)])) }),
    ...(channels.length === 0
      ? {}
      : { channels: Object.fromEntries(channels.map((channel) => [channel.id, channelHead(channel)])) }),
  };
}

/** Finds the option that is being typed; autocomplete works only where the command says so. */
export function requireAutocomplete(command: APIApplicationCommand, choice: CommandChoice): void {
  const path = [choice.subcommandGroup, choice.subcommand].filter((name) => name !== undefined);
  let available = command.options ?? [];
  for (const name of path) {
    const branch = available.find((option) => option.name === name);
    available = branch !== undefined && 'options' in branch ? (branch.options ?? []) : [];
  }
  const option = available.find((each) => each.name === choice.focused?.name);
  if (option === undefined || !('autocomplete' in option) || option.autocomplete !== true) {
    throw new ActionError('no-autocomplete', `/${command.name} does not complete ${choice.focused?.name}.`);
  }
}

function buildValues(
  commandName: string,
  known: readonly APIApplicationCommandBasicOption[],
  choice: CommandChoice,
): readonly DataOption[] {
  const { options: given, focused } = choice;
  for (const name of Object.keys(given)) {
    if (!known.some((option) => option.name === name)) {
      throw new ActionError('unknown-option', `/${commandName} has no option ${name}.`);
    }
  }
  return known.flatMap((option): DataOption[] => {
    if (focused?.name === option.name) {
      return [{ name: option.name, type: option.type, value: focused.text, focused: true }];
    }
    const value = given[option.name];
    if (value !== undefined) {
      if (focused === undefined) checkValue(option, value);
      return [{ name: option.name, type: option.type, value }];
    }
    if (option.required === true && focused === undefined) {
      throw new ActionError('required-option-missing', `${option.name}: this option is required.`);
    }
    return [];
  });
}

function checkValue(option: APIApplicationCommandBasicOption, value: string | number | boolean): void {
  const refuse = (words: string) => {
    throw new ActionError('invalid-option', `${option.name}: ${words}`);
  };
  if ('choices' in option && option.choices !== undefined && option.choices.length > 0) {
    if (!option.choices.some((choice) => choice.value === value)) refuse('choose one of the choices.');
  }
  switch (option.type) {
    case Option.String:
      if (typeof value !== 'string') refuse('expects text.');
      else if (value.trim() === '') refuse('this option is required.');
      else checkLength([...value].length, 'min_length' in option || 'max_length' in option ? option : {}, refuse);
      break;
    case Option.Integer:
    case Option.Number:
      if (typeof value !== 'number') refuse('expects a number.');
      else if (option.type === Option.Integer && !Number.isInteger(value)) refuse('expects a whole number.');
      else checkRange(value, 'min_value' in option || 'max_value' in option ? option : {}, refuse);
      break;
    case Option.Boolean:
      if (typeof value !== 'boolean') refuse('expects true or false.');
      break;
    default:
      if (typeof value !== 'string' || !/^\d{1,20}$/.test(value)) refuse('expects an id.');
  }
}

function checkRange(
  value: number,
  { min_value: min, max_value: max }: { readonly min_value?: number; readonly max_value?: number },
  refuse: (words: string) => void,
): void {
  if (min !== undefined && value < min) refuse(`must be ${min} or more.`);
  if (max !== undefined && value > max) refuse(`must be ${max} or less.`);
}

function checkLength(
  length: number,
  { min_length: min, max_length: max }: { readonly min_length?: number; readonly max_length?: number },
  refuse: (words: string) => void,
): void {
  if (min !== undefined && length < min) refuse(`must have ${min} or more characters.`);
  if (length > (max ?? 6000)) refuse(`must have ${max ?? 6000} or fewer characters.`);
}

function leaves(options: readonly DataOption[]): readonly DataOption[] {
  return options.flatMap((option) => (option.options === undefined ? [option] : leaves(option.options)));
}

function isBranch(option: APIApplicationCommandOption): boolean {
  return option.type === Option.Subcommand || option.type === Option.SubcommandGroup;
}

function isBasic(option: APIApplicationCommandOption): option is APIApplicationCommandBasicOption {
  return !isBranch(option);
}
