// The next-topic rule: by cases on a list like the owner's, and by laws over wild lists and wild progress.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Topic } from '../../src/knowledge/types.ts';
import {
  fitsBeforeGoal,
  isGoalPressing,
  type NextTopicInput,
  openPrerequisites,
  rankCandidates,
} from '../../src/study/next-topic.ts';
import { chooseNextTopic, type NextTopic } from '../../src/study/next-topic-reasons.ts';
import type { TopicShowing } from '../../src/study/review-counts.ts';
import { TOPIC_STATUSES, type TopicStatus } from '../../src/study/study-record.ts';
import { makeTier, makeTopic, SAMPLE_TIERS, SAMPLE_TOPICS } from './sample-list.ts';

function inputOf(statuses: Readonly<Record<string, TopicStatus>>, more: Partial<NextTopicInput> = {}): NextTopicInput {
  return {
    tiers: SAMPLE_TIERS,
    topics: SAMPLE_TOPICS,
    record: { statuses: new Map(Object.entries(statuses)), ticks: new Map(), choices: new Map() },
    showings: [],
    hoursUntilGoal: undefined,
    ...more,
  };
}

function allBut(open: readonly string[]): Record<string, TopicStatus> {
  return Object.fromEntries(
    SAMPLE_TOPICS.filter((topic) => !open.includes(topic.id)).map((topic) => [topic.id, 'done' as const]),
  );
}

function topicIdOf(next: NextTopic): string | undefined {
  return next.kind === 'topic' || next.kind === 'choose' ? next.topic.id : undefined;
}

function reasonKinds(next: NextTopic): readonly string[] {
  return next.kind === 'topic' || next.kind === 'choose' ? next.reasons.map((reason) => reason.kind) : [];
}

const WEAK_KUBERNETES: TopicShowing = { topicId: 'kubernetes', answered: 5, right: 2 };

