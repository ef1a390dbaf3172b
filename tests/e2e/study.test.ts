// Studying through the front door, on the owner's list: a choice, an undo, ticks, a goal date and the plan, with a restart between.

import { ComponentType } from 'discord-api-types/v10';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply, User } from '../../sandbox/driver.ts';
import { userDayOf } from '../../src/study/user-day.ts';
import { labelsOf, SEED_DIR, type Studypod, startStudypod } from './studypod.ts';

const DAY_MS = 86_400_000;

let studypod: Studypod;
let ada: User;

beforeAll(async () => {
  studypod = await startStudypod({ knowledgeDir: SEED_DIR });
  ada = studypod.sandbox.user('Ada');
});
afterAll(() => studypod.dispose());

const topic = (name: string, status?: string): Promise<Reply> =>
  ada.slash('topic', { name, ...(status === undefined ? {} : { status }) });

async function eventsOf(reply: Reply): Promise<readonly { summary: string; start: string }[]> {
  const [file] = reply.message.attachments;
  const text = await (await fetch(file?.url ?? '')).text();
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return { summary: event.summary, start: event.startDate.toString() };
  });
}

describe('a topic', () => {
  it('with a choice asks for it once, keeps it over a restart, and lets it be changed', async () => {
    const open = 'Weights & Biases';
    for (const { value } of await ada.autocomplete('topic', 'name', '')) {
      if (!String(value).startsWith(open)) await topic(String(value), 'done');
    }
    const asked = await ada.slash('next-topic');
    expect(asked.text).toContain('Next, choose one');
    const chosen = await ada.press(asked, 'Neptune.ai');
    expect(chosen.text).toContain('You study **Neptune.ai**');
    await studypod.restart();
    const again = await ada.slash('next-topic');
    expect(again.text).toContain('Next: Neptune.ai');
    expect(again.text).not.toContain('choose one');
    const card = await topic('Neptune.ai');
    expect(card.text).toContain('Neptune.ai** (your choice)');
    const other = labelsOf(card).find((label) => label.startsWith(open)) ?? '';
    expect((await ada.press(card, other)).text).toContain('You study **Weights & Biases');
  });

  it('shows what was said and what was shown apart, its last changes, and takes back the last one after a restart', async () => {
    await topic('Kubernetes', 'todo');
    await topic('Kubernetes', 'learning');
    await studypod.restart();
    const card = await topic('Kubernetes');
    expect(card.text).toMatch(/What you said: 0 of \d+ focus items ticked/);
    expect(card.text).toContain('What you showed: no quiz answers yet');
    expect(card.text).toMatch(/to do → learning\n.*done → to do/);
    const undone = await ada.press(card, 'Undo the last change');
    expect(undone.text).toContain('is to do again');
    expect(undone.text).not.toContain('to do → learning');
    // The same message then offers the change before.
    expect((await ada.press(undone, 'Undo the last change')).text).toContain('Taken back: Kubernetes is done again.');
  });

  it('is ticked off, also over a restart', async () => {
    const card = await topic('Kubernetes');
    const selects = (card.message.components ?? []).flatMap((row) =>
      row.type === ComponentType.ActionRow
        ? row.components.filter((each) => each.type === ComponentType.StringSelect)
        : [],
    );
    const values = (selects[0]?.options ?? []).map(({ value }) => value);
    const ticked = await ada.select(card, 'Tick off what you know', values);
    // The owner's list has one focus item a topic.
    expect(ticked.text).toContain('What you said: 1 of 1 focus items ticked');
    await studypod.restart();
    expect((await topic('Kubernetes')).text).toContain('What you said: 1 of 1 focus items ticked');
  });
});

describe('a plan', () => {
  it('gets a goal date by a form and a pace that reaches it by a button, and moves when it is made anew', async () => {
    for (const { value } of await ada.autocomplete('topic', 'name', '')) await topic(String(value), 'todo');
    const plan = await ada.slash('plan', { hours: 6 });
    const before = await eventsOf(plan);
    expect(before.length).toBeGreaterThan(40);
    const goalOn = new Date(studypod.sandbox.clock.nowMs() + 140 * DAY_MS).toISOString().slice(0, 10);
    const form = await ada.press(plan, 'Set a goal date');
    const late = await ada.submitModal(form, { goal: goalOn });
    expect(late.text).toMatch(/Your goal is .* after it, with .* About [\d.]+ hours a week would reach it\./);
    const [pace = ''] = labelsOf(late);
    const reached = await ada.press(late, pace);
    expect(reached.text).toMatch(/Your goal is .*(before it|very day)\./);
    expect((await eventsOf(reached)).length).toBeLessThan(before.length);

    await studypod.restart();
    studypod.sandbox.clock.advance(21 * DAY_MS);
    const behind = await ada.slash('plan');
    expect(behind.text).toContain('Your goal is');
    const today = userDayOf(studypod.sandbox.clock.nowMs(), 'UTC');
    for (const { start } of await eventsOf(behind)) expect(start >= today).toBe(true);
    expect((await ada.slash('progress')).text).toMatch(/Your goal, .*, would be missed by \d+ days/);
  });
});
