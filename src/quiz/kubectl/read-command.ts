// Reads one kubectl command line into its meaning, or says why kubectl would refuse it.

import { MAX_COMMAND_CHARACTERS, repairChatText } from './chat-repair.ts';
import { findCommand } from './command-tree.ts';
import { parseFlags } from './flags.ts';
import type { Facet } from './meaning.ts';
import { type Refusal, refuse } from './refusal.ts';
import { splitShellWords } from './shell-words.ts';
import type { CommandEntry } from './table/table-types.ts';
import { readMeaning } from './verbs/read-meaning.ts';

export interface ReadCommand {
  readonly kind: 'command';
  /** The repaired text. */
  readonly text: string;
  /** Shell words, with `kubectl` first also where `k` was written. */
  readonly words: readonly string[];
  readonly command: CommandEntry;
  /** Words after `kubectl` that name the command, e.g. `rollout restart`. */
  readonly verb: string;
  /** Flags given, by their long names, each with its values in order. */
  readonly flags: ReadonlyMap<string, readonly string[]>;
  /** What is left without flags. */
  readonly args: readonly string[];
  readonly facets: readonly Facet[];
}

const PROGRAM_NAMES = new Set(['kubectl', 'k', 'kubectl.exe']);

/** Repairs chat damage first. Never throws; input of more than 10,000 characters is refused at once. */
export function readCommand(text: string): ReadCommand | Refusal {
  if (text.length > MAX_COMMAND_CHARACTERS) return refuse('too-long');
  const repaired = repairChatText(text);
  const split = splitShellWords(repaired);
  if (split.kind === 'unclosed-quote') return refuse('unclosed-quote', split.quote);
  if (split.kind === 'shell-syntax') return refuse('shell-syntax', split.operator);
  const [program, ...words] = split.words;
  if (program === undefined) return refuse('empty');
  if (!PROGRAM_NAMES.has(program.slice(program.lastIndexOf('/') + 1)))
    return refuse('not-kubectl', program.slice(0, 80));
  return readWords(repaired, words);
}

/** The value of a flag as it stands in the line; undefined where the facet is of something else, or follows from other flags. */
export function typedValue(command: ReadCommand, part: Facet | undefined): string | undefined {
  if (part?.kind !== 'value') return undefined;
  return command.flags.get(part.key.replace(/^--/, ''))?.join(', ');
}

function readWords(text: string, words: readonly string[]): ReadCommand | Refusal {
  const found = findCommand(words);
  if (found.kind === 'refused') return found;
  const parsed = parseFlags(found.words, found.node.flags);
  if (parsed.kind === 'refused') return parsed;
  const facets = readMeaning(found.node, parsed);
  if ('kind' in facets) return facets;
  const { entry } = found.node;
  return {
    kind: 'command',
    text,
    words: ['kubectl', ...words],
    command: entry,
    verb: entry.path.join(' '),
    flags: parsed.given,
    args: parsed.args,
    facets,
  };
}
