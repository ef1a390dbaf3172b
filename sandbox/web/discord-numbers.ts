// Discord's numbers that the page reads, by name; the browser need not load the whole of discord-api-types for them.
// Source: https://discord.com/developers/docs/reference and discord-api-types/v10 (the types beside them keep them honest).

import type { ApplicationCommandOptionType, ButtonStyle, ComponentType, MessageFlags } from 'discord-api-types/v10';

export const OPTION = {
  subcommand: 1,
  subcommandGroup: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const satisfies Record<string, ApplicationCommandOptionType>;

export const COMPONENT = {
  actionRow: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  mediaGallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
} as const satisfies Record<string, ComponentType>;

export const BUTTON = {
  primary: 1,
  secondary: 2,
  success: 3,
  danger: 4,
  link: 5,
} as const satisfies Record<string, ButtonStyle>;

export const FLAG = {
  suppressEmbeds: 4,
  ephemeral: 64,
  thinking: 128,
} as const satisfies Record<string, MessageFlags>;

/** Kinds of application commands: typed with a slash, or in a message's menu. */
export const COMMAND = { slash: 1, message: 3 } as const;

/** Where a command may be used: in servers, in the bot's own DM, in DMs between people. */
export const CONTEXT = { guild: 0, botDm: 1, privateChannel: 2 } as const;

/** The permission bit that includes all others. */
export const ADMINISTRATOR = 8n;

/** For whom an application is installed. */
export const INSTALLED = { forServer: 0, forPerson: 1 } as const;
