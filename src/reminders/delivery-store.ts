// What the dispatcher needs kept: due reminders and the ledger of deliveries. Implemented in store/.

import type { Decision } from './decision.ts';
import type { ClaimedDelivery, DeliveryReason, Reminder } from './reminder.ts';

/** A due reminder with what was decided about it. */
export interface Decided {
  readonly reminder: Reminder;
  readonly decision: Decision;
  /** Id of the ledger row, should one be made. */
  readonly deliveryId: string;
}

export interface DeliveryStore {
  /** Active reminders due at or before `nowMs`, longest due first, found through an index. */
  findDue(nowMs: number, limit: number): Promise<readonly Reminder[]>;
  /** When each person last studied; people who never did are absent. */
  lastStudiedAtMs(personIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /**
   * Carries out the decisions in one transaction: moves each reminder on and writes its ledger row. A reminder that was
   * changed since it was read, or whose person and date have a row already, yields none.
   * @returns the rows claimed for sending, in the order given.
   */
  claim(decided: readonly Decided[], nowMs: number, leaseUntilMs: number): Promise<readonly ClaimedDelivery[]>;
  /** Claims deliveries whose time to be taken (again) has come: put off, to be retried, or left by a process that died. */
  reclaim(nowMs: number, leaseUntilMs: number, limit: number): Promise<readonly ClaimedDelivery[]>;
  /** The DM is in Discord: final. */
  recordSent(
    deliveryId: string,
    sent: {
      readonly messageId: string;
      readonly channelId: string;
      readonly atMs: number;
      /** Whether the message says that it is late. */
      readonly isLate: boolean;
    },
  ): Promise<void>;
  /** It will not be sent: final. `failed` for what was tried in vain, `skipped` for what was not wanted. */
  recordUnsent(
    deliveryId: string,
    outcome: { readonly state: 'skipped' | 'failed'; readonly reason: DeliveryReason; readonly atMs: number },
  ): Promise<void>;
  /** Discord refuses DMs to this person: the delivery is final, the reminder keeps its schedule and rests. */
  recordClosed(deliveryId: string, atMs: number): Promise<void>;
  /** Leaves a claimed delivery for a later attempt. */
  postpone(deliveryId: string, actAtMs: number): Promise<void>;
  /** Gives back deliveries that were claimed and surely not tried. */
  release(deliveryIds: readonly string[], nowMs: number): Promise<void>;
  /**
   * Forgets deliveries that were due before an instant, the longest stored first; at most `limit` are looked at.
   * @returns how many were forgotten; 0 once none is so old.
   */
  forgetBefore(dueBeforeMs: number, limit: number): Promise<number>;
}
