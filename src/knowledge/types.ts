// What the bot knows, typed: the list of skills and the knowledge behind it, each fact with the place it was read from.

/** Where a fact stands. */
export interface SourcePlace {
  /** Path relative to the knowledge folder, with `/`. */
  readonly file: string;
  /** Headings above it, outermost first; empty before the first heading. */
  readonly headings: readonly string[];
  /** 1-based. */
  readonly line: number;
}

interface Sourced {
  readonly place: SourcePlace;
}

/** A public page behind a fact, and the day it was last held against it (`YYYY-MM-DD`). */
export interface PublicSource {
  readonly url: string;
  readonly reviewedOn?: string;
}

export interface Tier extends Sourced {
  /** Stable, kebab-case. */
  readonly id: string;
  /** 1 is the first to learn. */
  readonly rank: number;
  /** As shown, e.g. `High priority`. */
  readonly title: string;
  /** What stands behind the title in brackets, e.g. `Significant Impact, …`. */
  readonly note?: string;
}

export type DifficultyLevel = 'easy' | 'medium' | 'high';

/** From the easiest to the hardest level named; both are the same where one is named. */
export interface Difficulty {
  readonly low: DifficultyLevel;
  readonly high: DifficultyLevel;
  /** The words behind it, without the level, where there are any. */
  readonly note?: string;
}

/** One thing to tick off within a topic. */
export interface FocusItem extends Sourced {
  /** Unique within its topic, stable under small edits of the text. */
  readonly id: string;
  readonly text: string;
}

export interface Topic extends Sourced {
  /** Stable, kebab-case; kept when the title changes. */
  readonly id: string;
  /** As written in the list. */
  readonly title: string;
  /** Without brackets and additions, e.g. `Kubernetes`. */
  readonly shortTitle: string;
  readonly aliases: readonly string[];
  readonly tierId: string;
  /** Position in the whole list, from 0. */
  readonly order: number;
  readonly focus: readonly FocusItem[];
  readonly why?: string;
  readonly difficulty?: Difficulty;
  /** The effort in the list's own words, e.g. `A week or two of dedicated practice`. */
  readonly effort?: string;
  /** Hours of study where the list states an effort, low and high; days and weeks by the table in `reading/effort.ts`. */
  readonly effortHours?: { readonly low: number; readonly high: number };
  /** Two or more names where the list says to choose one; else empty. */
  readonly alternatives: readonly string[];
  /** Ids of topics to know first. */
  readonly prerequisiteIds: readonly string[];
}

/** One step of the capstone project. */
export interface ProjectStep extends Sourced {
  readonly id: string;
  readonly text: string;
  /** Topics that the step needs. */
  readonly topicIds: readonly string[];
}

/** A concept or a glossary term. */
export interface Concept extends Sourced {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  /** Names that several entries go by; the first of them answers, the others are offered beside it. */
  readonly sharedAliases?: readonly string[];
  /** The two-sentence answer. */
  readonly summary: string;
  readonly useWhen?: string;
  readonly notFor?: string;
  readonly relates?: string;
  /** Markdown, may hold a code fence. */
  readonly example?: string;
  readonly relatedIds: readonly string[];
  readonly topicId?: string;
  /** True for a term of a glossary line (`term = meaning`), which has nothing but its summary. */
  readonly isGlossaryTerm?: boolean;
  readonly source?: PublicSource;
}

/** A written rule of thumb for two concepts that people mix up. */
export interface Comparison extends Sourced {
  readonly id: string;
  readonly leftId: string;
  readonly rightId: string;
  readonly ruleOfThumb: string;
  readonly source?: PublicSource;
}

export interface Troubleshooting extends Sourced {
  readonly id: string;
  /** The symptom as it is pasted, e.g. `CrashLoopBackOff`. */
  readonly title: string;
  readonly aliases: readonly string[];
  readonly meaning: string;
  readonly firstCommand: string;
  /** In order of likelihood. */
  readonly causes: readonly string[];
  readonly fixes: readonly string[];
  readonly topicId?: string;
  readonly source?: PublicSource;
}

export type CloudProvider = 'aws' | 'azure' | 'gcp';
/** How far two services do the same. `none`: the provider has nothing of the kind. */
export type ParityGrade = 'same' | 'partial' | 'none';

export interface CloudService {
  readonly name: string;
  /** Short forms and former names, e.g. `AKS`. */
  readonly aliases: readonly string[];
  readonly formerNames: readonly string[];
}

/** One row of services that answer the same need. */
export interface CloudRow extends Sourced {
  readonly id: string;
  /** The need, e.g. `Managed Kubernetes`. */
  readonly need: string;
  /** Other names of the need. */
  readonly aliases?: readonly string[];
  readonly services: { readonly [P in CloudProvider]?: CloudService };
  /** Grade between the two providers, keys in alphabetical order, e.g. `aws-azure`. Absent: not graded in the source. */
  readonly grades: { readonly [pair: string]: ParityGrade };
  /** What differs in a way that hurts. */
  readonly difference?: string;
  /** How it is usually reached, and how data usually gets in (where the source's table says). */
  readonly accessInterface?: string;
  readonly pipelineApproach?: string;
  readonly source?: PublicSource;
}

