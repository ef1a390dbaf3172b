// Custom ids of everything that can be pressed in a quiz. `session` and `position` name the item, whatever was restarted since.

import { z } from 'zod';
import { DECKS, SESSION_MODES } from '../quiz/card.ts';
import { defineCustomId } from './custom-id.ts';

const session = z.string().regex(/^[0-9a-z]{4,16}$/);
const index = z.coerce.number<string>().int().min(0).max(99);
/** As `shortId` writes it. */
const shortTopic = z.string().regex(/^~?[a-z0-9-]{1,28}$/);
const item = { session, position: index } as const;

const wish = {
  deck: z.enum(DECKS),
  count: z.coerce.number<string>().int().min(1).max(20),
  mode: z.enum(SESSION_MODES),
} as const;

/** Starts a session; other commands put it on their messages. */
export const QUIZ_START = defineCustomId('quiz-start', 1, wish);
/** The same with a topic's cards first. A kind of its own, since buttons without a topic stand on messages already sent. */
export const QUIZ_TOPIC = defineCustomId('quiz-topic', 1, { ...wish, topic: shortTopic });

export const QUIZ_CHOOSE = defineCustomId('quiz-choose', 1, { ...item, option: index });
/** Opens the form. `tries` is how many answers had been given when the button was shown. */
export const QUIZ_TYPE = defineCustomId('quiz-type', 1, { ...item, tries: index });
/** The form itself. */
export const QUIZ_SUBMIT = defineCustomId('quiz-submit', 1, { ...item, tries: index });
/** `step` is how many hints were shown already. */
export const QUIZ_HINT = defineCustomId('quiz-hint', 1, { ...item, step: index });
export const QUIZ_SKIP = defineCustomId('quiz-skip', 1, item);
export const QUIZ_STOP = defineCustomId('quiz-stop', 1, { session });
export const QUIZ_NEXT = defineCustomId('quiz-next', 1, { session });
export const QUIZ_WHY = defineCustomId('quiz-why', 1, item);
export const QUIZ_UNDO = defineCustomId('quiz-undo', 1, item);
export const QUIZ_APPEAL = defineCustomId('quiz-appeal', 1, item);
/** Opens the form in which something is looked up. */
export const QUIZ_LOOK_UP = defineCustomId('quiz-look-up', 1, item);
export const QUIZ_LOOKED_UP = defineCustomId('quiz-looked-up', 1, {});

/** Ids of the text fields of the two forms. */
export const ANSWER_FIELD = 'answer';
export const QUERY_FIELD = 'query';
