// A list of skills shaped like the owner's, as plain knowledge, and the real index over it.

import { createKnowledgeIndex } from '../../src/knowledge/create-index.ts';
import type {
  FocusItem,
  Knowledge,
  KnowledgeIndex,
  ProjectStep,
  SourcePlace,
  Tier,
  Topic,
} from '../../src/knowledge/types.ts';

const PLACE: SourcePlace = { file: 'skills.md', headings: ['Top priority'], line: 1 };

export function makeTier(rank: number, title = `Tier ${rank}`): Tier {
  return { id: `tier-${rank}`, rank, title, place: PLACE };
}

export function makeTopic(id: string, order: number, more: Partial<Topic> = {}): Topic {
  return {
    id,
    title: id,
    shortTitle: id,
    aliases: [],
    tierId: 'tier-1',
    order,
    focus: [],
    alternatives: [],
    prerequisiteIds: [],
    place: PLACE,
    ...more,
  };
}

export function makeFocus(count: number, prefix = 'item'): readonly FocusItem[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${prefix}-${index + 1}`,
    text: `${prefix} number ${index + 1}`,
    place: PLACE,
  }));
}

export function makeStep(id: string, topicIds: readonly string[] = []): ProjectStep {
  return { id, text: `Do ${id}`, topicIds, place: PLACE };
}

/** Tiers and topics as in the owner's list: three, two, two, two; Databricks builds on Spark; the last two are choices. */
export const SAMPLE_TIERS: readonly Tier[] = [
  makeTier(1, 'Top priority'),
  makeTier(2, 'High Priority'),
  makeTier(3, 'Medium Priority'),
  makeTier(4, 'Lower Priority'),
];

export const SAMPLE_TOPICS: readonly Topic[] = [
  makeTopic('kubernetes', 0, {
    title: 'Kubernetes (Deeper Conceptual Understanding)',
    shortTitle: 'Kubernetes',
    focus: makeFocus(4, 'pods'),
    why: 'Many MLOps tools are built on it.',
    difficulty: { low: 'medium', high: 'high' },
  }),
  makeTopic('cloud-ml', 1, { shortTitle: 'Cloud ML Services', difficulty: { low: 'medium', high: 'medium' } }),
  makeTopic('spark', 2, { shortTitle: 'Apache Spark', difficulty: { low: 'medium', high: 'high' } }),
  makeTopic('mlflow', 3, { shortTitle: 'MLflow', tierId: 'tier-2', difficulty: { low: 'easy', high: 'medium' } }),
  makeTopic('databricks', 4, {
    shortTitle: 'Databricks',
    tierId: 'tier-2',
    prerequisiteIds: ['spark'],
    difficulty: { low: 'medium', high: 'medium' },
  }),
  makeTopic('data-lakes', 5, {
    shortTitle: 'Data Lakes and Warehouses',
    tierId: 'tier-3',
    difficulty: { low: 'easy', high: 'medium' },
  }),
  makeTopic('dvc', 6, { shortTitle: 'DVC', tierId: 'tier-3', difficulty: { low: 'easy', high: 'easy' } }),
  makeTopic('trackers', 7, {
    shortTitle: 'Weights & Biases (W&B) or Neptune.ai',
    tierId: 'tier-4',
    alternatives: ['Weights & Biases (W&B)', 'Neptune.ai'],
    difficulty: { low: 'easy', high: 'easy' },
  }),
  makeTopic('bi', 8, {
    shortTitle: 'PowerBI or Tableau',
    tierId: 'tier-4',
    alternatives: ['PowerBI', 'Tableau'],
    difficulty: { low: 'easy', high: 'medium' },
  }),
];

export const SAMPLE_STEPS: readonly ProjectStep[] = [
  makeStep('preprocess', ['spark']),
  makeStep('train', ['mlflow']),
  makeStep('containerize'),
  makeStep('deploy', ['kubernetes']),
  makeStep('version', ['dvc']),
];

export function makeKnowledge(more: Partial<Knowledge> = {}): Knowledge {
  return {
    tiers: SAMPLE_TIERS,
    topics: SAMPLE_TOPICS,
    projectSteps: SAMPLE_STEPS,
    concepts: [],
    comparisons: [],
    troubleshooting: [],
    cloudRows: [],
    kubectlTasks: [],
    notes: [],
    ...more,
  };
}

export function makeIndex(knowledge: Knowledge = makeKnowledge()): KnowledgeIndex {
  return createKnowledgeIndex(knowledge);
}
