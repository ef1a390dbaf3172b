// Finds the kubectl task that somebody typed the beginning of, such as `kubectl rollout` or `k get po`.

import type { Listing } from './listing.ts';
import { termOf, wordsOf } from './words.ts';

const PROMPT = /^\s*(?:\$\s+)?(?:kubectl|k)\s+/i;

/** What was typed without `kubectl`; undefined when it does not begin as a command line. */
export function withoutKubectl(question: string): string | undefined {
  return PROMPT.test(question) ? question.replace(PROMPT, '') : undefined;
}

/** Tasks whose command begins with the words typed, or the other way round; the closest first. */
export type CommandFinder = (typed: string) => readonly Listing[];

/** A verb alone begins too many typed lines to be what was meant. */
const LEAST_WORDS = 2;

export function createCommandFinder(listings: readonly Listing[]): CommandFinder {
  const commands = listings.flatMap((listing) => {
    if (listing.entry.kind !== 'kubectl') return [];
    const { command } = listing.entry.task;
    return [{ listing, words: commandWords(command.replace(PROMPT, '')) }];
  });
  return (typed) => {
    const wanted = commandWords(typed);
    if (wanted.length === 0) return [];
    const found = commands.filter(
      ({ words }) => startsWith(words, wanted) || (words.length >= LEAST_WORDS && startsWith(wanted, words)),
    );
    const distanceOf = (words: readonly string[]): number => Math.abs(words.length - wanted.length);
    return found.sort((a, b) => distanceOf(a.words) - distanceOf(b.words)).map(({ listing }) => listing);
  };
}

function startsWith(words: readonly string[], beginning: readonly string[]): boolean {
  return beginning.every((word, index) => words[index] === word);
}

/** Parameters are no words of the command: nobody types them. */
function commandWords(command: string): string[] {
  return wordsOf(command.replace(/\{[a-z][a-z0-9-]*\}/g, ' ')).map(termOf);
}
