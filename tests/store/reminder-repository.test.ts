// The reminder tables: found through indexes, one row a person, date and kind, gone with their person.

import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decide } from '../../src/reminders/decision.ts';
import { createReminderWorld, type ReminderWorld } from '../reminders/reminder-world.ts';

let world: ReminderWorld;

beforeEach(async () => {
  world = await createReminderWorld('2026-06-01T06:00Z');
  await world.addReminder('1', '08:00');
});

afterEach(() => world.close());

const EIGHT_MS = Date.parse('2026-06-01T08:00Z');

async function planOf(query: ReturnType<typeof sql>): Promise<string> {
  const { rows } = await sql<{ detail: string }>`explain query plan ${query}`.execute(world.db);
  return rows.map((row) => row.detail).join('; ');
}

describe('finding what is due', () => {
  it('goes through the index of due instants', async () => {
    const query = world.db
      .selectFrom('reminders')
      .selectAll()
      .where('next_at_ms', '<=', 1)
      .orderBy('next_at_ms')
      .limit(50);
    const plan = await planOf(sql.raw(query.compile().sql.replaceAll('?', '1')));
    expect(plan).toBe('SEARCH reminders USING INDEX reminders_due (next_at_ms<?)');
  });

  it('goes through the index of open deliveries', async () => {
    const query = world.db
      .selectFrom('reminder_deliveries')
      .selectAll()
      .where('act_at_ms', '<=', 1)
      .orderBy('act_at_ms')
      .limit(50);
    const plan = await planOf(sql.raw(query.compile().sql.replaceAll('?', '1')));
    expect(plan).toBe('SEARCH reminder_deliveries USING INDEX reminder_deliveries_open (act_at_ms<?)');
  });

  it('finds what is due at that very instant, and nothing that is turned off', async () => {
    await world.addReminder('2', '08:00');
    await world.service.turnOff('2', world.clock.nowMs());
    expect(await world.deliveries.findDue(EIGHT_MS - 1, 10)).toEqual([]);
    expect((await world.deliveries.findDue(EIGHT_MS, 10)).map((reminder) => reminder.personId)).toEqual(['1']);
  });
});

describe('claiming', () => {
  const claimAs = async (deliveryId: string) => {
    const [reminder] = await world.deliveries.findDue(EIGHT_MS, 1);
    if (reminder === undefined) return [];
    const decision = decide(reminder, undefined, EIGHT_MS);
    return world.deliveries.claim([{ reminder, decision, deliveryId }], EIGHT_MS, EIGHT_MS + 60_000);
  };

  it('gives a delivery to one of two that read the same reminder', async () => {
    const [reminder] = await world.deliveries.findDue(EIGHT_MS, 1);
    if (reminder === undefined) throw new Error('the reminder set above is due');
    const decision = decide(reminder, undefined, EIGHT_MS);
    const claim = (deliveryId: string) =>
      world.deliveries.claim([{ reminder, decision, deliveryId }], EIGHT_MS, EIGHT_MS + 60_000);
    const both = await Promise.all([claim('a'), claim('b')]);
    expect(both.flat()).toHaveLength(1);
  });

  it('gives nothing for a date that has its row, and moves the reminder on all the same', async () => {
    expect(await claimAs('a')).toHaveLength(1);
    await world.db.updateTable('reminders').set({ next_at_ms: EIGHT_MS }).execute();
    expect(await claimAs('b')).toEqual([]);
    expect((await world.reminders.find('1'))?.nextAtMs).toBe(EIGHT_MS + 86_400_000);
  });

  it('leaves a lease alone until it ends, then counts the next attempt', async () => {
    await claimAs('a');
    expect(await world.deliveries.reclaim(EIGHT_MS + 59_999, EIGHT_MS + 120_000, 10)).toEqual([]);
    const [again] = await world.deliveries.reclaim(EIGHT_MS + 60_000, EIGHT_MS + 120_000, 10);
    expect(again?.delivery).toMatchObject({ id: 'a', attempts: 2, firstClaimedAtMs: EIGHT_MS });
  });

  it('keeps the first record of a delivery', async () => {
    await claimAs('a');
    await world.deliveries.recordSent('a', { messageId: 'm1', channelId: 'c', atMs: EIGHT_MS, isLate: false });
    await world.deliveries.recordSent('a', { messageId: 'm2', channelId: 'c', atMs: EIGHT_MS, isLate: false });
    await world.deliveries.recordClosed('a', EIGHT_MS);
    expect(await world.reminders.find('1')).toMatchObject({ status: 'active', unansweredCount: 1 });
    expect((await world.reminders.findDelivery('a'))?.state).toBe('sent');
  });
});

it('drops reminder and ledger with the person', async () => {
  await world.runUntil('2026-06-01T08:00Z');
  await world.db.deleteFrom('people').where('id', '=', '1').execute();
  expect(await world.reminders.find('1')).toBeUndefined();
  expect(await world.db.selectFrom('reminder_deliveries').selectAll().execute()).toEqual([]);
});
