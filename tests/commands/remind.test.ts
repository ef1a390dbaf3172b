// `/remind` and the buttons under a reminder, called as the router calls them, on a real database.

import { ComponentType } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command, OptionValues } from '../../src/commands/command.ts';
import { createRemindCommand } from '../../src/commands/remind.ts';
import { UserError } from '../../src/operations/user-error.ts';
import { createQuiz } from '../../src/quiz/quiz-service.ts';
import { createTimezoneFinder } from '../../src/reminders/timezones.ts';
import { createQuizRepository } from '../../src/store/quiz-repository.ts';
import { readCustomId } from '../../src/views/custom-id.ts';
import type { MessageBody } from '../../src/views/message.ts';
import { refusalText } from '../../src/views/refusal-text.ts';
import { directMessagesClosedView } from '../../src/views/remind-view.ts';
import { createReminderWorld, HOUR_MS, LESSON, MINUTE_MS, type ReminderWorld } from '../reminders/reminder-world.ts';
import { expectWithinLimits } from './expect-within-limits.ts';

const ADA = '100000000000000001';

let world: ReminderWorld;
let command: Command;
let nudges: number;

beforeEach(async () => {
  world = await createReminderWorld('2026-06-01T06:00Z');
  nudges = 0;
  command = createRemindCommand({
    service: world.service,
    store: world.reminders,
    timezones: createTimezoneFinder(),
    newDeliveryId: world.newDeliveryId,
    dispatchSoon: () => {
      nudges += 1;
    },
    card: {
      quiz: createQuiz({
        store: createQuizRepository(world.db),
        catalogue: () => ({ cards: [], byId: new Map() }),
        random: Math.random,
        timezoneOf: async () => 'UTC',
      }),
      lessons: { outline: async () => LESSON },
    },
  });
  await world.db.insertInto('people').values({ id: ADA, timezone: null, created_at_ms: 0 }).execute();
});

afterEach(() => world.close());

function asked() {
  const place = { guildId: 'g', channelId: 'c', isDirectMessage: false, canManageServer: false };
  return { person: { id: ADA, displayName: 'Ada' }, place, nowMs: world.clock.nowMs() };
}

async function run(subcommand: string, options: OptionValues = {}): Promise<MessageBody> {
  const reply = await command.run({ ...asked(), subcommand, options });
  if (reply.kind !== 'message') throw new Error(`a ${reply.kind} is no message`);
  expectWithinLimits(reply.message);
  return reply.message;
}

async function refusalOf(subcommand: string, options: OptionValues): Promise<string> {
  const fault: unknown = await run(subcommand, options).catch((thrown: unknown) => thrown);
  if (!(fault instanceof UserError)) throw new Error('it was not refused');
  return refusalText(fault.code, fault.details);
}

const textOf = (message: MessageBody): string =>
  [message.content ?? '', ...(message.embeds ?? []).map((embed) => `${embed.title ?? ''}\n${embed.description ?? ''}`)]
    .join('\n')
    .replaceAll('\\', '')
    .trim();

function buttonsOf(message: MessageBody): ReadonlyMap<string, string> {
  const buttons = (message.components ?? []).flatMap((row) => row.components);
  return new Map(
    buttons.flatMap((each) =>
      each.type === ComponentType.Button && 'custom_id' in each ? [[each.label ?? '', each.custom_id] as const] : [],
    ),
  );
}

/** Presses as the router does; the edit's message. */
async function press(message: MessageBody, label: string): Promise<MessageBody> {
  const raw = readCustomId(buttonsOf(message).get(label) ?? '');
  const handler = command.components.find((each) => each.kind.name === raw?.name);
  if (raw === undefined || handler === undefined)
    throw new Error(`no button ${label}: ${[...buttonsOf(message).keys()]}`);
  expect(raw.ownerId).toBe(ADA);
  const reply = await handler.run(raw, { ...asked(), args: undefined, values: [], fields: {} });
  if (reply.kind !== 'edit') throw new Error(`a ${reply.kind} is no edit`);
  expectWithinLimits(reply.message);
  return reply.message;
}

const stamp = (instant: string): string => `<t:${Date.parse(instant) / 1000}:F>`;

