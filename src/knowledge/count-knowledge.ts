// How much of each kind a state of the knowledge holds, and the shape that `npm run knowledge -- --json` prints.

import type { LoadedKnowledge } from './load-knowledge.ts';
import type { Knowledge, KnowledgeFault } from './types.ts';

/** Counts by kind. `glossaryTerms` are among `concepts`, `topicsWithAlternatives` among `topics`. */
export interface KnowledgeCounts {
  readonly tiers: number;
  readonly topics: number;
  readonly topicsWithAlternatives: number;
  readonly focusItems: number;
  readonly projectSteps: number;
  readonly concepts: number;
  readonly glossaryTerms: number;
  readonly comparisons: number;
  readonly troubleshooting: number;
  readonly kubectlCommands: number;
  readonly tables: number;
  readonly cloudRows: number;
  readonly cloudServices: number;
  readonly notes: number;
  readonly renames: number;
}

interface ReportedTopic {
  readonly id: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly difficulty: string | undefined;
  readonly effort: string | undefined;
  readonly alternatives: readonly string[];
  readonly prerequisites: readonly string[];
  readonly focusItems: number;
  readonly hasWhy: boolean;
  readonly file: string;
  readonly line: number;
}

export interface KnowledgeReport {
  readonly folder: string;
  readonly counts: KnowledgeCounts;
  readonly tiers: readonly { readonly id: string; readonly title: string; readonly topics: readonly ReportedTopic[] }[];
  readonly faults: readonly KnowledgeFault[];
}

export function countKnowledge(knowledge: Knowledge): KnowledgeCounts {
  const { topics, concepts, cloudRows } = knowledge;
  return {
    tiers: knowledge.tiers.length,
    topics: topics.length,
    topicsWithAlternatives: topics.filter(({ alternatives }) => alternatives.length > 0).length,
    focusItems: topics.reduce((sum, { focus }) => sum + focus.length, 0),
    projectSteps: knowledge.projectSteps.length,
    concepts: concepts.length,
    glossaryTerms: concepts.filter(({ isGlossaryTerm }) => isGlossaryTerm === true).length,
    comparisons: knowledge.comparisons.length,
    troubleshooting: knowledge.troubleshooting.length,
    kubectlCommands: knowledge.kubectlTasks.length,
    tables: knowledge.tableCount ?? 0,
    cloudRows: cloudRows.length,
    cloudServices: cloudRows.reduce((sum, { services }) => sum + Object.keys(services).length, 0),
    notes: knowledge.notes.length,
    renames: knowledge.renames?.length ?? 0,
  };
}

/** Everything that the check says about a folder. */
export function reportKnowledge(folder: string, { knowledge, faults }: LoadedKnowledge): KnowledgeReport {
  const tiers = knowledge.tiers.map(({ id, title }) => ({
    id,
    title,
    topics: knowledge.topics.filter(({ tierId }) => tierId === id).map(reportTopic),
  }));
  return { folder, counts: countKnowledge(knowledge), tiers, faults };
}

function reportTopic(topic: Knowledge['topics'][number]): ReportedTopic {
  const { difficulty } = topic;
  const isRange = difficulty !== undefined && difficulty.low !== difficulty.high;
  return {
    id: topic.id,
    title: topic.title,
    shortTitle: topic.shortTitle,
    difficulty: isRange ? `${difficulty.low} to ${difficulty.high}` : difficulty?.low,
    effort: topic.effort,
    alternatives: topic.alternatives,
    prerequisites: topic.prerequisiteIds,
    focusItems: topic.focus.length,
    hasWhy: topic.why !== undefined,
    file: topic.place.file,
    line: topic.place.line,
  };
}
