// The plan: hours add up, order and prerequisites hold, weeks and days fit, whatever the list and the pace.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Knowledge } from '../../src/knowledge/types.ts';
import { type Plan, planStudies } from '../../src/study/plan.ts';
import { EMPTY_RECORD, type StudyRecord, type TopicStatus } from '../../src/study/study-record.ts';
import type { StudyState } from '../../src/study/study-service.ts';
import { addDays, daysBetween, studyMomentOf } from '../../src/study/user-day.ts';
import { makeFocus, makeIndex, makeKnowledge, makeStep, makeTopic } from './sample-list.ts';

function stateOf(record: Partial<StudyRecord> = {}, knowledge: Knowledge = makeKnowledge()): StudyState {
  return {
    personId: '1',
    index: makeIndex(knowledge),
    knowledge,
    record: { ...EMPTY_RECORD, ...record },
    showings: [],
    moment: studyMomentOf(Date.parse('2026-05-04T12:00Z'), 'UTC'),
  };
}

function planOf(state: StudyState, hoursPerWeek: number, startOn = '2026-05-04'): Plan {
  const outcome = planStudies(state, hoursPerWeek, startOn);
  if (outcome.kind !== 'plan') throw new Error(outcome.kind);
  return outcome.plan;
}

function entryIds(plan: Plan): readonly string[] {
  const ids = plan.weeks
    .flatMap((week) => week.entries)
    .map(({ item }) => (item.kind === 'topic' ? item.topic.id : `step:${item.step.id}`));
  return [...new Set(ids)];
}

