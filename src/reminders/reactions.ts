// What the buttons of a reminder do. Each may be pressed twice, by a slow thumb or after a restart, and does its work once.

import { localDateOf, MAX_LATENESS_MS } from './decision.ts';
import { type Delivery, type DeliveryAction, type DeliveryKind, isPaused, type Reminder } from './reminder.ts';
import type { ReminderService } from './reminder-service.ts';
import type { ReminderStore } from './reminder-store.ts';
import { WEEKDAYS, type Weekday } from './schedule.ts';

export const SNOOZE_MS = 3_600_000;
/** After this many the evening is over; the next date brings a new one. */
const MAX_SNOOZES = 8;
const PAUSE_DAYS = 7;

export type Reaction =
  | { readonly kind: 'snoozed'; readonly untilMs: number }
  | { readonly kind: 'snoozed-enough'; readonly nextAtMs: number | undefined }
  | { readonly kind: 'skipped'; readonly nextAtMs: number | undefined }
  | { readonly kind: 'paused'; readonly nextAtMs: number }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'resumed'; readonly nextAtMs: number }
  | { readonly kind: 'weekly'; readonly nextAtMs: number; readonly day: Weekday }
  /** Too long ago to be put off or skipped. */
  | { readonly kind: 'past'; readonly nextAtMs: number | undefined }
  /** Already off, so there is nothing to pause. */
  | { readonly kind: 'off' }
  /** The reminder, or all about the person, was deleted since. */
  | { readonly kind: 'gone' };

export interface ReactionDependencies {
  readonly store: ReminderStore;
  readonly service: ReminderService;
  readonly newDeliveryId: () => string;
}

/** Carries out a press on a delivered reminder, and notes it: a press shows that somebody is there. */
export async function react(
  deps: ReactionDependencies,
  press: {
    readonly personId: string;
    readonly deliveryId: string;
    readonly action: DeliveryAction;
    readonly nowMs: number;
  },
): Promise<Reaction> {
  const { personId, deliveryId, action, nowMs } = press;
  const reminder = await deps.store.find(personId);
  if (reminder === undefined) return { kind: 'gone' };
  const delivery = await deps.store.findDelivery(deliveryId);
  const noted = delivery === undefined ? action : await deps.store.noteAction(deliveryId, action, nowMs);
  if (reminder.status === 'active') await deps.store.noteReaction(personId, nowMs);
  switch (action) {
    case 'pause':
      return pause(deps, reminder, noted, nowMs);
    case 'stop':
      await deps.service.turnOff(personId, nowMs);
      return { kind: 'stopped' };
    case 'resume':
      return resume(deps, reminder, nowMs);
    default:
      // The ledger has forgotten it, so it is from long ago.
      if (delivery === undefined) return { kind: 'past', nextAtMs: reminder.nextAtMs };
      return REACTIONS_TO_ONE[action](deps, delivery, reminder, nowMs);
  }
}

/** What is about that one delivery. */
const REACTIONS_TO_ONE = { snooze, skip, weekly: goWeekly } as const;

async function snooze(
  deps: ReactionDependencies,
  delivery: Delivery,
  reminder: Reminder,
  nowMs: number,
): Promise<Reaction> {
  if (reminder.status !== 'active') return { kind: 'off' };
  const { personId, localDate, form } = delivery;
  if (nowMs - delivery.dueAtMs > MAX_LATENESS_MS) return { kind: 'past', nextAtMs: reminder.nextAtMs };
  const kind = nextSnooze(delivery.kind);
  if (kind === undefined) return { kind: 'snoozed-enough', nextAtMs: reminder.nextAtMs };
  const untilMs = nowMs + SNOOZE_MS;
  const id = deps.newDeliveryId();
  const waiting = await deps.store.addWaiting({ id, personId, localDate, kind, form, dueAtMs: untilMs }, untilMs);
  // Pressed again when that hour has passed.
  if (waiting.state !== 'waiting') return { kind: 'past', nextAtMs: reminder.nextAtMs };
  return { kind: 'snoozed', untilMs: waiting.dueAtMs };
}

/** `snooze-1` after the reminder itself, `snooze-2` after that. */
function nextSnooze(kind: DeliveryKind): DeliveryKind | undefined {
  const count = kind.startsWith('snooze-') ? Number(kind.slice('snooze-'.length)) : 0;
  return count < MAX_SNOOZES ? `snooze-${count + 1}` : undefined;
}

async function skip(
  deps: ReactionDependencies,
  delivery: Delivery,
  reminder: Reminder,
  nowMs: number,
): Promise<Reaction> {
  const { nextAtMs, schedule } = reminder;
  const isToday = delivery.localDate === localDateOf(nowMs, schedule.timezone);
  if (!isToday && nowMs - delivery.dueAtMs > MAX_LATENESS_MS) return { kind: 'past', nextAtMs };
  await deps.store.dropWaiting(reminder.personId, nowMs);
  return { kind: 'skipped', nextAtMs };
}

async function pause(
  deps: ReactionDependencies,
  reminder: Reminder,
  noted: DeliveryAction,
  nowMs: number,
): Promise<Reaction> {
  const { nextAtMs, pausedUntilMs } = reminder;
  // The same button again, days later, must not make the pause longer.
  if (noted === 'pause' && nextAtMs !== undefined && (pausedUntilMs ?? 0) > nowMs) return { kind: 'paused', nextAtMs };
  const outcome = await deps.service.pause(reminder.personId, PAUSE_DAYS, nowMs);
  return outcome.kind === 'paused' ? outcome : { kind: 'off' };
}

async function resume(deps: ReactionDependencies, reminder: Reminder, nowMs: number): Promise<Reaction> {
  if (reminder.status === 'active' && reminder.nextAtMs !== undefined && !isPaused(reminder, nowMs)) {
    return { kind: 'resumed', nextAtMs: reminder.nextAtMs };
  }
  const outcome = await deps.service.resume(reminder.personId, nowMs);
  return outcome === undefined ? { kind: 'gone' } : { kind: 'resumed', nextAtMs: outcome.nextAtMs };
}

/** Once a week on the weekday of the delivery, from now on. */
async function goWeekly(
  deps: ReactionDependencies,
  delivery: Delivery,
  reminder: Reminder,
  nowMs: number,
): Promise<Reaction> {
  const day = weekdayOf(delivery.localDate);
  const wish = { time: reminder.schedule.time, days: [day], timezone: undefined, channelId: reminder.channelId };
  const { nextAtMs } = await deps.service.setDaily(reminder.personId, wish, nowMs);
  return { kind: 'weekly', nextAtMs, day };
}

function weekdayOf(localDate: string): Weekday {
  // 1970-01-01 was a Thursday, which stands at 3 in WEEKDAYS.
  const index = (Math.floor(Date.parse(localDate) / 86_400_000) + 3) % WEEKDAYS.length;
  return WEEKDAYS[index] ?? 'mon';
}
