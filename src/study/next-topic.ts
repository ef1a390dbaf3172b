// Which topic comes next: a pure rule over the list and what the person said and showed; next-topic-reasons.ts explains it.

import type { Tier, Topic } from '../knowledge/types.ts';
import { evidenceOf } from './evidence.ts';
import type { TopicShowing } from './review-counts.ts';
import { type StudyRecord, statusOf } from './study-record.ts';
import { remainingHours } from './topic-hours.ts';

export interface NextTopicInput {
  readonly tiers: readonly Tier[];
  readonly topics: readonly Topic[];
  readonly record: Pick<StudyRecord, 'statuses' | 'ticks' | 'choices'>;
  readonly showings: readonly TopicShowing[];
  /** Hours that the person's plan leaves until their goal date; undefined without a goal. */
  readonly hoursUntilGoal: number | undefined;
}

/** `refresh`: the person finished it, but their quiz answers say otherwise. */
export type Purpose = 'learn' | 'refresh';

/**
 * Why a candidate stands where it stands; a lower group comes first. `afterAll` holds refreshes that wait because the goal
 * date leaves fewer hours than the open topics need.
 */
export const GROUPS = { started: 0, neededByStarted: 1, inOrder: 2, afterAll: 3 } as const;

export interface Candidate {
  readonly topic: Topic;
  readonly purpose: Purpose;
  readonly group: (typeof GROUPS)[keyof typeof GROUPS];
}

/**
 * What may be studied now, best first: group, then tier, then (within a tier) open topics before refreshes, then, when the
 * goal date presses, what can be finished by it before what cannot, then the order of the list. No candidate has an open prerequisite. Empty when nothing is open, or the open ones wait for one another.
 */
export function rankCandidates(input: NextTopicInput): readonly Candidate[] {
  const tierRanks = new Map(input.tiers.map((tier) => [tier.id, tier.rank]));
  const needed = neededByStarted(input);
  const isPressed = isGoalPressing(input);
  const rank = ({ topic, group, purpose }: Candidate): readonly number[] => [
    group,
    tierRanks.get(topic.tierId) ?? Number.MAX_SAFE_INTEGER,
    purpose === 'learn' ? 0 : 1,
    isPressed && !fitsBeforeGoal(topic, input) ? 1 : 0,
    topic.order,
  ];
  return input.topics
    .flatMap((topic) => toCandidate(topic, input, needed, isPressed))
    .sort((left, right) => compareRanks(rank(left), rank(right)));
}

/** Prerequisites of a topic that are on the list and neither done nor skipped. */
export function openPrerequisites(topic: Topic, input: Pick<NextTopicInput, 'topics' | 'record'>): readonly Topic[] {
  return input.topics.filter((other) => topic.prerequisiteIds.includes(other.id) && isOpen(other, input.record));
}

/** Neither done nor skipped. */
export function isOpen(topic: Topic, record: Pick<StudyRecord, 'statuses'>): boolean {
  const status = statusOf(record, topic.id);
  return status === 'todo' || status === 'learning';
}

/** Whether the open topics need more hours than the plan leaves until its goal date. */
export function isGoalPressing(input: NextTopicInput): boolean {
  if (input.hoursUntilGoal === undefined) return false;
  return openHours(input) > input.hoursUntilGoal;
}

/** Whether the topic alone can be finished by the goal date. */
export function fitsBeforeGoal(topic: Topic, input: NextTopicInput): boolean {
  const evidence = evidenceOf(topic, input.record, input.showings);
  return remainingHours(topic, evidence) <= (input.hoursUntilGoal ?? Number.POSITIVE_INFINITY);
}

/** Hours that the open topics of the list still take, without the capstone project. */
export function openHours(input: Pick<NextTopicInput, 'topics' | 'record' | 'showings'>): number {
  return input.topics
    .filter((topic) => isOpen(topic, input.record))
    .reduce((sum, topic) => sum + remainingHours(topic, evidenceOf(topic, input.record, input.showings)), 0);
}

/** The person's pick of the alternatives, if the list still has it. */
export function chosenAlternative(topic: Topic, record: Pick<StudyRecord, 'choices'>): string | undefined {
  const choice = record.choices.get(topic.id);
  return topic.alternatives.find((alternative) => alternative === choice);
}

function toCandidate(
  topic: Topic,
  input: NextTopicInput,
  needed: ReadonlySet<string>,
  isPressed: boolean,
): readonly Candidate[] {
  const status = statusOf(input.record, topic.id);
  if (openPrerequisites(topic, input).length > 0) return [];
  if (status === 'learning') return [{ topic, purpose: 'learn', group: GROUPS.started }];
  if (status === 'todo') {
    return [{ topic, purpose: 'learn', group: needed.has(topic.id) ? GROUPS.neededByStarted : GROUPS.inOrder }];
  }
  if (status === 'done' && evidenceOf(topic, input.record, input.showings).isWeak) {
    return [{ topic, purpose: 'refresh', group: isPressed ? GROUPS.afterAll : GROUPS.inOrder }];
  }
  return [];
}

/** Ids of all that started topics wait for, directly or through others. */
function neededByStarted(input: Pick<NextTopicInput, 'topics' | 'record'>): ReadonlySet<string> {
  const needed = new Set<string>();
  const waiting = input.topics.filter((topic) => statusOf(input.record, topic.id) === 'learning');
  for (let topic = waiting.pop(); topic !== undefined; topic = waiting.pop()) {
    for (const prerequisite of openPrerequisites(topic, input)) {
      if (needed.has(prerequisite.id)) continue;
      needed.add(prerequisite.id);
      waiting.push(prerequisite);
    }
  }
  return needed;
}

function compareRanks(left: readonly number[], right: readonly number[]): number {
  for (const [index, value] of left.entries()) {
    const difference = value - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
