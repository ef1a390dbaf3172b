// Picks, among the symptoms that a text shows, the one to begin with; finding names in a text is not its work.

import type { Listing } from './listing.ts';
import type { Mention, MentionFinder } from './mentions.ts';
import { nameKey } from './words.ts';

/** Symptoms that a text shows, the one to begin with first. */
export type SymptomFinder = (text: string) => readonly Listing[];

/**
 * A symptom that another one names among its causes or fixes lies deeper, so it comes first: a pod that was `OOMKilled` is in
 * `CrashLoopBackOff` because of that. Else the more telling name comes first.
 */
export function createSymptomFinder(findMentions: MentionFinder): SymptomFinder {
  return (text) => {
    const shown = findMentions(text).filter(isTellingSymptom);
    if (shown.length < 2) return shown.map(({ listing }) => listing);
    const depth = new Map(shown.map(({ listing }) => [listing, depthOf(listing, shown)]));
    const listings = shown.map(({ listing }) => listing);
    return listings.sort((a, b) => (depth.get(b) ?? 0) - (depth.get(a) ?? 0));
  };
}

function isTellingSymptom({ listing, isTelling }: Mention): boolean {
  return listing.entry.kind === 'troubleshooting' && isTelling;
}

/** How many of the others shown name it as a cause, less how many of them it names itself. */
function depthOf(listing: Listing, shown: readonly Mention[]): number {
  let depth = 0;
  for (const { listing: other } of shown) {
    if (other === listing) continue;
    depth += Number(namesCause(other, listing)) - Number(namesCause(listing, other));
  }
  return depth;
}

function namesCause(listing: Listing, cause: Listing): boolean {
  const text = nameKey(listing.aside);
  return [cause.title, ...cause.names].some((name) => text.includes(nameKey(name)));
}
