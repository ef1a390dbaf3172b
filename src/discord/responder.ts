// Sends one reply to one interaction: acknowledged before Discord's 3 s are over, never twice, never pinging.

import {
  type ChatInputCommandInteraction,
  type InteractionEditReplyOptions,
  type InteractionReplyOptions,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { AckPolicy, Place, Reply, Visibility } from '../commands/command.ts';
import type { MessageBody } from '../views/message.ts';
import { paceLatest, STREAM_EDIT_INTERVAL_MS } from './pace-latest.ts';

export type AnswerableInteraction =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction;

/** What the interaction asks for, known before the answer is. */
export interface AnswerTerms {
  readonly ack: AckPolicy;
  readonly visibility: Visibility;
  readonly place: Place;
}

/** How long an `immediate` answer may take before it is deferred, ms; half of Discord's 3 s leaves room for the network. */
const DEFER_AFTER_MS = 1_500;
type Acknowledged = 'nothing' | 'deferred-reply' | 'deferred-update' | 'answered';

export interface Responder {
  /** Runs the work and sends what it returns, deferring first where the terms or the time ask for it. */
  answer(work: () => Promise<Reply>): Promise<void>;
  /** Sends a message that only the person sees, whatever was sent before. */
  notify(message: MessageBody): Promise<void>;
  /** Whether Discord has taken an answer, so that another message can follow it. */
  isAnswered(): boolean;
}

export function createResponder(interaction: AnswerableInteraction, terms: AnswerTerms): Responder {
  /** The defer under way, so that nothing is sent beside it. */
  let deferring: Promise<void> = Promise.resolve();
  let deferredAs: 'deferred-reply' | 'deferred-update' = 'deferred-reply';
  const isEphemeral = terms.visibility === 'personal' && !terms.place.isDirectMessage;

  /** What Discord has taken. discord.js notes it only then, so that after a refusal there is still a first answer to give. */
  const acknowledged = (): Acknowledged => {
    if (interaction.replied) return 'answered';
    return interaction.deferred ? deferredAs : 'nothing';
  };

  const defer = async (): Promise<void> => {
    if (acknowledged() !== 'nothing') return;
    if (canUpdate(interaction)) {
      deferredAs = 'deferred-update';
      await interaction.deferUpdate();
    } else {
      await deferNew();
    }
  };

  /** Defers with a message of its own, also where there is a pressed one. */
  const deferNew = async (): Promise<void> => {
    if (acknowledged() !== 'nothing') return;
    deferredAs = 'deferred-reply';
    await interaction.deferReply(isEphemeral ? { flags: MessageFlags.Ephemeral } : {});
  };

  const sendStream = async ({ messages, inNewMessage }: Extract<Reply, { kind: 'stream' }>): Promise<void> => {
    // A press that was deferred as an update before its work said otherwise gets its new message as a follow-up.
    const needsFollowUp = inNewMessage === true && acknowledged() === 'deferred-update';
    let message: string | undefined;
    for await (const body of paceLatest(messages, STREAM_EDIT_INTERVAL_MS)) {
      if (needsFollowUp && message === undefined) {
        message = (await interaction.followUp(toReplyOptions(body, isEphemeral))).id;
      } else {
        await interaction.editReply({ ...toEditOptions(body), ...(message === undefined ? {} : { message }) });
      }
    }
  };

  const sendNew = async (message: MessageBody, ephemeral: boolean): Promise<void> => {
    switch (acknowledged()) {
      case 'nothing':
        await interaction.reply(toReplyOptions(message, ephemeral));
        return;
      case 'deferred-reply':
        await interaction.editReply(toEditOptions(message));
        return;
      case 'deferred-update':
      case 'answered':
        await interaction.followUp(toReplyOptions(message, ephemeral));
    }
  };

  const sendEdit = async (message: MessageBody): Promise<void> => {
    if (acknowledged() !== 'nothing') await interaction.editReply(toEditOptions(message));
    else if (canUpdate(interaction)) await interaction.update(toEditOptions(message));
    else await sendNew(message, isEphemeral);
  };

  const send = async (reply: Reply): Promise<void> => {
    switch (reply.kind) {
      case 'message':
        await sendNew(reply.message, isEphemeral);
        for (const message of reply.more ?? []) await interaction.followUp(toReplyOptions(message, isEphemeral));
        return;
      case 'edit':
        await sendEdit(reply.message);
        if (reply.followUp !== undefined) {
          await interaction.followUp(toReplyOptions(reply.followUp, !terms.place.isDirectMessage));
        }
        return;
      case 'modal':
        if (acknowledged() !== 'nothing' || !('showModal' in interaction))
          throw new Error('a modal must be the first answer');
        await interaction.showModal(reply.modal);
        return;
      case 'stream':
        await (reply.inNewMessage === true ? deferNew() : defer());
        return sendStream(reply);
    }
  };

  return {
    async answer(work) {
      if (terms.ack === 'deferred') await defer();
      let timer: NodeJS.Timeout | undefined;
      if (terms.ack === 'immediate') {
        timer = setTimeout(() => {
          // After a defer that was refused the answer itself is still worth a try; its own fault is then the one to report.
          deferring = defer().catch(() => undefined);
        }, DEFER_AFTER_MS);
      }
      try {
        const reply = await work();
        clearTimeout(timer);
        await deferring;
        await send(reply);
      } finally {
        clearTimeout(timer);
      }
    },
    async notify(message) {
      await deferring;
      await sendNew(message, !terms.place.isDirectMessage);
    },
    isAnswered: () => acknowledged() === 'answered',
  };
}

/** Whether there is a message that the person pressed on, or from which the modal was raised. */
function canUpdate(
  interaction: AnswerableInteraction,
): interaction is MessageComponentInteraction | ModalMessageModalSubmitInteraction {
  return interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage());
}

function toEditOptions(message: MessageBody): InteractionEditReplyOptions {
  return {
    ...(message.content === undefined ? {} : { content: message.content }),
    ...(message.embeds === undefined ? {} : { embeds: [...message.embeds] }),
    ...(message.components === undefined ? {} : { components: [...message.components] }),
    // An edit that brings files replaces those that were there.
    ...(message.files === undefined ? {} : { files: toFiles(message), attachments: [] }),
    allowedMentions: { parse: [] },
  };
}

function toReplyOptions(message: MessageBody, ephemeral: boolean): InteractionReplyOptions {
  return {
    ...(message.content === undefined ? {} : { content: message.content }),
    ...(message.embeds === undefined ? {} : { embeds: [...message.embeds] }),
    ...(message.components === undefined ? {} : { components: [...message.components] }),
    ...(message.files === undefined ? {} : { files: toFiles(message) }),
    allowedMentions: { parse: [] },
    ...(ephemeral ? { flags: MessageFlags.Ephemeral } : {}),
  };
}

/** Files as discord.js takes them. */
export function toFiles(message: MessageBody): { name: string; attachment: Buffer; description?: string }[] {
  return (message.files ?? []).map((file) => ({
    name: file.name,
    attachment: Buffer.from(file.data),
    ...(file.description === undefined ? {} : { description: file.description }),
  }));
}
