// The dispatcher on a real database: what is sent, when, to whom, and what is not.

import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { createReminderWorld, DAY_MS, HOUR_MS, LESSON, MINUTE_MS, type ReminderWorld } from './reminder-world.ts';

let world: ReminderWorld;
afterEach(() => world.close());

const receivedTimes = (personId: string): readonly string[] =>
  world.discord.receivedBy(personId).map((message) => new Date(message.atMs).toISOString().slice(0, 16));

describe('an ordinary day', () => {
  it('brings the lesson once, at its time, and again the next day', async () => {
    world = await createReminderWorld('2026-06-01T06:00Z');
    await world.addReminder('1', '08:00');
    await world.runUntil('2026-06-02T12:00Z');
    expect(receivedTimes('1')).toEqual(['2026-06-01T08:00', '2026-06-02T08:00']);
    const text = JSON.stringify(world.discord.receivedBy('1')[0]?.body);
    expect(text).toContain('Kubernetes');
    expect(text).toContain('kubectl get pods');
    expect(text).not.toContain('Late');
  });

  it('keeps to the wall clock when the clocks change', async () => {
    // Berlin: 07:00 UTC in winter, 06:00 UTC after 2026-03-29 01:00 UTC.
    world = await createReminderWorld('2026-03-28T00:00Z');
    await world.addReminder('1', '08:00', 'Europe/Berlin');
    await world.runUntil('2026-03-29T23:00Z');
    expect(receivedTimes('1')).toEqual(['2026-03-28T07:00', '2026-03-29T06:00']);
  });

  it('sends nothing to somebody who has studied that user-day, also after midnight before the rollover', async () => {
    world = await createReminderWorld('2026-06-01T06:00Z');
    await world.addReminder('1', '01:30');
    world.setTime('2026-06-01T22:00Z');
    await world.study('1');
    await world.runUntil('2026-06-02T12:00Z');
    expect(receivedTimes('1')).toEqual([]);
    await world.runUntil('2026-06-03T12:00Z');
    expect(receivedTimes('1')).toEqual(['2026-06-03T01:30']);
  });

  it('sends the reminder that somebody asks for later on a day on which they had studied', async () => {
    world = await createReminderWorld('2026-06-01T06:00Z');
    await world.addPerson('1');
    await world.study('1');
    world.setTime('2026-06-01T07:58:30Z');
    await world.addReminder('1', '08:00');
    await world.runUntil('2026-06-01T12:00Z');
    expect(receivedTimes('1')).toEqual(['2026-06-01T08:00']);
  });

  it('never sends a second one for a local date, also when the time is set anew', async () => {
    world = await createReminderWorld('2026-06-01T06:00Z');
    await world.addReminder('1', '08:00');
    await world.runUntil('2026-06-01T08:30Z');
    const again = await world.service.setDaily(
      '1',
      { time: '10:00', days: ['mon', 'tue'], timezone: undefined, channelId: undefined },
      world.clock.nowMs(),
    );
    expect(again).toMatchObject({ hadTodays: true, nextAtMs: Date.parse('2026-06-02T10:00Z') });
    await world.runUntil('2026-06-02T12:00Z');
    expect(receivedTimes('1')).toEqual(['2026-06-01T08:00', '2026-06-02T10:00']);
  });

  it('sends a plain reminder when the lesson cannot be made', async () => {
    world = await createReminderWorld('2026-06-01T08:00Z');
    await world.addReminder('1', '08:01');
    world.setTime('2026-06-01T08:01Z');
    const dispatcher = world.newDispatcher({ compose: () => Promise.reject(new Error('the quiz is broken')) });
    expect(await dispatcher.tick()).toMatchObject({ sent: 1, faulted: 0 });
    expect(JSON.stringify(world.discord.receivedBy('1')[0]?.body)).toContain('/next-topic');
  });
});

describe('after downtime', () => {
  it('sends one, marked late, for the last of several missed days', async () => {
    world = await createReminderWorld('2026-06-01T06:00Z');
    await world.addReminder('1', '08:00');
    world.setTime('2026-06-04T11:30Z');
    await world.dispatcher.tick();
    await world.runUntil('2026-06-04T20:00Z');
    expect(receivedTimes('1')).toEqual(['2026-06-04T11:30']);
    expect(JSON.stringify(world.discord.receivedBy('1')[0]?.body)).toContain('Late');
  });

  it('sends what is 12 hours late, and nothing that is later', async () => {
    world = await createReminderWorld('2026-06-01T06:00Z');
    await world.addReminder('1', '08:00');
    await world.addReminder('2', '07:59');
    world.setTime('2026-06-01T20:00Z');
    await world.dispatcher.tick();
    expect(receivedTimes('1')).toEqual(['2026-06-01T20:00']);
    expect(receivedTimes('2')).toEqual([]);
    const [missed] = await world.reminders.lastDeliveries('2', 1);
    expect(missed).toMatchObject({ state: 'skipped', reason: 'too-late' });
  });

  it('sends nothing late to somebody who has studied since', async () => {
    world = await createReminderWorld('2026-06-01T06:00Z');
    await world.addReminder('1', '08:00');
    world.setTime('2026-06-01T09:00Z');
    await world.study('1');
    world.setTime('2026-06-01T11:00Z');
    expect(await world.dispatcher.tick()).toMatchObject({ due: 1, sent: 0 });
  });
});