/** A kubectl command line, as a reference entry and as material for cards. */
export interface KubectlTask extends Sourced {
  readonly id: string;
  /** Short name of the task, e.g. `Restart a deployment`; absent where the source gives the command alone. */
  readonly title?: string;
  /** What the command achieves, in words, with `{parameter}` marks; absent where the source gives the command alone. */
  readonly goal?: string;
  /** The command line with `{parameter}` marks. */
  readonly command: string;
  /** The line as its file has it, where a misspelt word was mended on reading. */
  readonly writtenAs?: string;
  /** Other lines that count, beyond what is equivalent by meaning. */
  readonly accepted: readonly string[];
  /** Values to draw for each parameter. */
  readonly parameters: Readonly<Record<string, readonly string[]>>;
  /** What each part does. */
  readonly explanation?: string;
  /** First kubectl version it holds for, e.g. `1.24`. */
  readonly sinceVersion?: string;
  readonly aliases: readonly string[];
  readonly topicId?: string;
  readonly source?: PublicSource;
}

/** A loose paragraph kept as knowledge under its heading. */
export interface Note extends Sourced {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly text: string;
}

export type FaultSeverity = 'fault' | 'notice';

/** Something wrong in a file. A `fault` keeps the folder from loading; a `notice` is worth a look. */
export interface KnowledgeFault {
  readonly severity: FaultSeverity;
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** An id that people's progress or cards hang on, and what it is called now. */
export interface Rename extends Sourced {
  readonly subject: 'topic' | 'focus' | 'step' | 'concept' | 'kubectl' | 'cloud';
  /** For `focus`: `topic-id/focus-id`. */
  readonly from: string;
  readonly to: string;
}

export interface Knowledge {
  /** In the order of the files. */
  readonly renames?: readonly Rename[];
  /** How many tables were read. */
  readonly tableCount?: number;
  /** In order of rank. */
  readonly tiers: readonly Tier[];
  /** In the order of the list. */
  readonly topics: readonly Topic[];
  readonly projectSteps: readonly ProjectStep[];
  readonly concepts: readonly Concept[];
  readonly comparisons: readonly Comparison[];
  readonly troubleshooting: readonly Troubleshooting[];
  readonly cloudRows: readonly CloudRow[];
  readonly kubectlTasks: readonly KubectlTask[];
  readonly notes: readonly Note[];
}

/** Anything that `/explain` can show. */
export type KnowledgeEntry =
  | { readonly kind: 'concept'; readonly concept: Concept }
  | { readonly kind: 'topic'; readonly topic: Topic }
  | { readonly kind: 'troubleshooting'; readonly troubleshooting: Troubleshooting }
  | { readonly kind: 'kubectl'; readonly task: KubectlTask }
  /** `provider` is set where one service of the row was asked for by its name. */
  | { readonly kind: 'cloud'; readonly row: CloudRow; readonly provider?: CloudProvider }
  | { readonly kind: 'note'; readonly note: Note };

/** The answer to a query. `near` holds at most three titles. */
export type LookupResult =
  | { readonly kind: 'entry'; readonly entry: KnowledgeEntry; readonly near: readonly string[] }
  | {
      readonly kind: 'comparison';
      readonly left: KnowledgeEntry;
      readonly right: KnowledgeEntry;
      readonly ruleOfThumb?: Comparison;
    }
  /** One side of an "X vs Y" is known, the other is not. */
  | {
      readonly kind: 'half-known';
      readonly known: KnowledgeEntry;
      readonly unknown: string;
      readonly near: readonly string[];
    }
  | { readonly kind: 'unknown'; readonly near: readonly string[] };

/** What `/cloud` finds. */
export type CloudLookup =
  | {
      readonly kind: 'found';
      /** Every row the named service stands in, best first, with the provider it belongs to; no provider: the need was named. */
      readonly matches: readonly { readonly row: CloudRow; readonly provider: CloudProvider | undefined }[];
    }
  | { readonly kind: 'unknown'; readonly near: readonly string[] };

/** Knowledge that can be asked. Pure and immutable: a reload makes a new one. */
export interface KnowledgeIndex {
  readonly knowledge: Knowledge;
  lookUp(query: string): LookupResult;
  /** Entries that a longer text names, best first: symptoms, then names by how telling they are. */
  findInText(text: string, limit: number): readonly KnowledgeEntry[];
  /** Titles for autocomplete, best first; with an empty query the most useful ones. */
  suggest(query: string, limit: number): readonly string[];
  mapService(service: string): CloudLookup;
  suggestServices(query: string, limit: number): readonly string[];
  /** Finds a topic by id, title, short title or alias, whatever the case; undefined when none or more than one fits. */
  findTopic(name: string): Topic | undefined;
  suggestTopics(query: string, limit: number): readonly Topic[];
}

/** The knowledge in force. `current()` changes when files change and load without a fault. */
export interface KnowledgeSource {
  current(): KnowledgeIndex;
}
