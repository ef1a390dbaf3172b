// Finds the passages that a question is about: by the names it uses, then by its words. Pure over one state of the knowledge.

import MiniSearch from 'minisearch';
import { isFiller, wordsOf } from '../knowledge/search/words.ts';
import type { KnowledgeIndex, LookupResult } from '../knowledge/types.ts';
import { entryPassage, listPassages, type Passage, resultPassages } from './passages.ts';

/** Passages of one state of the knowledge. */
export interface PassageSearch {
  /** At most `limit` passages, best first: what the look-up by name finds stands first, the rest is by words and may miss. */
  find(question: string, limit: number): readonly Passage[];
  /** Passages of a look-up's result, with the sources under which `get` knows them. */
  of(result: LookupResult): readonly Passage[];
  /** The passage with that source; undefined when the knowledge has none. */
  get(source: string): Passage | undefined;
  readonly all: readonly Passage[];
}

/** Below this share of the best score a passage is more noise than help. */
const LEAST_SHARE_OF_BEST = 0.35;

const cache = new WeakMap<KnowledgeIndex, PassageSearch>();

/** The search over this state of the knowledge; built once for each. */
export function passageSearchOf(index: KnowledgeIndex): PassageSearch {
  const known = cache.get(index);
  if (known !== undefined) return known;
  const built = createPassageSearch(index);
  cache.set(index, built);
  return built;
}

export function createPassageSearch(index: KnowledgeIndex): PassageSearch {
  const all = listPassages(index.knowledge);
  const bySource = new Map(all.map((passage) => [passage.source, passage]));
  const byContent = new Map(all.map((passage) => [contentKey(passage), passage]));
  const words = new MiniSearch<{ id: number; title: string; aliases: string; text: string }>({
    fields: ['title', 'aliases', 'text'],
    tokenize: (text) => wordsOf(text).filter((word) => !isFiller(word)),
    processTerm: (term) => term,
    searchOptions: { boost: { title: 4, aliases: 3 }, prefix: (term) => term.length > 4, fuzzy: false },
  });
  words.addAll(
    all.map((passage, id) => ({
      id,
      title: passage.title,
      aliases: passage.aliases.join(' '),
      text: passage.blocks.join('\n'),
    })),
  );
  const of = (result: LookupResult): readonly Passage[] =>
    resultPassages(result, index.knowledge).flatMap((passage) => byContent.get(contentKey(passage)) ?? []);
  return {
    all,
    of,
    get: (source) => bySource.get(source),
    find(question, limit) {
      const result = index.lookUp(question);
      const mentioned = result.kind === 'unknown' ? index.findInText(question, limit) : [];
      const named = [
        ...of(result),
        ...mentioned.flatMap((entry) => byContent.get(contentKey(entryPassage(entry))) ?? []),
      ];
      const hits = words.search(question);
      const least = (hits[0]?.score ?? 0) * LEAST_SHARE_OF_BEST;
      const similar = hits.flatMap(({ id, score }) => {
        const passage = all[Number(id)];
        return passage === undefined || score < least ? [] : [passage];
      });
      return [...new Set([...named, ...similar])].slice(0, limit);
    },
  };
}

/** The same entry gives the same content, whatever number its source got. */
function contentKey(passage: Passage): string {
  return `${passage.place.file}:${passage.place.line}\n${passage.title}`;
}