/** Runs until the next reminder has come, and returns it. */
async function receive(until: string): Promise<MessageBody> {
  await world.runUntil(until);
  const message = world.discord.receivedBy(ADA).at(-1);
  if (message === undefined) throw new Error('nothing came');
  expectWithinLimits(message.body);
  return message.body;
}

describe('/remind daily', () => {
  it('says when the first one comes, in the zone of the city that was typed', async () => {
    const text = textOf(await run('daily', { time: '8:30', timezone: 'Auckland', days: 'weekdays' }));
    expect(text).toContain('a direct message from Monday to Friday at 08:30 (Pacific/Auckland)');
    // 06:00 UTC on Monday is 18:00 there; the next 08:30 is Tuesday's, 20:30 UTC.
    expect(text).toContain(stamp('2026-06-01T20:30Z'));
  });

  it('takes the default zone for somebody it knows nothing of, and says so', async () => {
    expect(textOf(await run('daily', { time: '08:00' }))).toContain('I do not know where you are, so I take UTC');
    await run('daily', { time: '08:00', timezone: 'Europe/Berlin' });
    expect(textOf(await run('daily', { time: '09:00' }))).toContain('09:00 (Europe/Berlin)');
  });

  it('refuses a time, days and a zone that it cannot read, naming what it got', async () => {
    expect(await refusalOf('daily', { time: '25:00' })).toContain('“25:00” is no time of day');
    expect(await refusalOf('daily', { time: '08:00', days: 'someday' })).toContain('“someday” names no days');
    expect(await refusalOf('daily', { time: '08:00', timezone: 'Mars/Base' })).toContain(
      'no time zone or city “Mars/Base”',
    );
    expect(await refusalOf('daily', { time: '08:00', timezone: 'Birmingham' })).toContain(
      'Europe/London, America/Chicago',
    );
    expect(await world.reminders.find(ADA)).toBeUndefined();
  });

  it('says that today has had its reminder when the time is set anew', async () => {
    await run('daily', { time: '08:00' });
    await world.runUntil('2026-06-01T09:00Z');
    const text = textOf(await run('daily', { time: '10:00' }));
    expect(text).toContain('had your one reminder for that day already');
    expect(text).toContain(stamp('2026-06-02T10:00Z'));
  });
});

describe('autocomplete', () => {
  const complete = (name: string, value: string) =>
    command.complete?.({ ...asked(), subcommand: 'daily', focused: { name, value }, options: {} }) ?? [];

  it('offers zones with place and local time, within the limits', async () => {
    const choices = await complete('timezone', 'mun');
    expect(choices[0]).toEqual({ name: 'Europe/Berlin · now 08:00 · Munich, Germany', value: 'Europe/Berlin' });
    for (const query of ['', 'a', 'san']) {
      const all = await complete('timezone', query);
      expect(all.length).toBeLessThanOrEqual(25);
      for (const { name, value } of all) {
        expect(name.length).toBeLessThanOrEqual(100);
        expect(value.length).toBeLessThanOrEqual(100);
      }
    }
  });

  it('offers the named days, and a list that can be read', async () => {
    expect((await complete('days', '')).map((choice) => choice.value)).toEqual(['daily', 'weekdays', 'weekends']);
    expect((await complete('days', 'week')).map((choice) => choice.value)).toEqual(['weekdays', 'weekends']);
    expect(await complete('days', 'Mon, Wed')).toEqual([{ name: 'mon, wed', value: 'mon, wed' }]);
    expect(await complete('days', 'nonsense')).toEqual([]);
  });
});

