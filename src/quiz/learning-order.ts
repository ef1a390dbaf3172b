// The order in which new things are met: by the owner's tiers, the topics of a tier in turn; knows nothing of people.

import type { Knowledge } from '../knowledge/types.ts';

/** Where an item belongs. */
export interface LearningPlace {
  readonly topicId: string | undefined;
  /** File of the knowledge that it stands in. */
  readonly file: string;
}

/**
 * Tier by tier; in a tier one item of each topic in turn, and in a topic one of each file in turn, so that what begins a file
 * comes early whatever the file is called. Items of no topic come last.
 */
export function inLearningOrder<Item extends LearningPlace>(
  items: readonly Item[],
  { tiers, topics }: Pick<Knowledge, 'tiers' | 'topics'>,
): readonly Item[] {
  const byTopic = Map.groupBy(items, ({ topicId }) => topics.find(({ id }) => id === topicId)?.id);
  const filesInTurn = (topicId: string | undefined): readonly Item[] =>
    takeInTurn([...Map.groupBy(byTopic.get(topicId) ?? [], ({ file }) => file).values()]);
  const ranked = [...tiers].sort((one, other) => one.rank - other.rank);
  const ofTiers = ranked.flatMap((tier) =>
    takeInTurn(topics.filter(({ tierId }) => tierId === tier.id).map(({ id }) => filesInTurn(id))),
  );
  return [...ofTiers, ...filesInTurn(undefined)];
}

/** The first of each list, then the second of each, and so on until all are empty. */
function takeInTurn<Item>(lists: readonly (readonly Item[])[]): readonly Item[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}
