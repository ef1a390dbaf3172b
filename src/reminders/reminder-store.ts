// What /remind and the buttons of a reminder need kept. Implemented in store/.

import type { Delivery, DeliveryAction, Reminder } from './reminder.ts';
import type { Schedule } from './schedule.ts';

export interface ReminderStore {
  find(personId: string): Promise<Reminder | undefined>;
  /** Whether the person and local date have a daily delivery in the ledger, whatever became of it. */
  hasDaily(personId: string, localDate: string): Promise<boolean>;
  /** Sets the schedule and makes it active, with nothing of an earlier taper, pause or closed DM left. */
  setSchedule(change: {
    readonly personId: string;
    readonly schedule: Schedule;
    readonly nextAtMs: number;
    readonly channelId: string | undefined;
    readonly nowMs: number;
  }): Promise<void>;
  /** Moves an active reminder on: a pause, or its end (`pausedUntilMs` undefined). Counts as a reaction. */
  moveOn(change: {
    readonly personId: string;
    readonly nextAtMs: number;
    readonly pausedUntilMs: number | undefined;
    readonly nowMs: number;
  }): Promise<void>;
  /** Turns the reminder off and drops what is waiting; the schedule stays for a later start. */
  turnOff(personId: string, nowMs: number): Promise<void>;
  /** Notes a press: the taper begins anew. */
  noteReaction(personId: string, nowMs: number): Promise<void>;
  /** Newest first. */
  lastDeliveries(personId: string, limit: number): Promise<readonly Delivery[]>;
  findDelivery(deliveryId: string): Promise<Delivery | undefined>;
  /**
   * Notes what was answered to a delivery, if nothing was yet.
   * @returns what is noted now: an earlier answer stays.
   */
  noteAction(deliveryId: string, action: DeliveryAction, nowMs: number): Promise<DeliveryAction>;
  /** Adds a waiting delivery unless its person, date and kind have one. @returns the one that stands. */
  addWaiting(
    delivery: Pick<Delivery, 'id' | 'personId' | 'localDate' | 'kind' | 'form' | 'dueAtMs'>,
    actAtMs: number,
  ): Promise<Delivery>;
  /** Drops deliveries of the person that wait and were never tried. */
  dropWaiting(personId: string, nowMs: number): Promise<void>;
  /** Makes a reminder with closed DMs active again, and lets a delivery that failed for that reason be tried once more. */
  reopen(change: {
    readonly personId: string;
    readonly nextAtMs: number;
    readonly retryDeliveryId: string | undefined;
    readonly nowMs: number;
  }): Promise<void>;
  /**
   * Takes the news that DMs were refused, once.
   * @returns since when; undefined when there is no such news, or it was taken before.
   */
  takeClosedNews(personId: string, nowMs: number): Promise<number | undefined>;
}
