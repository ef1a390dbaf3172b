// Which concepts to show first for a topic: what its name and its focus items speak of, then what the others lean on.

import { nameKey, wordsOf } from './search/words.ts';
import type { Concept, Knowledge, Topic } from './types.ts';

interface NamedConcept {
  readonly concept: Concept;
  /** Its names as words in their bare forms, with a space at both ends. */
  readonly names: readonly string[];
}

/**
 * The topic's concepts, each once, the most telling first: what goes by the topic's own name, the tools to choose from, then
 * one concept of each focus item in turn, then the topic's others by how many of them name it as related.
 */
export function conceptsOfTopic(topic: Topic, { concepts }: Pick<Knowledge, 'concepts'>): readonly Concept[] {
  const own = concepts.filter(({ topicId }) => topicId === topic.id);
  if (own.length === 0) return [];
  const named = own.map(withNames);
  const titled = concepts.filter((concept) => withNames(concept).names.includes(phrase(topic.shortTitle)));
  const chosen = [topic.shortTitle, ...topic.alternatives].flatMap((text) => mentionsIn(text, named));
  const ofFocus = inTurns(topic.focus.map(({ text }) => mentionsIn(text, named)));
  return [...new Set([...titled.slice(0, 1), ...chosen, ...ofFocus, ...byMentions(own)])];
}

function withNames(concept: Concept): NamedConcept {
  const names = [concept.title, ...concept.aliases, ...(concept.sharedAliases ?? [])];
  return { concept, names: names.map(phrase) };
}

function phrase(text: string): string {
  return ` ${wordsOf(text).map(nameKey).join(' ')} `;
}

/** Concepts in the order in which a text names them; a longer name hides the shorter ones in it. */
function mentionsIn(text: string, named: readonly NamedConcept[]): readonly Concept[] {
  let rest = phrase(text);
  const byLength = named
    .flatMap(({ concept, names }) => names.map((name) => ({ concept, name })))
    .filter(({ name }) => name.trim() !== '' && rest.includes(name))
    .sort((a, b) => b.name.length - a.name.length);
  const found = new Map<number, Concept>();
  for (const { concept, name } of byLength) {
    const at = rest.indexOf(name);
    if (at === -1) continue;
    found.set(at, concept);
    rest = `${rest.slice(0, at + 1)}${'#'.repeat(name.length - 2)}${rest.slice(at + name.length - 1)}`;
  }
  return [...found].sort(([a], [b]) => a - b).map(([, concept]) => concept);
}

/** The first of each, then the second of each, and so on. */
function inTurns<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}

function byMentions(concepts: readonly Concept[]): readonly Concept[] {
  const mentions = new Map<string, number>();
  for (const id of concepts.flatMap(({ relatedIds }) => relatedIds)) mentions.set(id, (mentions.get(id) ?? 0) + 1);
  return [...concepts].sort((a, b) => (mentions.get(b.id) ?? 0) - (mentions.get(a.id) ?? 0));
}
