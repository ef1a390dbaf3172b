// The bot's first answer to an interaction: a reply, "thinking…", an update of the pressed message, choices, or a modal.

import {
  InteractionResponseType as Answer,
  type APIMessage,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import { z } from 'zod';
import type { Upload } from '../files.ts';
import type { Hub } from '../hub.ts';
import { composeMessage, editMessage } from '../messages/compose-message.ts';
import { addMessage, changeMessage } from '../messages/message-store.ts';
import { refusals } from '../refusal.ts';
import { clearNulls, type MessageInput, messageSchema } from '../validation/message-schema.ts';
import { modalSchema } from '../validation/modal-schema.ts';
import { list, parseBody, text } from '../validation/pieces.ts';
import { findMessage, type Interaction } from '../world.ts';
import { changeInteraction } from './interaction-life.ts';
import { replyOrigin } from './reply-origin.ts';

const bodySchema = z.object({ type: z.number().int() });

const choicesSchema = z.object({
  choices: list(z.object({ name: text(100, 1), value: z.union([text(100, 1), z.number()]) }), 25),
});

/** Which answers each kind of interaction takes. */
const ALLOWED: Readonly<Record<InteractionType, readonly Answer[]>> = {
  [InteractionType.Ping]: [Answer.Pong],
  [InteractionType.ApplicationCommand]: [
    Answer.ChannelMessageWithSource,
    Answer.DeferredChannelMessageWithSource,
    Answer.Modal,
  ],
  [InteractionType.MessageComponent]: [
    Answer.ChannelMessageWithSource,
    Answer.DeferredChannelMessageWithSource,
    Answer.DeferredMessageUpdate,
    Answer.UpdateMessage,
    Answer.Modal,
  ],
  [InteractionType.ApplicationCommandAutocomplete]: [Answer.ApplicationCommandAutocompleteResult],
  [InteractionType.ModalSubmit]: [
    Answer.ChannelMessageWithSource,
    Answer.DeferredChannelMessageWithSource,
    Answer.DeferredMessageUpdate,
    Answer.UpdateMessage,
  ],
};

/** What was answered; `message` where there is one. */
export interface Answered {
  readonly type: Answer;
  readonly message: APIMessage | undefined;
}

/** @throws Refusal 10062 when it comes too late, 40060 when it is the second, 50035 when it is faulty. */
export function answerInteraction(
  hub: Hub,
  interactionId: string,
  token: string,
  body: unknown,
  uploads: readonly Upload[],
): Answered {
  const interaction = hub.world.interactions.get(interactionId);
  if (interaction?.token !== token) throw refusals.unknownInteraction();
  if (interaction.state !== 'pending' && interaction.state !== 'failed') throw refusals.alreadyAcknowledged();
  const ageMs = hub.monotonicMs() - interaction.startedAtMs;
  if (interaction.state === 'failed' || ageMs > hub.timings.firstCallbackMs) throw refusals.unknownInteraction();
  const { type } = parseBody(bodySchema, body);
  requireAllowed(interaction, type);
  return { type, message: carryOut(hub, interaction, type, rawData(body), uploads) };
}

function carryOut(
  hub: Hub,
  interaction: Interaction,
  type: Answer,
  data: unknown,
  uploads: readonly Upload[],
): APIMessage | undefined {
  switch (type) {
    case Answer.ChannelMessageWithSource:
      return reply(hub, interaction, parseBody(messageSchema, data ?? {}, ['data']), uploads);
    case Answer.DeferredChannelMessageWithSource:
      return think(hub, interaction, parseBody(messageSchema, data ?? {}, ['data']));
    case Answer.UpdateMessage:
      return update(hub, interaction, parseBody(messageSchema, clearNulls(data ?? {}), ['data']), uploads);
    case Answer.DeferredMessageUpdate:
      changeInteraction(hub, interaction, {
        state: 'acknowledged',
        originalMessageId: interaction.sourceMessageId,
      });
      return undefined;
    case Answer.Modal:
      showModal(hub, interaction, data);
      return undefined;
    default:
      giveChoices(hub, interaction, data);
      return undefined;
  }
}

function reply(hub: Hub, interaction: Interaction, input: MessageInput, uploads: readonly Upload[]): APIMessage {
  const message = composeMessage(hub, replyOrigin(hub.world, interaction), input, uploads);
  addMessage(hub, message, isEphemeral(message.flags) ? interaction.userId : undefined);
  changeInteraction(hub, interaction, { state: 'answered', originalMessageId: message.id }, message.id);
  return message;
}

function think(hub: Hub, interaction: Interaction, input: MessageInput): APIMessage {
  const flags = MessageFlags.Loading | ((input.flags ?? 0) & MessageFlags.Ephemeral);
  const message = composeMessage(hub, { ...replyOrigin(hub.world, interaction), flags }, {}, []);
  addMessage(hub, message, isEphemeral(flags) ? interaction.userId : undefined);
  const change = { state: 'thinking', originalMessageId: message.id, isLoading: true } as const;
  changeInteraction(hub, interaction, change, message.id);
  return message;
}

function update(hub: Hub, interaction: Interaction, input: MessageInput, uploads: readonly Upload[]): APIMessage {
  const stored = findMessage(hub.world, interaction.channelId, interaction.sourceMessageId ?? '');
  if (stored === undefined) throw refusals.unknownMessage();
  const message = editMessage(hub, stored.message, input, uploads);
  changeMessage(hub, stored, message);
  changeInteraction(hub, interaction, { state: 'answered', originalMessageId: message.id }, message.id);
  return message;
}

function showModal(hub: Hub, interaction: Interaction, data: unknown): void {
  const modal = parseBody(modalSchema, data, ['data']);
  changeInteraction(hub, interaction, { state: 'modal', modal });
  const { id: interactionId, userId, channelId, applicationId } = interaction;
  hub.emit({ kind: 'modal-shown', userId, interactionId, channelId, applicationId, modal });
}

function giveChoices(hub: Hub, interaction: Interaction, data: unknown): void {
  const { choices } = parseBody(choicesSchema, data, ['data']);
  changeInteraction(hub, interaction, { state: 'answered' });
  hub.emit({ kind: 'choices-given', interactionId: interaction.id, choices });
}

function requireAllowed(interaction: Interaction, type: number): asserts type is Answer {
  const canUpdate = interaction.sourceMessageId !== undefined;
  const allowed = ALLOWED[interaction.type].filter(
    (each) => canUpdate || (each !== Answer.UpdateMessage && each !== Answer.DeferredMessageUpdate),
  );
  if (allowed.some((each) => each === type)) return;
  const message = `Value must be one of {${allowed.join(', ')}}.`;
  throw refusals.invalidForm([{ path: ['type'], code: 'BASE_TYPE_CHOICES', message }]);
}

/** The data as it came: parsing takes the nulls away, which an update of a message needs. */
function rawData(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'data' in body ? body.data : undefined;
}

function isEphemeral(flags: number | undefined): boolean {
  return ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}
