// A person's reminder and its deliveries as plain values; no storage, no sending, no wording.

import type { Schedule } from './schedule.ts';

/**
 * `off`: turned off by the person. `stopped`: nobody answered, so it asked and stopped. `dm-closed`: Discord refused the
 * DM; the schedule is kept, and nothing is sent until the person has it tried again.
 */
export type ReminderStatus = 'active' | 'off' | 'stopped' | 'dm-closed';

export interface Reminder {
  readonly personId: string;
  readonly schedule: Schedule;
  readonly status: ReminderStatus;
  /** When it is due next; undefined unless `active`. May lie in the past after downtime. */
  readonly nextAtMs: number | undefined;
  /** Start of the date from which a pause lets reminders through again; may lie in the past. */
  readonly pausedUntilMs: number | undefined;
  /** When the person last set the schedule. */
  readonly setAtMs: number;
  /** Reminders sent since the person last reacted. */
  readonly unansweredCount: number;
  readonly lastSentAtMs: number | undefined;
  /** When the reminder sent last had been due. */
  readonly lastDueAtMs: number | undefined;
  /** The last press of one of its buttons, or change of its settings. */
  readonly lastReactionAtMs: number | undefined;
  /** The DM channel, once it is known: it saves a request for every reminder. */
  readonly channelId: string | undefined;
  readonly dmClosedAtMs: number | undefined;
}

/** Unique with person and local date. `snooze-2` is the second time that one date's reminder was put off. */
export type DeliveryKind = 'daily' | 'probe' | `snooze-${number}`;

/** `lesson`: the reminder itself. `question`: asks whether to go on, and stops. `probe`: shows that DMs arrive again. */
export type DeliveryForm = 'lesson' | 'question' | 'probe';

/** `waiting`: not tried yet. `claimed`: somebody is at it until the lease ends. The others are final. */
export type DeliveryState = 'waiting' | 'claimed' | 'sent' | 'skipped' | 'failed';

/** Why a delivery was not sent. */
export type DeliveryReason = 'studied' | 'too-late' | 'turned-off' | 'unreachable' | 'dm-closed' | 'replaced';

/** What the person answered to a delivery, by a button. The first press counts. */
export type DeliveryAction = 'snooze' | 'skip' | 'pause' | 'stop' | 'resume' | 'weekly';

/** One row of the ledger. */
export interface Delivery {
  /** Random, at most 25 characters: also the message's nonce, and what its buttons carry. */
  readonly id: string;
  readonly personId: string;
  /** `YYYY-MM-DD` of `dueAtMs` in the schedule's zone. */
  readonly localDate: string;
  readonly kind: DeliveryKind;
  readonly form: DeliveryForm;
  readonly state: DeliveryState;
  readonly reason: DeliveryReason | undefined;
  readonly dueAtMs: number;
  /** When the dispatcher may take it (again): for `claimed` the end of the lease; undefined once final. */
  readonly actAtMs: number | undefined;
  /** How often it was claimed. Above 1, an earlier attempt may have reached Discord unrecorded. */
  readonly attempts: number;
  readonly firstClaimedAtMs: number | undefined;
  readonly isLate: boolean;
  readonly action: DeliveryAction | undefined;
}

/** A claimed delivery with the reminder it belongs to. */
export interface ClaimedDelivery {
  readonly delivery: Delivery;
  readonly reminder: Reminder;
}

/** Whether DMs go out, or would but for a pause. */
export function isPaused(reminder: Pick<Reminder, 'pausedUntilMs' | 'status'>, nowMs: number): boolean {
  return reminder.status === 'active' && reminder.pausedUntilMs !== undefined && reminder.pausedUntilMs > nowMs;
}
