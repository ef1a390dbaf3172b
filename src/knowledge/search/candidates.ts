// Gathers the entries that a question may be about, in a time that does not grow with the knowledge; judging them is not its work.

import MiniSearch from 'minisearch';
import type { Profile, Profiles } from './profile.ts';

/** Entries worth judging for a question's terms, in no order that matters. */
export type FindCandidates = (terms: readonly string[]) => readonly Profile[];

const CANDIDATES = 60;
/** Postings read by MiniSearch for one question at most. It takes about a microsecond for each. */
const MAX_POSTINGS = 1500;
/**
 * Terms in more entries than this are not searched: they tell too little, and each posting costs. In their place stand the
 * entries that hold them in a name, shortest name first. A knowledge base of the usual size has no such term.
 */
const FREQUENT = 800;

export function createFindCandidates({ all, counts }: Profiles): FindCandidates {
  const search = new MiniSearch<{ id: number; names: string; text: string; aside: string }>({
    fields: ['names', 'text', 'aside'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => (term === '' ? null : term),
    searchOptions: { boost: { names: 4, text: 1.5 }, combineWith: 'OR' },
  });
  search.addAll(
    all.map(({ nameTerms, textTerms, asideTerms }, id) => ({
      id,
      names: [...nameTerms].join(' '),
      text: [...textTerms].join(' '),
      aside: [...asideTerms].join(' '),
    })),
  );
  const holders = holdersOfFrequentTerms(all, counts);

  return (terms) => {
    const frequent = terms.filter((term) => holders.has(term));
    const found = search.search(rarest(terms, counts).join(' ')).slice(0, CANDIDATES);
    const numbers = new Set([...found.map(({ id }) => Number(id)), ...namedByAll(frequent, holders)]);
    return [...numbers].flatMap((number) => all[number] ?? []);
  };
}

/** Terms to search for, as many of the rarest as the postings allow; none that is frequent. */
function rarest(terms: readonly string[], counts: ReadonlyMap<string, number>): string[] {
  const known = terms.flatMap((term) => {
    const count = counts.get(term);
    return count === undefined || count > FREQUENT ? [] : [{ term, count }];
  });
  known.sort((a, b) => a.count - b.count);
  const taken: string[] = [];
  let postings = 0;
  for (const { term, count } of known) {
    postings += count;
    if (postings > MAX_POSTINGS) break;
    taken.push(term);
  }
  return taken;
}

/** For each frequent term the entries with it in a name, those with the fewest words in their names first. */
function holdersOfFrequentTerms(
  all: readonly Profile[],
  counts: ReadonlyMap<string, number>,
): ReadonlyMap<string, readonly number[]> {
  const holders = new Map<string, number[]>();
  for (const [term, count] of counts) if (count > FREQUENT) holders.set(term, []);
  if (holders.size === 0) return holders;
  for (const [number, { nameTerms }] of all.entries()) {
    for (const term of nameTerms) holders.get(term)?.push(number);
  }
  const lengthOf = (number: number): number => all[number]?.nameTerms.size ?? 0;
  for (const numbers of holders.values()) numbers.sort((a, b) => lengthOf(a) - lengthOf(b));
  return holders;
}

/** Entries that hold all the terms in their names; where there are none, the first few for each term. */
function namedByAll(terms: readonly string[], holders: ReadonlyMap<string, readonly number[]>): readonly number[] {
  const lists = terms.map((term) => holders.get(term) ?? []).sort((a, b) => a.length - b.length);
  const [shortest = [], ...others] = lists;
  const sets = others.map((list) => new Set(list));
  const both = sets.length === 0 ? shortest : shortest.filter((number) => sets.every((set) => set.has(number)));
  const found = both.length > 0 ? both : lists.flatMap((list) => list.slice(0, CANDIDATES / lists.length));
  return found.slice(0, CANDIDATES);
}
