// A person's progress summed up for `/progress`: tiers, topics, streak, cards due and the forecast, as plain values.

import type { Tier, Topic } from '../knowledge/types.ts';
import { evidenceOf, type TopicEvidence } from './evidence.ts';
import { type Forecast, forecastEnd } from './forecast.ts';
import type { KeptPace } from './kept-pace.ts';
import { openHours } from './next-topic.ts';
import { type Streak, streakOf } from './streak.ts';
import { type StudyDay, statusOf, type TopicStatus } from './study-record.ts';
import type { StudyState } from './study-service.ts';
import { PROJECT_STEP_HOURS, topicHours } from './topic-hours.ts';
import { addDays, daysBetween, userDayOf } from './user-day.ts';

/** Weeks of study days shown in the calendar, the current one included. */
export const CALENDAR_WEEKS = 26;
/** User-days of cards due shown, today included. */
export const DUE_DAYS = 14;

export interface TopicProgress {
  readonly topic: Topic;
  readonly status: TopicStatus;
  readonly evidence: TopicEvidence;
  /** From 0 to 1: done is 1, skipped 0, others the share of focus items ticked. */
  readonly share: number;
}

/** Topics counted by what became of them. */
export interface TopicCounts {
  readonly done: number;
  readonly skipped: number;
  readonly total: number;
}

export interface TierProgress {
  readonly tier: Tier;
  readonly topics: readonly TopicProgress[];
  readonly counts: TopicCounts;
  /** From 0 to 1 of what is not skipped, topics weighted by their hours; 0 when all is skipped. */
  readonly share: number;
}

export interface Progress {
  /** In order of rank; tiers without topics are left out. */
  readonly tiers: readonly TierProgress[];
  readonly counts: TopicCounts;
  readonly closedSteps: number;
  readonly totalSteps: number;
  readonly streak: Streak;
  /** Every user-day with study, oldest first. */
  readonly studyDays: readonly StudyDay[];
  readonly today: string;
  readonly dueNow: number;
  /** Cards coming due on each of DUE_DAYS user-days from today; overdue ones count today. */
  readonly dueByDay: readonly number[];
  readonly forecast: Forecast;
}

/**
 * @param dueInstants when cards are due, epoch ms, in any order.
 * @param kept the pace really kept, where enough is known of it.
 */
export function progressOf(state: StudyState, dueInstants: readonly number[], kept?: KeptPace): Progress {
  const { knowledge, record, moment } = state;
  const topics = knowledge.topics.map((topic) => topicProgress(topic, state));
  const tiers = knowledge.tiers.map((tier) => tierProgress(tier, topics)).filter((tier) => tier.topics.length > 0);
  const openSteps = knowledge.projectSteps.filter((step) => !record.tickedSteps.has(step.id)).length;
  const hoursLeft = openHours({ topics: knowledge.topics, record, showings: state.showings });
  return {
    tiers,
    counts: countTopics(topics),
    closedSteps: knowledge.projectSteps.length - openSteps,
    totalSteps: knowledge.projectSteps.length,
    streak: streakOf(record.studyDays, moment),
    studyDays: record.studyDays,
    today: moment.userDay,
    dueNow: dueInstants.filter((dueAtMs) => dueAtMs <= moment.atMs).length,
    dueByDay: countByDay(dueInstants, moment.userDay, moment.timezone),
    forecast: forecastEnd(hoursLeft + openSteps * PROJECT_STEP_HOURS, record.plan, moment.userDay, kept),
  };
}

/** First instant after the last day that `dueByDay` shows, roughly: callers fetch what is due until then. */
export function dueHorizonMs(nowMs: number): number {
  return nowMs + (DUE_DAYS + 1) * 24 * 60 * 60 * 1000;
}

function topicProgress(topic: Topic, state: StudyState): TopicProgress {
  const status = statusOf(state.record, topic.id);
  const evidence = evidenceOf(topic, state.record, state.showings);
  const ticked = evidence.focusTotal === 0 ? 0 : evidence.ticked / evidence.focusTotal;
  return { topic, status, evidence, share: status === 'done' ? 1 : status === 'skipped' ? 0 : ticked };
}

function tierProgress(tier: Tier, all: readonly TopicProgress[]): TierProgress {
  const topics = all.filter(({ topic }) => topic.tierId === tier.id);
  const kept = topics.filter(({ status }) => status !== 'skipped');
  const hours = kept.reduce((sum, { topic }) => sum + topicHours(topic).hours, 0);
  const done = kept.reduce((sum, { topic, share }) => sum + share * topicHours(topic).hours, 0);
  return { tier, topics, counts: countTopics(topics), share: hours === 0 ? 0 : done / hours };
}

function countTopics(topics: readonly TopicProgress[]): TopicCounts {
  const withStatus = (wanted: TopicStatus): number => topics.filter(({ status }) => status === wanted).length;
  return { done: withStatus('done'), skipped: withStatus('skipped'), total: topics.length };
}

function countByDay(dueInstants: readonly number[], today: string, timezone: string): readonly number[] {
  const counts = Array.from({ length: DUE_DAYS }, () => 0);
  for (const dueAtMs of dueInstants) {
    const index = Math.max(0, daysBetween(today, userDayOf(dueAtMs, timezone)));
    if (index < counts.length) counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

/** Monday of the week that a `YYYY-MM-DD` lies in. */
export function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}
