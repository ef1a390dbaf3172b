// A person's studies as commands need them: everything read at one instant, and each change with the day it counts for.

import type { Knowledge, KnowledgeIndex, KnowledgeSource, Topic } from '../knowledge/types.ts';
import { hoursUntilGoal } from './forecast.ts';
import { type KeptPace, keptPace, paceHorizonMs } from './kept-pace.ts';
import type { NextTopicInput } from './next-topic.ts';
import { chooseNextTopic, type NextTopic } from './next-topic-reasons.ts';
import type { ReviewCounts, TopicShowing } from './review-counts.ts';
import type { SavedPlan, StatusChange, StudyRecord, TopicStatus } from './study-record.ts';
import type { StudyStore, UndoOutcome } from './study-store.ts';
import { type StudyMoment, studyMomentOf } from './user-day.ts';

export interface StudyServiceDeps {
  readonly store: StudyStore;
  readonly knowledge: KnowledgeSource;
  readonly reviews: ReviewCounts;
  /** The zone the person has set, if any. */
  readonly timezoneOf: (personId: string) => Promise<string | undefined>;
  /** IANA zone for people who have set none. */
  readonly defaultTimezone: string;
}

/** One person's studies at one instant, beside the knowledge in force then. */
export interface StudyState {
  readonly personId: string;
  readonly index: KnowledgeIndex;
  readonly knowledge: Knowledge;
  readonly record: StudyRecord;
  readonly showings: readonly TopicShowing[];
  readonly moment: StudyMoment;
}

export interface StudyService {
  stateOf(personId: string, nowMs: number): Promise<StudyState>;
  setStatus(personId: string, topic: Topic, to: TopicStatus, nowMs: number): Promise<StatusChange | undefined>;
  undo(personId: string, changeId: number, nowMs: number): Promise<UndoOutcome>;
  /** Changes of the topic, newest first, without what was undone. */
  history(personId: string, topic: Topic, limit: number): Promise<readonly StatusChange[]>;
  /** Makes exactly `ticked` of the `shown` focus items ticked. */
  tickFocus(personId: string, topic: Topic, ticks: Ticks, nowMs: number): Promise<void>;
  tickSteps(personId: string, ticks: Ticks, nowMs: number): Promise<void>;
  choose(personId: string, topic: Topic, alternative: string, nowMs: number): Promise<void>;
  /** The pace that the person really kept over the last weeks; undefined while that says too little. */
  keptPaceOf(state: StudyState): Promise<KeptPace | undefined>;
  savePlan(personId: string, plan: SavedPlan): Promise<void>;
  readonly reviews: ReviewCounts;
}

/** Ids, all of one topic or all of the project. */
export interface Ticks {
  readonly shown: readonly string[];
  readonly ticked: readonly string[];
}

export function createStudyService(deps: StudyServiceDeps): StudyService {
  const { store } = deps;
  const momentOf = async (personId: string, nowMs: number): Promise<StudyMoment> =>
    studyMomentOf(nowMs, (await deps.timezoneOf(personId)) ?? deps.defaultTimezone);
  return {
    async stateOf(personId, nowMs) {
      const index = deps.knowledge.current();
      return {
        personId,
        index,
        knowledge: index.knowledge,
        record: await store.load(personId),
        showings: await deps.reviews.topicShowings(personId),
        moment: await momentOf(personId, nowMs),
      };
    },
    async setStatus(personId, topic, to, nowMs) {
      return store.setStatus({ personId, topicId: topic.id, to, moment: await momentOf(personId, nowMs) });
    },
    undo: (personId, changeId, nowMs) => store.undo(personId, changeId, nowMs),
    history: (personId, topic, limit) => store.history(personId, topic.id, limit),
    async tickFocus(personId, topic, ticks, nowMs) {
      await store.setFocusTicks({ personId, topicId: topic.id, ...ticks, moment: await momentOf(personId, nowMs) });
    },
    async tickSteps(personId, ticks, nowMs) {
      await store.setProjectTicks({ personId, ...ticks, moment: await momentOf(personId, nowMs) });
    },
    choose: (personId, topic, alternative, nowMs) => store.choose(personId, topic.id, alternative, nowMs),
    async keptPaceOf(state) {
      const { personId, moment } = state;
      return keptPace(state, await store.accomplishedSince(personId, paceHorizonMs(moment.atMs)));
    },
    savePlan: (personId, plan) => store.savePlan(personId, plan),
    reviews: deps.reviews,
  };
}

/** What comes next for the person, with its reasons. */
export function nextTopicOf(state: StudyState): NextTopic {
  return chooseNextTopic(nextTopicInput(state));
}

export function nextTopicInput(state: StudyState): NextTopicInput {
  const { knowledge, record, showings, moment } = state;
  return {
    tiers: knowledge.tiers,
    topics: knowledge.topics,
    record,
    showings,
    hoursUntilGoal: hoursUntilGoal(record.plan, moment.userDay),
  };
}
