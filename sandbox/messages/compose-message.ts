// Makes the message that a body describes, and applies the body of an edit to one; stores nothing.

import {
  type APIAttachment,
  type APIMessage,
  type APIMessageInteractionMetadata,
  type APIUser,
  MessageFlags,
  type MessageType,
} from 'discord-api-types/v10';
import type { Upload } from '../files.ts';
import type { Hub } from '../hub.ts';
import { refusals } from '../refusal.ts';
import type { MessageInput } from '../validation/message-schema.ts';
import { completeEmbeds, completeRows, mentionedUsers, mentionsEveryone } from './message-parts.ts';

const MAX_FILE_BYTES = 10 * 1024 * 1024;
const MAX_FILES = 10;

/** Flags that a bot may set itself: no embeds for links, ephemeral, no notification. */
const SETTABLE_FLAGS = MessageFlags.SuppressEmbeds | MessageFlags.Ephemeral | MessageFlags.SuppressNotifications;

export interface MessageOrigin {
  readonly author: APIUser;
  readonly channelId: string;
  readonly type: MessageType;
  /** Flags beside those of the body. */
  readonly flags?: number;
  /** Set on what an interaction's token sent. */
  readonly interaction?: APIMessageInteractionMetadata & { readonly commandName: string | undefined };
  readonly replyTo?: APIMessage;
}

/** @throws Refusal when the body is empty or its files are too large. */
export function composeMessage(
  hub: Hub,
  origin: MessageOrigin,
  input: MessageInput,
  uploads: readonly Upload[],
): APIMessage {
  const { author, channelId, interaction, replyTo } = origin;
  const bare: APIMessage = {
    type: origin.type,
    content: '',
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    timestamp: new Date(hub.clock.nowMs()).toISOString(),
    edited_timestamp: null,
    flags: origin.flags ?? 0,
    components: [],
    id: hub.newId(),
    channel_id: channelId,
    author,
    pinned: false,
    mention_everyone: false,
    tts: input.tts ?? false,
    ...(input.nonce === undefined ? {} : { nonce: input.nonce }),
    ...(author.bot === true ? { application_id: author.id } : {}),
    ...(interaction === undefined ? {} : interactionFields(author, interaction)),
    ...(replyTo === undefined ? {} : replyFields(replyTo)),
  };
  const message = applyBody(hub, bare, input, uploads);
  requireContent(message);
  return message;
}

/** The message after an edit. @throws Refusal when nothing would be left of it. */
export function editMessage(hub: Hub, old: APIMessage, input: MessageInput, uploads: readonly Upload[]): APIMessage {
  const edited = applyBody(hub, old, input, uploads);
  requireContent(edited);
  return { ...edited, edited_timestamp: new Date(hub.clock.nowMs()).toISOString() };
}

function applyBody(hub: Hub, old: APIMessage, input: MessageInput, uploads: readonly Upload[]): APIMessage {
  const content = input.content?.trim() ?? old.content;
  const attachments = attachmentsAfter(hub, old, input, uploads);
  const { embeds, usedIds } =
    input.embeds === undefined
      ? { embeds: old.embeds, usedIds: new Set<string>() }
      : completeEmbeds(input.embeds, attachments);
  const mentions = mentionedUsers(hub.world, content, input.allowed_mentions);
  return {
    ...old,
    content,
    embeds,
    attachments: attachments.filter((each) => !usedIds.has(each.id)),
    components: input.components === undefined ? (old.components ?? []) : completeRows(input.components),
    mentions: input.content === undefined ? old.mentions : mentions,
    mention_everyone: mentionsEveryone(content, input.allowed_mentions),
    flags: (old.flags ?? 0) | ((input.flags ?? 0) & SETTABLE_FLAGS),
  };
}

/** Old attachments stay unless the body lists which to keep; uploads come after them, with the body's descriptions. */
function attachmentsAfter(
  hub: Hub,
  old: APIMessage,
  input: MessageInput,
  uploads: readonly Upload[],
): readonly APIAttachment[] {
  if (uploads.length > MAX_FILES || uploads.some((upload) => upload.data.byteLength > MAX_FILE_BYTES)) {
    throw refusals.fileTooLarge();
  }
  const listed = input.attachments;
  const kept =
    listed === undefined ? old.attachments : old.attachments.filter((each) => listed.some((l) => l.id === each.id));
  const added = uploads.map((upload) => {
    const place = { id: hub.newId(), channelId: old.channel_id, origin: hub.origin };
    const entry = listed?.find((each) => each.id === upload.index);
    const file = hub.files.keep({ ...upload, name: entry?.filename ?? upload.name }, place);
    return entry?.description === undefined ? file : { ...file, description: entry.description };
  });
  return [...kept, ...added];
}

function requireContent(message: APIMessage): void {
  const { content, embeds, attachments, components } = message;
  const isLoading = ((message.flags ?? 0) & MessageFlags.Loading) !== 0;
  const isEmpty = content === '' && embeds.length === 0 && attachments.length === 0 && (components ?? []).length === 0;
  if (isEmpty && !isLoading) throw refusals.emptyMessage();
}

function interactionFields(author: APIUser, interaction: NonNullable<MessageOrigin['interaction']>) {
  const { commandName, ...metadata } = interaction;
  // Discord still sends the older field beside the newer one, for commands only.
  const older =
    commandName === undefined
      ? {}
      : { interaction: { id: metadata.id, type: metadata.type, name: commandName, user: metadata.user } };
  return { webhook_id: author.id, interaction_metadata: metadata, ...older };
}

function replyFields(replyTo: APIMessage) {
  // One step deep, as Discord does: the answered message does not carry the one it answered itself.
  const { referenced_message: _deeper, ...referenced } = replyTo;
  return {
    message_reference: { type: 0, channel_id: replyTo.channel_id, message_id: replyTo.id },
    referenced_message: referenced,
  };
}
