// The pace on a clock of its own: even, never above what a second may hold, and caught up after a busy moment.

import { expect, it } from 'vitest';
import { createSendPace, REMINDER_REQUESTS_PER_SECOND } from '../../src/reminders/send-pace.ts';

/**
 * Has all asked at once, on simulated time whose timers are a little late, and now and then much.
 * @returns when each was let through, ms
 */
async function letThrough(
  perSecond: number,
  requestCounts: readonly number[],
  stall: { readonly everyMs: number; readonly forMs: number } = { everyMs: Number.POSITIVE_INFINITY, forMs: 0 },
  holdMs = 0,
): Promise<readonly number[]> {
  let nowMs = 0;
  let nextStallMs = stall.everyMs;
  const pace = createSendPace(perSecond, {
    monotonicMs: () => nowMs,
    wait: async (durationMs) => {
      nowMs += Math.ceil(durationMs) + 0.2;
      if (nowMs < nextStallMs) return;
      nowMs += stall.forMs;
      nextStallMs += stall.everyMs;
    },
  });
  const times: number[] = [];
  const taking = requestCounts.map((count) => pace.take(count).then(() => times.push(nowMs)));
  if (holdMs > 0) pace.holdFor(holdMs);
  await Promise.all(taking);
  return times;
}

const rateOf = (times: readonly number[]): number =>
  ((times.length - 1) * 1000) / ((times.at(-1) ?? 0) - (times[0] ?? 0));

function expectNoCrowdedSecond(times: readonly number[], most: number): void {
  for (const [index, from] of times.entries()) {
    expect(times.slice(index).filter((time) => time < from + 1000).length).toBeLessThanOrEqual(most);
  }
}

it('lets 45 or more a second through, one after another', async () => {
  const times = await letThrough(REMINDER_REQUESTS_PER_SECOND, Array<number>(1000).fill(1));
  expect(rateOf(times)).toBeGreaterThan(45);
  expectNoCrowdedSecond(times, 47);
  for (const [index, time] of times.entries()) {
    if (index > 0) expect(time - (times[index - 1] ?? 0)).toBeGreaterThan(15);
  }
});

it('keeps the rate through stalls, without a crowded second', async () => {
  const stall = { everyMs: 3_000, forMs: 400 };
  const times = await letThrough(REMINDER_REQUESTS_PER_SECOND, Array<number>(1000).fill(1), stall);
  expect(rateOf(times)).toBeGreaterThan(45);
  expectNoCrowdedSecond(times, 47);
});

it('counts a delivery of two requests twice', async () => {
  const times = await letThrough(10, Array<number>(20).fill(2));
  expect(rateOf(times)).toBeLessThan(5.1);
});

it('lets nothing through while it is held, and does not catch that up', async () => {
  const times = await letThrough(10, Array<number>(8).fill(1), undefined, 5_000);
  expect(times[0]).toBeGreaterThanOrEqual(5_000);
  expect((times[7] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(690);
});

it('does not make up for a time in which nobody asked', async () => {
  let nowMs = 0;
  const pace = createSendPace(10, {
    monotonicMs: () => nowMs,
    wait: async (durationMs) => {
      nowMs += durationMs;
    },
  });
  await pace.take(1);
  nowMs += 60_000;
  await Promise.all([pace.take(1), pace.take(1), pace.take(1)]);
  expect(nowMs).toBeCloseTo(60_200);
});

it('serves in the order of asking', async () => {
  let nowMs = 0;
  const pace = createSendPace(1000, {
    monotonicMs: () => nowMs,
    wait: async (durationMs) => {
      nowMs += durationMs;
    },
  });
  const order: number[] = [];
  await Promise.all([1, 2, 3, 4].map((each) => pace.take(1).then(() => order.push(each))));
  expect(order).toEqual([1, 2, 3, 4]);
});