describe('nobody answers', () => {
  it('sends seven daily ones, four weekly ones, then asks once and stops', async () => {
    world = await createReminderWorld('2026-06-01T06:00Z');
    await world.addReminder('1', '08:00');
    await world.runUntil('2026-10-01T00:00Z', HOUR_MS);
    const days = ['06-01', '06-02', '06-03', '06-04', '06-05', '06-06', '06-07'];
    const weeks = ['06-14', '06-21', '06-28', '07-05'];
    const question = '07-12';
    expect(receivedTimes('1')).toEqual([...days, ...weeks, question].map((date) => `2026-${date}T08:00`));
    expect(world.discord.receivedBy('1').at(-1)?.body.content).toContain('Shall I keep reminding you?');
    expect((await world.reminders.find('1'))?.status).toBe('stopped');
  });

  it('comes daily again once the person has studied', async () => {
    world = await createReminderWorld('2026-06-01T06:00Z');
    await world.addReminder('1', '08:00');
    await world.runUntil('2026-06-13T20:00Z', HOUR_MS);
    expect(receivedTimes('1')).toHaveLength(7);
    await world.study('1');
    await world.runUntil('2026-06-16T20:00Z', HOUR_MS);
    expect(receivedTimes('1').slice(7)).toEqual(['2026-06-14T08:00', '2026-06-15T08:00', '2026-06-16T08:00']);
  });

  it('counts a press on a button as an answer', async () => {
    world = await createReminderWorld('2026-06-01T06:00Z');
    await world.addReminder('1', '08:00');
    await world.runUntil('2026-06-07T09:00Z', HOUR_MS);
    await world.reminders.noteReaction('1', world.clock.nowMs());
    await world.runUntil('2026-06-09T09:00Z', HOUR_MS);
    expect(receivedTimes('1')).toHaveLength(9);
  });
});

describe('Discord does not take it', () => {
  it('keeps the schedule and rests when DMs are closed, however long it lasts', async () => {
    world = await createReminderWorld('2026-06-01T06:00Z');
    await world.addReminder('1', '08:00');
    world.discord.closed.add('1');
    const before = world.discord.requestCount;
    await world.runUntil('2026-06-20T00:00Z', HOUR_MS);
    expect(world.discord.requestCount - before).toBe(1);
    expect(await world.reminders.find('1')).toMatchObject({ status: 'dm-closed', schedule: { time: '08:00' } });
  });

  it('tells of closed DMs once', async () => {
    world = await createReminderWorld('2026-06-01T06:00Z');
    await world.addReminder('1', '08:00');
    world.discord.closed.add('1');
    await world.runUntil('2026-06-01T08:00Z');
    expect(await world.service.takeClosedNews('1', world.clock.nowMs())).toBe(Date.parse('2026-06-01T08:00Z'));
    expect(await world.service.takeClosedNews('1', world.clock.nowMs())).toBeUndefined();
  });

  it('sends the refused lesson once DMs are open and it is tried again', async () => {
    world = await createReminderWorld('2026-06-01T06:00Z');
    await world.addReminder('1', '08:00');
    world.discord.closed.add('1');
    await world.runUntil('2026-06-01T09:00Z');
    world.discord.closed.delete('1');
    expect(await world.service.retryDirectMessages('1', world.clock.nowMs())).toEqual({ kind: 'trying' });
    expect(await world.service.retryDirectMessages('1', world.clock.nowMs())).toMatchObject({ kind: 'not-closed' });
    await world.runUntil('2026-06-02T09:00Z');
    expect(receivedTimes('1')).toEqual(['2026-06-01T09:00', '2026-06-02T08:00']);
  });

  it('shows that DMs work by a short message when the refused lesson is too old', async () => {
    world = await createReminderWorld('2026-06-01T06:00Z');
    await world.addReminder('1', '08:00');
    world.discord.closed.add('1');
    await world.runUntil('2026-06-03T10:00Z');
    world.discord.closed.delete('1');
    await world.service.retryDirectMessages('1', world.clock.nowMs());
    await world.runUntil('2026-06-04T09:00Z');
    expect(receivedTimes('1')).toEqual(['2026-06-03T10:00', '2026-06-04T08:00']);
    expect(world.discord.receivedBy('1')[0]?.body.content).toContain('This works');
  });

  it('tries for 12 hours with growing pauses, then lets it be until the next day', async () => {
    world = await createReminderWorld('2026-06-01T06:00Z');
    await world.addReminder('1', '08:00');
    world.discord.isDown = true;
    const before = world.discord.requestCount;
    await world.runUntil('2026-06-02T07:59Z');
    // 0:30, 1, 2, 4, 8, 16 minutes, then every half an hour: 6 + 23 tries at most, each one search or send.
    const tries = world.discord.requestCount - before;
    expect(tries).toBeGreaterThan(10);
    expect(tries).toBeLessThan(35);
    world.discord.isDown = false;
    expect((await world.reminders.lastDeliveries('1', 1))[0]).toMatchObject({ state: 'failed', reason: 'unreachable' });
    await world.runUntil('2026-06-02T09:00Z');
    expect(receivedTimes('1')).toEqual(['2026-06-02T08:00']);
  });

  it('delivers when Discord is back within 12 hours', async () => {
    world = await createReminderWorld('2026-06-01T06:00Z');
    await world.addReminder('1', '08:00');
    world.discord.isDown = true;
    await world.runUntil('2026-06-01T09:00Z');
    world.discord.isDown = false;
    await world.runUntil('2026-06-01T12:00Z');
    expect(receivedTimes('1')).toHaveLength(1);
  });
});

