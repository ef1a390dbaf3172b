// The plan: what is still open, laid out over weeks in the order in which `/next-topic` would name it. Pure; no dates are kept.

import type { FocusItem, ProjectStep, Topic } from '../knowledge/types.ts';
import { evidenceOf } from './evidence.ts';
import { forecastEnd, hoursUntilGoal } from './forecast.ts';
import { isOpen, type NextTopicInput, rankCandidates } from './next-topic.ts';
import type { StudyState } from './study-service.ts';
import { PROJECT_STEP_HOURS, remainingHours } from './topic-hours.ts';
import { addDays } from './user-day.ts';

/** Less than this is a rounding error of adding hours up, not something to plan. */
const EPSILON_HOURS = 1e-6;

/** Something to study as a whole. */
export type PlanItem =
  | { readonly kind: 'topic'; readonly topic: Topic; readonly hours: number; readonly focus: readonly FocusItem[] }
  | { readonly kind: 'step'; readonly step: ProjectStep; readonly hours: number };

/** The part of an item that falls into one week. */
export interface PlanEntry {
  readonly item: PlanItem;
  readonly hours: number;
  /** Focus items begun in this part; empty for steps. */
  readonly focus: readonly FocusItem[];
  /** First and last day, `YYYY-MM-DD`, both included: the part's share of its week. */
  readonly startOn: string;
  readonly endOn: string;
  /** From 1; an item over three weeks has the parts 1 to 3. */
  readonly part: number;
  readonly parts: number;
}

export interface PlanWeek {
  /** From 1. */
  readonly number: number;
  /** First and last day, `YYYY-MM-DD`, both included. */
  readonly startOn: string;
  readonly endOn: string;
  readonly entries: readonly PlanEntry[];
}

export interface Plan {
  readonly hoursPerWeek: number;
  readonly startOn: string;
  readonly totalHours: number;
  readonly weeks: readonly PlanWeek[];
  /** Last day of the last entry; undefined for an empty plan. */
  readonly endOn: string | undefined;
}

/** `too-long`: at that pace it would take over ten years. */
export type PlanOutcome =
  | { readonly kind: 'plan'; readonly plan: Plan }
  | { readonly kind: 'nothing-left' }
  | { readonly kind: 'too-long'; readonly totalHours: number };

/**
 * Lays out everything open from `startOn` at so many hours a week, each topic and step in one piece after the other, with
 * an eye to the goal date that the person's last plan has.
 * @param hoursPerWeek within PLAN_HOURS.
 * @param startOn `YYYY-MM-DD`; weeks run from its weekday.
 */
export function planStudies(state: StudyState, hoursPerWeek: number, startOn: string): PlanOutcome {
  const { plan: saved } = state.record;
  const pace = { hoursPerWeek, startOn, goalOn: saved?.goalOn };
  const items = openItems(state, hoursUntilGoal(pace, state.moment.userDay));
  const totalHours = items.reduce((sum, item) => sum + item.hours, 0);
  if (items.length === 0) return { kind: 'nothing-left' };
  const { endsOn } = forecastEnd(
    totalHours,
    { hoursPerWeek, startOn, endsOn: startOn, goalOn: undefined, madeAtMs: 0 },
    startOn,
  );
  if (endsOn === undefined) return { kind: 'too-long', totalHours };
  const weeks = toWeeks(items, hoursPerWeek, startOn);
  return {
    kind: 'plan',
    plan: { hoursPerWeek, startOn, totalHours, weeks, endOn: weeks.at(-1)?.entries.at(-1)?.endOn },
  };
}

/**
 * Open topics in the order in which they will be named as each is finished, every step of the project as soon as its topics
 * and the steps before it are behind.
 */
function openItems(state: StudyState, goalHours: number | undefined): readonly PlanItem[] {
  const { knowledge, record } = state;
  const topics = orderTopics(state, goalHours);
  const items: PlanItem[] = [];
  const waiting = new Set(topics.map((topic) => topic.id));
  const steps = knowledge.projectSteps.filter((step) => !record.tickedSteps.has(step.id));
  const takeReadySteps = (): void => {
    for (let step = steps[0]; step !== undefined && isReady(step, waiting); step = steps[0]) {
      items.push({ kind: 'step', step, hours: PROJECT_STEP_HOURS });
      steps.shift();
    }
  };
  for (const topic of topics) {
    // What the list does not need first goes with the first topic, not before anything was learnt.
    if (items.length > 0) takeReadySteps();
    items.push(topicItem(topic, state));
    waiting.delete(topic.id);
  }
  takeReadySteps();
  return items;
}

