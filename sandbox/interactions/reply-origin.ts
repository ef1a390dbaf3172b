// Where a message that an interaction's token sends comes from: author, kind, and the interaction it answers.

import {
  type APIApplicationCommandInteractionMetadata,
  type APIMessage,
  type APIMessageComponentInteractionMetadata,
  type APIMessageInteractionMetadata,
  InteractionType,
  MessageType,
} from 'discord-api-types/v10';
import type { MessageOrigin } from '../messages/compose-message.ts';
import { refusals } from '../refusal.ts';
import { findMessage, findUser, type Interaction, type World } from '../world.ts';

/** For the first reply; a follow-up passes the message it follows as `replyTo`. */
export function replyOrigin(world: World, interaction: Interaction, replyTo?: APIMessage): MessageOrigin {
  const author = findUser(world, interaction.applicationId);
  if (author === undefined) throw refusals.unknownApplication();
  const source =
    interaction.sourceMessageId === undefined
      ? undefined
      : findMessage(world, interaction.channelId, interaction.sourceMessageId)?.message;
  const answered = replyTo ?? source;
  return {
    author,
    channelId: interaction.channelId,
    type: answered === undefined ? commandType(interaction) : MessageType.Reply,
    interaction: { ...metadataOf(world, interaction), commandName: interaction.commandName },
    ...(answered === undefined ? {} : { replyTo: answered }),
  };
}

function commandType(interaction: Interaction): MessageType {
  return interaction.name.startsWith('/') ? MessageType.ChatInputCommand : MessageType.ContextMenuCommand;
}

function metadataOf(world: World, interaction: Interaction): APIMessageInteractionMetadata {
  const parent = interaction.parentId === undefined ? undefined : world.interactions.get(interaction.parentId);
  if (interaction.type === InteractionType.ModalSubmit && parent !== undefined) {
    return {
      ...head(world, interaction),
      type: InteractionType.ModalSubmit,
      triggering_interaction_metadata: simpleMetadata(world, parent),
    };
  }
  return simpleMetadata(world, interaction);
}

function simpleMetadata(
  world: World,
  interaction: Interaction,
): APIApplicationCommandInteractionMetadata | APIMessageComponentInteractionMetadata {
  if (interaction.type === InteractionType.MessageComponent && interaction.sourceMessageId !== undefined) {
    return {
      ...head(world, interaction),
      type: InteractionType.MessageComponent,
      interacted_message_id: interaction.sourceMessageId,
    };
  }
  return { ...head(world, interaction), type: InteractionType.ApplicationCommand };
}

function head(world: World, interaction: Interaction) {
  const user = findUser(world, interaction.userId);
  if (user === undefined) throw refusals.unknownUser();
  return { id: interaction.id, user, authorizing_integration_owners: interaction.owners };
}
