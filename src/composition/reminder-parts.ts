// Puts the reminders together: the service behind /remind, and the dispatcher that sends what is due.

import { setImmediate, setTimeout } from 'node:timers/promises';
import type { RemindCommandDeps } from '../commands/remind.ts';
import { drawId, type Random } from '../quiz/random.ts';
import type { DeliveryStore } from '../reminders/delivery-store.ts';
import type { DirectMessenger } from '../reminders/direct-messenger.ts';
import { createDispatcher, type Dispatcher, type DispatcherDependencies } from '../reminders/dispatcher.ts';
import { createReminderService, type ReminderPeople, type ReminderService } from '../reminders/reminder-service.ts';
import { createSendPace, REMINDER_REQUESTS_PER_SECOND } from '../reminders/send-pace.ts';
import type { TimezoneFinder } from '../reminders/timezones.ts';
import type { StudypodDatabase } from '../store/database.ts';
import { createDeliveryRepository } from '../store/delivery-repository.ts';
import { createReminderRepository } from '../store/reminder-repository.ts';
import type { MessageBody } from '../views/message.ts';
import { reminderView } from '../views/reminder-view.ts';

export interface ReminderPartsDeps extends Pick<DispatcherDependencies<MessageBody>, 'clock' | 'log'> {
  readonly db: StudypodDatabase;
  readonly people: ReminderPeople;
  readonly defaultTimezone: string;
  readonly timezones: TimezoneFinder;
  readonly messenger: DirectMessenger<MessageBody>;
  readonly random: Random;
}

export interface ReminderParts {
  readonly service: ReminderService;
  /** Without what study and quiz give to a card. */
  readonly command: Omit<RemindCommandDeps, 'card'>;
  /** Made once study and quiz are there to compose the lesson from. */
  createDispatcher(composer: DispatcherDependencies<MessageBody>['composer']): Dispatcher;
  /** When the earliest reminder of anybody is next due, epoch ms; undefined when there is none. */
  nextAtMs(): Promise<number | undefined>;
  /** Forgets deliveries of more than 400 days ago: all that a year's look back needs stays. */
  forgetOld(): Promise<void>;
  /** Sets who is told when a reminder should be looked for at once. */
  onDispatchWish(listener: () => void): void;
}

/** A Discord nonce holds 25 characters, a custom id 100; 16 random ones never meet. */
const DELIVERY_ID_LENGTH = 16;
const DELIVERIES_KEPT_MS = 400 * 86_400_000;
/** Rows forgotten in one go: some milliseconds. */
const FORGET_BATCH_SIZE = 1_000;
/** In an hour, twice what a million people's daily reminders come to. */
const FORGET_BATCHES = 84;

export function createReminderParts(deps: ReminderPartsDeps): ReminderParts {
  const { db, people, messenger, clock, log } = deps;
  const store = createReminderRepository(db);
  const deliveries: DeliveryStore = createDeliveryRepository(db);
  const newDeliveryId = () => drawId(DELIVERY_ID_LENGTH, deps.random);
  let dispatchSoon = (): void => {};
  const service = createReminderService({
    store,
    people,
    defaultTimezone: deps.defaultTimezone,
    openChannel: messenger.openChannel,
    newDeliveryId,
  });
  return {
    service,
    command: { service, store, timezones: deps.timezones, newDeliveryId, dispatchSoon: () => dispatchSoon() },
    createDispatcher: (composer) =>
      createDispatcher({
        store: deliveries,
        messenger,
        composer,
        render: reminderView,
        pace: createSendPace(REMINDER_REQUESTS_PER_SECOND, { monotonicMs: () => performance.now(), wait: setTimeout }),
        clock,
        log,
        newDeliveryId,
      }),
    async nextAtMs() {
      const [earliest] = await deliveries.findDue(Number.MAX_SAFE_INTEGER, 1);
      return earliest?.nextAtMs;
    },
    async forgetOld() {
      const dueBeforeMs = clock.nowMs() - DELIVERIES_KEPT_MS;
      for (let batch = 0; batch < FORGET_BATCHES; batch += 1) {
        if ((await deliveries.forgetBefore(dueBeforeMs, FORGET_BATCH_SIZE)) === 0) return;
        // Whoever asks something meanwhile comes first.
        await setImmediate();
      }
    },
    onDispatchWish(listener) {
      dispatchSoon = listener;
    },
  };
}
