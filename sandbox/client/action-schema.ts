// Schema of what a person's client sends; the types are the protocol's.

import { z } from 'zod';
import type { ClientAction, ClientRequest, Fault } from '../protocol.ts';

const options = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const command = {
  channelId: z.string(),
  commandId: z.string(),
  subcommandGroup: z.string().exactOptional(),
  subcommand: z.string().exactOptional(),
  options,
};
const message = { channelId: z.string(), messageId: z.string() };
const seconds = z.number().nonnegative().max(3600);

const fault: z.ZodType<Fault> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal(['cut-sockets', 'reconnect', 'lose-sessions', 'clear']) }),
  z.object({ kind: z.literal('refuse-sockets'), seconds }),
  z.object({
    kind: z.literal('server-errors'),
    probability: z.number().min(0).max(1),
    seed: z.number().int().exactOptional(),
    isAnswerLost: z.boolean().exactOptional(),
  }),
  z.object({ kind: z.literal('rate-limit-storm'), seconds }),
  z.object({ kind: z.literal('rate-limits'), on: z.boolean() }),
  z.object({ kind: z.literal('slow-rest'), ms: z.number().nonnegative().max(60_000) }),
]);

const clockChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal(['real', 'next-reminder']) }),
  z.object({ kind: z.literal('advance'), ms: z.number() }),
  z.object({ kind: z.literal('set'), nowMs: z.number() }),
]);

const action: z.ZodType<ClientAction> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('send-message'),
    channelId: z.string(),
    content: z.string(),
    replyToId: z.string().exactOptional(),
  }),
  z.object({ kind: z.literal('edit-message'), ...message, content: z.string() }),
  z.object({ kind: z.literal('delete-message'), ...message }),
  z.object({ kind: z.literal('use-command'), ...command }),
  z.object({ kind: z.literal('autocomplete'), ...command, focused: z.string(), text: z.string() }),
  z.object({ kind: z.literal('use-message-menu'), ...message, commandId: z.string() }),
  z.object({ kind: z.literal('press-button'), ...message, customId: z.string() }),
  z.object({ kind: z.literal('pick'), ...message, customId: z.string(), values: z.array(z.string()) }),
  z.object({
    kind: z.literal('submit-modal'),
    interactionId: z.string(),
    fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  }),
  z.object({ kind: z.literal('close-modal'), interactionId: z.string() }),
  z.object({ kind: z.literal('dismiss'), ...message }),
  z.object({ kind: z.literal('open-dm'), userId: z.string() }),
  z.object({ kind: z.literal('set-dms-closed'), closed: z.boolean() }),
  z.object({ kind: z.literal('type'), channelId: z.string() }),
  z.object({ kind: z.literal('set-clock'), change: clockChange }),
  z.object({ kind: z.literal('inject-fault'), fault }),
]);

export const clientRequestSchema: z.ZodType<ClientRequest> = z.object({ requestId: z.string(), action });
