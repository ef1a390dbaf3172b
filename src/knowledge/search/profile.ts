// What the ranking knows of each entry: the words of its names, its text and its surroundings, and how much a word tells.

import type { Knowledge } from '../types.ts';
import { type Listing, placeOf } from './listing.ts';
import { mostWeightOf, termsOf } from './words.ts';

/** The words of an entry, as terms. */
export interface Profile {
  readonly listing: Listing;
  readonly names: readonly (readonly string[])[];
  readonly nameTerms: ReadonlySet<string>;
  readonly textTerms: ReadonlySet<string>;
  readonly asideTerms: ReadonlySet<string>;
  /** Terms of its topic and headings. */
  readonly contextTerms: ReadonlySet<string>;
}

/** Profiles of all listings, and in how many of them each term stands. */
export interface Profiles {
  readonly all: readonly Profile[];
  readonly counts: ReadonlyMap<string, number>;
  /** The rarer a term, the more it tells. Terms that nobody holds tell most; those of words of any field tell little. */
  weightOf(term: string): number;
}

export function createProfiles(listings: readonly Listing[], knowledge: Knowledge): Profiles {
  const topicNames = new Map(
    knowledge.topics.map(({ id, shortTitle, aliases }) => [id, [shortTitle, ...aliases].join(' ')]),
  );
  const all = listings.map((listing) => profileOf(listing, topicNames.get(listing.topicId ?? '') ?? ''));
  const counts = new Map<string, number>();
  for (const { nameTerms, textTerms, asideTerms } of all) {
    for (const term of new Set([...nameTerms, ...textTerms, ...asideTerms]))
      counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const weightOf = (term: string): number =>
    Math.min(Math.log(1 + (all.length + 1) / (counts.get(term) ?? 0.5)), mostWeightOf(term));
  return { all, counts, weightOf };
}

function profileOf(listing: Listing, topicNames: string): Profile {
  const names = [...listing.names, ...listing.sharedNames].map(termsOf);
  return {
    listing,
    names,
    nameTerms: new Set(names.flat()),
    textTerms: new Set(termsOf(listing.text)),
    asideTerms: new Set(termsOf(listing.aside)),
    contextTerms: new Set(termsOf([...placeOf(listing.entry).headings, topicNames].join(' '))),
  };
}
