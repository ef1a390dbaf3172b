// The ledger forgets what is over 400 days old: it stays small, no date comes twice for that, and old buttons still answer.

import { afterEach, expect, it } from 'vitest';
import { react } from '../../src/reminders/reactions.ts';
import type { DeliveryAction } from '../../src/reminders/reminder.ts';
import { createReminderWorld, DAY_MS, HOUR_MS, type ReminderWorld } from './reminder-world.ts';

const KEPT_MS = 400 * DAY_MS;

let world: ReminderWorld;
afterEach(() => world.close());

const forget = (limit = 1_000) => world.deliveries.forgetBefore(world.clock.nowMs() - KEPT_MS, limit);

async function countRows(): Promise<number> {
  return (await world.db.selectFrom('reminder_deliveries').select('id').execute()).length;
}

it('sends one a date over three years in which old deliveries are forgotten again and again', async () => {
  world = await createReminderWorld('2026-01-01T06:00Z');
  await world.addReminder('1', '08:00');
  const startMs = world.clock.nowMs();
  const days = 3 * 365;
  for (let day = 0; day < days; day += 1) {
    const noonMs = startMs + day * DAY_MS + 6 * HOUR_MS;
    world.setTime(noonMs);
    await world.dispatcher.tick();
    await world.reminders.noteReaction('1', noonMs);
    // Setting it anew asks the ledger which dates have had theirs.
    if (day % 10 === 0) await world.addReminder('1', '08:00');
    await forget();
    await world.dispatcher.tick();
  }
  const dates = world.discord.receivedBy('1').map((message) => new Date(message.atMs).toISOString().slice(0, 10));
  expect(dates).toHaveLength(days);
  expect(new Set(dates).size).toBe(days);
  expect(await countRows()).toBe(400);
});

it('forgets the longest stored first, so many at a time, and nothing that is younger', async () => {
  world = await createReminderWorld('2026-06-01T06:00Z');
  for (const id of ['1', '2', '3']) await world.addReminder(id, '08:00');
  world.setTime('2026-06-01T08:00Z');
  await world.dispatcher.tick();
  world.setTime(Date.parse('2026-06-01T08:00Z') + KEPT_MS);
  expect(await forget()).toBe(0);
  world.setTime(world.clock.nowMs() + 1);
  expect(await forget(2)).toBe(2);
  expect(await forget(2)).toBe(1);
  expect(await forget(2)).toBe(0);
});

it.each<[DeliveryAction, string]>([
  ['snooze', 'past'],
  ['skip', 'past'],
  ['weekly', 'past'],
  ['pause', 'paused'],
  ['stop', 'stopped'],
  ['resume', 'resumed'],
])('a press on “%s” under a forgotten delivery is answered: %s', async (action, kind) => {
  world = await createReminderWorld('2026-06-01T06:00Z');
  await world.addReminder('1', '08:00');
  const press = { personId: '1', deliveryId: 'forgotten', action, nowMs: world.clock.nowMs() };
  const deps = { store: world.reminders, service: world.service, newDeliveryId: world.newDeliveryId };
  expect((await react(deps, press)).kind).toBe(kind);
});
