// The pace that was kept: hours of what was finished over the last weeks, without what was only ticked off as known.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Accomplishment, keptPace, type PaceFacts } from '../../src/study/kept-pace.ts';
import { PLAN_HOURS } from '../../src/study/plan-hours.ts';
import type { TopicStatus } from '../../src/study/study-record.ts';
import { studyMomentOf } from '../../src/study/user-day.ts';
import { makeFocus, makeStep, makeTopic } from './sample-list.ts';

const NOW_MS = Date.parse('2026-06-30T12:00Z');
const DAY_MS = 86_400_000;

/** Forty hours in four items of ten, and forty without any. */
const TOPICS = [
  makeTopic('lakes', 0, { effortHours: { low: 40, high: 40 }, focus: makeFocus(4) }),
  makeTopic('dvc', 1, { effortHours: { low: 40, high: 40 } }),
];

function factsOf(
  daysSinceFirst: number,
  ticked: readonly string[] = [],
  statuses: Readonly<Record<string, TopicStatus>> = {},
): PaceFacts {
  const firstMs = NOW_MS - daysSinceFirst * DAY_MS;
  return {
    knowledge: { topics: TOPICS, projectSteps: [makeStep('deploy')] },
    record: {
      statuses: new Map(Object.entries(statuses)),
      ticks: new Map([['lakes', new Set(ticked)]]),
      studyDays: [{ ...studyMomentOf(firstMs, 'UTC'), firstAtMs: firstMs, activities: 1 }],
    },
    showings: [],
    moment: studyMomentOf(NOW_MS, 'UTC'),
  };
}

const tick = (focusId: string, daysAgo: number): Accomplishment => ({
  kind: 'focus',
  topicId: 'lakes',
  focusId,
  atMs: NOW_MS - daysAgo * DAY_MS,
});
const finish = (topicId: string, daysAgo: number, wasStarted = true): Accomplishment => ({
  kind: 'topic',
  topicId,
  wasStarted,
  atMs: NOW_MS - daysAgo * DAY_MS,
});

describe('keptPace', () => {
  it('counts ticked items by their share of the hours, over the days after the first', () => {
    // 28 days after the first are four weeks; two items are twenty hours.
    const facts = factsOf(28, ['item-1', 'item-2']);
    expect(keptPace(facts, [tick('item-1', 20), tick('item-2', 1)])).toEqual({ hoursPerWeek: 5, weeks: 4 });
  });

  it('looks back six weeks at most', () => {
    const facts = factsOf(200, ['item-1', 'item-2', 'item-3']);
    const done = [tick('item-1', 43), tick('item-2', 42), tick('item-3', 41)];
    expect(keptPace(facts, done)?.hoursPerWeek).toBeCloseTo(10 / 6);
  });

  it('counts what was left of a topic when it is finished, and steps of the project by their hours', () => {
    const facts = factsOf(28, ['item-1'], { lakes: 'done' });
    const step: Accomplishment = { kind: 'step', stepId: 'deploy', atMs: NOW_MS };
    // One item was ticked before: thirty hours were left of forty. A step counts six.
    expect(keptPace(facts, [finish('lakes', 3), step])?.hoursPerWeek).toBeCloseTo(36 / 4);
  });

  it('does not take for study what was known before: the first day, and topics that were never started', () => {
    const facts = factsOf(28, ['item-1', 'item-2'], { dvc: 'done' });
    expect(keptPace(facts, [tick('item-1', 28), finish('dvc', 3, false)])).toBeUndefined();
    expect(keptPace(facts, [tick('item-1', 28), tick('item-2', 27)])?.hoursPerWeek).toBeCloseTo(10 / 4);
  });

  it('says nothing within the first two weeks, to whom nobody has studied, and when nothing was finished', () => {
    expect(keptPace(factsOf(13, ['item-1']), [tick('item-1', 2)])).toBeUndefined();
    expect(keptPace(factsOf(14, ['item-1']), [tick('item-1', 2)])).toMatchObject({ weeks: 2 });
    const nobody = factsOf(28);
    expect(keptPace({ ...nobody, record: { ...nobody.record, studyDays: [] } }, [])).toBeUndefined();
    expect(keptPace(factsOf(28), [])).toBeUndefined();
  });

  it('counts nothing that left the list, was set back, or was ticked after the topic was finished', () => {
    const gone: Accomplishment = { kind: 'step', stepId: 'gone', atMs: NOW_MS };
    expect(keptPace(factsOf(28), [tick('gone', 1), gone, finish('gone', 1), finish('dvc', 1)])).toBeUndefined();
    expect(keptPace(factsOf(28, ['item-1'], { lakes: 'done' }), [tick('item-1', 1)])).toBeUndefined();
  });

  it('is a pace that a plan may have, and never less for having finished more', () => {
    const items = TOPICS[0]?.focus.map((item) => item.id) ?? [];
    const ticks = fc.uniqueArray(fc.record({ id: fc.constantFrom(...items), daysAgo: fc.nat({ max: 60 }) }), {
      selector: ({ id }) => id,
    });
    fc.assert(
      fc.property(ticks, fc.integer({ min: 14, max: 90 }), (inNoOrder, daysSinceFirst) => {
        const drawn = inNoOrder.toSorted((left, right) => right.daysAgo - left.daysAgo);
        const paces = drawn.map((_, count) => {
          const some = drawn.slice(0, count + 1);
          const facts = factsOf(
            daysSinceFirst,
            some.map(({ id }) => id),
          );
          return (
            keptPace(
              facts,
              some.map(({ id, daysAgo }) => tick(id, daysAgo)),
            )?.hoursPerWeek ?? 0
          );
        });
        expect(paces).toEqual(paces.toSorted((left, right) => left - right));
        for (const pace of paces) expect(pace).toBeLessThanOrEqual(PLAN_HOURS.max);
      }),
    );
  });
});
