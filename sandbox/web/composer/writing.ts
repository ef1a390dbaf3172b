// What the draft means as it stands: the line, the offers, and which of them Enter would take; pure.

import type { PageState } from '../state/page-state.ts';
import { openChannel } from '../state/selectors.ts';
import { type CommandLine, readLine } from './command-line.ts';
import type { Directory } from './resolve-line.ts';
import { type Suggestion, suggest } from './suggestions.ts';
import { type UsableCommand, usableCommands } from './usable-commands.ts';

/** What the composer shows for the draft as it stands. */
export interface Writing {
  readonly line: CommandLine;
  readonly commands: readonly UsableCommand[];
  readonly suggestions: readonly Suggestion[];
  /** Index of the suggestion that Enter would take; undefined when Enter takes the text as it is. */
  readonly marked: number | undefined;
}

export function readWriting(state: PageState): Writing {
  const commands = usableCommands(state, openChannel(state));
  const line = readLine(state.draft, commands);
  const suggestions = state.draft.isListClosed ? [] : suggest(line, state.draft, commands, directoryOf(state));
  return { line, commands, suggestions, marked: state.draft.marked ?? likelyMark(line, suggestions) };
}

/** Commands and fixed choices are taken by Enter; where any text may stand, only what the person marked is. */
function likelyMark(line: CommandLine, suggestions: readonly Suggestion[]): number | undefined {
  const first = suggestions[0];
  if (first === undefined || first.kind === 'option' || isFree(first)) return undefined;
  const typed = line.kind === 'command' ? (line.focused?.value.toLowerCase() ?? '') : '';
  const exact = suggestions.findIndex((one) => one.kind === 'choice' && one.choice.name.toLowerCase() === typed);
  return Math.max(exact, 0);
}

/** Whether any text is allowed in the option, so that Enter must not replace what was typed. */
export function isFree(suggestion: Suggestion): boolean {
  if (suggestion.kind !== 'choice') return false;
  const { option } = suggestion.argument;
  return 'autocomplete' in option && option.autocomplete === true;
}

export function directoryOf(state: PageState): Directory {
  return { users: [...state.people, ...state.bots.map((bot) => bot.user)], channels: state.channels };
}