describe('many at once', () => {
  it('sends to each of 300 people due in one minute exactly once, from two dispatchers at the same time', async () => {
    world = await createReminderWorld('2026-06-01T06:00Z');
    for (let id = 1; id <= 300; id += 1) await world.addReminder(String(id), '08:00');
    world.setTime('2026-06-01T08:00Z');
    const second = world.newDispatcher();
    const reports = await Promise.all([world.dispatcher.tick(), second.tick(), world.dispatcher.tick()]);
    expect(reports[0]).toEqual(reports[2]);
    expect(world.discord.received).toHaveLength(300);
    expect(new Set(world.discord.received.map((message) => message.personId)).size).toBe(300);
  });

  it('looks once more when it is asked to while its last message is on its way', async () => {
    world = await createReminderWorld('2026-06-01T06:00Z');
    await world.addReminder('1', '08:00');
    await world.addReminder('2', '09:00');
    world.setTime('2026-06-01T08:00Z');
    const answer = Promise.withResolvers<void>();
    const onItsWay = Promise.withResolvers<void>();
    const dispatcher = world.newDispatcher({
      messenger: {
        ...world.discord,
        async sendDirectMessage(...args) {
          onItsWay.resolve();
          await answer.promise;
          return world.discord.sendDirectMessage(...args);
        },
      },
    });
    const first = dispatcher.tick();
    await onItsWay.promise;
    // By now it waits for the answer alone.
    await setImmediate();
    world.setTime('2026-06-01T09:00Z');
    const joined = dispatcher.tick();
    answer.resolve();
    expect(await joined).toMatchObject({ due: 2, sent: 2 });
    expect(await first).toMatchObject({ due: 2, sent: 2 });
    expect(receivedTimes('2')).toEqual(['2026-06-01T09:00']);
  });

  it('puts off by a day one reminder whose zone is no longer known, and sends the others', async () => {
    world = await createReminderWorld('2026-06-01T06:00Z');
    await world.addReminder('1', '08:00');
    await world.addReminder('2', '08:00');
    await world.db.updateTable('reminders').set({ timezone: 'Mars/Base' }).where('person_id', '=', '1').execute();
    world.setTime('2026-06-01T08:00Z');
    expect(await world.dispatcher.tick()).toMatchObject({ due: 2, sent: 1 });
    expect((await world.reminders.find('1'))?.nextAtMs).toBe(Date.parse('2026-06-01T08:00Z') + DAY_MS);
  });

  it('gives back what it had claimed and not begun when it is stopped, so that the next start sends it', async () => {
    world = await createReminderWorld('2026-06-01T06:00Z');
    // More than are ever under way at once.
    for (let id = 1; id <= 40; id += 1) await world.addReminder(String(id), '08:00');
    world.setTime('2026-06-01T08:00Z');
    let sends = 0;
    const stopping = world.newDispatcher({
      compose: async () => {
        sends += 1;
        if (sends === 3) void stopping.stop();
        return LESSON;
      },
    });
    await stopping.tick();
    await stopping.stop();
    expect(world.discord.received.length).toBeLessThan(40);
    await world.newDispatcher().tick();
    expect(world.discord.received).toHaveLength(40);
    world.setTime(world.clock.nowMs() + 5 * MINUTE_MS);
    await world.newDispatcher().tick();
    expect(world.discord.received).toHaveLength(40);
  });
});
