// `/topic`: found by any name, set, ticked off, paged, and honest about what the list no longer has.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shortId } from '../../src/study/short-id.ts';
import { makeFocus, makeKnowledge, makeTopic, SAMPLE_TOPICS } from '../study/sample-list.ts';
import { expectWithinLimits } from './expect-within-limits.ts';
import { ADA, controlsOf, NOON, openStudyDesk, type StudyDesk, textOf } from './study-desk.ts';

let desk: StudyDesk;

beforeEach(async () => {
  desk = await openStudyDesk();
});

afterEach(() => desk.close());

const TICK = 'Tick off what you know';

describe('/topic', () => {
  it('is found by the short form of its title, whatever the case, and shows everything about the topic', async () => {
    const message = await desk.run(desk.topic, { name: 'kubernetes' });
    expectWithinLimits(message);
    const text = textOf(message);
    expect(text).toContain('Kubernetes (Deeper Conceptual Understanding)');
    expect(text).toContain('**To do** · Top priority · medium to high · about 52 hours (by its difficulty)');
    expect(text).toContain('Many MLOps tools are built on it.');
    expect(text).toContain('☐ pods number 1');
    expect(text).toContain('What you said: 0 of 4 focus items ticked');
    expect(text).toContain('What you showed: no quiz answers yet');
    expect(text).toContain('Source: skills.md');
    expect(controlsOf(message)).toEqual([TICK, 'Start', 'Finish', 'Skip', 'Explain']);
  });

  it('sets the status, tells the change, and takes it back', async () => {
    const message = await desk.run(desk.topic, { name: 'DVC', status: 'done' });
    expect(textOf(message)).toContain('DVC is now **done** (it was to do).');
    expect(textOf(message)).toContain('4 May 2026: to do → done');
    expect(textOf(await desk.run(desk.topic, { name: 'DVC', status: 'done' }))).toContain('DVC was done already.');
    const undone = await desk.see(message, 'Undo');
    expect(textOf(undone)).toContain('**To do**');
  });

  it('ticks focus items off and on again', async () => {
    const message = await desk.run(desk.topic, { name: 'Kubernetes' });
    const ticked = await desk.see(message, TICK, ['pods-1', 'pods-3']);
    expect(textOf(ticked)).toContain('☑ pods number 1\n☐ pods number 2\n☑ pods number 3');
    expect(textOf(ticked)).toContain('What you said: 2 of 4 focus items ticked');
    expect(textOf(await desk.see(ticked, TICK, []))).toContain('What you said: 0 of 4 focus items ticked');
  });

  it('leaves what an old message never showed as it is', async () => {
    const old = await desk.run(desk.topic, { name: 'Kubernetes' });
    const edited = {
      ...makeTopic('kubernetes', 0, {
        shortTitle: 'Kubernetes',
        focus: [...makeFocus(1, 'new'), ...makeFocus(4, 'pods')],
      }),
    };
    desk.editKnowledge(makeKnowledge({ topics: [edited] }));
    await desk.study.tickFocus(ADA, edited, { shown: ['new-1'], ticked: ['new-1'] }, NOON);
    const after = await desk.see(old, TICK, ['pods-2']);
    expect(textOf(after)).toContain('The list has changed since that message');
    expect(textOf(after)).toContain('☑ new number 1');
    expect(textOf(after)).toContain('☑ pods number 2');
  });

  it('shows prerequisites with where one stands, and quiz results apart from ticks', async () => {
    await desk.close();
    desk = await openStudyDesk({
      reviews: {
        dueCount: async () => 0,
        dueInstants: async () => [],
        topicShowings: async () => [{ topicId: 'databricks', answered: 5, right: 2 }],
      },
    });
    const text = textOf(await desk.run(desk.topic, { name: 'Databricks' }));
    expect(text).toContain('○ Apache Spark (to do)');
    expect(text).toContain('What you showed: 2 of 5 quiz answers right – worth another look');
  });

  it('keeps and changes the choice of an alternative', async () => {
    const message = await desk.run(desk.topic, { name: 'PowerBI or Tableau' });
    const chosen = await desk.see(message, 'Tableau');
    expect(textOf(chosen)).toContain('PowerBI and **Tableau** (your choice)');
    expect(controlsOf(chosen)).toContain('PowerBI');
    expect(controlsOf(chosen)).not.toContain('Tableau');
  });

  it('pages through a long focus list and ticks on the page shown', async () => {
    const topic = makeTopic('long', 0, { focus: makeFocus(23) });
    desk.editKnowledge(makeKnowledge({ topics: [topic] }));
    const first = await desk.run(desk.topic, { name: 'long' });
    expect(textOf(first)).toContain('Focus (page 1 of 3)');
    const third = await desk.see(await desk.see(first, 'Next 10 items'), 'Next 3 items');
    expect(textOf(third)).toContain('Focus (page 3 of 3)');
    const ticked = await desk.see(third, TICK, ['item-22']);
    expect(textOf(ticked)).toContain('☑ item number 22');
    expect(textOf(ticked)).toContain('Focus (page 3 of 3)');
    expect(textOf(ticked)).toContain('1 of 23 focus items ticked');
  });

  it('refuses an unknown name with near ones, and with the first of the list when nothing is near', async () => {
    await expect(desk.reply(desk.topic, { name: 'dat' })).rejects.toMatchObject({
      code: 'unknown-topic',
      details: { name: 'dat', near: 'Databricks, Data Lakes and Warehouses' },
    });
    await expect(desk.reply(desk.topic, { name: 'knitting' })).rejects.toMatchObject({
      details: { near: '', first: 'Kubernetes, Cloud ML Services, Apache Spark' },
    });
  });

  it('suggests topics with their tier, by a name that finds them again', async () => {
    expect(await desk.complete(desk.topic, 'name', 'spa')).toEqual([
      { name: 'Apache Spark – Top priority', value: 'Apache Spark' },
    ]);
    expect(await desk.complete(desk.topic, 'name', '')).toHaveLength(SAMPLE_TOPICS.length);
  });

  it('keeps to the limits of Discord whatever the list holds', async () => {
    const long = '*x* <@1> [a](http://b) '.repeat(80);
    const topic = makeTopic('i'.repeat(300), 0, {
      title: long,
      shortTitle: 'short',
      why: long,
      focus: makeFocus(95, long),
      alternatives: Array.from({ length: 30 }, (_, index) => `${index} ${long}`),
      prerequisiteIds: Array.from({ length: 30 }, (_, index) => `p${index}`),
    });
    const others = Array.from({ length: 30 }, (_, index) => makeTopic(`p${index}`, index + 1, { shortTitle: long }));
    desk.editKnowledge(makeKnowledge({ topics: [topic, ...others] }));
    const message = await desk.run(desk.topic, { name: 'short', status: 'learning' });
    expectWithinLimits(message);
    const ticked = await desk.see(
      message,
      TICK,
      topic.focus.slice(0, 10).map((item) => shortId(item.id)),
    );
    expectWithinLimits(ticked);
    expect(textOf(ticked)).toContain('10 of 95 focus items ticked');
    for (const choice of await desk.complete(desk.topic, 'name', '')) {
      expect(choice.name.length).toBeLessThanOrEqual(100);
      expect(choice.value.length).toBeLessThanOrEqual(100);
    }
  });
});
