// Custom ids of the quiz of a server; anybody may press them, and each person gets their own private word.

import { z } from 'zod';
import { defineCustomId } from './custom-id.ts';

const post = z.string().regex(/^[0-9a-z]{4,24}$/);

export const SERVER_CHOOSE = defineCustomId('server-choose', 1, {
  post,
  option: z.coerce.number<string>().int().min(0).max(9),
});
export const SERVER_WHY = defineCustomId('server-why', 1, { post });
/** `wish` is to be in the ranking of the server, or out of it. */
export const SERVER_RANK = defineCustomId('server-rank', 1, {
  guild: z.string().regex(/^\d{1,20}$/),
  wish: z.enum(['in', 'out']),
});
