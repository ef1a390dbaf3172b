// `/plan`: the message, the calendar file read back by another library, what is kept, and refusals.

import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../src/commands/command.ts';
import { createPlanCommand } from '../../src/commands/plan.ts';
import { addDays } from '../../src/study/user-day.ts';
import type { MessageBody } from '../../src/views/message.ts';
import { makeFocus, makeKnowledge, makeTopic, SAMPLE_STEPS, SAMPLE_TOPICS } from '../study/sample-list.ts';
import { expectWithinLimits } from './expect-within-limits.ts';
import { ADA, controlsOf, NOON, openStudyDesk, type StudyDesk, textOf } from './study-desk.ts';

let desk: StudyDesk;
let planCommand: Command;
const plan = () => planCommand;

beforeEach(async () => {
  desk = await openStudyDesk({
    more: (deps) => {
      planCommand = createPlanCommand(deps);
      return [planCommand];
    },
  });
});

afterEach(() => desk.close());

function calendarOf(message: MessageBody): string {
  const file = message.files?.find((candidate) => candidate.name.endsWith('.ics'));
  if (file === undefined) throw new Error('no calendar file');
  return new TextDecoder().decode(file.data);
}

function readEvents(
  text: string,
): readonly { uid: string; sequence: number; summary: string; start: string; end: string; isDate: boolean }[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      isDate: event.startDate.isDate && event.endDate.isDate,
    };
  });
}

