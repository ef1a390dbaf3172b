// Carries messages into channels of servers, each with a nonce so that a repeated try is one message.

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
import type { ChannelMessenger, PostOutcome } from '../quiz/server/server-quiz.ts';
import type { MessageBody } from '../views/message.ts';

/** 10003 and 10008: the channel or the message is gone. 50001, 50013: no access, no permission. None mends itself soon. */
const REFUSED_CODES: ReadonlySet<number | string> = new Set([10003, 10008, 50001, 50013]);
const HISTORY_LIMIT = 100;
/** A snowflake holds the milliseconds since Discord's epoch above its lowest 22 bits. */
const TIMESTAMP_SHIFT = 22n;

const messageAnswer = z.object({ id: z.string() });
const component = z.looseObject({ type: z.number(), custom_id: z.string().optional() });
const historyAnswer = z.array(
  z.object({
    id: z.string(),
    components: z.array(z.looseObject({ type: z.number(), components: z.array(component).optional() })).optional(),
  }),
);

/** @param rest the client's own, so that its knowledge of rate limits is shared. Files are not carried. */
export function createChannelMessenger(rest: REST): ChannelMessenger<MessageBody> {
  const guard = async (work: () => Promise<PostOutcome>): Promise<PostOutcome> => {
    try {
      return await work();
    } catch (fault) {
      return toFailure(fault);
    }
  };
  return {
    post: (channelId, message, nonce) =>
      guard(async () => {
        const body = { ...message, nonce, enforce_nonce: true, allowed_mentions: { parse: [] } };
        return {
          kind: 'sent',
          messageId: messageAnswer.parse(await rest.post(Routes.channelMessages(channelId), { body })).id,
        };
      }),
    edit: (channelId, messageId, message) =>
      guard(async () => {
        await rest.patch(Routes.channelMessage(channelId, messageId), {
          body: { ...message, allowed_mentions: { parse: [] } },
        });
        return { kind: 'sent', messageId };
      }),
    async find(channelId, postId, sinceMs) {
      const after = String((BigInt(sinceMs) - SnowflakeUtil.epoch) << TIMESTAMP_SHIFT);
      const query = makeURLSearchParams({ limit: HISTORY_LIMIT, after });
      try {
        const history = historyAnswer.parse(await rest.get(Routes.channelMessages(channelId), { query }));
        const found = history.find((message) =>
          (message.components ?? []).some(
            (row) =>
              row.type === ComponentType.ActionRow &&
              (row.components ?? []).some((each) => carries(each.custom_id, postId)),
          ),
        );
        return found === undefined ? undefined : { kind: 'sent', messageId: found.id };
      } catch (fault) {
        const failure = toFailure(fault);
        // Without the right to read the history, the nonce alone keeps a repeat from becoming a second message.
        return failure.kind === 'refused' ? undefined : failure;
      }
    },
  };
}

function carries(customId: string | undefined, postId: string): boolean {
  return customId?.split('|').includes(postId) ?? false;
}

/** @throws what is neither Discord's nor the network's: a bug must be seen. */
function toFailure(fault: unknown): Exclude<PostOutcome, { kind: 'sent' }> {
  if (fault instanceof DiscordAPIError && REFUSED_CODES.has(fault.code)) return { kind: 'refused' };
  if (fault instanceof RateLimitError) return { kind: 'failed', retryAfterMs: fault.retryAfter };
  const isNetwork = fault instanceof Error && (fault.name === 'AbortError' || 'code' in fault);
  if (fault instanceof DiscordAPIError || fault instanceof HTTPError || isNetwork) return { kind: 'failed' };
  throw fault;
}
