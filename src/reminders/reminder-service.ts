// What people may do about their reminder: set, pause, turn off, look at it, and have closed DMs tried again.

import { Temporal } from 'temporal-polyfill';
import { localDateOf, MAX_LATENESS_MS } from './decision.ts';
import { type Delivery, isPaused, type Reminder } from './reminder.ts';
import type { ReminderStore } from './reminder-store.ts';
import { nextOccurrence, type Schedule } from './schedule.ts';

/** What the reminders need to know and keep about a person beyond their own tables. */
export interface ReminderPeople {
  timezoneOf(personId: string): Promise<string | undefined>;
  setTimezone(personId: string, timezone: string, nowMs: number): Promise<void>;
}

export interface ReminderDependencies {
  readonly store: ReminderStore;
  readonly people: ReminderPeople;
  /** For people who have not set their zone. */
  readonly defaultTimezone: string;
  /** Opens the DM channel, so that the first reminder need not; undefined when that failed. */
  readonly openChannel: (personId: string) => Promise<string | undefined>;
  readonly newDeliveryId: () => string;
}

export interface SetOutcome {
  readonly schedule: Schedule;
  readonly nextAtMs: number;
  /** The person and local date have a reminder already, so the first comes on a later date. */
  readonly hadTodays: boolean;
  /** No zone was given and none is known: the default stands in. */
  readonly isZoneAssumed: boolean;
}

export type PauseOutcome =
  | { readonly kind: 'paused'; readonly nextAtMs: number }
  | { readonly kind: 'not-active'; readonly reminder: Reminder | undefined };

export type RetryOutcome =
  | { readonly kind: 'trying' }
  /** DMs are not known to be closed (any more). */
  | { readonly kind: 'not-closed'; readonly reminder: Reminder | undefined };

export interface ReminderState {
  readonly reminder: Reminder;
  readonly isPaused: boolean;
  /** When it would come next if nothing held it up; undefined when it is off or has stopped. */
  readonly nextAtMs: number | undefined;
  /** Newest first, at most five. */
  readonly deliveries: readonly Delivery[];
}

export interface ReminderService {
  timezoneOf(personId: string): Promise<{ readonly timezone: string; readonly isAssumed: boolean }>;
  /** Sets time and days; a zone that is given becomes the person's. */
  setDaily(
    personId: string,
    wish: Pick<Schedule, 'time' | 'days'> & {
      readonly timezone: string | undefined;
      readonly channelId: string | undefined;
    },
    nowMs: number,
  ): Promise<SetOutcome>;
  /** Lets `days` dates pass: from today while its reminder is still to come, else from tomorrow. */
  pause(personId: string, days: number, nowMs: number): Promise<PauseOutcome>;
  /** Goes on with the schedule as it was, after a pause, a stop, or being turned off. Undefined: there never was one. */
  resume(personId: string, nowMs: number): Promise<SetOutcome | undefined>;
  turnOff(personId: string, nowMs: number): Promise<Reminder | undefined>;
  stateOf(personId: string, nowMs: number): Promise<ReminderState | undefined>;
  retryDirectMessages(personId: string, nowMs: number): Promise<RetryOutcome>;
  /** Since when DMs are refused, if the person has not been told; telling is noted. */
  takeClosedNews(personId: string, nowMs: number): Promise<number | undefined>;
}

const DELIVERIES_SHOWN = 5;