describe('chooseNextTopic', () => {
  it('names the first topic of the first tier to a newcomer, and what would change that', () => {
    const next = chooseNextTopic(inputOf({}));
    expect(topicIdOf(next)).toBe('kubernetes');
    expect(reasonKinds(next)).toEqual(['first-in-tier']);
    expect(next).toMatchObject({
      changes: [
        { kind: 'finish', next: { id: 'cloud-ml' } },
        { kind: 'start', topic: { id: 'spark' } },
      ],
    });
  });

  it.each<[string, Record<string, TopicStatus>, string]>([
    ['the next of the tier after a finished one', { kubernetes: 'done' }, 'cloud-ml'],
    ['the next of the tier after a skipped one', { kubernetes: 'skipped' }, 'cloud-ml'],
    ['a started topic of a later tier', { dvc: 'learning' }, 'dvc'],
    ['the earlier tier of two started topics', { dvc: 'learning', mlflow: 'learning' }, 'mlflow'],
    ['what a started topic waits for', { databricks: 'learning' }, 'spark'],
    [
      'the next tier when the first is finished',
      { kubernetes: 'done', 'cloud-ml': 'done', spark: 'skipped' },
      'mlflow',
    ],
  ])('names %s', (_name, statuses, expected) => {
    expect(topicIdOf(chooseNextTopic(inputOf(statuses)))).toBe(expected);
  });

  it('asks once which of the alternatives, and keeps the answer', () => {
    const input = inputOf(allBut(['trackers']));
    expect(chooseNextTopic(input)).toMatchObject({ kind: 'choose', topic: { id: 'trackers' } });
    const chosen = { ...input, record: { ...input.record, choices: new Map([['trackers', 'Neptune.ai']]) } };
    expect(chooseNextTopic(chosen)).toMatchObject({ kind: 'topic', chosen: 'Neptune.ai' });
    const outdated = { ...input, record: { ...input.record, choices: new Map([['trackers', 'Comet']]) } };
    expect(chooseNextTopic(outdated)).toMatchObject({ kind: 'choose' });
  });

  it('pulls a finished topic with weak evidence back in, after the open topics of its tier', () => {
    const within = inputOf({ kubernetes: 'done' }, { showings: [WEAK_KUBERNETES] });
    expect(topicIdOf(chooseNextTopic(within))).toBe('cloud-ml');
    const after = inputOf({ kubernetes: 'done', 'cloud-ml': 'done', spark: 'done' }, { showings: [WEAK_KUBERNETES] });
    const next = chooseNextTopic(after);
    expect(next).toMatchObject({ kind: 'topic', topic: { id: 'kubernetes' }, purpose: 'refresh' });
    // Three in five is the least that is not weak: one more right answer than two.
    expect(next).toMatchObject({ changes: [{ kind: 'answer-right', cards: 1 }, { kind: 'start' }] });
  });

  it('leaves refreshing for later when the goal date presses, and says so', () => {
    const statuses = { kubernetes: 'done', 'cloud-ml': 'done', spark: 'done' } as const;
    const next = chooseNextTopic(inputOf(statuses, { showings: [WEAK_KUBERNETES], hoursUntilGoal: 10 }));
    expect(topicIdOf(next)).toBe('mlflow');
    expect(reasonKinds(next)).toContain('goal-presses');
  });

  it.each<[string, number | undefined, string, readonly string[], readonly string[]]>([
    // Kubernetes and Spark take 52 hours by the table, Cloud ML 40; all of the list takes 300.
    ['without a goal', undefined, 'kubernetes', ['first-in-tier'], ['finish', 'start']],
    ['with a goal far off', 300, 'kubernetes', ['first-in-tier'], ['finish', 'start']],
    ['with a goal that Kubernetes still fits before', 52, 'kubernetes', ['first-in-tier'], ['finish', 'start']],
    [
      'with a goal that only Cloud ML fits before',
      51,
      'cloud-ml',
      ['first-in-tier', 'fits-goal'],
      ['finish', 'without-goal', 'start'],
    ],
    ['with a goal that nothing of the tier fits before', 39, 'kubernetes', ['first-in-tier'], ['finish', 'start']],
    ['on the day of the goal', 0, 'kubernetes', ['first-in-tier'], ['finish', 'start']],
  ])('goes by tier, and within it by what can be finished, %s', (_name, hoursUntilGoal, expected, reasons, changes) => {
    const next = chooseNextTopic(inputOf({}, { hoursUntilGoal }));
    expect(topicIdOf(next)).toBe(expected);
    expect(reasonKinds(next)).toEqual(reasons);
    expect(next).toMatchObject({ changes: changes.map((kind) => ({ kind })) });
  });

  it('lets a goal date put nothing before what was started', () => {
    expect(topicIdOf(chooseNextTopic(inputOf({ spark: 'learning' }, { hoursUntilGoal: 41 })))).toBe('spark');
  });

  it('takes three wrong answers in three as too few to say anything', () => {
    const showings = [{ topicId: 'kubernetes', answered: 3, right: 0 }];
    const next = chooseNextTopic(inputOf({ kubernetes: 'done', 'cloud-ml': 'done', spark: 'done' }, { showings }));
    expect(topicIdOf(next)).toBe('mlflow');
  });

  it('tells apart a finished list, an empty one, and one that waits for itself', () => {
    expect(chooseNextTopic(inputOf({ ...allBut(['dvc']), dvc: 'skipped' }))).toEqual({
      kind: 'finished',
      done: 8,
      skipped: 1,
    });
    expect(chooseNextTopic(inputOf({}, { topics: [] }))).toEqual({ kind: 'empty' });
    const circle = [makeTopic('a', 0, { prerequisiteIds: ['b'] }), makeTopic('b', 1, { prerequisiteIds: ['a'] })];
    expect(chooseNextTopic(inputOf({}, { topics: circle }))).toMatchObject({ kind: 'blocked' });
  });

  it('ignores prerequisites and progress that the list does not know', () => {
    const topics = [makeTopic('a', 0, { prerequisiteIds: ['gone'] })];
    expect(topicIdOf(chooseNextTopic(inputOf({ gone: 'learning' }, { topics })))).toBe('a');
  });
});

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const wildInput: fc.Arbitrary<NextTopicInput> = fc
  .tuple(
    fc.array(
      fc.record({
        tier: fc.integer({ min: 1, max: 4 }),
        prerequisiteIds: fc.subarray([...IDS, 'gone'], { maxLength: 2 }),
        hours: fc.integer({ min: 1, max: 80 }),
        status: fc.constantFrom(...TOPIC_STATUSES),
        right: fc.integer({ min: 0, max: 6 }),
        hasChoices: fc.boolean(),
      }),
      { minLength: 1, maxLength: IDS.length },
    ),
    fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined }),
  )
  .map(([wild, hoursUntilGoal]) => ({
    // Tier 4 is missing on purpose: a topic may name a tier that is not there.
    tiers: [1, 2, 3].map((rank) => makeTier(rank)),
    topics: wild.map((topic, index) =>
      makeTopic(IDS[index] ?? '', index, {
        tierId: `tier-${topic.tier}`,
        prerequisiteIds: topic.prerequisiteIds,
        effortHours: { low: topic.hours, high: topic.hours },
        alternatives: topic.hasChoices ? ['left', 'right'] : [],
      }),
    ),
    record: {
      statuses: new Map(wild.map((topic, index) => [IDS[index] ?? '', topic.status])),
      ticks: new Map(),
      choices: new Map(),
    },
    showings: wild.map((topic, index) => ({ topicId: IDS[index] ?? '', answered: 6, right: topic.right })),
    hoursUntilGoal,
  }));

function shownTopic(next: NextTopic): Topic | undefined {
  return next.kind === 'topic' || next.kind === 'choose' ? next.topic : undefined;
}

