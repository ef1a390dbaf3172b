// The process dies at any step of a delivery, any number of times: what reaches people is still one message each.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DeliveryStore } from '../../src/reminders/delivery-store.ts';
import type { DirectMessenger } from '../../src/reminders/direct-messenger.ts';
import type { MessageBody } from '../../src/views/message.ts';
import { createReminderWorld, HOUR_MS, MINUTE_MS, type ReminderWorld } from '../reminders/reminder-world.ts';

/** Where a life ends: before or after the work of each call that leaves a trace outside of the process. */
const STEPS = ['claim', 'reclaim', 'sendDirectMessage', 'findSentMessage', 'recordSent'] as const;

interface Death {
  readonly step: (typeof STEPS)[number];
  /** `before`: the call did nothing. `after`: it did its work, and nobody heard of it. */
  readonly side: 'before' | 'after';
  /** Which call of that step, from 0. */
  readonly nth: number;
  /** How long until the next start. */
  readonly pauseMs: number;
}

const death: fc.Arbitrary<Death> = fc.record({
  step: fc.constantFrom(...STEPS),
  side: fc.constantFrom('before', 'after'),
  nth: fc.integer({ min: 0, max: 3 }),
  // Within the lease, past it, past the minutes for which a nonce is remembered, and hours.
  pauseMs: fc.oneof(
    fc.integer({ min: 0, max: MINUTE_MS }),
    fc.integer({ min: MINUTE_MS, max: 5 * MINUTE_MS }),
    fc.integer({ min: 5 * MINUTE_MS, max: 2 * HOUR_MS }),
  ),
});

const UNRECORDED: Death = { step: 'recordSent', side: 'before', nth: 0, pauseMs: 4 * MINUTE_MS };

/** Each death once for certain; most steps are reached by a life that finds something unrecorded. */
const EVERY_DEATH: readonly Death[][] = STEPS.flatMap((step) =>
  (['before', 'after'] as const).map((side) => {
    const one: Death = { step, side, nth: 0, pauseMs: 4 * MINUTE_MS };
    return step === 'claim' ? [one] : [UNRECORDED, one];
  }),
);

it('delivers exactly once through 200 histories of up to five deaths each', { timeout: 120_000 }, async () => {
  const happened = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(death, { minLength: 1, maxLength: 5 }), async (deaths) => {
      const world = await createReminderWorld('2026-06-01T07:59Z');
      const people = ['1', '2', '3', '4'];
      for (const personId of people) await world.addReminder(personId, '08:00');
      world.setTime('2026-06-01T08:00Z');
      for (const each of deaths) {
        if (await liveUntil(world, each)) {
          const key = `${each.side} ${each.step}`;
          happened.set(key, (happened.get(key) ?? 0) + 1);
        }
        world.setTime(world.clock.nowMs() + each.pauseMs);
      }
      // The last life: whatever leases there are have run out after two minutes.
      for (let minute = 0; minute < 3; minute += 1) {
        await world.newDispatcher().tick();
        world.setTime(world.clock.nowMs() + MINUTE_MS);
      }
      // Five pauses of two hours at most end before the twelve hours after which nothing may be sent.
      for (const personId of people) expect(world.discord.receivedBy(personId)).toHaveLength(1);
      await world.close();
    }),
    { numRuns: 200, examples: EVERY_DEATH.map((deaths) => [deaths]) },
  );
  // A test of deaths that never happen would prove nothing.
  for (const step of STEPS)
    for (const side of ['before', 'after']) expect(happened.get(`${side} ${step}`)).toBeGreaterThan(0);
});

/** Runs a life of its own. @returns whether it ended by the death rather than with nothing left to do. */
async function liveUntil(world: ReminderWorld, { step, side, nth }: Death): Promise<boolean> {
  let isDead = false;
  let calls = 0;
  let die = (): void => {};
  const death = new Promise<true>((resolve) => {
    die = () => {
      isDead = true;
      resolve(true);
    };
  });
  const forever = new Promise<never>(() => {});
  /** The dead do nothing: every call from then on is never made and never answered. */
  const mortal = <T extends object>(part: T): T =>
    new Proxy(part, {
      get(target, name, receiver) {
        const value: unknown = Reflect.get(target, name, receiver);
        if (typeof value !== 'function') return value;
        return async (...args: readonly unknown[]) => {
          if (isDead) return forever;
          const isTheOne = name === step && calls++ === nth;
          if (isTheOne && side === 'before') die();
          if (isDead) return forever;
          const result: unknown = await Reflect.apply(value, target, args);
          if (isTheOne) die();
          return isDead ? forever : result;
        };
      },
    });
  const store: DeliveryStore = mortal(world.deliveries);
  const messenger: DirectMessenger<MessageBody> = mortal<DirectMessenger<MessageBody>>(world.discord);
  const dispatcher = world.newDispatcher({ store, messenger });
  return Promise.race([death, dispatcher.tick().then(() => false)]);
}
