// Schemas of embeds with their limits. Source: https://discord.com/developers/docs/resources/message#embed-object-embed-limits

import { z } from 'zod';
import { addFault, list, REQUIRED, text, webAddress, wholeNumber } from './pieces.ts';

const EMBED_TOTAL = 6000;

const media = z.object({ url: webAddress(true) });

const embedSchema = z
  .object({
    title: text(256).exactOptional(),
    description: text(4096).exactOptional(),
    url: webAddress().exactOptional(),
    timestamp: z.string().superRefine(checkTimestamp).exactOptional(),
    color: wholeNumber(0, 0xffffff).exactOptional(),
    footer: z.object({ text: text(2048, 1), icon_url: webAddress(true).exactOptional() }).exactOptional(),
    image: media.exactOptional(),
    thumbnail: media.exactOptional(),
    author: z
      .object({
        name: text(256, 1),
        url: webAddress().exactOptional(),
        icon_url: webAddress(true).exactOptional(),
      })
      .exactOptional(),
    fields: list(
      z.object({ name: text(256, 1), value: text(1024, 1), inline: z.boolean().exactOptional() }),
      25,
    ).exactOptional(),
  })
  .superRefine((embed, ctx) => {
    if (Object.values(embed).every((value) => value === '' || value === undefined)) {
      addFault(ctx, REQUIRED, ['description']);
    }
  });

export type EmbedBody = z.output<typeof embedSchema>;

/** Up to ten embeds that together hold at most 6,000 characters. */
export const embedsSchema = list(embedSchema, 10).superRefine((embeds, ctx) => {
  if (embeds.reduce((sum, embed) => sum + embedLength(embed), 0) > EMBED_TOTAL) {
    addFault(ctx, {
      code: 'MAX_EMBED_SIZE_EXCEEDED',
      message: `Embed size exceeds maximum size of ${EMBED_TOTAL}`,
    });
  }
});

/** Characters that count towards the total: title, description, field names and values, footer, author. */
function embedLength(embed: EmbedBody): number {
  const fields = (embed.fields ?? []).flatMap((field) => [field.name, field.value]);
  const texts = [embed.title, embed.description, embed.footer?.text, embed.author?.name, ...fields];
  return texts.reduce((sum, each) => sum + [...(each ?? '').trim()].length, 0);
}

function checkTimestamp(value: string, ctx: z.RefinementCtx): void {
  if (Number.isNaN(Date.parse(value))) {
    addFault(ctx, { code: 'DATETIME_TYPE_PARSE', message: `Could not parse ${value}. Should be ISO8601.` });
  }
}
