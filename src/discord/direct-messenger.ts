// Carries direct messages that nobody asked for at that moment, each with a nonce so that a repeated try is one message.

import {
  ComponentType,
  DiscordAPIError,
  HTTPError,
  makeURLSearchParams,
  RateLimitError,
  type REST,
  Routes,
  SnowflakeUtil,
} from 'discord.js';
import { z } from 'zod';
import type { DirectMessenger, FindOutcome, SendOutcome } from '../reminders/direct-messenger.ts';
import type { MessageBody } from '../views/message.ts';

/** 50007: the person takes no DMs from the bot. 50278: no server in common. Neither mends itself by trying again. */
const CLOSED_CODES: ReadonlySet<number | string> = new Set([50007, 50278]);
/** Most that one page of a channel's history holds; a bot writes far fewer DMs to a person in half a day. */
const HISTORY_LIMIT = 100;

/** A snowflake holds the milliseconds since Discord's epoch above its lowest 22 bits. */
const TIMESTAMP_SHIFT = 22n;

const channelAnswer = z.object({ id: z.string() });
const messageAnswer = z.object({ id: z.string(), channel_id: z.string() });
const component = z.looseObject({ type: z.number(), custom_id: z.string().optional() });
const historyAnswer = z.array(
  z.object({
    id: z.string(),
    author: z.object({ bot: z.boolean().optional() }),
    components: z.array(z.looseObject({ type: z.number(), components: z.array(component).optional() })).optional(),
  }),
);

/** @param rest the client's own, so that its knowledge of rate limits is shared. */
export function createDirectMessenger(rest: REST): DirectMessenger<MessageBody> {
  const openChannel = async (personId: string): Promise<string> => {
    return channelAnswer.parse(await rest.post(Routes.userChannels(), { body: { recipient_id: personId } })).id;
  };

  return {
    async sendDirectMessage(personId, message, { nonce, channelId }): Promise<SendOutcome> {
      try {
        const { files, ...body } = message;
        const sent = messageAnswer.parse(
          await rest.post(Routes.channelMessages(channelId ?? (await openChannel(personId))), {
            body: { ...body, nonce, enforce_nonce: true, allowed_mentions: { parse: [] } },
            ...(files === undefined
              ? {}
              : { files: files.map((file) => ({ name: file.name, data: Buffer.from(file.data) })) }),
          }),
        );
        return { kind: 'sent', messageId: sent.id, channelId: sent.channel_id };
      } catch (fault) {
        return toFailure(fault);
      }
    },

    async findSentMessage(personId, deliveryId, { sinceMs, channelId }): Promise<FindOutcome> {
      try {
        const channel = channelId ?? (await openChannel(personId));
        const after = String((BigInt(sinceMs) - SnowflakeUtil.epoch) << TIMESTAMP_SHIFT);
        const query = makeURLSearchParams({ limit: HISTORY_LIMIT, after });
        const history = historyAnswer.parse(await rest.get(Routes.channelMessages(channel), { query }));
        const found = history.find(
          (message) =>
            message.author.bot === true &&
            (message.components ?? []).some(
              (row) =>
                row.type === ComponentType.ActionRow &&
                (row.components ?? []).some((each) => carries(each.custom_id, deliveryId)),
            ),
        );
        return found === undefined ? { kind: 'none' } : { kind: 'found', messageId: found.id, channelId: channel };
      } catch (fault) {
        const failure = toFailure(fault);
        return {
          kind: 'unavailable',
          ...(failure.kind === 'failed' && failure.retryAfterMs !== undefined
            ? { retryAfterMs: failure.retryAfterMs }
            : {}),
        };
      }
    },

    async openChannel(personId) {
      try {
        return await openChannel(personId);
      } catch (fault) {
        toFailure(fault);
        return undefined;
      }
    },
  };
}

/** Whether one of the id's values is the delivery's. */
function carries(customId: string | undefined, deliveryId: string): boolean {
  return customId?.split('|').includes(deliveryId) ?? false;
}

/** @throws what is neither Discord's nor the network's: a bug must be seen. */
function toFailure(fault: unknown): Exclude<SendOutcome, { kind: 'sent' }> {
  if (fault instanceof DiscordAPIError && CLOSED_CODES.has(fault.code)) return { kind: 'closed' };
  if (fault instanceof RateLimitError) return { kind: 'failed', retryAfterMs: fault.retryAfter };
  if (fault instanceof DiscordAPIError || fault instanceof HTTPError || isNetworkFault(fault))
    return { kind: 'failed' };
  throw fault;
}

/** Broken sockets and aborted requests come as plain errors of the runtime, with a code. */
function isNetworkFault(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  return fault.name === 'AbortError' || 'code' in fault;
}
