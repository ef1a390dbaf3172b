// Titles to offer while somebody types: by the beginning of any word of any name, most useful first.

import type { Knowledge } from '../types.ts';
import { kindRank, type Listing } from './listing.ts';
import type { NameIndex } from './name-index.ts';
import { wordsOf } from './words.ts';

export type Suggest = (query: string, limit: number) => readonly string[];

/** A name from one of its words on. */
interface Beginning {
  readonly key: string;
  readonly listing: Listing;
  /** 0: the title from its start; 1: another name from its start; 2: a later word. */
  readonly rank: number;
}

const VERSUS = /^(.+?)\s+(?:vs\.?|versus|or|v\.?)(?:\s+(.*))?$/i;
/** Beginnings looked at for one prefix: more would not change the first few. */
const MAX_BEGINNINGS = 2000;

export function createSuggest(listings: readonly Listing[], knowledge: Knowledge, names: NameIndex): Suggest {
  const useful = byUsefulness(listings, knowledge);
  let sorted: readonly Beginning[] | undefined;
  const startingWith = (prefix: string): readonly string[] => {
    sorted ??= beginningsOf(listings);
    return uniqueTitles(rankBeginnings(findBeginnings(sorted, prefix), prefix, useful));
  };
  const suggest: Suggest = (query, limit) => {
    const prefix = wordsOf(query).join(' ');
    if (prefix === '') return uniqueTitles(mostUseful(listings, useful)).slice(0, limit);
    const found = startingWith(prefix);
    if (found.length > 0) return found.slice(0, limit);
    return uniqueTitles(names.findMisspelt(query).map(({ listing }) => listing)).slice(0, limit);
  };
  return (query, limit) => {
    const [, left, right = ''] = VERSUS.exec(query.trimStart()) ?? [];
    const known = left === undefined ? undefined : names.find(left)[0]?.listing;
    if (known === undefined) return suggest(query, limit);
    const others = right.trim() === '' ? neighbours(known, listings, knowledge) : suggest(right, limit + 1);
    const pairs = others.filter((title) => title !== known.title).map((title) => `${known.title} vs ${title}`);
    return pairs.slice(0, limit);
  };
}

/** How many other concepts name a concept as related: what others lean on is asked for most. */
function byUsefulness(listings: readonly Listing[], knowledge: Knowledge): ReadonlyMap<Listing, number> {
  const mentions = new Map<string, number>();
  for (const { relatedIds } of knowledge.concepts) {
    for (const id of relatedIds) mentions.set(id, (mentions.get(id) ?? 0) + 1);
  }
  return new Map(
    listings.map((listing) => [
      listing,
      listing.entry.kind === 'concept' ? (mentions.get(listing.entry.concept.id) ?? 0) : 0,
    ]),
  );
}

function mostUseful(listings: readonly Listing[], useful: ReadonlyMap<Listing, number>): Listing[] {
  return [...listings].sort((a, b) => (useful.get(b) ?? 0) - (useful.get(a) ?? 0) || a.number - b.number);
}

function beginningsOf(listings: readonly Listing[]): Beginning[] {
  const beginnings = listings.flatMap((listing) =>
    listing.names.flatMap((name, position) => {
      const words = wordsOf(name);
      return words.map((_, start) => ({
        key: words.slice(start).join(' '),
        listing,
        rank: start > 0 ? 2 : Math.min(position, 1),
      }));
    }),
  );
  return beginnings.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

function findBeginnings(sorted: readonly Beginning[], prefix: string): Beginning[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.key ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  const found: Beginning[] = [];
  for (let index = low; index < sorted.length && found.length < MAX_BEGINNINGS; index += 1) {
    const beginning = sorted[index];
    if (beginning === undefined || !beginning.key.startsWith(prefix)) break;
    found.push(beginning);
  }
  return found;
}

/** A whole name first, then titles, and of them those of the list's topics, which people come to learn. */
function rankBeginnings(found: readonly Beginning[], prefix: string, useful: ReadonlyMap<Listing, number>): Listing[] {
  const isPart = ({ key, rank }: Beginning): number => (key === prefix && rank < 2 ? 0 : 1);
  const isNoTopic = ({ listing }: Beginning): number => (listing.entry.kind === 'topic' ? 0 : 1);
  const ranked = [...found].sort(
    (a, b) =>
      isPart(a) - isPart(b) ||
      a.rank - b.rank ||
      isNoTopic(a) - isNoTopic(b) ||
      (useful.get(b.listing) ?? 0) - (useful.get(a.listing) ?? 0) ||
      kindRank(a.listing.entry) - kindRank(b.listing.entry) ||
      a.key.length - b.key.length,
  );
  return ranked.map(({ listing }) => listing);
}

/** What a comparison is most likely to be finished with: written comparisons, then related concepts. */
function neighbours({ entry }: Listing, listings: readonly Listing[], knowledge: Knowledge): string[] {
  if (entry.kind !== 'concept') return [];
  const { id, relatedIds } = entry.concept;
  const written = knowledge.comparisons.flatMap(({ leftId, rightId }) =>
    leftId === id ? [rightId] : rightId === id ? [leftId] : [],
  );
  const ids = [...new Set([...written, ...relatedIds])];
  const titles = new Map(knowledge.concepts.map((concept) => [concept.id, concept.title]));
  const found = ids.flatMap((other) => titles.get(other) ?? []);
  return found.length > 0
    ? found
    : listings.filter((other) => other.entry.kind === 'concept').map((other) => other.title);
}

function uniqueTitles(listings: readonly Listing[]): string[] {
  return [...new Set(listings.map(({ title }) => title))];
}
