// What one person said and did about their studies, as plain values; where it is kept is the store's business.

import type { StudyMoment } from './user-day.ts';

/** In the order in which a topic passes through them. */
export const TOPIC_STATUSES = ['todo', 'learning', 'done', 'skipped'] as const;

export type TopicStatus = (typeof TOPIC_STATUSES)[number];

export function isTopicStatus(text: string): text is TopicStatus {
  return TOPIC_STATUSES.some((status) => status === text);
}

/** A user-day with study in it. `atMs` of a moment is the last time that day; `firstAtMs` the first. */
export interface StudyDay extends StudyMoment {
  readonly firstAtMs: number;
  /** Answers, ticks, topics started or finished; at least 1. */
  readonly activities: number;
}

/** One change of a topic's status. */
export interface StatusChange {
  readonly id: number;
  readonly topicId: string;
  readonly from: TopicStatus;
  readonly to: TopicStatus;
  readonly changedAtMs: number;
}

/** The plan that the person asked for last. */
export interface SavedPlan {
  readonly hoursPerWeek: number;
  /** `YYYY-MM-DD`. */
  readonly startOn: string;
  /** The end that it promised when it was made, `YYYY-MM-DD`. */
  readonly endsOn: string;
  /** The day by which the person wants to be through, `YYYY-MM-DD`, if they have set one. */
  readonly goalOn: string | undefined;
  readonly madeAtMs: number;
}

/** Everything said by one person. May name topics, focus items and steps that the knowledge no longer has. */
export interface StudyRecord {
  /** Absent topics are `todo`. */
  readonly statuses: ReadonlyMap<string, TopicStatus>;
  /** Ticked focus ids by topic id. */
  readonly ticks: ReadonlyMap<string, ReadonlySet<string>>;
  /** Chosen alternative by topic id. */
  readonly choices: ReadonlyMap<string, string>;
  readonly tickedSteps: ReadonlySet<string>;
  /** Oldest first. */
  readonly studyDays: readonly StudyDay[];
  readonly plan: SavedPlan | undefined;
}

export const EMPTY_RECORD: StudyRecord = {
  statuses: new Map(),
  ticks: new Map(),
  choices: new Map(),
  tickedSteps: new Set(),
  studyDays: [],
  plan: undefined,
};

/** What the person says of a topic. */
export function statusOf(record: Pick<StudyRecord, 'statuses'>, topicId: string): TopicStatus {
  return record.statuses.get(topicId) ?? 'todo';
}
