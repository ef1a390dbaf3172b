// Schemas of the bodies that create or edit a message. Source: https://discord.com/developers/docs/resources/message#create-message

import { z } from 'zod';
import { rowsSchema } from './component-schema.ts';
import { embedsSchema } from './embed-schema.ts';
import { list, snowflake, text } from './pieces.ts';

const attachmentSchema = z.object({
  /** Position among the uploaded files, or the id of an attachment to keep. */
  id: z.union([z.string(), z.number()]).transform(String),
  filename: z.string().exactOptional(),
  description: text(1024).exactOptional(),
});

const allowedMentionsSchema = z.object({
  parse: z.array(z.literal(['users', 'roles', 'everyone'])).exactOptional(),
  users: list(snowflake, 100).exactOptional(),
  roles: list(snowflake, 100).exactOptional(),
  replied_user: z.boolean().exactOptional(),
});

export const messageSchema = z.object({
  content: text(2000).exactOptional(),
  tts: z.boolean().exactOptional(),
  embeds: embedsSchema.exactOptional(),
  components: rowsSchema.exactOptional(),
  attachments: list(attachmentSchema, 10).exactOptional(),
  allowed_mentions: allowedMentionsSchema.exactOptional(),
  flags: z.number().int().exactOptional(),
  nonce: z
    .union([text(25), z.number().int()])
    .transform(String)
    .exactOptional(),
  enforce_nonce: z.boolean().exactOptional(),
  message_reference: z
    .object({
      message_id: snowflake,
      channel_id: snowflake.exactOptional(),
      guild_id: snowflake.exactOptional(),
      fail_if_not_exists: z.boolean().exactOptional(),
    })
    .exactOptional(),
});

export type MessageInput = z.output<typeof messageSchema>;

/**
 * Readies the body of an edit: in an edit, null clears. Absent keys leave what was there.
 * The answer is again an unparsed body.
 */
export function clearNulls(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  const cleared: Record<string, unknown> = { ...body };
  if (cleared.content === null) cleared.content = '';
  for (const key of ['embeds', 'components', 'attachments']) if (cleared[key] === null) cleared[key] = [];
  return cleared;
}