describe('laws of the rule', () => {
  it('never names a topic with an open prerequisite', () => {
    fc.assert(
      fc.property(wildInput, (input) => {
        const topic = shownTopic(chooseNextTopic(input));
        if (topic !== undefined) expect(openPrerequisites(topic, input)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('names a topic whenever one can be studied', () => {
    fc.assert(
      fc.property(wildInput, (input) => {
        const canStudy = input.topics.some((topic) => {
          const status = input.record.statuses.get(topic.id);
          return (status === 'todo' || status === 'learning') && openPrerequisites(topic, input).length === 0;
        });
        if (canStudy) expect(shownTopic(chooseNextTopic(input))).toBeDefined();
      }),
    );
  });

  it('stays the same when unrelated topics are edited or leave', () => {
    fc.assert(
      fc.property(wildInput, fc.nat(), fc.boolean(), (input, pick, leaves) => {
        const topic = shownTopic(chooseNextTopic({ ...input, hoursUntilGoal: undefined }));
        const others = input.topics.filter(
          (other) =>
            other.id !== topic?.id &&
            other.prerequisiteIds.length === 0 &&
            input.topics.every((waiting) => !waiting.prerequisiteIds.includes(other.id)),
        );
        const edited = others[pick % Math.max(1, others.length)];
        fc.pre(topic !== undefined && edited !== undefined);
        const topics = leaves
          ? input.topics.filter((other) => other !== edited)
          : input.topics.map((other) =>
              other === edited
                ? { ...other, title: 'New words', why: 'New why', difficulty: { low: 'high', high: 'high' } as const }
                : other,
            );
        const after = chooseNextTopic({ ...input, topics, hoursUntilGoal: undefined });
        expect(shownTopic(after)?.id).toBe(topic?.id);
      }),
    );
  });

  it('lets a goal date change nothing but the order within a tier, and when to refresh', () => {
    fc.assert(
      fc.property(wildInput, (input) => {
        const [best] = rankCandidates(input);
        const [without] = rankCandidates({ ...input, hoursUntilGoal: undefined });
        expect(rankCandidates(input)).toHaveLength(rankCandidates({ ...input, hoursUntilGoal: undefined }).length);
        if (best === undefined || without === undefined || best.topic.id === without.topic.id) return;
        expect(isGoalPressing(input)).toBe(true);
        if (without.purpose === 'refresh') return;
        expect(best).toMatchObject({ group: without.group, purpose: 'learn', topic: { tierId: without.topic.tierId } });
        expect([best, without].map(({ topic }) => fitsBeforeGoal(topic, input))).toEqual([true, false]);
      }),
      { numRuns: 500 },
    );
  });

  it('stays the same with a goal date when an unrelated topic is reworded', () => {
    fc.assert(
      fc.property(wildInput, fc.nat(), (input, pick) => {
        const topic = shownTopic(chooseNextTopic(input));
        const edited = input.topics[pick % input.topics.length];
        const topics = input.topics.map((other) => (other === edited ? { ...other, title: 'New', why: 'New' } : other));
        expect(shownTopic(chooseNextTopic({ ...input, topics }))?.id).toBe(topic?.id);
      }),
    );
  });

  it('tells at most three reasons and changes, and every change does what it says', () => {
    fc.assert(
      fc.property(wildInput, (input) => {
        const next = chooseNextTopic(input);
        if (next.kind !== 'topic' && next.kind !== 'choose') return;
        expect(next.reasons.length).toBeGreaterThanOrEqual(1);
        expect(next.reasons.length).toBeLessThanOrEqual(3);
        expect(next.changes.length).toBeLessThanOrEqual(3);
        for (const change of next.changes) checkChange(change, next.topic, input);
      }),
      { numRuns: 500 },
    );
  });
});

function checkChange(
  change: Extract<NextTopic, { kind: 'topic' }>['changes'][number],
  topic: Topic,
  input: NextTopicInput,
): void {
  const firstAfter = (changed: readonly (readonly [string, TopicStatus])[]): string | undefined =>
    rankCandidates({
      ...input,
      record: { ...input.record, statuses: new Map([...input.record.statuses, ...changed]) },
    }).find((candidate) => candidate.topic.id !== topic.id || change.kind !== 'finish')?.topic.id;
  if (change.kind === 'finish') expect(firstAfter([[topic.id, 'done']])).toBe(change.next?.id);
  if (change.kind === 'start') expect(firstAfter([[change.topic.id, 'learning']])).toBe(change.topic.id);
  if (change.kind === 'without-goal') {
    expect(rankCandidates({ ...input, hoursUntilGoal: undefined })[0]?.topic.id).toBe(change.topic.id);
  }
  if (change.kind === 'unblock') {
    expect(firstAfter(change.missing.map((missing) => [missing.id, 'done'] as const))).toBe(change.topic.id);
  }
}
