// Carries messages into channels of servers, each with a nonce so that a repeated try is one message.

import { DiscordAPIError, type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { ChannelMessenger, PostOutcome } from '../quiz/server/server-quiz.ts';
import type { MessageBody } from '../views/message.ts';
import { findMessageCarrying, toPassingFailure } from './sent-message.ts';

/** 10003 and 10008: the channel or the message is gone. 50001, 50013: no access, no permission. None mends itself soon. */
const REFUSED_CODES: ReadonlySet<number | string> = new Set([10003, 10008, 50001, 50013]);

const messageAnswer = z.object({ id: z.string() });

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
      try {
        const messageId = await findMessageCarrying(rest, channelId, postId, sinceMs);
        return messageId === undefined ? undefined : { kind: 'sent', messageId };
      } catch (fault) {
        const failure = toFailure(fault);
        // Without the right to read the history, the nonce alone keeps a repeat from becoming a second message.
        return failure.kind === 'refused' ? undefined : failure;
      }
    },
  };
}

function toFailure(fault: unknown): Exclude<PostOutcome, { kind: 'sent' }> {
  if (fault instanceof DiscordAPIError && REFUSED_CODES.has(fault.code)) return { kind: 'refused' };
  return toPassingFailure(fault);
}
