// The pace that a person really kept: hours of what they finished over the last weeks, by the same table as the plan.

import type { Knowledge } from '../knowledge/types.ts';
import { evidenceOf } from './evidence.ts';
import { PLAN_HOURS } from './plan-hours.ts';
import type { TopicShowing } from './review-counts.ts';
import { type StudyRecord, statusOf } from './study-record.ts';
import { PROJECT_STEP_HOURS, remainingHours } from './topic-hours.ts';
import { addDays, daysBetween, type StudyMoment, userDayOf } from './user-day.ts';

/** What was finished, and when; what was taken back since is not there. */
export type Accomplishment = { readonly atMs: number } & (
  | { readonly kind: 'focus'; readonly topicId: string; readonly focusId: string }
  | { readonly kind: 'step'; readonly stepId: string }
  /** The topic was set to done. `wasStarted`: it had been learning, so it was not simply known before. */
  | { readonly kind: 'topic'; readonly topicId: string; readonly wasStarted: boolean }
);

/** What the pace is told from, besides the accomplishments. */
export interface PaceFacts {
  readonly knowledge: Pick<Knowledge, 'topics' | 'projectSteps'>;
  readonly record: Pick<StudyRecord, 'statuses' | 'ticks' | 'studyDays'>;
  readonly showings: readonly TopicShowing[];
  readonly moment: StudyMoment;
}

export interface KeptPace {
  readonly hoursPerWeek: number;
  /** Whole weeks looked at, rounded. */
  readonly weeks: number;
}

/** Longer ago, it says nothing of the pace now. */
const LOOK_BACK_DAYS = 42;
/** Fewer days say nothing yet: a free weekend would count as a habit. */
const LEAST_DAYS = 14;
/** Less is a standstill, and no forecast comes of it. */
const LEAST_HOURS_PER_WEEK = 0.25;

/** From when on accomplishments matter to `keptPace`, epoch ms. */
export function paceHorizonMs(nowMs: number): number {
  return nowMs - (LOOK_BACK_DAYS + 2) * 86_400_000;
}

/**
 * The hours a week of topics, focus items and project steps finished in the last six weeks. The first day of study does
 * not count, since people tick off then what they knew before; nor do topics that were finished without a start.
 * @returns undefined while two weeks have not passed since that day, and when nothing was finished.
 */
export function keptPace(facts: PaceFacts, accomplished: readonly Accomplishment[]): KeptPace | undefined {
  const { userDay: today, timezone } = facts.moment;
  const firstDay = facts.record.studyDays[0]?.userDay;
  if (firstDay === undefined) return undefined;
  const earliest = addDays(today, 1 - LOOK_BACK_DAYS);
  const fromDay = firstDay >= earliest ? addDays(firstDay, 1) : earliest;
  const days = daysBetween(fromDay, today) + 1;
  if (days < LEAST_DAYS) return undefined;
  const recent = accomplished.filter(({ atMs }) => userDayOf(atMs, timezone) >= fromDay);
  const hoursPerWeek = (topicHoursOf(facts, recent) + stepHoursOf(facts, recent)) / (days / 7);
  if (hoursPerWeek < LEAST_HOURS_PER_WEEK) return undefined;
  return { hoursPerWeek: Math.min(hoursPerWeek, PLAN_HOURS.max), weeks: Math.round(days / 7) };
}

/** By how much what is left of the topics has become less. */
function topicHoursOf({ knowledge, record, showings }: PaceFacts, recent: readonly Accomplishment[]): number {
  let hours = 0;
  for (const topic of knowledge.topics) {
    const evidence = evidenceOf(topic, record, showings);
    const tickedSince = recent.filter(
      (each) =>
        each.kind === 'focus' && each.topicId === topic.id && topic.focus.some((item) => item.id === each.focusId),
    ).length;
    const finished = recent.find((each) => each.kind === 'topic' && each.topicId === topic.id);
    const isDone = statusOf(record, topic.id) === 'done';
    // Ticked after it was finished, for the record only.
    if (isDone && finished === undefined) continue;
    const before = remainingHours(topic, { ...evidence, ticked: evidence.ticked - tickedSince });
    const isStudied = isDone && finished?.kind === 'topic' && finished.wasStarted;
    hours += before - (isStudied ? 0 : remainingHours(topic, evidence));
  }
  return hours;
}

function stepHoursOf({ knowledge }: PaceFacts, recent: readonly Accomplishment[]): number {
  const steps = recent.filter(
    (each) => each.kind === 'step' && knowledge.projectSteps.some((step) => step.id === each.stepId),
  );
  return steps.length * PROJECT_STEP_HOURS;
}
