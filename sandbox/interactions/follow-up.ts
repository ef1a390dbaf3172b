// What a bot does with an interaction's token after its first answer: edit it, take it back, follow up.

import { type APIMessage, MessageFlags } from 'discord-api-types/v10';
import type { Upload } from '../files.ts';
import type { Hub } from '../hub.ts';
import { composeMessage, editMessage } from '../messages/compose-message.ts';
import { addMessage, changeMessage, dropMessage } from '../messages/message-store.ts';
import { refusals } from '../refusal.ts';
import type { MessageInput } from '../validation/message-schema.ts';
import { findMessage, type Interaction, type StoredMessage } from '../world.ts';
import { changeInteraction, wasToken } from './interaction-life.ts';
import { replyOrigin } from './reply-origin.ts';

/** Follow-ups that a bot may send where it is only user-installed. Discord: "limited to 5 followup messages". */
const USER_INSTALL_FOLLOW_UPS = 5;

/** The answered interaction of a token. @throws Refusal 50027 for a token past its life, 10015 for an unknown one. */
export function requireAnswered(hub: Hub, applicationId: string, token: string): Interaction {
  const interaction = [...hub.world.interactions.values()].findLast((each) => each.token === token);
  if (interaction === undefined) throw wasToken(token) ? refusals.invalidWebhookToken() : refusals.unknownWebhook();
  const isAnswered = interaction.state !== 'pending' && interaction.state !== 'failed';
  if (interaction.applicationId !== applicationId || !isAnswered) throw refusals.unknownWebhook();
  return interaction;
}

/** `messageId` may be `@original`. @throws Refusal 10008 */
export function requireOwnMessage(hub: Hub, interaction: Interaction, messageId: string): StoredMessage {
  const id = messageId === '@original' ? (interaction.originalMessageId ?? '') : messageId;
  const stored = findMessage(hub.world, interaction.channelId, id);
  if (stored?.message.author.id !== interaction.applicationId) throw refusals.unknownMessage();
  if (stored.onlyForId !== undefined && stored.onlyForId !== interaction.userId) throw refusals.unknownMessage();
  return stored;
}

export function editAnswer(
  hub: Hub,
  interaction: Interaction,
  messageId: string,
  input: MessageInput,
  uploads: readonly Upload[],
): APIMessage {
  const stored = requireOwnMessage(hub, interaction, messageId);
  const flags = (stored.message.flags ?? 0) & ~MessageFlags.Loading;
  const { flags: _fixed, ...changeable } = input;
  const wasLoading = flags !== (stored.message.flags ?? 0);
  const edited = editMessage(hub, { ...stored.message, flags }, changeable, uploads);
  // The first content of a deferred answer is not an edit in the eyes of its reader.
  const message = wasLoading ? { ...edited, edited_timestamp: null } : edited;
  changeMessage(hub, stored, message);
  const isOriginal = message.id === interaction.originalMessageId;
  changeInteraction(hub, interaction, { state: 'answered', ...(isOriginal ? { isLoading: false } : {}) }, message.id);
  return message;
}

export function deleteAnswer(hub: Hub, interaction: Interaction, messageId: string): void {
  const stored = requireOwnMessage(hub, interaction, messageId);
  dropMessage(hub, stored);
  const isOriginal = stored.message.id === interaction.originalMessageId;
  changeInteraction(hub, interaction, { state: 'answered', ...(isOriginal ? { isLoading: false } : {}) });
}

/**
 * Sends one more message. While the deferred answer is still "thinking…", the first follow-up takes its place.
 * @throws Refusal 40094 at the sixth of a user-installed app.
 */
export function followUp(
  hub: Hub,
  interaction: Interaction,
  input: MessageInput,
  uploads: readonly Upload[],
): APIMessage {
  if (interaction.isLoading) return editAnswer(hub, interaction, '@original', input, uploads);
  const isUserInstallOnly = !('0' in interaction.owners);
  if (isUserInstallOnly && interaction.followUpCount >= USER_INSTALL_FOLLOW_UPS) throw refusals.tooManyFollowUps();
  const original = findMessage(hub.world, interaction.channelId, interaction.originalMessageId ?? '')?.message;
  const message = composeMessage(hub, replyOrigin(hub.world, interaction, original), input, uploads);
  const isEphemeral = ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  addMessage(hub, message, isEphemeral ? interaction.userId : undefined);
  changeInteraction(hub, interaction, { state: 'answered', followUpCount: interaction.followUpCount + 1 }, message.id);
  return message;
}