describe('/remind pause, off and status', () => {
  it('pauses for as many reminders as days, and ends the pause by a button', async () => {
    await run('daily', { time: '08:00' });
    const paused = await run('pause', { for: 3 });
    expect(textOf(paused)).toContain(stamp('2026-06-04T08:00Z'));
    expect(textOf(await run('pause', { for: 3 }))).toContain(stamp('2026-06-04T08:00Z'));
    expect(textOf(await run('status'))).toContain('Paused until');
    expect(textOf(await press(paused, 'End the pause'))).toContain(stamp('2026-06-01T08:00Z'));
  });

  it('counts the days from now, not from the next reminder', async () => {
    await run('daily', { time: '05:00', days: 'fri-mon' });
    // Monday's is over at 06:00, so the pause is Tuesday.
    expect(textOf(await run('pause', { for: 1 }))).toContain(stamp('2026-06-05T05:00Z'));
    expect(textOf(await run('pause', { for: 4 }))).toContain(stamp('2026-06-06T05:00Z'));
  });

  it('refuses a pause of no length', async () => {
    await run('daily', { time: '08:00' });
    expect(await refusalOf('pause', { for: 0 })).toContain('1 to 365 whole days, not “0”');
  });

  it('turns off and on again with the schedule as it was', async () => {
    await run('daily', { time: '08:00', days: 'mon,wed' });
    const off = await run('off');
    await world.runUntil('2026-06-03T12:00Z', HOUR_MS);
    expect(world.discord.received).toEqual([]);
    expect(textOf(await run('pause', { for: 2 }))).toContain('They are off');
    expect(textOf(await press(off, 'Turn them on again'))).toContain('Monday and Wednesday at 08:00');
  });

  it('says that there is none yet, whatever is asked of it', async () => {
    for (const subcommand of ['status', 'off']) expect(textOf(await run(subcommand))).toContain('You have none');
    expect(textOf(await run('pause', { for: 1 }))).toContain('You have none');
  });

  it('shows the schedule, what comes next and what became of the last ones', async () => {
    await run('daily', { time: '08:00' });
    await world.runUntil('2026-06-02T09:00Z', HOUR_MS);
    const text = textOf(await run('status'));
    expect(text).toContain('every day at 08:00 (UTC)');
    expect(text).toContain(stamp('2026-06-03T08:00Z'));
    expect(text).toContain('2 in a row went unanswered');
    expect(text.match(/: sent$/gm)).toHaveLength(2);
  });

  it('shows closed DMs with a way out that works', async () => {
    await run('daily', { time: '08:00' });
    world.discord.closed.add(ADA);
    await world.runUntil('2026-06-01T08:00Z');
    const status = await run('status');
    expect(textOf(status)).toContain('Held up');
    world.discord.closed.delete(ADA);
    expect(textOf(await press(status, 'Try again'))).toContain('Trying again');
    expect(nudges).toBe(1);
    await world.dispatcher.tick();
    expect(world.discord.receivedBy(ADA)).toHaveLength(1);
    const news = directMessagesClosedView(ADA, world.clock.nowMs());
    expectWithinLimits(news);
    expect(textOf(await press(news, 'Try again'))).toContain('Nothing to try');
  });
});

