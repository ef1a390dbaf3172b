// What may happen to a delivery between its claim and its message: time passes, the person studies, clocks and zones move.

import { afterEach, describe, expect, it } from 'vitest';
import { createReminderWorld, LESSON, MINUTE_MS, type ReminderWorld } from './reminder-world.ts';

let world: ReminderWorld;
afterEach(() => world.close());

const texts = (personId: string): readonly string[] =>
  world.discord.receivedBy(personId).map((message) => JSON.stringify(message.body));

/** A reminder due at eight, and a dispatcher to which something happens while it composes the lesson; then the next look. */
async function tickWhile(happens: () => void | Promise<void>): Promise<void> {
  world = await createReminderWorld('2026-06-01T06:00Z');
  await world.addReminder('1', '08:00');
  world.setTime('2026-06-01T08:00Z');
  let isFirst = true;
  await world
    .newDispatcher({
      compose: async () => {
        if (isFirst) await happens();
        isFirst = false;
        return LESSON;
      },
    })
    .tick();
  await world.dispatcher.tick();
}

describe('between claim and message', () => {
  it('sends nothing to somebody who studies in that moment', async () => {
    await tickWhile(() => world.study('1'));
    expect(texts('1')).toEqual([]);
    expect((await world.reminders.lastDeliveries('1', 1))[0]).toMatchObject({ state: 'skipped', reason: 'studied' });
  });

  it('sends one, marked late, when the machine slept for hours', async () => {
    await tickWhile(() => world.setTime('2026-06-01T11:00Z'));
    expect(texts('1')).toHaveLength(1);
    expect(texts('1')[0]).toContain('Late: this was due');
  });

  it('sends none when the machine slept for more than twelve hours', async () => {
    await tickWhile(() => world.setTime('2026-06-01T20:01Z'));
    expect(texts('1')).toEqual([]);
    expect((await world.reminders.lastDeliveries('1', 1))[0]).toMatchObject({ state: 'skipped', reason: 'too-late' });
  });

  it('marks late what a process claimed and never sent, once the next one finds it', async () => {
    world = await createReminderWorld('2026-06-01T06:00Z');
    await world.addReminder('1', '08:00');
    world.setTime('2026-06-01T08:00Z');
    // The claim is written, and the process gone.
    await world
      .newDispatcher({ messenger: { ...world.discord, sendDirectMessage: () => Promise.reject(new Error('gone')) } })
      .tick();
    world.setTime('2026-06-01T11:00Z');
    await world.dispatcher.tick();
    expect(texts('1')).toHaveLength(1);
    expect(texts('1')[0]).toContain('Late: this was due');
  });
});

describe('clocks and zones', () => {
  it('sends no second one when the clock is set back, and goes on when it is right again', async () => {
    world = await createReminderWorld('2026-06-01T06:00Z');
    await world.addReminder('1', '08:00');
    await world.runUntil('2026-06-01T08:01Z');
    world.setTime('2026-05-30T07:00Z');
    await world.runUntil('2026-06-02T07:59Z', 10 * MINUTE_MS);
    expect(texts('1')).toHaveLength(1);
    await world.runUntil('2026-06-02T08:00Z');
    expect(texts('1')).toHaveLength(2);
  });

  it('sends no second one for a date that was had, when the clock is set back and the time set anew', async () => {
    world = await createReminderWorld('2026-06-01T06:00Z');
    await world.addReminder('1', '08:00');
    await world.runUntil('2026-06-01T08:01Z');
    world.setTime('2026-06-01T07:00Z');
    await world.addReminder('1', '07:30');
    await world.runUntil('2026-06-02T07:00Z', 10 * MINUTE_MS);
    expect(texts('1')).toHaveLength(1);
  });

  it('sends one a local date to somebody who flies over the date line and back', async () => {
    world = await createReminderWorld('2026-06-01T00:00Z');
    // Auckland (+12) has had Monday's at 20:00Z on Sunday's date in UTC; Los Angeles (-7) begins its Monday hours later.
    await world.addReminder('1', '14:00', 'Pacific/Auckland');
    await world.runUntil('2026-06-01T02:00Z');
    await world.addReminder('1', '15:00', 'America/Los_Angeles');
    await world.runUntil('2026-06-02T23:00Z', 10 * MINUTE_MS);
    await world.addReminder('1', '16:00', 'Pacific/Auckland');
    await world.runUntil('2026-06-06T00:00Z', 10 * MINUTE_MS);
    const deliveries = await world.reminders.lastDeliveries('1', 20);
    const dates = deliveries.map((delivery) => delivery.localDate);
    expect(new Set(dates).size).toBe(dates.length);
    expect(texts('1')).toHaveLength(dates.length);
    // The first of June in Auckland, the second in Los Angeles, then Auckland's again from the fourth on.
    expect(dates.toReversed()).toEqual(['2026-06-01', '2026-06-02', '2026-06-03', '2026-06-04', '2026-06-05']);
  });

  it.each([
    ['gap', '2026-03-27T12:00Z', '2026-03-31T12:00Z'],
    ['overlap', '2026-10-23T12:00Z', '2026-10-27T12:00Z'],
  ])('sends one on each of four dates over a %s of the clocks', async (_name, start, end) => {
    world = await createReminderWorld(start);
    await world.addReminder('1', '02:30', 'Europe/Berlin');
    await world.runUntil(end, 30 * MINUTE_MS);
    expect(texts('1')).toHaveLength(4);
  });
});