describe('/plan', () => {
  it('lays the list out at six hours a week from today', async () => {
    const message = await desk.run(plan(), { hours: 6 });
    expectWithinLimits(message);
    const text = textOf(message);
    // 330 hours (tests/study/plan.test.ts) at 6 a week.
    expect(text).toContain('Your plan: 55 weeks to the end of the list');
    expect(text).toContain('330 hours are left. At 6 hours a week it starts on 4 May 2026');
    expect(text).toContain('**Weeks 1–8** – from 4 May 2026\n- Kubernetes, 6 hours a week: pods number 1');
    // The rest of its 52 hours shares a week with what comes after it.
    expect(text).toContain('**Week 9** – from 29 June 2026\n- Kubernetes, 4 hours');
    expect(text).not.toContain('assumed');
  });

  it('gives a calendar file that another library reads back with the same events', async () => {
    const message = await desk.run(plan(), { hours: 26, start: '2027-02-26' });
    const events = readEvents(calendarOf(message));
    // Kubernetes takes 52 hours, so at 26 a week it fills two whole weeks.
    expect(events[0]).toMatchObject({
      summary: 'Kubernetes (26 hours, part 1 of 2)',
      start: '2027-02-26',
      end: '2027-03-05',
      isDate: true,
    });
    expect(events.every((event) => event.isDate && event.start < event.end)).toBe(true);
    expect(new Set(events.map((event) => event.uid)).size).toBe(events.length);
    const hours = events.map((event) => Number(/\(([\d.]+) hours?/.exec(event.summary)?.[1] ?? Number.NaN));
    expect(hours.reduce((sum, value) => sum + value, 0)).toBe(330);
    const record = (await desk.study.stateOf(ADA, NOON)).record;
    // The last event ends, exclusively, the day after the end that is kept.
    expect(events.at(-1)?.end).toBe(addDays(record.plan?.endsOn ?? '', 1));
  });

  it('is a valid calendar: folded lines, CRLF, required properties, the person’s zone', async () => {
    await desk.people.setTimezone(ADA, 'Pacific/Auckland', NOON);
    const text = calendarOf(await desk.run(plan(), { hours: 6 }));
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true);
    expect(text).toContain('X-WR-TIMEZONE:Pacific/Auckland');
    // 12:00Z on 4 May is midnight in Auckland: still the user-day of the 4th there.
    expect(readEvents(text)[0]?.start).toBe('2026-05-04');
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    const vevents = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
    for (const event of vevents) {
      for (const property of ['uid', 'dtstamp', 'dtstart']) expect(event.hasProperty(property)).toBe(true);
    }
  });

  it('keeps event ids when it is made anew, so that a calendar moves what it had', async () => {
    const before = readEvents(calendarOf(await desk.run(plan(), { hours: 6 })));
    const after = readEvents(calendarOf(await desk.run(plan(), { hours: 6, start: '2026-06-01' })));
    expect(after.map((event) => event.uid)).toEqual(before.map((event) => event.uid));
    expect(after[0]?.start).toBe('2026-06-01');
  });

  it('gives what is left of a topic the ids of its last parts, in a newer version', async () => {
    // 52 hours at 13 a week are four parts; with two of the four items ticked, two are left.
    const before = readEvents(calendarOf(await desk.run(plan(), { hours: 13 })));
    desk.travel(14 * 86_400_000);
    const ticked = ['pods-1', 'pods-2'];
    await desk.study.tickFocus(ADA, SAMPLE_TOPICS[0] ?? makeTopic('none', 0), { shown: ticked, ticked }, NOON);
    const after = readEvents(calendarOf(await desk.run(plan())));
    expect(after.slice(0, 2).map((event) => event.uid)).toEqual(before.slice(2, 4).map((event) => event.uid));
    expect(after[0]?.summary).toBe('Kubernetes (13 hours, part 1 of 2)');
    expect(after[0]?.sequence).toBe((before[0]?.sequence ?? 0) + 14 * 86_400);
  });

  it('escapes what the list holds', async () => {
    const topic = makeTopic('odd', 0, { shortTitle: 'A; B, C\\D\nEND:VEVENT', focus: makeFocus(2, 'ünï 🙂 ; , ') });
    desk.editKnowledge(makeKnowledge({ topics: [topic], projectSteps: [] }));
    const events = readEvents(calendarOf(await desk.run(plan(), { hours: 40 })));
    expect(events).toHaveLength(1);
    expect(events[0]?.summary).toContain('A; B, C\\D');
  });

  it('takes the pace of the last plan, and says when it has to assume one', async () => {
    expect(textOf(await desk.run(plan()))).toContain('At 5 hours a week');
    expect(textOf(await desk.run(plan(), { hours: 8 }))).toContain('At 8 hours a week');
    const again = textOf(await desk.run(plan()));
    expect(again).toContain('At 8 hours a week');
    expect(again).not.toContain('assumed');
  });

  it('leaves out what is finished when it is made anew', async () => {
    await desk.run(desk.topic, { name: 'Kubernetes', status: 'done' });
    expect(textOf(await desk.run(plan(), { hours: 6 }))).toContain('278 hours are left');
  });

  it('has words for when nothing is left', async () => {
    for (const topic of SAMPLE_TOPICS) await desk.study.setStatus(ADA, topic, 'done', NOON);
    const ids = SAMPLE_STEPS.map((step) => step.id);
    await desk.study.tickSteps(ADA, { shown: ids, ticked: ids }, NOON);
    const message = await desk.run(plan(), { hours: 6 });
    expect(textOf(message)).toContain('Nothing is left to plan');
    expect(message.files).toBeUndefined();
  });

  it.each([
    ['2026-02-30', 'no-such-day'],
    ['31.01.2027', 'unreadable-day'],
    ['tomorrow', 'unreadable-day'],
    ['', 'unreadable-day'],
    ['+012026-01-01', 'unreadable-day'],
    // Yesterday, and more than ten years on.
    ['2026-05-03', 'day-out-of-range'],
    ['9999-12-31', 'day-out-of-range'],
  ])('refuses to start on %j as %s', async (start, code) => {
    await expect(desk.reply(plan(), { hours: 6, start })).rejects.toMatchObject({ code });
  });

  it.each([0, -3, 0.4, 81, Number.NaN])('refuses %d hours a week', async (hours) => {
    await expect(desk.reply(plan(), { hours })).rejects.toMatchObject({ code: 'plan-hours' });
  });

  it('keeps to the limits of Discord for a long list of long names', async () => {
    const topics = Array.from({ length: 80 }, (_, order) =>
      makeTopic(`t${order}`, order, {
        shortTitle: `${order} ${'_x_ '.repeat(60)}`,
        focus: makeFocus(30, '*y* '.repeat(50)),
      }),
    );
    desk.editKnowledge(makeKnowledge({ topics }));
    const message = await desk.run(plan(), { hours: 40 });
    expectWithinLimits(message);
    expect(textOf(message)).toMatch(/… and \d+ more weeks in the file\./);
  });
});

