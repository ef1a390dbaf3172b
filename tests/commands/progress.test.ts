// `/progress`: its text for somebody new, a month in, a year in, finished; its picture, written to the tests' output.

import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPlanCommand } from '../../src/commands/plan.ts';
import { createProgressCommand } from '../../src/commands/progress.ts';
import type { Knowledge } from '../../src/knowledge/types.ts';
import { createPictureRenderer } from '../../src/operations/picture-renderer.ts';
import type { MessageBody } from '../../src/views/message.ts';
import { makeFocus, makeKnowledge, makeTier, makeTopic, SAMPLE_STEPS, SAMPLE_TOPICS } from '../study/sample-list.ts';
import { expectWithinLimits } from './expect-within-limits.ts';
import { ADA, NOON, openStudyDesk, type StudyDesk, textOf } from './study-desk.ts';

const DAY_MS = 86_400_000;
/** Where the pictures go, to be looked at; not kept in the repository. */
const OUTPUT = new URL('../output/', import.meta.url);

const pictures = createPictureRenderer({
  warn: (...said: unknown[]) => {
    throw new Error(JSON.stringify(said));
  },
});
let desk: StudyDesk;
const progress = () => createProgressCommand({ study: desk.study, pictures });
const topicAt = (index: number) => SAMPLE_TOPICS[index] ?? makeTopic('none', 0);

beforeEach(async () => {
  desk = await openStudyDesk();
});

afterEach(() => desk.close());
afterAll(() => pictures.close());

