// One life of the part of the bot that sends reminders, in a process of its own that kills itself where it is told to.

import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { REST } from 'discord.js';
import pino from 'pino';
import { z } from 'zod';
import { createDirectMessenger } from '../../src/discord/direct-messenger.ts';
import { createDispatcher } from '../../src/reminders/dispatcher.ts';
import { createSendPace } from '../../src/reminders/send-pace.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createDeliveryRepository } from '../../src/store/delivery-repository.ts';
import { createReminderRepository } from '../../src/store/reminder-repository.ts';
import { reminderView } from '../../src/views/reminder-view.ts';
import { LESSON } from '../reminders/reminder-world.ts';

/**
 * `mid-request`: the request is on its way, whether it arrives is chance. `answer-lost`: Discord has carried it out, and
 * its answer was not read. The others stand between two steps.
 */
export const DEATHS = [
  'before-claim',
  'after-claim',
  'before-send',
  'mid-request',
  'answer-lost',
  'after-send',
  'after-record',
] as const;

type Step = (typeof DEATHS)[number];

/** A request to the sandbox takes some 2 ms, so the death falls before and after its arrival. */
const MOST_OF_A_REQUEST_MS = 4;

/** A line of standard input: tick at that instant, and die at the nth (from 0) time that the step is reached. */
export const orderSchema = z.object({
  nowMs: z.number(),
  death: z.enum(DEATHS).optional(),
  nth: z.number().default(0),
  /** People who press a button first, so that their reminders do not get rarer. */
  reactors: z.array(z.string()).default([]),
});

export type Order = z.input<typeof orderSchema>;

if (import.meta.main) await live(process.argv[2] ?? '', process.argv[3] ?? '', process.argv[4] ?? '');

/** Opens the database with the first order only, so that a life can be got ready while another still runs. */
async function live(databasePath: string, apiUrl: string, token: string): Promise<void> {
  const orders = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  const first = await orders.next();
  if (first.value === undefined) return;
  let order = orderSchema.parse(JSON.parse(first.value));
  let reached = 0;
  /** Dies here when that is the order. */
  const pass = async (step: Step): Promise<void> => {
    if (order.death !== step || reached++ !== order.nth) return;
    process.kill(process.pid, 'SIGKILL');
    // The signal takes a moment; nothing may happen in it.
    await new Promise(() => {});
  };

  const { db } = await openDatabase(databasePath);
  const deliveries = createDeliveryRepository(db);
  const reminders = createReminderRepository(db);
  const rest = new REST({ api: apiUrl, version: '10', makeRequest: mortalRequest(pass, () => order.death) });
  const messenger = createDirectMessenger(rest.setToken(token));
  const dispatcher = createDispatcher({
    store: {
      ...deliveries,
      async claim(...args) {
        await pass('before-claim');
        const claimed = await deliveries.claim(...args);
        await pass('after-claim');
        return claimed;
      },
      async recordSent(...args) {
        await pass('after-send');
        await deliveries.recordSent(...args);
        await pass('after-record');
      },
    },
    messenger: {
      ...messenger,
      async sendDirectMessage(...args) {
        await pass('before-send');
        return messenger.sendDirectMessage(...args);
      },
    },
    composer: { compose: async () => LESSON },
    render: reminderView,
    pace: createSendPace(1000, { monotonicMs: () => performance.now(), wait: setTimeout }),
    clock: { nowMs: () => order.nowMs },
    log: pino({ level: 'silent' }),
    newDeliveryId: () => crypto.randomUUID().replaceAll('-', '').slice(0, 24),
  });

  for (let line: string | undefined = first.value; line !== undefined; line = (await orders.next()).value) {
    order = orderSchema.parse(JSON.parse(line));
    reached = 0;
    for (const personId of order.reactors) await reminders.noteReaction(personId, order.nowMs);
    process.stdout.write(`${JSON.stringify(await dispatcher.tick())}\n`);
  }
}

/** fetch, but with messages it may die while the request is under way, or before the answer is read. */
function mortalRequest(
  pass: (step: Step) => Promise<void>,
  orderedDeath: () => Step | undefined,
): (url: string, init: unknown) => Promise<Response> {
  return async (url, init) => {
    // What the library hands over is undici's type of a request, which the global fetch takes as it is.
    const request = init as RequestInit;
    if (request.method !== 'POST' || !url.endsWith('/messages')) return fetch(url, request);
    const underWay = fetch(url, request);
    if (orderedDeath() === 'mid-request') {
      await setTimeout(Math.random() * MOST_OF_A_REQUEST_MS);
      await pass('mid-request');
    }
    const answer = await underWay;
    await pass('answer-lost');
    return answer;
  };
}
