// Answers a plain message to the bot: typing shown while it works, replies sent in the same channel, faults answered too.

import { DiscordAPIError, type Message, type MessageCreateOptions, RESTJSONErrorCodes } from 'discord.js';
import type { Reply } from '../commands/command.ts';
import { describeFault } from '../operations/describe-fault.ts';
import type { Log } from '../operations/log.ts';
import { UserError } from '../operations/user-error.ts';
import type { MessageBody } from '../views/message.ts';
import { apologyView, refusalView } from '../views/notice-view.ts';
import { paceLatest, STREAM_EDIT_INTERVAL_MS } from './pace-latest.ts';
import { toFiles } from './responder.ts';

/** Runs the work for a message and sends its reply; undefined means that nobody had an answer, and nothing is sent. */
export async function answerMessage(
  message: Message,
  work: () => Promise<Reply | undefined>,
  deps: { readonly log: Log; readonly newReference: () => string },
): Promise<void> {
  const { channel } = message;
  if (!channel.isSendable()) return;
  // In a server others read along, so the answer shows which message it belongs to.
  const isInServer = message.guildId !== null;
  const send = (body: MessageBody) =>
    isInServer
      ? message.reply({ ...toMessageOptions(body), failIfNotExists: false })
      : channel.send(toMessageOptions(body));
  try {
    const reply = await work();
    if (reply === undefined) return;
    if (reply.kind === 'modal') throw new Error('a modal cannot answer a message');
    if (reply.kind === 'stream') {
      // A sign until the first words; without it there is only less to see.
      channel.sendTyping().catch(() => undefined);
      return await showStream(reply.messages, send);
    }
    await send(reply.message);
    for (const body of reply.kind === 'message' ? (reply.more ?? []) : []) await send(body);
  } catch (fault) {
    const reference = deps.newReference();
    const isRefusal = fault instanceof UserError;
    if (!isRefusal) {
      deps.log.error(
        { reference, name: 'message', personId: message.author.id, fault: describeFault(fault) },
        'request failed',
      );
    }
    const notice = isRefusal ? refusalView(fault.code, fault.details) : apologyView(reference);
    await send(notice).catch((second: unknown) => {
      deps.log.warn({ reference, fault: describeFault(second) }, 'could not answer');
    });
  }
}

/** Each state replaces the one before; ends quietly once somebody has deleted the message. */
async function showStream(
  states: AsyncIterable<MessageBody>,
  send: (body: MessageBody) => Promise<Message>,
): Promise<void> {
  let sent: Message | undefined;
  try {
    for await (const body of paceLatest(states, STREAM_EDIT_INTERVAL_MS)) {
      sent = sent === undefined ? await send(body) : await sent.edit(toMessageEdit(body));
    }
  } catch (fault) {
    const isGone = fault instanceof DiscordAPIError && fault.code === RESTJSONErrorCodes.UnknownMessage;
    if (sent === undefined || !isGone) throw fault;
  }
}

/** A message of ours as discord.js sends it; it pings nobody. */
export function toMessageOptions(body: MessageBody): MessageCreateOptions {
  return {
    ...(body.content === undefined ? {} : { content: body.content }),
    ...(body.embeds === undefined ? {} : { embeds: [...body.embeds] }),
    ...(body.components === undefined ? {} : { components: [...body.components] }),
    ...(body.files === undefined ? {} : { files: toFiles(body) }),
    allowedMentions: { parse: [] },
  };
}

function toMessageEdit(body: MessageBody) {
  return {
    ...(body.content === undefined ? {} : { content: body.content }),
    ...(body.embeds === undefined ? {} : { embeds: [...body.embeds] }),
    ...(body.components === undefined ? {} : { components: [...body.components] }),
    // An edit that brings files replaces those that were there.
    ...(body.files === undefined ? {} : { files: toFiles(body), attachments: [] }),
    allowedMentions: { parse: [] as const },
  };
}
