// The shape of what the bot says: Discord message JSON plus files, and nothing that could ping anybody.

import type {
  APIActionRowComponent,
  APIComponentInMessageActionRow,
  APIEmbed,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';

/** A file sent with a message. `name` carries the ending that tells Discord how to show it. */
export interface MessageFile {
  readonly name: string;
  readonly data: Uint8Array;
  /** Text alternative, at most 1,024 characters; for pictures it is required by house style. */
  readonly description?: string;
}

export type ActionRow = APIActionRowComponent<APIComponentInMessageActionRow>;

/**
 * One message as Discord takes it. `allowed_mentions` is absent on purpose: the place that sends sets it empty.
 * In an edit, `components: []` takes the buttons away and `content: ''` the text; an absent key leaves what was there.
 */
export interface MessageBody {
  readonly content?: string;
  readonly embeds?: readonly APIEmbed[];
  readonly components?: readonly ActionRow[];
  readonly files?: readonly MessageFile[];
}

export type ModalBody = APIModalInteractionResponseCallbackData;
