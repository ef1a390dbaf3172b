// The pace on a clock of its own: never above the rate by more than the burst, and not below it when there is work.

import { expect, it } from 'vitest';
import { createSendPace } from '../../src/reminders/send-pace.ts';

/** Runs takers one after another on simulated time. @returns when each was let through, ms */
async function runTakers(perSecond: number, costs: readonly number[], hold?: { at: number; forMs: number }) {
  let nowMs = 0;
  const pace = createSendPace(perSecond, {
    monotonicMs: () => nowMs,
    wait: async (durationMs) => {
      nowMs += durationMs;
    },
  });
  const times: number[] = [];
  for (const [index, cost] of costs.entries()) {
    if (hold?.at === index) pace.holdFor(hold.forMs);
    await pace.take(cost);
    times.push(nowMs);
  }
  return times;
}

it('lets 46 a second through, and in no second more than 50', async () => {
  const times = await runTakers(46, Array<number>(1000).fill(1));
  const last = times.at(-1) ?? 0;
  expect((999 * 1000) / last).toBeGreaterThan(45);
  for (const [index, from] of times.entries()) {
    const inSecond = times.slice(index).filter((time) => time < from + 1000).length;
    expect(inSecond).toBeLessThanOrEqual(50);
  }
});

it('counts a delivery of two requests twice', async () => {
  const times = await runTakers(10, [2, 2, 2, 2, 2, 2]);
  // The first three requests are the burst; then 100 ms a request.
  expect((times[5] ?? 0) - (times[4] ?? 0)).toBeCloseTo(200);
});

it('lets nothing through while it is held, and nobody catches up afterwards', async () => {
  const times = await runTakers(10, [1, 1, 1, 1, 1, 1, 1], { at: 3, forMs: 5_000 });
  expect(times[3]).toBeGreaterThanOrEqual(5_000);
  expect((times[6] ?? 0) - (times[3] ?? 0)).toBeCloseTo(300);
});
