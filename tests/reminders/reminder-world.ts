// The reminders put together on a real migrated database, with a clock to move and a Discord to break.

import { randomBytes } from 'node:crypto';
import pino from 'pino';
import type { DeliveryStore } from '../../src/reminders/delivery-store.ts';
import type { DirectMessenger } from '../../src/reminders/direct-messenger.ts';
import { createDispatcher, type Dispatcher } from '../../src/reminders/dispatcher.ts';
import type { Lesson } from '../../src/reminders/lesson.ts';
import { createReminderService, type ReminderService } from '../../src/reminders/reminder-service.ts';
import type { ReminderStore } from '../../src/reminders/reminder-store.ts';
import { WEEKDAYS } from '../../src/reminders/schedule.ts';
import { type OpenDatabase, openDatabase, type StudypodDatabase } from '../../src/store/database.ts';
import { createDeliveryRepository } from '../../src/store/delivery-repository.ts';
import { createPeopleRepository } from '../../src/store/people-repository.ts';
import { createReminderRepository } from '../../src/store/reminder-repository.ts';
import { recordStudyDay } from '../../src/store/study-days.ts';
import { studyMomentOf } from '../../src/study/user-day.ts';
import type { MessageBody } from '../../src/views/message.ts';
import { reminderView } from '../../src/views/reminder-view.ts';
import { createFakeDiscord, type FakeDiscord } from './fake-discord.ts';
import { sampleOffer } from './sample-offer.ts';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export const LESSON: Lesson = {
  nextTopic: { title: 'Kubernetes', reason: 'It is first in the highest tier.' },
  dueCardCount: 3,
  card: sampleOffer(),
  streakDays: 4,
  hasStudiedToday: false,
  actions: [],
};

export interface ReminderWorld {
  readonly db: StudypodDatabase;
  readonly clock: { nowMs: () => number };
  setTime(instant: string | number): void;
  readonly discord: FakeDiscord;
  readonly deliveries: DeliveryStore;
  readonly reminders: ReminderStore;
  readonly service: ReminderService;
  readonly dispatcher: Dispatcher;
  readonly newDeliveryId: () => string;
  /** A dispatcher of its own, as a second process would have. */
  newDispatcher(parts?: {
    readonly store?: DeliveryStore;
    readonly messenger?: DirectMessenger<MessageBody>;
    readonly compose?: (personId: string) => Promise<Lesson>;
  }): Dispatcher;
  addPerson(personId: string, timezone?: string): Promise<void>;
  /** A daily reminder for a new person, set at the present instant. */
  addReminder(personId: string, time: string, timezone?: string): Promise<void>;
  study(personId: string): Promise<void>;
  /** Ticks at every full minute up to an instant, as the job does. */
  runUntil(instant: string | number, stepMs?: number): Promise<void>;
  close(): Promise<void>;
}

export async function createReminderWorld(start: string | number, path = ':memory:'): Promise<ReminderWorld> {
  const opened: OpenDatabase = await openDatabase(path);
  const { db } = opened;
  let nowMs = toMs(start);
  const clock = { nowMs: () => nowMs };
  const discord = createFakeDiscord(clock);
  const deliveries = createDeliveryRepository(db);
  const reminders = createReminderRepository(db);
  const people = createPeopleRepository(db);
  const newDeliveryId = (): string => randomBytes(15).toString('base64url');
  const service = createReminderService({
    store: reminders,
    people,
    defaultTimezone: 'UTC',
    openChannel: (personId) => discord.openChannel(personId),
    newDeliveryId,
  });
  const newDispatcher: ReminderWorld['newDispatcher'] = (parts = {}) =>
    createDispatcher<MessageBody>({
      store: parts.store ?? deliveries,
      messenger: parts.messenger ?? discord,
      composer: { compose: parts.compose ?? (async () => LESSON) },
      render: reminderView,
      // The pace itself has its own tests; here nothing waits.
      pace: { run: (_requestCount, requests) => requests(), holdFor: () => undefined },
      clock,
      log: pino({ level: 'silent' }),
      newDeliveryId,
    });
  const dispatcher = newDispatcher();

  const world: ReminderWorld = {
    db,
    clock,
    setTime(instant) {
      nowMs = toMs(instant);
    },
    discord,
    deliveries,
    reminders,
    service,
    dispatcher,
    newDeliveryId,
    newDispatcher,
    async addPerson(personId, timezone = 'UTC') {
      await people.ensure(personId, nowMs);
      await people.setTimezone(personId, timezone, nowMs);
    },
    async addReminder(personId, time, timezone = 'UTC') {
      await world.addPerson(personId, timezone);
      await service.setDaily(personId, { time, days: WEEKDAYS, timezone, channelId: undefined }, nowMs);
    },
    async study(personId) {
      const timezone = (await people.timezoneOf(personId)) ?? 'UTC';
      await recordStudyDay(db, personId, studyMomentOf(nowMs, timezone));
    },
    async runUntil(instant, stepMs = MINUTE_MS) {
      const endMs = toMs(instant);
      for (nowMs = Math.ceil(nowMs / stepMs) * stepMs; nowMs <= endMs; nowMs += stepMs) await dispatcher.tick();
      nowMs = endMs;
    },
    close: () => opened.close(),
  };
  return world;
}

function toMs(instant: string | number): number {
  return typeof instant === 'number' ? instant : Date.parse(instant);
}
