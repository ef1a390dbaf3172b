// Finds the command that a line calls, as spf13/cobra does (Find, stripFlags, argsMinusFirstX): flags may stand before it.

import { createFlagSet, type FlagSet, findFlag, standsAlone } from './flags.ts';
import { type Refusal, refuse } from './refusal.ts';
import { kubectlTable } from './table/kubectl-table.ts';
import type { CommandEntry, FlagEntry } from './table/table-types.ts';

export interface CommandNode {
  readonly entry: CommandEntry;
  /** Its own flags, the global ones and `--help`. */
  readonly flags: FlagSet;
  /** The same without `--help`, which cobra adds only once the command is found. */
  readonly flagsToFind: FlagSet;
  /** By name and by alias. */
  readonly children: ReadonlyMap<string, CommandNode>;
}

export interface FoundCommand {
  readonly kind: 'found';
  readonly node: CommandNode;
  /** What is left once the command's own words are taken out. */
  readonly words: readonly string[];
}

/** Commands that the help does not list; they take arguments as they come. */
const UNLISTED = ['alpha', 'help', 'options'] as const;

const HELP_FLAG: FlagEntry = { name: 'help', short: 'h', type: 'bool', fallback: 'false' };

const root = buildNode([]);

/** Words come without `kubectl`. */
export function findCommand(words: readonly string[]): FoundCommand | Refusal {
  let node = root;
  let rest = words;
  for (;;) {
    const name = firstArgument(rest, node.flagsToFind);
    const child = name === undefined ? undefined : node.children.get(name.word);
    if (name === undefined || child === undefined) break;
    node = child;
    rest = [...rest.slice(0, name.index), ...rest.slice(name.index + 1)];
  }
  // Only the root refuses a word that is no command (cobra's legacyArgs); a group such as `create` does so itself.
  const stray = node === root ? firstArgument(rest, root.flagsToFind) : undefined;
  if (stray !== undefined) return refuse('unknown-command', stray.word);
  // What stands before `help` is taken for a plugin's name, since kubectl looks for plugins before cobra adds `help`.
  const isHelp = node.entry.path[0] === 'help';
  const plugin = isHelp ? words.find((word) => !word.startsWith('-')) : undefined;
  return plugin !== undefined && plugin !== 'help'
    ? refuse('unknown-command', plugin)
    : { kind: 'found', node, words: rest };
}

/** The node for words such as `['create', 'secret']`; undefined where there is none. */
export function findNode(path: readonly string[]): CommandNode | undefined {
  let node: CommandNode | undefined = root;
  for (const name of path) node = node?.children.get(name);
  return node;
}

function buildNode(path: readonly string[]): CommandNode {
  const entry = kubectlTable.commands.find((command) => command.path.join(' ') === path.join(' '));
  if (entry === undefined) throw new Error(`the table has no command ${path.join(' ')}`);
  const children = new Map<string, CommandNode>();
  for (const command of kubectlTable.commands) {
    const name = command.path.at(-1);
    const isChild = command.path.length === path.length + 1 && path.every((word, at) => command.path[at] === word);
    if (name === undefined || !isChild) continue;
    const child = buildNode(command.path);
    for (const word of [name, ...command.aliases]) children.set(word, child);
  }
  if (path.length === 0) {
    for (const name of UNLISTED) children.set(name, unlistedNode(name));
  }
  return { entry, ...flagSets(entry), children };
}

function flagSets(entry: CommandEntry): { flags: FlagSet; flagsToFind: FlagSet } {
  const known = [...entry.flags, ...kubectlTable.globalFlags];
  return { flags: createFlagSet([...known, HELP_FLAG]), flagsToFind: createFlagSet(known) };
}

function unlistedNode(name: string): CommandNode {
  const entry = { path: [name], aliases: [], summary: '', usage: `kubectl ${name}`, flags: [] };
  return { entry, ...flagSets(entry), children: new Map() };
}

/** The first word that is neither a flag nor, going by the flags known here, a flag's value. */
function firstArgument(words: readonly string[], flags: FlagSet): { word: string; index: number } | undefined {
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined || word === '--') return undefined;
    if (takesNextWord(word, flags)) {
      // cobra stops where a flag's value is the last word but one or later.
      if (words.length - index - 1 <= 1) return undefined;
      index += 1;
    } else if (word !== '' && !word.startsWith('-')) {
      return { word, index };
    }
  }
  return undefined;
}

function takesNextWord(word: string, flags: FlagSet): boolean {
  if (word.includes('=')) return false;
  if (word.startsWith('--')) return !standsAlone(findFlag(flags, word.slice(2)));
  return word.startsWith('-') && word.length === 2 && !standsAlone(flags.byShort.get(word.charAt(1)));
}
