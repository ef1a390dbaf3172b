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

/** What can be pressed about a reminder's card: an option by its index, `show` for the answer, `undo`. */
export const CARD_STEPS = ['0', '1', '2', '3', 'show', 'undo'] as const;

/** Under a delivered lesson. `session` is that of its one card. */
export const REMINDER_CARD = defineCustomId('reminder-card', 1, {
  delivery: z.string().min(1).max(25),
  session: z.string().regex(/^[0-9a-z]{4,16}$/),
  step: z.enum(CARD_STEPS),
});

/** Under answers of `/remind`. */
export const REMINDER_RESUME = defineCustomId('reminder-resume', 1, {});
export const REMINDER_OFF = defineCustomId('reminder-off', 1, {});
export const REMINDER_RETRY = defineCustomId('reminder-retry', 1, {});
