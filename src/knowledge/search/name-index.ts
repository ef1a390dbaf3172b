// Finds entries by their whole names: exact, by alias, by short form, and misspelt; no ranking of texts.

import type { Listing } from './listing.ts';
import { kindRank } from './listing.ts';
import { createSpellingCorrector, type SpellingCorrector } from './spelling.ts';
import { isFiller, longFormOf, nameKey, subjectTermsOf, termsOf, wordsOf } from './words.ts';

/** A listing found by a name. */
export interface NameHit {
  readonly listing: Listing;
  /** Position of the name among the listing's names: 0 is its title. Shared names come after all others. */
  readonly position: number;
}

export interface NameIndex {
  /** Everything that goes by exactly this name, best first; short forms and plurals included. */
  find(name: string): readonly NameHit[];
  /** The same by the words that carry the subject, so that "what is a pod" finds Pod. */
  findByTerms(question: string): readonly NameHit[];
  /** What a misspelt name may have been; empty when it is spelt as something known, or nothing is near. */
  findMisspelt(name: string): readonly NameHit[];
  /** Mends one word, when it is none that any text here holds. */
  readonly mendWord: SpellingCorrector;
}

export function createNameIndex(listings: readonly Listing[]): NameIndex {
  const byKey = new Map<string, NameHit[]>();
  const byTerms = new Map<string, NameHit[]>();
  const words = new Set<string>();
  for (const listing of listings) {
    for (const [position, name] of [...listing.names, ...listing.sharedNames].entries()) {
      const isShared = position >= listing.names.length;
      const hit = { listing, position: isShared ? position + SHARED_OFFSET : position };
      addHit(byKey, nameKey(name), hit);
      addHit(byTerms, termsOf(name).join(' '), hit);
      for (const word of wordsOf(name)) words.add(word);
    }
  }
  for (const hits of [...byKey.values(), ...byTerms.values()]) hits.sort(compareHits);
  const correctKey = createSpellingCorrector(byKey.keys());
  const find = (name: string): readonly NameHit[] => {
    const long = longFormOf(name.trim().toLowerCase());
    return byKey.get(nameKey(name)) ?? (long === undefined ? [] : (byKey.get(nameKey(long)) ?? []));
  };
  return {
    find,
    findByTerms: (question) =>
      byTerms.get(termsOf(question).join(' ')) ?? byTerms.get(subjectTermsOf(question).join(' ')) ?? [],
    findMisspelt(name) {
      const typed = wordsOf(name);
      const isStrange = typed.some((word) => word.length < LEAST_MENDED && !isFiller(word) && !words.has(word));
      const key = isStrange ? undefined : correctKey(nameKey(name));
      if (key === undefined) return [];
      // Two words run together are no slip of one: a `blob fish` is no `blobfuse`.
      const length = typed.filter((word) => !isFiller(word)).length;
      const isAsLong = (known: string): boolean => nameKey(known) !== key || wordsOf(known).length >= length;
      return (byKey.get(key) ?? []).filter(({ listing }) => [...listing.names, ...listing.sharedNames].every(isAsLong));
    },
    mendWord: createSpellingCorrector(words),
  };
}

/** A shorter word that no name holds is no slip, but one about something else. */
const LEAST_MENDED = 4;
/** Puts shared names behind every name of one's own. */
const SHARED_OFFSET = 1000;

function addHit(map: Map<string, NameHit[]>, key: string, hit: NameHit): void {
  if (key === '') return;
  const hits = map.get(key);
  if (hits === undefined) map.set(key, [hit]);
  else if (!hits.some(({ listing }) => listing === hit.listing)) hits.push(hit);
}

/** A title before an alias within a kind; the kind that says what a thing is before all else. */
function compareHits(left: NameHit, right: NameHit): number {
  const shared = Number(left.position >= SHARED_OFFSET) - Number(right.position >= SHARED_OFFSET);
  const kind = kindRank(left.listing.entry) - kindRank(right.listing.entry);
  const title = Math.min(left.position, 1) - Math.min(right.position, 1);
  return shared || kind || title || left.listing.number - right.listing.number;
}
