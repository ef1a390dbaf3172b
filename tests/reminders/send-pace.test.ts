// The pace on a clock of its own: even, never above what a second may hold, and caught up after a busy moment.

import fc from 'fast-check';
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
  { latenessMs = [0.2], holdMs = 0 }: { readonly latenessMs?: readonly number[]; readonly holdMs?: number } = {},
): Promise<readonly number[]> {
  let nowMs = 0;
  let nextStallMs = stall.everyMs;
  let waits = 0;
  const pace = createSendPace(perSecond, {
    monotonicMs: () => nowMs,
    wait: async (durationMs) => {
      nowMs += Math.ceil(durationMs) + (latenessMs[waits % latenessMs.length] ?? 0);
      waits += 1;
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
  expectNoCrowdedSecond(times, 49);
  for (const [index, time] of times.entries()) {
    if (index > 0) expect(time - (times[index - 1] ?? 0)).toBeGreaterThan(15);
  }
});

it('keeps the rate through stalls, without a crowded second', async () => {
  const stall = { everyMs: 3_000, forMs: 400 };
  const times = await letThrough(REMINDER_REQUESTS_PER_SECOND, Array<number>(1000).fill(1), stall);
  expect(rateOf(times)).toBeGreaterThan(45);
  expectNoCrowdedSecond(times, 49);
});

/** How much later than asked for each timer comes, in turn, and times in which nothing runs at all. */
const starvation = (mostLatenessMs: number, mostStallMs: number) =>
  fc.record({
    latenessMs: fc.array(fc.integer({ min: 0, max: mostLatenessMs }), { minLength: 1, maxLength: 40 }),
    everyMs: fc.integer({ min: 1_500, max: 10_000 }),
    forMs: fc.integer({ min: 0, max: mostStallMs }),
  });

it('holds 45 a second in a process whose timers come late and that stalls now and then', async () => {
  await fc.assert(
    fc.asyncProperty(starvation(40, 150), async (starved) => {
      const times = await letThrough(REMINDER_REQUESTS_PER_SECOND, Array<number>(2_000).fill(1), starved, starved);
      expect(rateOf(times)).toBeGreaterThan(45);
    }),
    { numRuns: 150 },
  );
});

it('never has more than 50 arrive in a second, however the process is starved', async () => {
  const underWay = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 40 });
  const requests = fc.array(fc.constantFrom(1, 1, 1, 2), { minLength: 300, maxLength: 300 });
  await fc.assert(
    fc.asyncProperty(starvation(400, 3_000), underWay, requests, async (starved, underWayMs, requestCounts) => {
      const times = await letThrough(REMINDER_REQUESTS_PER_SECOND, requestCounts, starved, starved);
      const arrivals = times.flatMap((time, index) =>
        Array<number>(requestCounts[index] ?? 1).fill(time + (underWayMs[index % underWayMs.length] ?? 0)),
      );
      expectNoCrowdedSecond(
        arrivals.toSorted((left, right) => left - right),
        50,
      );
    }),
    { numRuns: 150 },
  );
});

it('counts a delivery of two requests twice', async () => {
  const times = await letThrough(10, Array<number>(20).fill(2));
  expect(rateOf(times)).toBeLessThan(5.1);
});

it('lets nothing through while it is held, and does not catch that up', async () => {
  const times = await letThrough(10, Array<number>(8).fill(1), undefined, { holdMs: 5_000 });
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