describe('the buttons of a reminder', () => {
  beforeEach(() => run('daily', { time: '08:00' }));

  it('carries the lesson with its own buttons', async () => {
    const message = await receive('2026-06-01T08:00Z');
    expect([...buttonsOf(message).keys()]).toEqual([
      'A',
      'B',
      'C',
      'D',
      'Skip and show',
      'Snooze 1 h',
      'Skip today',
      'Pause a week',
      'Stop reminders',
    ]);
  });

  it('puts it off by an hour once, however often it is pressed', async () => {
    const message = await receive('2026-06-01T08:00Z');
    world.setTime('2026-06-01T08:10Z');
    const answers = [await press(message, 'Snooze 1 h'), await press(message, 'Snooze 1 h')];
    for (const answer of answers) expect(textOf(answer)).toContain(`<t:${Date.parse('2026-06-01T09:10Z') / 1000}:t>`);
    // It takes the lesson's place: a card without its buttons would only mislead.
    expect(textOf(message)).toContain('Your next small step');
    expect(answers[0]).toMatchObject({ content: '', embeds: [{ title: 'Put off' }] });
    const second = await receive('2026-06-01T12:00Z');
    expect(world.discord.receivedBy(ADA).map((each) => new Date(each.atMs).toISOString().slice(11, 16))).toEqual([
      '08:00',
      '09:10',
    ]);
    expect(textOf(await press(second, 'Snooze 1 h'))).toContain('Put off');
    expect(textOf(await press(message, 'Snooze 1 h'))).toContain('from an earlier time');
  });

  it('does not come back after a snooze to somebody who has studied meanwhile', async () => {
    const message = await receive('2026-06-01T08:00Z');
    await press(message, 'Snooze 1 h');
    world.setTime('2026-06-01T08:30Z');
    await world.study(ADA);
    await world.runUntil('2026-06-01T12:00Z');
    expect(world.discord.receivedBy(ADA)).toHaveLength(1);
  });

  it('skips what was put off', async () => {
    const message = await receive('2026-06-01T08:00Z');
    await press(message, 'Snooze 1 h');
    expect(textOf(await press(message, 'Skip today'))).toContain(stamp('2026-06-02T08:00Z'));
    await world.runUntil('2026-06-01T20:00Z');
    expect(world.discord.receivedBy(ADA)).toHaveLength(1);
  });

  it('pauses for seven reminders, and a second press days later does not lengthen it', async () => {
    const message = await receive('2026-06-01T08:00Z');
    expect(textOf(await press(message, 'Pause a week'))).toContain(stamp('2026-06-09T08:00Z'));
    world.setTime('2026-06-04T12:00Z');
    expect(textOf(await press(message, 'Pause a week'))).toContain(stamp('2026-06-09T08:00Z'));
  });

  it('stops, and a pause afterwards changes nothing', async () => {
    const message = await receive('2026-06-01T08:00Z');
    expect(textOf(await press(message, 'Stop reminders'))).toContain('no more reminders');
    expect(textOf(await press(message, 'Pause a week'))).toContain('not on at the moment');
    await world.runUntil('2026-06-03T09:00Z', HOUR_MS);
    expect(world.discord.receivedBy(ADA)).toHaveLength(1);
  });

  it('says plainly what is too old to put off, a month later', async () => {
    const message = await receive('2026-06-01T08:00Z');
    world.setTime('2026-07-01T12:00Z');
    expect(textOf(await press(message, 'Snooze 1 h'))).toContain('from an earlier time');
    expect(textOf(await press(message, 'Skip today'))).toContain('from an earlier time');
    expect(textOf(await press(message, 'Stop reminders'))).toContain('Stopped');
  });

  it('says that the reminder is gone once everything about the person was deleted', async () => {
    const message = await receive('2026-06-01T08:00Z');
    await world.db.deleteFrom('people').where('id', '=', ADA).execute();
    expect(textOf(await press(message, 'Snooze 1 h'))).toContain('has been deleted since');
  });

  it('counts a press as the proof of arrival that the process could not record', async () => {
    await world.runUntil('2026-06-01T07:59Z');
    world.setTime('2026-06-01T08:00Z');
    const forgetful = world.newDispatcher({
      store: { ...world.deliveries, recordSent: () => Promise.reject(new Error('the disk is full')) },
    });
    expect(await forgetful.tick()).toMatchObject({ faulted: 1 });
    const message = world.discord.receivedBy(ADA)[0]?.body ?? {};
    await press(message, 'Stop reminders');
    await run('daily', { time: '08:00' });
    await world.runUntil('2026-06-01T12:00Z');
    expect(world.discord.receivedBy(ADA)).toHaveLength(1);
  });
});

describe('the question before it falls silent', () => {
  const question = async (): Promise<MessageBody> => {
    await run('daily', { time: '08:00' });
    await world.runUntil('2026-07-12T08:00Z', HOUR_MS);
    const message = world.discord.receivedBy(ADA).at(-1)?.body ?? {};
    expectWithinLimits(message);
    expect(textOf(message)).toContain('Shall I keep reminding you?');
    return message;
  };

  it('goes on daily when that is wanted', async () => {
    expect(textOf(await press(await question(), 'Go on as before'))).toContain(stamp('2026-07-13T08:00Z'));
    await world.runUntil('2026-07-15T09:00Z', HOUR_MS);
    expect(world.discord.receivedBy(ADA)).toHaveLength(12 + 3);
  });

  it('goes on once a week, on the weekday of the question', async () => {
    const weekly = textOf(await press(await question(), 'Once a week'));
    // 2026-07-12 is a Sunday.
    expect(weekly).toContain('every Sunday');
    expect(weekly).toContain(stamp('2026-07-19T08:00Z'));
  });

  it('stays silent when nothing is pressed, and its status says why', async () => {
    await question();
    await world.runUntil('2026-12-01T00:00Z', 30 * MINUTE_MS * 48);
    expect(world.discord.receivedBy(ADA)).toHaveLength(12);
    expect(textOf(await run('status'))).toContain('Stopped');
  });
});