describe('planStudies', () => {
  it('lays out the whole list in the order of the next topic, steps of the project after what they need', () => {
    const plan = planOf(stateOf(), 6);
    expect(entryIds(plan)).toEqual([
      'kubernetes',
      'cloud-ml',
      'spark',
      'step:preprocess',
      'mlflow',
      'step:train',
      'step:containerize',
      'step:deploy',
      'databricks',
      'data-lakes',
      'dvc',
      'step:version',
      'trackers',
      'bi',
    ]);
    // 52+40+52+28+40+28+16+16+28 hours by the table, and five steps of 6.
    expect(plan.totalHours).toBe(330);
    // 330 / 6 = 55.
    expect(plan.weeks).toHaveLength(55);
    expect(plan.weeks[0]).toMatchObject({ number: 1, startOn: '2026-05-04', endOn: '2026-05-10' });
  });

  it('begins the focus items of a topic over the weeks it takes', () => {
    // Kubernetes: 52 hours, four items, so one begins every 13 hours; at 26 hours a week two in each of two weeks.
    const plan = planOf(stateOf(), 26);
    expect(plan.weeks[0]?.entries[0]?.focus.map((item) => item.id)).toEqual(['pods-1', 'pods-2']);
    expect(plan.weeks[1]?.entries[0]?.focus.map((item) => item.id)).toEqual(['pods-3', 'pods-4']);
    expect(plan.weeks[1]?.entries[0]).toMatchObject({ part: 2, parts: 2 });
  });

  it('puts a part of a week on its share of the days', () => {
    // 14 hours, at 28 a week: the first half of the week, which ends within the fourth day.
    const knowledge = makeKnowledge({
      topics: [
        makeTopic('one', 0, { effortHours: { low: 14, high: 14 } }),
        makeTopic('two', 1, { effortHours: { low: 14, high: 14 } }),
      ],
      projectSteps: [],
    });
    const [week] = planOf(stateOf({}, knowledge), 28).weeks;
    expect(week?.entries.map(({ startOn, endOn }) => [startOn, endOn])).toEqual([
      ['2026-05-04', '2026-05-07'],
      ['2026-05-07', '2026-05-10'],
    ]);
  });

  it('leaves out what is done, skipped or ticked', () => {
    const statuses = new Map<string, TopicStatus>([
      ['cloud-ml', 'done'],
      ['dvc', 'skipped'],
    ]);
    const ticks = new Map([['kubernetes', new Set(['pods-1', 'pods-2'])]]);
    const plan = planOf(stateOf({ statuses, ticks, tickedSteps: new Set(['preprocess']) }), 6);
    expect(entryIds(plan)).not.toContain('cloud-ml');
    expect(entryIds(plan)).not.toContain('dvc');
    // 330 less 40, 16, a step of 6, and half of Kubernetes' 52.
    expect(plan.totalHours).toBe(242);
  });

  it('follows the goal date in its order, and begins with what can be finished by it', () => {
    const plan = { hoursPerWeek: 7, startOn: '2026-05-04', endsOn: '2026-05-04', goalOn: '2026-06-12', madeAtMs: 0 };
    // 40 days at an hour a day: enough for the 40 hours of Cloud ML alone, then for nothing, so the list's order goes on.
    expect(entryIds(planOf(stateOf({ plan }), 7)).slice(0, 3)).toEqual(['cloud-ml', 'kubernetes', 'spark']);
  });

  it('says when nothing is left, and when the pace would take over ten years', () => {
    const done = new Map(makeKnowledge().topics.map((topic) => [topic.id, 'done' as const]));
    const tickedSteps = new Set(makeKnowledge().projectSteps.map((step) => step.id));
    expect(planStudies(stateOf({ statuses: done, tickedSteps }), 6, '2026-05-04')).toEqual({ kind: 'nothing-left' });
    const topics = Array.from({ length: 300 }, (_, order) => makeTopic(`t${order}`, order));
    expect(planStudies(stateOf({}, makeKnowledge({ topics })), 0.5, '2026-05-04')).toMatchObject({ kind: 'too-long' });
  });

  it('keeps its laws for any pace, effort, prerequisites and goal date', () => {
    const goalIn = fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined });
    const wild = fc.array(
      fc.record({
        low: fc.integer({ min: 1, max: 60 }),
        focus: fc.integer({ min: 0, max: 7 }),
        prerequisite: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(wild, fc.double({ min: 2, max: 80, noNaN: true }), goalIn, (wildTopics, hoursPerWeek, goalDays) => {
        const topics = wildTopics.map(({ low, focus, prerequisite }, order) =>
          makeTopic(`t${order}`, order, {
            effortHours: { low, high: low },
            focus: makeFocus(focus),
            // Only earlier ones, so that the list can be studied at all.
            prerequisiteIds: prerequisite !== undefined && prerequisite < order ? [`t${prerequisite}`] : [],
          }),
        );
        const projectSteps = [makeStep('first', ['t0']), makeStep('second', [])];
        const goalOn = goalDays === undefined ? undefined : addDays('2026-05-04', goalDays);
        const plan = { hoursPerWeek, startOn: '2026-05-04', endsOn: '2026-05-04', goalOn, madeAtMs: 0 };
        const state = stateOf({ plan }, makeKnowledge({ topics, projectSteps }));
        expectLaws(planOf(state, hoursPerWeek), hoursPerWeek);
      }),
    );
  });
});

function expectLaws(plan: Plan, hoursPerWeek: number): void {
  const entries = plan.weeks.flatMap((week) => week.entries);
  expect(entries.reduce((sum, entry) => sum + entry.hours, 0)).toBeCloseTo(plan.totalHours, 3);
  for (const [index, week] of plan.weeks.entries()) {
    expect(week.startOn).toBe(addDays(plan.startOn, index * 7));
    expect(week.entries.reduce((sum, entry) => sum + entry.hours, 0)).toBeLessThanOrEqual(hoursPerWeek + 1e-6);
    for (const { startOn, endOn } of week.entries) {
      expect(startOn >= week.startOn && endOn <= week.endOn && startOn <= endOn).toBe(true);
    }
  }
  const ids = entryIds(plan);
  for (const { item, focus } of entries) {
    if (item.kind === 'step') continue;
    for (const prerequisite of item.topic.prerequisiteIds) {
      expect(ids.indexOf(prerequisite)).toBeLessThan(ids.indexOf(item.topic.id));
    }
    expect(focus.every((one) => item.focus.includes(one))).toBe(true);
  }
  for (const topic of new Set(entries.flatMap(({ item }) => (item.kind === 'topic' ? [item] : [])))) {
    const begun = entries.filter(({ item }) => item === topic).flatMap((entry) => entry.focus);
    expect(begun).toEqual(topic.focus);
  }
  expect(daysBetween(plan.startOn, plan.endOn ?? '')).toBeLessThanOrEqual(plan.weeks.length * 7 - 1);
}
