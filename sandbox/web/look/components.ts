// Loads the Discord components that the page uses and dresses them in the page's colours and measures.

import './local-defaults.ts';
import { DiscordActionRow } from '@skyra/discord-components-core/discord-action-row.js';
import { DiscordAttachments } from '@skyra/discord-components-core/discord-attachments.js';
import { DiscordAuthorInfo } from '@skyra/discord-components-core/discord-author-info.js';
import { DiscordCommand } from '@skyra/discord-components-core/discord-command.js';
import { DiscordEmbed } from '@skyra/discord-components-core/discord-embed.js';
import { DiscordEmbedDescription } from '@skyra/discord-components-core/discord-embed-description.js';
import { DiscordEmbedField } from '@skyra/discord-components-core/discord-embed-field.js';
import { DiscordEmbedFields } from '@skyra/discord-components-core/discord-embed-fields.js';
import { DiscordEmbedFooter } from '@skyra/discord-components-core/discord-embed-footer.js';
import { DiscordHeader } from '@skyra/discord-components-core/discord-header.js';
import { DiscordMention } from '@skyra/discord-components-core/discord-mention.js';
import { DiscordMessage } from '@skyra/discord-components-core/discord-message.js';
import { DiscordMessages } from '@skyra/discord-components-core/discord-messages.js';
import { DiscordQuote } from '@skyra/discord-components-core/discord-quote.js';
import { DiscordReply } from '@skyra/discord-components-core/discord-reply.js';
import { DiscordSubscript } from '@skyra/discord-components-core/discord-subscript.js';
import { DiscordVerifiedAuthorTag } from '@skyra/discord-components-core/discord-verified-author-tag.js';
import type { CSSResult, LitElement } from 'lit';
import {
  ABOVE,
  AUTHOR,
  EMBED,
  FIELDS,
  FOOTER,
  HEADER,
  MENTION,
  MESSAGE,
  MESSAGES,
  PLAIN,
  QUOTE,
  SUBSCRIPT,
  TAG,
} from './component-styles.ts';

/**
 * The components draw Discord as it was some years ago, with fixed colours inside their shadow trees. Each gets one
 * more stylesheet that reads the page's own properties, which reach into shadow trees.
 */
export function dressComponents(): void {
  dress(DiscordMessages, MESSAGES);
  dress(DiscordMessage, MESSAGE);
  dress(DiscordAuthorInfo, AUTHOR);
  dress(DiscordVerifiedAuthorTag, TAG);
  dress(DiscordCommand, ABOVE);
  dress(DiscordReply, ABOVE);
  dress(DiscordEmbed, EMBED);
  dress(DiscordEmbedFields, FIELDS);
  dress(DiscordEmbedFooter, FOOTER);
  dress(DiscordMention, MENTION);
  dress(DiscordQuote, QUOTE);
  dress(DiscordSubscript, SUBSCRIPT);
  dress(DiscordHeader, HEADER);
  for (const plain of [DiscordActionRow, DiscordAttachments, DiscordEmbedDescription, DiscordEmbedField])
    dress(plain, PLAIN);
}

/** Lit reads `elementStyles` when an element is made, so this must come before the first one. */
function dress(component: typeof LitElement, style: CSSResult): void {
  component.elementStyles.push(style);
}
