// `/project`: steps ticked and unticked, their next action, and what happens when the list changes.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProjectCommand } from '../../src/commands/project.ts';
import { makeKnowledge, makeStep, SAMPLE_STEPS } from '../study/sample-list.ts';
import { expectWithinLimits } from './expect-within-limits.ts';
import { controlsOf, openStudyDesk, type StudyDesk, textOf } from './study-desk.ts';

const TICK = 'Tick off the steps you have built';

let desk: StudyDesk;
const project = () => createProjectCommand({ study: desk.study });

beforeEach(async () => {
  desk = await openStudyDesk({ more: ({ study }) => [createProjectCommand({ study })] });
});

afterEach(() => desk.close());

describe('/project', () => {
  it('shows every step with its topics, its next action and the source', async () => {
    const message = await desk.run(project());
    expectWithinLimits(message);
    const text = textOf(message);
    expect(text).toContain('The capstone project: 0 of 5 steps');
    expect(text).toContain('☐ **1. Do preprocess**\nUses ○ Apache Spark (to do).\nNext: learn Apache Spark first');
    expect(text).toContain('☐ **3. Do containerize**\nNext: step 1 comes before it.');
    expect(text).toContain('Source: skills.md');
  });

  it('follows the topics: started, then known', async () => {
    await desk.run(desk.topic, { name: 'Apache Spark', status: 'learning' });
    expect(textOf(await desk.run(project()))).toContain('Next: finish Apache Spark');
    await desk.run(desk.topic, { name: 'Apache Spark', status: 'done' });
    expect(textOf(await desk.run(project()))).toContain('Next: build it, then tick it off below.');
  });

  it('claims that a later step is prepared for only when its topics were done, not skipped', async () => {
    desk.editKnowledge(makeKnowledge({ projectSteps: [makeStep('first'), makeStep('second', ['spark'])] }));
    await desk.run(desk.topic, { name: 'Apache Spark', status: 'skipped' });
    expect(textOf(await desk.run(project()))).toMatch(/step 1 comes before it\.$/m);
    await desk.run(desk.topic, { name: 'Apache Spark', status: 'done' });
    expect(textOf(await desk.run(project()))).toContain('step 1 comes before it; all it needs to know is behind you.');
  });

  it('ticks and unticks, and says when all is built', async () => {
    const message = await desk.run(project());
    const ticked = await desk.see(message, TICK, ['preprocess', 'train']);
    expect(textOf(ticked)).toContain('2 of 5 steps');
    expect(textOf(ticked)).toContain('☑ **1. Do preprocess**');
    expect(textOf(await desk.see(ticked, TICK, ['train']))).toContain('1 of 5 steps');
    const all = await desk.see(
      ticked,
      TICK,
      SAMPLE_STEPS.map((step) => step.id),
    );
    expect(textOf(all)).toContain('All of it is built');
  });

  it('leaves steps alone that an old message never showed', async () => {
    const old = await desk.see(await desk.run(project()), TICK, ['train']);
    desk.editKnowledge(makeKnowledge({ projectSteps: [...SAMPLE_STEPS, makeStep('celebrate')] }));
    const after = await desk.see(old, TICK, ['deploy']);
    expect(textOf(after)).toContain('The list has changed since that message');
    expect(textOf(after)).toContain('2 of 6 steps');
  });

  it('has words for a list without a project', async () => {
    desk.editKnowledge(makeKnowledge({ projectSteps: [] }));
    const message = await desk.run(project());
    expect(textOf(message)).toContain('no project yet');
    expect(controlsOf(message)).toEqual([]);
  });

  it('pages through many long steps within the limits of Discord, and opens where the first open step is', async () => {
    const steps = Array.from({ length: 23 }, (_, index) => ({
      ...makeStep(`step-${index}`, ['kubernetes', 'spark', 'mlflow', 'dvc']),
      text: `${index} ${'*long* '.repeat(80)}`,
    }));
    desk.editKnowledge(makeKnowledge({ projectSteps: steps }));
    const first = await desk.run(project());
    expectWithinLimits(first);
    await desk.see(
      first,
      TICK,
      steps.slice(0, 10).map((step) => step.id),
    );
    const second = await desk.run(project());
    expect(textOf(second)).toContain('Page 2 of 3');
    expect(controlsOf(await desk.see(second, 'Next steps'))).toEqual([TICK, 'Previous steps']);
    expect(controlsOf(await desk.see(second, 'Previous steps'))).toEqual([TICK, 'Next steps']);
  });
});
