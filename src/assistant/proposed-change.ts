// What the assistant may propose to change; nothing of it happens before the person accepts.

import { z } from 'zod';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const DAYS_A_YEAR = 365;

const dailyReminder = z.object({
  kind: z.literal('daily-reminder'),
  /** Wall-clock time in the person's own zone. */
  time: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
  days: z.array(z.enum(WEEKDAYS)).min(1).max(WEEKDAYS.length),
});
const pauseReminder = z.object({
  kind: z.literal('pause-reminder'),
  days: z.number().int().min(1).max(DAYS_A_YEAR),
});
const topicStatus = z.object({
  kind: z.literal('topic-status'),
  topicId: z.string().min(1).max(100),
  status: z.enum(['todo', 'learning', 'done', 'skipped']),
});

/** Rows are read back through this too, so that one of an older form is refused instead of carried out by halves. */
export const proposedChangeSchema = z.discriminatedUnion('kind', [dailyReminder, pauseReminder, topicStatus]);

export type ProposedChange = z.infer<typeof proposedChangeSchema>;
