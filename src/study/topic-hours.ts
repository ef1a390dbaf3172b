// How many hours a topic takes: the one documented table from difficulty to hours, which plan and forecast share.

import type { Difficulty, DifficultyLevel, Topic } from '../knowledge/types.ts';

/**
 * Hours of study from nothing to working knowledge, by difficulty. A convention of this project, anchored at what the
 * owner's list says itself ("Easy … a few days of dedicated practice", "Easy to Medium … a week or two");
 * docs/decisions/0002-difficulty-to-hours.md has the reasoning.
 */
export const HOURS_BY_DIFFICULTY: Readonly<Record<DifficultyLevel, number>> = { easy: 16, medium: 40, high: 64 };

/** Hours for one step of the capstone project, which has no difficulty in the list. */
export const PROJECT_STEP_HOURS = 6;

/** `basis` says where the figure comes from: stated in the list, looked up by difficulty, or assumed medium. */
export interface TopicHours {
  readonly hours: number;
  readonly basis: 'stated' | 'difficulty' | 'assumed';
}

/** The whole topic, whatever was done of it. A range counts as its middle. */
export function topicHours(topic: Pick<Topic, 'difficulty' | 'effortHours'>): TopicHours {
  if (topic.effortHours !== undefined) {
    return { hours: (topic.effortHours.low + topic.effortHours.high) / 2, basis: 'stated' };
  }
  if (topic.difficulty !== undefined) return { hours: hoursOfDifficulty(topic.difficulty), basis: 'difficulty' };
  return { hours: HOURS_BY_DIFFICULTY.medium, basis: 'assumed' };
}

/** What is left of an open topic when some of its focus items are ticked; at least a tenth, since it is not finished. */
export function remainingHours(
  topic: Pick<Topic, 'difficulty' | 'effortHours'>,
  evidence: { readonly ticked: number; readonly focusTotal: number },
): number {
  const { hours } = topicHours(topic);
  if (evidence.focusTotal === 0) return hours;
  return hours * Math.max(0.1, 1 - evidence.ticked / evidence.focusTotal);
}

function hoursOfDifficulty(difficulty: Difficulty): number {
  return (HOURS_BY_DIFFICULTY[difficulty.low] + HOURS_BY_DIFFICULTY[difficulty.high]) / 2;
}
