// What readers hand over: entries whose references to others are still names. `resolve-references.ts` makes them ids.

import type {
  CloudRow,
  Comparison,
  Concept,
  KubectlTask,
  Note,
  ProjectStep,
  Rename,
  Tier,
  Topic,
  Troubleshooting,
} from '../types.ts';

/** A name of another entry, as written. */
export interface Reference {
  readonly text: string;
  readonly line: number;
  /** False for what was gathered from prose, where an unknown name is no fault. */
  readonly required: boolean;
}

export interface TopicDraft {
  readonly topic: Omit<Topic, 'order' | 'prerequisiteIds'>;
  readonly prerequisites: readonly Reference[];
}

export interface StepDraft {
  readonly step: Omit<ProjectStep, 'topicIds'>;
  /** Empty: the topics are those that the step names. */
  readonly topics: readonly Reference[];
}

export interface ConceptDraft {
  readonly concept: Omit<Concept, 'relatedIds' | 'topicId'>;
  readonly related: readonly Reference[];
  readonly topic?: Reference;
}

export interface ComparisonDraft {
  readonly comparison: Omit<Comparison, 'leftId' | 'rightId'>;
  readonly left: Reference;
  readonly right: Reference;
}

export interface TroubleshootingDraft {
  readonly troubleshooting: Omit<Troubleshooting, 'topicId'>;
  readonly topic?: Reference;
}

export interface KubectlDraft {
  readonly task: Omit<KubectlTask, 'topicId'>;
  readonly topic?: Reference;
}

/** Grows while files are read; in the order of the files. */
export interface Drafts {
  readonly tiers: Tier[];
  readonly topics: TopicDraft[];
  readonly steps: StepDraft[];
  readonly concepts: ConceptDraft[];
  readonly comparisons: ComparisonDraft[];
  readonly troubleshooting: TroubleshootingDraft[];
  readonly kubectlTasks: KubectlDraft[];
  readonly cloudRows: CloudRow[];
  readonly notes: Note[];
  readonly renames: Rename[];
  tableCount: number;
}

export function createDrafts(): Drafts {
  return {
    tiers: [],
    topics: [],
    steps: [],
    concepts: [],
    comparisons: [],
    troubleshooting: [],
    kubectlTasks: [],
    cloudRows: [],
    notes: [],
    renames: [],
    tableCount: 0,
  };
}
