// Custom ids of everything that can be pressed in the study views.

import { z } from 'zod';
import { TOPIC_STATUSES } from '../study/study-record.ts';
import { defineCustomId } from './custom-id.ts';

/** Which message a press came from, and so what it turns into. */
export const STUDY_CARDS = ['next', 'topic'] as const;
export type StudyCard = (typeof STUDY_CARDS)[number];

const shortIdField = z.string().min(1).max(28);
const cardField = z.enum(STUDY_CARDS);
const pageField = z.coerce.number<string>().int().min(0).max(9_999);

/** `topic` in all of these is a short id (study/short-id.ts). */
export const TOPIC_SET = defineCustomId('topic-set', 1, {
  topic: shortIdField,
  status: z.enum(TOPIC_STATUSES),
  card: cardField,
});

export const TOPIC_UNDO = defineCustomId('topic-undo', 1, {
  change: z.coerce.number<string>().int().positive(),
  topic: shortIdField,
  card: cardField,
});

export const TOPIC_CHOOSE = defineCustomId('topic-choose', 1, {
  topic: shortIdField,
  /** Short id of the alternative's name. */
  alternative: shortIdField,
  card: cardField,
});

export const TOPIC_EXPLAIN = defineCustomId('topic-explain', 1, { topic: shortIdField });

/** A select; its values are short ids of the focus items picked on that page. `shown` is a fingerprint of the items there. */
export const TOPIC_TICK = defineCustomId('topic-tick', 1, {
  topic: shortIdField,
  page: pageField,
  shown: z.string().max(8),
});

export const TOPIC_PAGE = defineCustomId('topic-page', 1, { topic: shortIdField, page: pageField });

/** A select; its value is the short id of the topic to look at. */
export const TOPIC_OPEN = defineCustomId('topic-open', 1, {});

/** A select; its values are short ids of the project steps done. */
export const PROJECT_TICK = defineCustomId('project-tick', 1, { page: pageField, shown: z.string().max(8) });

/** Opens the form for a goal date. */
export const PLAN_GOAL = defineCustomId('plan-goal', 1, {});

/** The form itself, submitted. */
export const PLAN_GOAL_SET = defineCustomId('plan-goal-set', 1, {});

export const PLAN_GOAL_OFF = defineCustomId('plan-goal-off', 1, {});

/** Makes the plan anew from today, at that many hours a week. */
export const PLAN_PACE = defineCustomId('plan-pace', 1, { hours: z.coerce.number<string>().positive() });

export const PROJECT_PAGE = defineCustomId('project-page', 1, { page: pageField });
