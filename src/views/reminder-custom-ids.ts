// Custom ids of everything that can be pressed about reminders.

import { z } from 'zod';
import { defineCustomId } from './custom-id.ts';

/** In the order in which they stand under a reminder. */
export const REMINDER_ACTIONS = ['snooze', 'skip', 'pause', 'stop', 'resume', 'weekly'] as const;

/** Under a delivered message. `delivery` is the ledger row's id: after a crash the message is known again by it. */
export const REMINDER_ACT = defineCustomId('reminder-act', 1, {
  delivery: z.string().min(1).max(25),
  action: z.enum(REMINDER_ACTIONS),
});

/** Under answers of `/remind`. */
export const REMINDER_RESUME = defineCustomId('reminder-resume', 1, {});
export const REMINDER_OFF = defineCustomId('reminder-off', 1, {});
export const REMINDER_RETRY = defineCustomId('reminder-retry', 1, {});