export function createReminderService(deps: ReminderDependencies): ReminderService {
  const { store, people } = deps;

  const timezoneOf: ReminderService['timezoneOf'] = async (personId) => {
    const timezone = await people.timezoneOf(personId);
    return { timezone: timezone ?? deps.defaultTimezone, isAssumed: timezone === undefined };
  };

  const activate = async (
    personId: string,
    schedule: Schedule,
    channelId: string | undefined,
    nowMs: number,
  ): Promise<SetOutcome> => {
    const { nextAtMs, hadTodays } = await nextUndelivered(store, personId, schedule, nowMs);
    await store.setSchedule({ personId, schedule, nextAtMs, channelId, nowMs });
    return { schedule, nextAtMs, hadTodays, isZoneAssumed: false };
  };

  return {
    timezoneOf,
    async setDaily(personId, { time, days, timezone, channelId }, nowMs) {
      if (timezone !== undefined) await people.setTimezone(personId, timezone, nowMs);
      const zone = await timezoneOf(personId);
      const schedule = { time, days, timezone: zone.timezone };
      const known = channelId ?? (await store.find(personId))?.channelId ?? (await deps.openChannel(personId));
      return { ...(await activate(personId, schedule, known, nowMs)), isZoneAssumed: zone.isAssumed };
    },
    async pause(personId, days, nowMs) {
      const reminder = await store.find(personId);
      if (reminder?.status !== 'active') return { kind: 'not-active', reminder };
      const { nextAtMs: firstAtMs } = await nextUndelivered(store, personId, reminder.schedule, nowMs);
      const { timezone } = reminder.schedule;
      const isTodaysAhead = localDateOf(firstAtMs, timezone) === localDateOf(nowMs, timezone);
      const pausedUntilMs = startOfDate(nowMs, isTodaysAhead ? days : days + 1, timezone);
      const nextAtMs = nextOccurrence(reminder.schedule, pausedUntilMs - 1);
      await store.moveOn({ personId, nextAtMs, pausedUntilMs, nowMs });
      await store.dropWaiting(personId, nowMs);
      return { kind: 'paused', nextAtMs };
    },
    async resume(personId, nowMs) {
      const reminder = await store.find(personId);
      return reminder === undefined ? undefined : activate(personId, reminder.schedule, undefined, nowMs);
    },
    async turnOff(personId, nowMs) {
      const reminder = await store.find(personId);
      if (reminder !== undefined) await store.turnOff(personId, nowMs);
      return reminder;
    },
    async stateOf(personId, nowMs) {
      const reminder = await store.find(personId);
      if (reminder === undefined) return undefined;
      const deliveries = await store.lastDeliveries(personId, DELIVERIES_SHOWN);
      const isComing = reminder.status === 'active' || reminder.status === 'dm-closed';
      const nextAtMs = isComing ? (reminder.nextAtMs ?? nextOccurrence(reminder.schedule, nowMs)) : undefined;
      return { reminder, isPaused: isPaused(reminder, nowMs), nextAtMs, deliveries };
    },
    async retryDirectMessages(personId, nowMs) {
      const reminder = await store.find(personId);
      if (reminder?.status !== 'dm-closed') return { kind: 'not-closed', reminder };
      const { nextAtMs } = await nextUndelivered(store, personId, reminder.schedule, nowMs);
      const retryDeliveryId = await somethingToTry(deps, reminder, nowMs);
      await store.reopen({ personId, nextAtMs, retryDeliveryId, nowMs });
      return { kind: 'trying' };
    },
    takeClosedNews: (personId, nowMs) => store.takeClosedNews(personId, nowMs),
  };
}

/** The first occurrence whose local date has no daily delivery yet. */
async function nextUndelivered(
  store: ReminderStore,
  personId: string,
  schedule: Schedule,
  nowMs: number,
): Promise<{ readonly nextAtMs: number; readonly hadTodays: boolean }> {
  const firstAtMs = nextOccurrence(schedule, nowMs);
  let nextAtMs = firstAtMs;
  while (await store.hasDaily(personId, localDateOf(nextAtMs, schedule.timezone))) {
    nextAtMs = nextOccurrence(schedule, nextAtMs);
  }
  return { nextAtMs, hadTodays: nextAtMs !== firstAtMs };
}

/** The start of the date `days` after that of an instant. */
function startOfDate(instantMs: number, days: number, timezone: string): number {
  const date = Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(timezone).toPlainDate();
  return date.add({ days }).toZonedDateTime(timezone).epochMilliseconds;
}

/** The delivery that was refused last, while it is not too late for it; else a short message that shows that it works. */
async function somethingToTry(
  deps: ReminderDependencies,
  { personId, schedule }: Reminder,
  nowMs: number,
): Promise<string> {
  const deliveries = await deps.store.lastDeliveries(personId, DELIVERIES_SHOWN);
  const refused = deliveries.find(
    (each) => each.reason === 'dm-closed' && each.kind !== 'probe' && nowMs - each.dueAtMs <= MAX_LATENESS_MS,
  );
  if (refused !== undefined) return refused.id;
  const probe = await deps.store.addWaiting(
    {
      id: deps.newDeliveryId(),
      personId,
      localDate: localDateOf(nowMs, schedule.timezone),
      kind: 'probe',
      form: 'probe',
      dueAtMs: nowMs,
    },
    nowMs,
  );
  return probe.id;
}
