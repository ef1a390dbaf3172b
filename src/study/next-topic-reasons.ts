// Why a topic comes next, and what would change that, as data: at most three of each, every one checked against the rule.

import type { Tier, Topic } from '../knowledge/types.ts';
import { cardsUntilStrong, evidenceOf } from './evidence.ts';
import {
  type Candidate,
  chosenAlternative,
  GROUPS,
  isGoalPressing,
  isOpen,
  type NextTopicInput,
  openPrerequisites,
  type Purpose,
  rankCandidates,
} from './next-topic.ts';
import { statusOf, type TopicStatus } from './study-record.ts';

/** At most this many reasons, and as many ways to change them, are told. */
const TOLD = 3;

export type Reason =
  | { readonly kind: 'started'; readonly ticked: number; readonly focusTotal: number }
  /** A started topic waits for it. */
  | { readonly kind: 'needed-by-started'; readonly started: Topic }
  /** Finished, but so many of the cards were last answered right. */
  | { readonly kind: 'weak-evidence'; readonly right: number; readonly answered: number }
  /** First of the tier that can be taken up. `earlier`: whether tiers before it exist, and whether anything is open there. */
  | {
      readonly kind: 'first-in-tier';
      readonly tier: Tier;
      readonly openInTier: number;
      readonly earlier: 'none' | 'closed' | 'waiting';
    }
  /** Nothing in its tier can be taken up, and a refresh comes before the next tier. */
  | { readonly kind: 'refresh-before-next-tier'; readonly tier: Tier }
  /** Its tier is not on the list: a fault there, and then the list's order decides. */
  | { readonly kind: 'list-order' }
  | { readonly kind: 'prerequisites-met'; readonly met: readonly Topic[] }
  /** Open topics that wait for it. */
  | { readonly kind: 'unlocks'; readonly topics: readonly Topic[] }
  /** The goal date leaves fewer hours than the open topics need, so refreshing waits. */
  | { readonly kind: 'goal-presses'; readonly postponed: number }
  /** It can be finished in the hours until the goal date; `instead`, which would come first otherwise, cannot. */
  | { readonly kind: 'fits-goal'; readonly hoursUntilGoal: number; readonly instead: Topic };

export type Change =
  /** Finishing or skipping it brings `next`; undefined: nothing is left. */
  | { readonly kind: 'finish'; readonly next: Topic | undefined }
  /** Starting this one puts it first. */
  | { readonly kind: 'start'; readonly topic: Topic }
  /** This one would come first if `missing` were done. */
  | { readonly kind: 'unblock'; readonly topic: Topic; readonly missing: readonly Topic[] }
  /** Without the goal date this one would come first. */
  | { readonly kind: 'without-goal'; readonly topic: Topic }
  /** That many more cards answered right take the refresh off. */
  | { readonly kind: 'answer-right'; readonly cards: number };

interface Told {
  readonly reasons: readonly Reason[];
  readonly changes: readonly Change[];
}

/** `choose`: the topic comes next, and one of its alternatives must be picked first. */
export type NextTopic =
  | (Told & {
      readonly kind: 'topic';
      readonly topic: Topic;
      readonly purpose: Purpose;
      /** The alternative picked earlier, for a topic that has some. */
      readonly chosen: string | undefined;
    })
  | (Told & { readonly kind: 'choose'; readonly topic: Topic })
  /** Every topic is done or skipped. */
  | { readonly kind: 'finished'; readonly done: number; readonly skipped: number }
  /** The open topics wait for one another: a fault of the list. */
  | { readonly kind: 'blocked'; readonly topics: readonly Topic[] }
  /** The list has no topics. */
  | { readonly kind: 'empty' };

/** Applies the rule of `rankCandidates` and explains its result. Pure. */
export function chooseNextTopic(input: NextTopicInput): NextTopic {
  const [best] = rankCandidates(input);
  if (best === undefined) return withoutCandidate(input);
  const told: Told = {
    reasons: reasonsFor(best, input).slice(0, TOLD),
    changes: changesOf(best, input).slice(0, TOLD),
  };
  const { topic, purpose } = best;
  const chosen = chosenAlternative(topic, input.record);
  if (topic.alternatives.length > 0 && chosen === undefined) return { kind: 'choose', topic, ...told };
  return { kind: 'topic', topic, purpose, chosen, ...told };
}

function withoutCandidate(input: NextTopicInput): NextTopic {
  if (input.topics.length === 0) return { kind: 'empty' };
  const open = input.topics.filter((topic) => isOpen(topic, input.record));
  if (open.length > 0) return { kind: 'blocked', topics: open };
  const done = input.topics.filter((topic) => statusOf(input.record, topic.id) === 'done').length;
  return { kind: 'finished', done, skipped: input.topics.length - done };
}

function reasonsFor(best: Candidate, input: NextTopicInput): readonly Reason[] {
  const { topic } = best;
  const [first, ...others] = [...groupReasons(best, input), ...prerequisiteReasons(topic, input)];
  // What the goal date changed comes before what would hold without it.
  return [...(first === undefined ? [] : [first]), ...goalReasons(best, input), ...others];
}

