// Reads what is typed after a slash: which command, which options with which text, and where the caret is; pure.

import { OPTION } from '../discord-numbers.ts';
import type { AcceptedChoice, Draft } from './draft.ts';
import type { CommandOption, UsableCommand } from './usable-commands.ts';

/** One option's part of the line. Positions are indices into the text; `to` is where the next part begins. */
export interface Argument {
  readonly option: CommandOption;
  readonly from: number;
  readonly valueFrom: number;
  readonly to: number;
  /** Without the spaces around it. */
  readonly value: string;
  /** False for text without `name:`, which belongs to the first required option that is not named. */
  readonly isNamed: boolean;
}

export type CommandLine =
  | { readonly kind: 'text' }
  /** The command's name is being typed; `exact` is the command that is fully typed already. */
  | { readonly kind: 'choosing'; readonly typed: string; readonly exact: UsableCommand | undefined }
  | {
      readonly kind: 'command';
      readonly command: UsableCommand;
      readonly arguments: readonly Argument[];
      /** Text that belongs to no option, because the command takes none (any more). */
      readonly surplus: string;
      /** The argument that the caret stands in. */
      readonly focused: Argument | undefined;
      /** Start of an option's name typed after a finished value. */
      readonly nextName: string;
    };

export function readLine(draft: Draft, commands: readonly UsableCommand[]): CommandLine {
  const { text } = draft;
  if (!text.startsWith('/')) return { kind: 'text' };
  const typed = text.slice(1);
  const command = findCommand(typed, commands, draft.commandKey);
  if (command === undefined || typed === command.path) return { kind: 'choosing', typed, exact: command };
  const { list, surplus } = readArguments(draft, command, command.path.length + 1);
  const last = list.findLast((argument) => argument.from <= draft.caret);
  const rest = last === undefined ? undefined : restAfterValue(last, text, draft);
  return {
    kind: 'command',
    command,
    arguments: list,
    surplus,
    focused: rest === undefined ? last : undefined,
    nextName: rest ?? '',
  };
}

/** The longest path that the text begins with, so that `remind daily` wins over `remind`. */
function findCommand(
  typed: string,
  commands: readonly UsableCommand[],
  pickedKey: string | undefined,
): UsableCommand | undefined {
  const fits = commands.filter(({ path }) => typed === path || typed.startsWith(`${path} `));
  const longest = Math.max(...fits.map(({ path }) => path.length));
  const best = fits.filter(({ path }) => path.length === longest);
  return best.find(({ key }) => key === pickedKey) ?? best[0];
}

interface Mark {
  readonly option: CommandOption;
  readonly from: number;
  readonly valueFrom: number;
}

function readArguments(
  draft: Draft,
  command: UsableCommand,
  start: number,
): { readonly list: readonly Argument[]; readonly surplus: string } {
  const marks = findMarks(draft, command, start);
  const firstMark = marks[0]?.from ?? draft.text.length;
  const loose = draft.text.slice(start, firstMark);
  const named = marks.map((mark, index) =>
    toArgument(mark, marks[index + 1]?.from ?? draft.text.length, draft.text, true),
  );
  if (loose.trim() === '') return { list: named, surplus: '' };
  const free = command.options.filter((option) => !named.some((argument) => argument.option === option));
  const target = free.find((option) => option.required === true) ?? free[0];
  if (target === undefined) return { list: named, surplus: loose.trim() };
  const from = start + (loose.length - loose.trimStart().length);
  return {
    list: [toArgument({ option: target, from, valueFrom: from }, firstMark, draft.text, false), ...named],
    surplus: '',
  };
}

function toArgument(mark: Mark, to: number, text: string, isNamed: boolean): Argument {
  return { ...mark, to, value: text.slice(mark.valueFrom, to).trim(), isNamed };
}

/** Places of `name:` of the command's options, each once. A picked value is jumped over, whatever it holds. */
function findMarks(draft: Draft, command: UsableCommand, start: number): readonly Mark[] {
  const marks: Mark[] = [];
  let at = start;
  while (at < draft.text.length) {
    const isWordStart = at === start || /\s/.test(draft.text[at - 1] ?? '');
    const option = isWordStart ? command.options.find(({ name }) => draft.text.startsWith(`${name}:`, at)) : undefined;
    if (option === undefined || marks.some((mark) => mark.option === option)) {
      at += 1;
      continue;
    }
    const valueFrom = at + option.name.length + 1;
    marks.push({ option, from: at, valueFrom });
    at = Math.max(valueFrom, endOfAccepted(draft, option, valueFrom) ?? 0);
  }
  return marks;
}

function endOfAccepted(draft: Draft, option: CommandOption, valueFrom: number): number | undefined {
  const accepted = acceptedFor(draft.accepted, option);
  if (accepted === undefined || !draft.text.startsWith(accepted.name, valueFrom)) return undefined;
  return valueFrom + accepted.name.length;
}

export function acceptedFor(accepted: Draft['accepted'], option: CommandOption): AcceptedChoice | undefined {
  return Object.hasOwn(accepted, option.name) ? accepted[option.name] : undefined;
}

/** Text between a finished value and the caret, when a space says that the value is finished; undefined otherwise. */
function restAfterValue(argument: Argument, text: string, draft: Draft): string | undefined {
  const typed = text.slice(argument.valueFrom, Math.min(argument.to, draft.caret));
  const done = finishedValues(argument.option, draft).find((value) =>
    typed.toLowerCase().startsWith(`${value.toLowerCase()} `),
  );
  if (done !== undefined) return typed.slice(done.length).trimStart();
  const isNumber = argument.option.type === OPTION.integer || argument.option.type === OPTION.number;
  return isNumber ? /^-?[\d.]+ +(\S*)$/.exec(typed)?.[1] : undefined;
}

/** Values after which a space can only mean that something new begins. */
function finishedValues(option: CommandOption, draft: Draft): readonly string[] {
  const accepted = acceptedFor(draft.accepted, option);
  const choices = 'choices' in option ? (option.choices ?? []) : [];
  return [
    ...(accepted === undefined ? [] : [accepted.name]),
    ...choices.flatMap((choice) => [choice.name, String(choice.value)]),
    ...(option.type === OPTION.boolean ? ['True', 'False'] : []),
  ];
}