/** Keeps the picture under a name; gives its width and height in pixels. */
function keepPicture(message: MessageBody, name: string): { readonly width: number; readonly height: number } {
  const file = message.files?.find((candidate) => candidate.name === 'progress.png');
  if (file === undefined) throw new Error('no picture');
  expect(file.description?.length).toBeGreaterThan(40);
  expect(message.embeds?.[0]?.image?.url).toBe('attachment://progress.png');
  mkdirSync(OUTPUT, { recursive: true });
  writeFileSync(new URL(`progress-${name}.png`, OUTPUT), file.data);
  const view = new DataView(file.data.buffer, file.data.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Studies on each of the last days, newest today, but on those that are left out. */
async function studyDays(count: number, isLeftOut: (daysAgo: number) => boolean): Promise<void> {
  for (let daysAgo = count - 1; daysAgo >= 0; daysAgo -= 1) {
    if (isLeftOut(daysAgo)) continue;
    // From one thing to forty, as days differ.
    for (let times = 0; times <= ((daysAgo * 7) % 11) ** 2 / 5; times += 1) {
      const ticked = [`item-${daysAgo}-${times}`];
      await desk.study.tickFocus(ADA, topicAt(0), { shown: [], ticked }, NOON - daysAgo * DAY_MS);
    }
  }
}

describe('/progress', () => {
  it('encourages somebody new, with an assumed pace that says so', async () => {
    const message = await desk.run(progress());
    expectWithinLimits(message);
    const text = textOf(message);
    expect(text).toContain('Your progress: 0 of 9 topics');
    expect(text).toContain('Nothing yet, and that is fine.');
    expect(text).toContain('**Top priority** – 0 of 3');
    expect(text).toContain('None yet: study today and it begins.');
    expect(text).toContain('None now, and none in the next two weeks.');
    // 330 hours at 5 a week are 66 weeks from 4 May 2026: the last day is 8 August 2027.
    expect(text).toContain('About 330 hours left. At 5 hours a week the end is about 8 August 2027.');
    expect(text).toContain('That pace is assumed');
    expect(keepPicture(message, 'empty').width).toBe(1200);
  });

  it('shows tiers, ticks, quiz results, streak, due cards and the course against the plan, a month in', async () => {
    await desk.close();
    desk = await openStudyDesk({
      reviews: {
        dueCount: async () => 2,
        dueInstants: async () => [NOON - DAY_MS, NOON - 1, NOON + DAY_MS, NOON + 13 * DAY_MS, NOON + 14 * DAY_MS],
        topicShowings: async () => [{ topicId: 'kubernetes', answered: 8, right: 7 }],
      },
    });
    await studyDays(28, (daysAgo) => daysAgo === 3);
    await desk.study.tickFocus(ADA, topicAt(0), { shown: [], ticked: ['pods-1', 'pods-2'] }, NOON);
    await desk.study.setStatus(ADA, topicAt(1), 'done', NOON);
    await desk.study.setStatus(ADA, topicAt(2), 'learning', NOON);
    await desk.study.setStatus(ADA, topicAt(6), 'skipped', NOON);
    await desk.run(createPlanCommand({ study: desk.study }), { hours: 6 });
    const message = await desk.run(progress());
    expectWithinLimits(message);
    const text = textOf(message);
    expect(text).toContain('Your progress: 1 of 8 topics, 1 skipped');
    expect(text).toContain('○ Kubernetes (2/4 ticked, quiz 7/8)');
    expect(text).toContain('● Cloud ML Services');
    expect(text).toContain('– DVC (skipped)');
    expect(text).toContain('27 days (longest 27 days). Today counts already. 1 missed day repaired on the way.');
    // The fifth card is due on the fifteenth day, which is not shown.
    expect(text).toContain(
      '2 cards now (`/quiz`, deck `due`); day by day from today: 2 · 1 · 0 · 0 · 0 · 0 · 0; 4 in two weeks.',
    );
    // In the 27 days after the first: half of Kubernetes' 52 hours. Cloud ML was never started, so it may have been known.
    expect(text).toContain('At the 6.5 hours a week that you kept over the last 4 weeks the end is about');
    keepPicture(message, 'month');
  });

  it('says how late the end has become, and how early', async () => {
    await desk.run(createPlanCommand({ study: desk.study }), { hours: 6 });
    desk.travel(21 * DAY_MS);
    expect(textOf(await desk.run(progress()))).toContain('That is 21 days after your plan');
    for (const topic of SAMPLE_TOPICS.slice(0, 5)) await desk.study.setStatus(ADA, topic, 'done', NOON);
    // 212 of 330 hours are done: 118 left are 138 days at 6 hours a week, where 385 less 21 were left to the goal.
    expect(textOf(await desk.run(progress()))).toContain('That is about 7 months ahead of your plan');
  });

  it('shows a year, and the end of everything', async () => {
    await studyDays(365, (daysAgo) => daysAgo % 17 === 5 || daysAgo % 31 === 4);
    for (const topic of SAMPLE_TOPICS) await desk.study.setStatus(ADA, topic, 'done', NOON);
    const ids = SAMPLE_STEPS.map((step) => step.id);
    await desk.study.tickSteps(ADA, { shown: ids, ticked: ids }, NOON);
    const message = await desk.run(progress());
    expectWithinLimits(message);
    expect(textOf(message)).toContain('Your progress: 9 of 9 topics');
    expect(textOf(message)).toContain('Nothing is left: list and project are complete.');
    keepPicture(message, 'year');
  });

  it('asks to study today when yesterday was missed and can be repaired', async () => {
    for (const daysAgo of [4, 3, 2]) {
      await desk.study.tickFocus(ADA, topicAt(0), { shown: [], ticked: [`x${daysAgo}`] }, NOON - daysAgo * DAY_MS);
    }
    expect(textOf(await desk.run(progress()))).toContain('3 days (longest 3 days). Yesterday was missed: study today');
  });

  it('keeps to the limits of Discord and of its picture with long names and many tiers', async () => {
    desk.editKnowledge(longKnowledge());
    const message = await desk.run(progress());
    expectWithinLimits(message);
    const { width, height } = keepPicture(message, 'long-names');
    expect(width).toBe(1200);
    // Taller than two screens of a phone it would not be looked at.
    expect(height).toBeLessThan(2400);
  });

  it('does not count as done what was skipped, nor praises for it', async () => {
    for (const topic of SAMPLE_TOPICS) await desk.study.setStatus(ADA, topic, 'skipped', NOON);
    const ids = SAMPLE_STEPS.map((step) => step.id);
    await desk.study.tickSteps(ADA, { shown: ids, ticked: ids }, NOON);
    const message = await desk.run(progress());
    expectWithinLimits(message);
    expect(textOf(message)).toContain('Your progress: no topic done, all 9 skipped');
    expect(textOf(message)).toContain('**Top priority** – all skipped');
    expect(textOf(message)).toContain('Nothing is left open: every topic is skipped.');
    expect(textOf(message)).not.toContain('%');
    keepPicture(message, 'skipped');
    const next = textOf(await desk.run(desk.nextTopic));
    expect(next).toContain('9 topics skipped and none done');
    expect(next).not.toMatch(/well done|fresh/i);
  });

  it('still says everything when no picture can be drawn, and has words for an empty list', async () => {
    const plain = createProgressCommand({ study: desk.study, pictures: { draw: async () => undefined } });
    const message = await desk.run(plain);
    expect(message.files).toBeUndefined();
    expect(message.embeds?.[0]?.image).toBeUndefined();
    expect(textOf(message)).toContain('0 of 9 topics');
    desk.editKnowledge(makeKnowledge({ topics: [] }));
    expect(textOf(await desk.run(progress()))).toContain('The list has no topics yet');
  });
});

function longKnowledge(): Knowledge {
  const tiers = Array.from({ length: 9 }, (_, index) =>
    makeTier(index + 1, `Tier ${index} <b>with</b> & a title ${'that goes on '.repeat(20)} ÄÖÜ 数据 🙂\u0007`),
  );
  const topics = Array.from({ length: 90 }, (_, order) =>
    makeTopic(`t${order}`, order, {
      tierId: `tier-${order < 45 ? 1 : (order % 9) + 1}`,
      shortTitle: `${order} *Data* Lake & Warehouse <Concepts> ${'and more '.repeat(12)}`,
      focus: makeFocus(4),
    }),
  );
  return makeKnowledge({ tiers, topics });
}
