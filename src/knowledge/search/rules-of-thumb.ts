// Finds the written rule of thumb for two entries, whatever their kinds; which entries a question means is not its work.

import type { Comparison, Knowledge, KnowledgeEntry } from '../types.ts';
import { namesOf } from './listing.ts';
import type { NameIndex } from './name-index.ts';

/** undefined where nobody wrote a rule for the two. */
export type RuleFinder = (left: KnowledgeEntry, right: KnowledgeEntry) => Comparison | undefined;

/**
 * Rules are written between concepts. A topic, a service or a symptom has the rules of the concepts that go by one of its
 * names, its own names before shared ones: the topic Kubernetes those of what else is called Kubernetes.
 */
export function createRuleFinder(knowledge: Knowledge, names: NameIndex): RuleFinder {
  const byPair = new Map(knowledge.comparisons.map((rule) => [pairKey(rule.leftId, rule.rightId), rule]));
  const conceptsOf = (entry: KnowledgeEntry): readonly string[] => {
    if (entry.kind === 'concept') return [entry.concept.id];
    const hits = namesAskedFor(entry).flatMap((name) => names.find(name));
    return hits.flatMap(({ listing }) => (listing.entry.kind === 'concept' ? [listing.entry.concept.id] : []));
  };
  return (left, right) => {
    const rightIds = conceptsOf(right);
    for (const leftId of conceptsOf(left)) {
      for (const rightId of rightIds) {
        const rule = byPair.get(pairKey(leftId, rightId));
        if (rule !== undefined) return rule;
      }
    }
    return undefined;
  };
}

/** Of a row of services only those of the one that was asked for, or of the need; a topic's aliases name what it holds. */
function namesAskedFor(entry: KnowledgeEntry): readonly string[] {
  if (entry.kind === 'topic') return [entry.topic.shortTitle];
  if (entry.kind !== 'cloud') return namesOf(entry);
  const { row, provider } = entry;
  const service = provider === undefined ? undefined : row.services[provider];
  if (service === undefined) return [row.need, ...(row.aliases ?? [])];
  return [service.name, ...service.aliases, ...service.formerNames];
}

/** The same whichever side comes first. */
function pairKey(leftId: string, rightId: string): string {
  return [leftId, rightId].sort().join(' ');
}
