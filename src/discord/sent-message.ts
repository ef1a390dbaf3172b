// What both messengers know of Discord: how to find a message that they once sent, and which failures pass by themselves.

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

/** Most that one page of a channel's history holds; a bot writes far fewer to one place in half a day. */
const HISTORY_LIMIT = 100;
/** A snowflake holds the milliseconds since Discord's epoch above its lowest 22 bits. */
const TIMESTAMP_SHIFT = 22n;

const component = z.looseObject({ type: z.number(), custom_id: z.string().optional() });
const historyAnswer = z.array(
  z.object({
    id: z.string(),
    author: z.object({ bot: z.boolean().optional() }),
    components: z.array(z.looseObject({ type: z.number(), components: z.array(component).optional() })).optional(),
  }),
);

/**
 * The id of the bot's message since then that carries the value in the custom id of one of its buttons.
 *
 * @throws what Discord or the network answers; see `toPassingFailure`.
 */
export async function findMessageCarrying(
  rest: REST,
  channelId: string,
  value: string,
  sinceMs: number,
): Promise<string | undefined> {
  const after = String((BigInt(sinceMs) - SnowflakeUtil.epoch) << TIMESTAMP_SHIFT);
  const query = makeURLSearchParams({ limit: HISTORY_LIMIT, after });
  const history = historyAnswer.parse(await rest.get(Routes.channelMessages(channelId), { query }));
  return history.find(
    (message) =>
      message.author.bot === true &&
      (message.components ?? [])
        .filter((row) => row.type === ComponentType.ActionRow)
        .some((row) => (row.components ?? []).some((each) => each.custom_id?.split('|').includes(value) ?? false)),
  )?.id;
}

/** @throws what is neither Discord's nor the network's: a bug must be seen. */
export function toPassingFailure(fault: unknown): { readonly kind: 'failed'; readonly retryAfterMs?: number } {
  if (fault instanceof RateLimitError) return { kind: 'failed', retryAfterMs: fault.retryAfter };
  if (fault instanceof DiscordAPIError || fault instanceof HTTPError || isNetworkFault(fault))
    return { kind: 'failed' };
  throw fault;
}

/** Broken sockets and aborted requests come as plain errors of the runtime, with a code. */
function isNetworkFault(fault: unknown): boolean {
  return fault instanceof Error && (fault.name === 'AbortError' || 'code' in fault);
}