function isReady(step: ProjectStep, waiting: ReadonlySet<string>): boolean {
  return step.topicIds.every((id) => !waiting.has(id));
}

function topicItem(topic: Topic, state: StudyState): PlanItem {
  const evidence = evidenceOf(topic, state.record, state.showings);
  const ticks = state.record.ticks.get(topic.id);
  return {
    kind: 'topic',
    topic,
    hours: remainingHours(topic, evidence),
    focus: topic.focus.filter((item) => !(ticks?.has(item.id) ?? false)),
  };
}

/**
 * Asks the next-topic rule again and again, as if each answer were finished in its hours; topics that wait for one another
 * come last.
 */
function orderTopics({ knowledge, record, showings }: StudyState, goalHours: number | undefined): readonly Topic[] {
  const statuses = new Map(record.statuses);
  const input: NextTopicInput = {
    tiers: knowledge.tiers,
    topics: knowledge.topics,
    record: { ...record, statuses },
    showings: [],
    hoursUntilGoal: undefined,
  };
  const ordered: Topic[] = [];
  let plannedHours = 0;
  for (;;) {
    const left = goalHours === undefined ? undefined : Math.max(0, goalHours - plannedHours);
    const [next] = rankCandidates({ ...input, hoursUntilGoal: left });
    if (next === undefined) break;
    ordered.push(next.topic);
    plannedHours += remainingHours(next.topic, evidenceOf(next.topic, record, showings));
    statuses.set(next.topic.id, 'done');
  }
  return [...ordered, ...knowledge.topics.filter((topic) => isOpen(topic, { statuses }))];
}

interface Part {
  readonly item: PlanItem;
  readonly week: number;
  /** Hours from the start of the item. */
  readonly fromHours: number;
  readonly hours: number;
  /** Hours from the start of the week. */
  readonly weekFromHours: number;
}

function toWeeks(items: readonly PlanItem[], hoursPerWeek: number, startOn: string): readonly PlanWeek[] {
  const parts = splitOverWeeks(items, hoursPerWeek);
  const weeks: PlanWeek[] = [];
  for (let week = 0; week <= (parts.at(-1)?.week ?? -1); week += 1) {
    const weekStartOn = addDays(startOn, week * 7);
    weeks.push({
      number: week + 1,
      startOn: weekStartOn,
      endOn: addDays(weekStartOn, 6),
      entries: parts
        .filter((part) => part.week === week)
        .map((part) => toEntry(part, parts, hoursPerWeek, weekStartOn)),
    });
  }
  return weeks;
}

function splitOverWeeks(items: readonly PlanItem[], hoursPerWeek: number): readonly Part[] {
  const parts: Part[] = [];
  let week = 0;
  let used = 0;
  for (const item of items) {
    for (let from = 0; item.hours - from > EPSILON_HOURS; ) {
      if (hoursPerWeek - used <= EPSILON_HOURS) {
        week += 1;
        used = 0;
      }
      const hours = Math.min(item.hours - from, hoursPerWeek - used);
      parts.push({ item, week, fromHours: from, hours, weekFromHours: used });
      from += hours;
      used += hours;
    }
  }
  return parts;
}

function toEntry(part: Part, all: readonly Part[], hoursPerWeek: number, weekStartOn: string): PlanEntry {
  const { item } = part;
  const ofItem = all.filter((other) => other.item === item);
  const dayAt = (hours: number): number => (hours / hoursPerWeek) * 7;
  const firstDay = Math.min(6, Math.floor(dayAt(part.weekFromHours) + EPSILON_HOURS));
  const lastDay = Math.max(firstDay, Math.ceil(dayAt(part.weekFromHours + part.hours) - EPSILON_HOURS) - 1);
  return {
    item,
    hours: part.hours,
    focus: item.kind === 'topic' ? focusBegunIn(part, item) : [],
    startOn: addDays(weekStartOn, firstDay),
    endOn: addDays(weekStartOn, lastDay),
    part: ofItem.indexOf(part) + 1,
    parts: ofItem.length,
  };
}

/** The item's focus list runs evenly through its hours. */
function focusBegunIn(part: Part, item: Extract<PlanItem, { kind: 'topic' }>): readonly FocusItem[] {
  const until = part.fromHours + part.hours;
  return item.focus.filter((_, index) => {
    const begins = (index / item.focus.length) * item.hours;
    return begins >= part.fromHours - EPSILON_HOURS && begins < until - EPSILON_HOURS;
  });
}
