// Custom ids of what can be pressed under an explanation.

import { z } from 'zod';
import { defineCustomId, encodeCustomId } from './custom-id.ts';
import { LIMITS } from './limits.ts';

/** Shows another entry in place of this one. The title is looked up when it is pressed, so it outlives moved files. */
export const EXPLAIN_OPEN = defineCustomId('explain-open', 1, { title: z.string().min(1).max(80) });

/** The id of a button for a title; undefined when the title is too long for one. */
export function explainOpenId(ownerId: string, title: string): string | undefined {
  const roomForTitle = LIMITS.customId - `${EXPLAIN_OPEN.name}|${EXPLAIN_OPEN.version}|${ownerId}|`.length;
  if (title === '' || encodeURIComponent(title).length > roomForTitle) return undefined;
  return encodeCustomId(EXPLAIN_OPEN, ownerId, { title });
}
