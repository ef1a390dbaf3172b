// What the list above the composer offers for a written line, and what the line becomes when one is taken; pure.

import { OPTION } from '../discord-numbers.ts';
import { nameOf } from '../state/selectors.ts';
import type { Argument, CommandLine } from './command-line.ts';
import { type AcceptedChoice, type Draft, retext } from './draft.ts';
import type { Directory } from './resolve-line.ts';
import type { CommandOption, UsableCommand } from './usable-commands.ts';

export type Suggestion =
  | { readonly kind: 'command'; readonly command: UsableCommand }
  | { readonly kind: 'choice'; readonly argument: Argument; readonly choice: AcceptedChoice }
  | { readonly kind: 'option'; readonly option: CommandOption };

/** Discord's own bound on autocomplete and on static choices. */
const MOST = 25;

export function suggest(
  line: CommandLine,
  draft: Draft,
  commands: readonly UsableCommand[],
  directory: Directory,
): readonly Suggestion[] {
  if (line.kind === 'text') return [];
  if (line.kind === 'choosing') return suggestCommands(line.typed, commands);
  if (line.focused === undefined) return suggestOptions(line);
  const argument = line.focused;
  return choicesFor(argument, line, draft, directory)
    .slice(0, MOST)
    .map((choice) => ({ kind: 'choice', argument, choice }));
}

/**
 * What to ask the bot for, when the caret stands in an option with autocomplete; undefined otherwise.
 * The key also tells whether an answer still fits.
 */
export function remoteQuestion(
  line: CommandLine,
): { readonly key: string; readonly command: UsableCommand; readonly argument: Argument } | undefined {
  if (line.kind !== 'command' || line.focused === undefined) return undefined;
  const { option, value } = line.focused;
  if (!('autocomplete' in option) || option.autocomplete !== true) return undefined;
  const others = line.arguments.filter((one) => one !== line.focused).map((one) => `${one.option.name}:${one.value}`);
  return {
    key: JSON.stringify([line.command.key, option.name, value, ...others]),
    command: line.command,
    argument: line.focused,
  };
}

/** The draft after taking `suggestion`: the caret stands at the end, in the next required option if one is missing. */
export function accept(draft: Draft, line: CommandLine, suggestion: Suggestion): Draft {
  if (suggestion.kind === 'command') return startCommand(draft, suggestion.command);
  if (line.kind !== 'command') return draft;
  if (suggestion.kind === 'option') {
    const kept = draft.text.slice(0, draft.text.length - line.nextName.length).trimEnd();
    return retext(draft, `${kept} ${suggestion.option.name}:`);
  }
  const { argument, choice } = suggestion;
  const before = draft.text.slice(0, argument.from);
  const after = draft.text.slice(argument.to);
  const written = `${before}${argument.option.name}:${choice.name} ${after}`.trimEnd();
  const accepted = { ...draft.accepted, [argument.option.name]: choice };
  const missing = missingOption(line, argument.option);
  return { ...retext(draft, missing === undefined ? `${written} ` : `${written} ${missing.name}:`), accepted };
}

/** Tab with no list: the next option that is not there yet, required ones first; undefined when all are. */
export function startNextOption(draft: Draft, line: CommandLine): Draft | undefined {
  if (line.kind !== 'command') return undefined;
  const next = missingOption(line) ?? unusedOptions(line)[0];
  return next === undefined ? undefined : retext(draft, `${draft.text.trimEnd()} ${next.name}:`);
}

function startCommand(draft: Draft, command: UsableCommand): Draft {
  const first = command.options.find((option) => option.required === true);
  const text = `/${command.path} ${first === undefined ? '' : `${first.name}:`}`;
  return { ...retext(draft, text), accepted: {}, commandKey: command.key };
}

function unusedOptions(line: Extract<CommandLine, { kind: 'command' }>): readonly CommandOption[] {
  return line.command.options.filter((option) => !line.arguments.some((argument) => argument.option === option));
}

function missingOption(
  line: Extract<CommandLine, { kind: 'command' }>,
  filled?: CommandOption,
): CommandOption | undefined {
  return unusedOptions(line).find((option) => option.required === true && option !== filled);
}

function suggestCommands(typed: string, commands: readonly UsableCommand[]): readonly Suggestion[] {
  const wanted = typed.toLowerCase();
  const rank = ({ path }: UsableCommand): number => (path.startsWith(wanted) ? 0 : path.includes(wanted) ? 1 : 2);
  return commands
    .filter((command) => rank(command) < 2)
    .toSorted((a, b) => rank(a) - rank(b))
    .map((command) => ({ kind: 'command', command }));
}

function suggestOptions(line: Extract<CommandLine, { kind: 'command' }>): readonly Suggestion[] {
  return unusedOptions(line)
    .filter((option) => option.name.startsWith(line.nextName.toLowerCase()))
    .map((option) => ({ kind: 'option', option }));
}

function choicesFor(
  argument: Argument,
  line: CommandLine,
  draft: Draft,
  directory: Directory,
): readonly AcceptedChoice[] {
  const { option } = argument;
  const typed = argument.value.replace(/^[@#]/, '').toLowerCase();
  const matching = (choices: readonly AcceptedChoice[]): readonly AcceptedChoice[] =>
    choices.filter(({ name }) => name.toLowerCase().includes(typed));
  if ('autocomplete' in option && option.autocomplete === true) {
    return draft.remote?.key === remoteQuestion(line)?.key ? (draft.remote?.choices ?? []) : [];
  }
  if ('choices' in option && option.choices !== undefined) {
    const list: readonly AcceptedChoice[] = option.choices;
    // Once a choice is fully typed, the others are shown too: one may want to change it.
    return list.some(({ name }) => name.toLowerCase() === typed) ? list : matching(list);
  }
  switch (option.type) {
    case OPTION.boolean:
      return matching([
        { name: 'True', value: true },
        { name: 'False', value: false },
      ]);
    case OPTION.user:
    case OPTION.mentionable:
      return matching(directory.users.map((user) => ({ name: nameOf(user), value: user.id })));
    case OPTION.channel:
      return matching(
        directory.channels
          .filter(({ kind }) => kind !== 'dm')
          .map((channel) => ({ name: channel.name, value: channel.id })),
      );
    default:
      return [];
  }
}
