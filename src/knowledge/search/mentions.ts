// Finds the names of entries inside longer texts: symptoms in pasted output, concepts in somebody's message.

import type { Listing } from './listing.ts';
import { isFiller, nameKey, wordsOf } from './words.ts';

/** A name found in a text. */
export interface Mention {
  readonly listing: Listing;
  /** How many words the name has. */
  readonly length: number;
  /** Whether the name can hardly mean anything else: several words, or one such as `CrashLoopBackOff`. */
  readonly isTelling: boolean;
  /** Word position in the text. */
  readonly at: number;
}

export type MentionFinder = (text: string) => readonly Mention[];

interface KnownName {
  readonly length: number;
  readonly listing: Listing;
  readonly isTelling: boolean;
}

/** Long pastes are read up to here: what failed stands near the top or is not worth waiting for. */
const MAX_WORDS = 2000;

/** Finds all names of the listings that stand in a text word by word, names, hashes and punctuation around them or not. */
export function createMentionFinder(listings: readonly Listing[]): MentionFinder {
  const byPhrase = new Map<string, KnownName[]>();
  const longestFrom = new Map<string, number>();
  for (const listing of listings) {
    for (const name of listing.names) {
      const words = wordsOf(name).map(nameKey);
      const [first] = words;
      if (first === undefined || words.every(isFiller)) continue;
      const known = { length: words.length, listing, isTelling: isTellingName(name, words) };
      const phrase = words.join(' ');
      const others = byPhrase.get(phrase);
      if (others === undefined) byPhrase.set(phrase, [known]);
      else others.push(known);
      longestFrom.set(first, Math.max(longestFrom.get(first) ?? 0, words.length));
    }
  }
  return (text) => {
    const words = wordsOf(text).slice(0, MAX_WORDS).map(nameKey);
    const best = new Map<Listing, Mention>();
    for (const [at, word] of words.entries()) {
      const longest = Math.min(longestFrom.get(word) ?? 0, words.length - at);
      for (let length = 1; length <= longest; length += 1) {
        for (const { listing, isTelling } of byPhrase.get(words.slice(at, at + length).join(' ')) ?? []) {
          const known = best.get(listing);
          if (known === undefined || known.length < length) best.set(listing, { listing, length, isTelling, at });
        }
      }
    }
    return [...best.values()].sort(compareMentions);
  };
}

/** Whether a text looks pasted from a terminal or a log rather than asked. */
export function looksPasted(text: string): boolean {
  const hasStatusColumn = /\b\d+\/\d+\b/.test(text);
  const hasHash = /-[a-z0-9]{5,10}(?:-[a-z0-9]{5})?\b/.test(text) && /\d/.test(text);
  return text.includes('\n') || hasStatusColumn || hasHash || /(?:error|warning|failed|exception)\b.*[:"]/i.test(text);
}

function isTellingName(name: string, words: readonly string[]): boolean {
  if (words.filter((word) => !isFiller(word)).length > 1) return true;
  return /\p{Ll}\p{Lu}/u.test(name) || /\d/.test(name) || /^\p{Lu}{3,}/u.test(name);
}

function compareMentions(left: Mention, right: Mention): number {
  const telling = Number(right.isTelling) - Number(left.isTelling);
  return telling || right.length - left.length || left.at - right.at;
}