function groupReasons({ topic, group, purpose }: Candidate, input: NextTopicInput): readonly Reason[] {
  const evidence = evidenceOf(topic, input.record, input.showings);
  if (group === GROUPS.started) {
    return [{ kind: 'started', ticked: evidence.ticked, focusTotal: evidence.focusTotal }];
  }
  if (group === GROUPS.neededByStarted) {
    const started = input.topics.find(
      (other) => statusOf(input.record, other.id) === 'learning' && leadsTo(topic, other, input),
    );
    return started === undefined ? [] : [{ kind: 'needed-by-started', started }];
  }
  const tier = input.tiers.find((candidate) => candidate.id === topic.tierId);
  const weak: readonly Reason[] =
    purpose === 'refresh' && evidence.showing !== undefined ? [{ kind: 'weak-evidence', ...evidence.showing }] : [];
  if (group === GROUPS.afterAll) return weak;
  if (tier === undefined) return [...weak, { kind: 'list-order' }];
  return [...weak, purpose === 'refresh' ? { kind: 'refresh-before-next-tier', tier } : firstInTier(tier, input)];
}

function firstInTier(tier: Tier, input: NextTopicInput): Reason {
  const open = input.topics.filter((topic) => isOpen(topic, input.record));
  const earlier = input.tiers.filter((other) => other.rank < tier.rank);
  const isWaiting = open.some((topic) => earlier.some((other) => other.id === topic.tierId));
  return {
    kind: 'first-in-tier',
    tier,
    openInTier: open.filter((topic) => topic.tierId === tier.id).length,
    earlier: earlier.length === 0 ? 'none' : isWaiting ? 'waiting' : 'closed',
  };
}

function prerequisiteReasons(topic: Topic, input: NextTopicInput): readonly Reason[] {
  // What was skipped is in nobody's way, but it is no ground to build on either.
  const met = input.topics.filter(
    (other) => topic.prerequisiteIds.includes(other.id) && statusOf(input.record, other.id) === 'done',
  );
  const unlocks = input.topics.filter(
    (other) => isOpen(topic, input.record) && isOpen(other, input.record) && other.prerequisiteIds.includes(topic.id),
  );
  const reasons: Reason[] = [];
  if (met.length > 0) reasons.push({ kind: 'prerequisites-met', met });
  if (unlocks.length > 0) reasons.push({ kind: 'unlocks', topics: unlocks });
  return reasons;
}

function goalReasons({ topic, purpose }: Candidate, input: NextTopicInput): readonly Reason[] {
  const { hoursUntilGoal } = input;
  if (purpose !== 'learn' || hoursUntilGoal === undefined || !isGoalPressing(input)) return [];
  const instead = firstWithoutGoal(input);
  if (instead?.purpose === 'learn' && instead.topic.id !== topic.id) {
    return [{ kind: 'fits-goal', hoursUntilGoal, instead: instead.topic }];
  }
  const postponed = rankCandidates(input).filter((candidate) => candidate.purpose === 'refresh').length;
  return postponed === 0 ? [] : [{ kind: 'goal-presses', postponed }];
}

function firstWithoutGoal(input: NextTopicInput): Candidate | undefined {
  return rankCandidates({ ...input, hoursUntilGoal: undefined })[0];
}

/** Whether `later` waits for `earlier`, directly or through others that are open. */
function leadsTo(earlier: Topic, later: Topic, input: NextTopicInput, seen: ReadonlySet<string> = new Set()): boolean {
  if (seen.has(later.id)) return false;
  return openPrerequisites(later, input).some(
    (between) => between.id === earlier.id || leadsTo(earlier, between, input, new Set([...seen, later.id])),
  );
}

function changesOf(best: Candidate, input: NextTopicInput): readonly Change[] {
  const { topic, purpose } = best;
  const changes: Change[] = [];
  if (purpose === 'refresh') {
    changes.push({ kind: 'answer-right', cards: cardsUntilStrong(evidenceOf(topic, input.record, input.showings)) });
  } else {
    const next = rankCandidates(withStatus(input, topic, 'done')).find(
      (candidate) => candidate.topic.id !== topic.id,
    )?.topic;
    changes.push({ kind: 'finish', next });
  }
  const withoutGoal = firstWithoutGoal(input)?.topic;
  if (withoutGoal !== undefined && withoutGoal.id !== topic.id) {
    changes.push({ kind: 'without-goal', topic: withoutGoal });
  }
  const unblocked = findUnblocked(best, input);
  if (unblocked !== undefined) changes.push(unblocked);
  const startable = rankCandidates(input).filter(
    (candidate) =>
      candidate.topic.id !== topic.id &&
      candidate.purpose === 'learn' &&
      rankCandidates(withStatus(input, candidate.topic, 'learning'))[0]?.topic.id === candidate.topic.id,
  );
  // One that is not named yet tells more.
  const named = changes.flatMap((change) =>
    change.kind === 'finish' ? [change.next?.id] : change.kind === 'without-goal' ? [change.topic.id] : [],
  );
  const other = startable.find((candidate) => !named.includes(candidate.topic.id)) ?? startable[0];
  if (other !== undefined) changes.push({ kind: 'start', topic: other.topic });
  return changes;
}

/** The first topic that only its open prerequisites keep from coming first. */
function findUnblocked({ topic }: Candidate, input: NextTopicInput): Change | undefined {
  for (const other of input.topics) {
    const missing = openPrerequisites(other, input);
    if (!isOpen(other, input.record) || missing.length === 0) continue;
    // Waiting for the topic named is told as `unlocks`; waiting for itself is a fault of the list.
    if (missing.some(({ id }) => id === topic.id || id === other.id)) continue;
    const cleared = missing.reduce((next, prerequisite) => withStatus(next, prerequisite, 'done'), input);
    if (rankCandidates(cleared)[0]?.topic.id === other.id) return { kind: 'unblock', topic: other, missing };
  }
  return undefined;
}

function withStatus(input: NextTopicInput, topic: Topic, status: TopicStatus): NextTopicInput {
  return {
    ...input,
    record: { ...input.record, statuses: new Map([...input.record.statuses, [topic.id, status]]) },
  };
}