describe('a goal date', () => {
  const setGoal = async (message: MessageBody, label: string, day: string): Promise<MessageBody> =>
    desk.submit(await desk.use(message, label), { goal: day });

  it('is set under the plan, told against it, reached by a button, kept, and taken away', async () => {
    const first = await desk.run(plan(), { hours: 6 });
    expect(controlsOf(first)).toEqual(['Set a goal date']);
    // 330 hours from 4 May 2026 at 6 a week end on 23 May 2027; 31 January is 39 weeks from the start: 8.46 hours a week.
    const late = await setGoal(first, 'Set a goal date', ' 2027-01-31 ');
    expectWithinLimits(late);
    expect(textOf(late)).toContain('Your goal is **31 January 2027**: the plan ends about 16 weeks after it, with');
    expect(textOf(late)).toContain('About 8.5 hours a week would reach it.');
    expect(controlsOf(late)).toEqual(['Plan 8.5 hours a week', 'Change the goal date', 'No goal date']);
    const reached = await desk.see(late, 'Plan 8.5 hours a week');
    expect(textOf(reached)).toMatch(/At 8\.5 hours a week .* the plan ends \d days? before it\./s);
    expect(calendarOf(reached)).toContain('BEGIN:VEVENT');
    const again = await desk.run(plan(), { hours: 6 });
    expect(textOf(again)).toContain('Your goal is **31 January 2027**');
    const without = await desk.see(again, 'No goal date');
    expect(textOf(without)).not.toContain('Your goal');
    expect((await desk.study.stateOf(ADA, NOON)).record.plan).toMatchObject({ hoursPerWeek: 6, goalOn: undefined });
  });

  it('is told by /next-topic when it changes what comes next, and the plan follows the same order', async () => {
    // 7 weeks of 6 hours: less than the 52 that Kubernetes takes, enough for the 40 of Cloud ML.
    const planned = await setGoal(await desk.run(plan(), { hours: 6 }), 'Set a goal date', '2026-06-21');
    expect(textOf(planned)).toContain('**Weeks 1–6** – from 4 May 2026\n- Cloud ML Services, 6 hours a week');
    const next = textOf(await desk.run(desk.nextTopic));
    expect(next).toContain('Next: Cloud ML Services');
    expect(next).toContain(
      'It can be finished in the 42 hours that your plan leaves until your goal date; Kubernetes cannot.',
    );
    expect(next).toContain('Without your goal date Kubernetes would come first.');
  });

  it('no longer counts once it has passed', async () => {
    await setGoal(await desk.run(plan(), { hours: 6 }), 'Set a goal date', '2026-05-10');
    desk.travel(7 * 86_400_000);
    const message = await desk.run(plan());
    expect(textOf(message)).not.toContain('Your goal');
    expect(controlsOf(message)).toEqual(['Set a goal date']);
    expect(textOf(await desk.run(desk.nextTopic))).toContain('Next: Kubernetes');
  });

  it.each([
    ['2026-05-03', 'day-out-of-range'],
    ['2026-02-30', 'no-such-day'],
    ['31.01.2027', 'unreadable-day'],
    ['soon', 'unreadable-day'],
    ['2040-01-01', 'day-out-of-range'],
  ])('refuses %j as %s', async (day, code) => {
    const message = await desk.run(plan(), { hours: 6 });
    await expect(setGoal(message, 'Set a goal date', day)).rejects.toMatchObject({ code });
  });
});

describe('behind the plan', () => {
  it('is laid anew from today without what is finished, at the same pace', async () => {
    await desk.run(plan(), { hours: 6 });
    desk.travel(70 * 86_400_000);
    await desk.run(desk.topic, { name: 'Kubernetes', status: 'done' });
    const again = await desk.run(plan());
    // 330 less the 52 of Kubernetes, from 70 days after 4 May.
    expect(textOf(again)).toContain('278 hours are left. At 6 hours a week it starts on 13 July 2026');
    expect(textOf(again)).toContain('**Weeks 1–6** – from 13 July 2026\n- Cloud ML Services, 6 hours a week');
    expect(readEvents(calendarOf(again)).every((event) => event.start >= '2026-07-13')).toBe(true);
  });
});
