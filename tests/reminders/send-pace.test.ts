// The pace on a clock of its own: even, never above what a second may hold, and caught up after a busy moment.

import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSendPace, REMINDER_REQUESTS_PER_SECOND } from '../../src/reminders/send-pace.ts';

interface Starved {
  /** How much later than asked for each timer comes, in turn. */
  readonly latenessMs?: readonly number[];
  /** Times in which nothing runs at all. */
  readonly everyMs?: number;
  readonly forMs?: number;
  /** How long each request takes, in turn, there and back. */
  readonly answerMs?: readonly number[];
  readonly holdMs?: number;
}

/**
 * Has all asked at once, on simulated time.
 * @returns when each was let through, ms
 */
async function letThrough(
  perSecond: number,
  requestCounts: readonly number[],
  { latenessMs = [0.2], everyMs = Infinity, forMs = 0, answerMs = [0], holdMs = 0 }: Starved = {},
): Promise<readonly number[]> {
  let nowMs = 0;
  let nextStallMs = everyMs;
  let waits = 0;
  let underWay: { readonly answeredAtMs: number; readonly end: () => void }[] = [];
  const pace = createSendPace(perSecond, {
    monotonicMs: () => nowMs,
    wait: async (durationMs) => {
      nowMs += Math.ceil(durationMs) + (latenessMs[waits % latenessMs.length] ?? 0);
      waits += 1;
      if (nowMs >= nextStallMs) {
        nowMs += forMs;
        nextStallMs += everyMs;
      }
      const answered = underWay.filter((request) => request.answeredAtMs <= nowMs);
      underWay = underWay.filter((request) => request.answeredAtMs > nowMs);
      for (const { end } of answered) end();
      // The ends of the requests are promises, which go before the next turn.
      for (let step = 0; step < 5; step += 1) await Promise.resolve();
    },
  });
  const times: number[] = [];
  const taking = requestCounts.map((count, index) =>
    pace.run(count, () => {
      times.push(nowMs);
      const answeredAtMs = nowMs + (answerMs[index % answerMs.length] ?? 0);
      return new Promise<void>((end) => {
        if (answeredAtMs <= nowMs) end();
        else underWay.push({ answeredAtMs, end });
      });
    }),
  );
  if (holdMs > 0) pace.holdFor(holdMs);
  while (times.length < requestCounts.length) await setImmediate();
  for (const { end } of underWay) end();
  await Promise.all(taking);
  return times;
}

const NOTHING = async (): Promise<void> => {};

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
    everyMs: fc.integer({ min: 2_000, max: 10_000 }),
    forMs: fc.integer({ min: 0, max: mostStallMs }),
  });

it('holds 45 a second in a process whose timers come late and that stalls now and then', async () => {
  await fc.assert(
    fc.asyncProperty(starvation(20, 100), async (starved) => {
      const times = await letThrough(REMINDER_REQUESTS_PER_SECOND, Array<number>(2_000).fill(1), {
        ...starved,
        answerMs: [5, 30, 10],
      });
      expect(rateOf(times)).toBeGreaterThan(45);
    }),
    { numRuns: 60 },
  );
});

it('never has more than 50 arrive in a second, however the process is starved and requests are held up', async () => {
  const requests = fc.record({
    /** There and back, half each. */
    wayMs: fc.integer({ min: 2, max: 150 }),
    /** How much of what holds a request up does so before it arrives. */
    shareBefore: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
    each: fc.array(
      fc.record({
        count: fc.constantFrom(1, 1, 1, 2),
        heldUpMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 3_000 })),
      }),
      { minLength: 300, maxLength: 300 },
    ),
  });
  await fc.assert(
    fc.asyncProperty(starvation(400, 3_000), requests, async (starved, { wayMs, shareBefore, each }) => {
      const counts = each.map(({ count }) => count);
      const answerMs = each.map(({ heldUpMs }) => wayMs + heldUpMs);
      const times = await letThrough(REMINDER_REQUESTS_PER_SECOND, counts, { ...starved, answerMs });
      const arrivals = each.flatMap(({ count, heldUpMs }, index) =>
        Array<number>(count).fill((times[index] ?? 0) + wayMs / 2 + shareBefore * heldUpMs),
      );
      expectNoCrowdedSecond(
        arrivals.toSorted((left, right) => left - right),
        50,
      );
    }),
    { numRuns: 100 },
  );
});

it('keeps 45 a second also to a Discord that takes an eighth of a second to answer', async () => {
  const times = await letThrough(REMINDER_REQUESTS_PER_SECOND, Array<number>(1000).fill(1), {
    answerMs: [115, 125, 135],
  });
  expect(rateOf(times)).toBeGreaterThan(45);
});

it('counts a delivery of two requests twice', async () => {
  const times = await letThrough(10, Array<number>(20).fill(2));
  expect(rateOf(times)).toBeLessThan(5.1);
});

it('lets nothing through while it is held, and does not catch that up', async () => {
  const times = await letThrough(10, Array<number>(8).fill(1), { holdMs: 5_000 });
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
  await pace.run(1, NOTHING);
  nowMs += 60_000;
  await Promise.all([pace.run(1, NOTHING), pace.run(1, NOTHING), pace.run(1, NOTHING)]);
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
  await Promise.all([1, 2, 3, 4].map((each) => pace.run(1, async () => order.push(each))));
  expect(order).toEqual([1, 2, 3, 4]);
});
