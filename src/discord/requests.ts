// Turns discord.js interactions and messages into the plain requests that commands take.

import {
  ApplicationCommandOptionType,
  type AutocompleteInteraction,
  type BaseInteraction,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  InteractionContextType,
  type Message,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import type {
  CommandRequest,
  CompletionRequest,
  ComponentRequest,
  MessageRequest,
  OptionValues,
  Person,
  Place,
} from '../commands/command.ts';

interface Asked {
  readonly person: Person;
  readonly place: Place;
  readonly nowMs: number;
}

export function toCommandRequest(interaction: ChatInputCommandInteraction, nowMs: number): CommandRequest {
  const { subcommand, options } = readOptions(interaction.options.data);
  return { ...readAsked(interaction, nowMs), subcommand, options };
}

export function toMenuRequest(interaction: MessageContextMenuCommandInteraction, nowMs: number): CommandRequest {
  const { content, embeds } = interaction.targetMessage;
  const targetText = [
    content,
    ...embeds.flatMap((embed) => [
      embed.title ?? '',
      embed.description ?? '',
      ...embed.fields.map((field) => `${field.name} ${field.value}`),
    ]),
  ];
  return {
    ...readAsked(interaction, nowMs),
    subcommand: undefined,
    options: {},
    targetText: targetText.filter((text) => text !== '').join('\n'),
  };
}

export function toCompletionRequest(interaction: AutocompleteInteraction, nowMs: number): CompletionRequest {
  const { subcommand, options } = readOptions(interaction.options.data);
  const focused = interaction.options.getFocused(true);
  return {
    ...readAsked(interaction, nowMs),
    subcommand,
    options,
    focused: { name: focused.name, value: String(focused.value) },
  };
}

export function toComponentRequest(
  interaction: MessageComponentInteraction | ModalSubmitInteraction,
  nowMs: number,
): ComponentRequest {
  return {
    ...readAsked(interaction, nowMs),
    args: undefined,
    values: 'values' in interaction && Array.isArray(interaction.values) ? interaction.values.map(String) : [],
    fields: interaction.isModalSubmit() ? readFields(interaction) : {},
  };
}

export function toMessageRequest(message: Message, nowMs: number): MessageRequest {
  return {
    person: { id: message.author.id, displayName: message.author.displayName },
    place: {
      guildId: message.guildId ?? undefined,
      channelId: message.channelId,
      isDirectMessage: message.guildId === null,
      isThread: message.channel.isThread(),
      canManageServer: message.member?.permissions.has(PermissionFlagsBits.ManageGuild) ?? false,
    },
    nowMs,
    text: message.content,
  };
}

function readAsked(interaction: BaseInteraction, nowMs: number): Asked {
  return {
    person: { id: interaction.user.id, displayName: interaction.user.displayName },
    place: {
      guildId: interaction.guildId ?? undefined,
      channelId: interaction.channelId ?? '',
      isDirectMessage: interaction.context === InteractionContextType.BotDM,
      canManageServer: interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
    },
    nowMs,
  };
}

/** Subcommands hold their options nested; groups are not used by this bot. */
function readOptions(data: readonly CommandInteractionOption[]): {
  subcommand: string | undefined;
  options: OptionValues;
} {
  const [first] = data;
  if (first?.type === ApplicationCommandOptionType.Subcommand) {
    return { subcommand: first.name, options: readValues(first.options ?? []) };
  }
  return { subcommand: undefined, options: readValues(data) };
}

function readValues(data: readonly CommandInteractionOption[]): OptionValues {
  return Object.fromEntries(
    data.flatMap((option) => (option.value === undefined ? [] : [[option.name, option.value]])),
  );
}

function readFields(interaction: ModalSubmitInteraction): Record<string, string> {
  return Object.fromEntries(
    [...interaction.fields.fields.values()].flatMap((field) =>
      'value' in field && typeof field.value === 'string' ? [[field.customId, field.value]] : [],
    ),
  );
}
