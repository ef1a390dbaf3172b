// Carries direct messages that nobody asked for at that moment, each with a nonce so that a repeated try is one message.

import { DiscordAPIError, type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { DirectMessenger, FindOutcome, SendOutcome } from '../reminders/direct-messenger.ts';
import type { MessageBody } from '../views/message.ts';
import { findMessageCarrying, toPassingFailure } from './sent-message.ts';

/**
 * 50007: the person takes no DMs from the bot. 50278: no server in common. 10013: no such account any more. 50001: no
 * access to the DM. None mends itself by trying again (https://discord.com/developers/docs/topics/opcodes-and-status-codes).
 */
const CLOSED_CODES: ReadonlySet<number | string> = new Set([50007, 50278, 10013, 50001]);

const channelAnswer = z.object({ id: z.string() });
const messageAnswer = z.object({ id: z.string(), channel_id: z.string() });

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
        const messageId = await findMessageCarrying(rest, channel, deliveryId, sinceMs);
        return messageId === undefined ? { kind: 'none' } : { kind: 'found', messageId, channelId: channel };
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

function toFailure(fault: unknown): Exclude<SendOutcome, { kind: 'sent' }> {
  if (fault instanceof DiscordAPIError && CLOSED_CODES.has(fault.code)) return { kind: 'closed' };
  return toPassingFailure(fault);
}
