// Custom ids of what can be pressed under the assistant's answers.

import { z } from 'zod';
import { defineCustomId, encodeCustomId } from './custom-id.ts';
import { LIMITS } from './limits.ts';
import { type Button, button } from './study-controls.ts';

const idField = z.string().regex(/^[a-z0-9-]{1,20}$/);

export const ASK_CANCEL = defineCustomId('ask-cancel', 1, { answer: idField });
export const ASK_FEEDBACK = defineCustomId('ask-feedback', 1, { answer: idField, helpful: z.enum(['yes', 'no']) });
export const ASK_DECIDE = defineCustomId('ask-decide', 1, {
  proposal: idField,
  decision: z.enum(['accepted', 'declined']),
});
/** Asks the assistant to go deeper into what was explained. */
export const ASK_DEEPER = defineCustomId('ask-deeper', 1, { about: z.string().min(1).max(LIMITS.customId) });

/** A button under an explanation that asks the assistant for more; undefined when the query is too long for an id. */
export function askDeeperButton(query: string, ownerId: string): Button | undefined {
  const about = query.replace(/\s+/g, ' ').trim();
  const room = LIMITS.customId - `${ASK_DEEPER.name}|${ASK_DEEPER.version}|${ownerId}|`.length;
  if (about === '' || !about.isWellFormed() || encodeURIComponent(about).length > room) return undefined;
  return button('Deeper', encodeCustomId(ASK_DEEPER, ownerId, { about }));
}
