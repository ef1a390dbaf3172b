// Draws an embed with the Discord components, which lay it out; titles and fields may hold Markdown, so they are drawn here.

import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { drawMarkdown, type Names } from '../markdown/draw.ts';
import { isWebAddress } from '../markdown/web-address.ts';
import type { MessageContext } from './message-context.ts';
import { messageTime, ownPicture } from './message-text.ts';

export function embedView(embed: APIEmbed, context: MessageContext): TemplateResult {
  const { names } = context;
  const hasBody = embed.title !== undefined || embed.description !== undefined;
  return html`<discord-embed
    slot="embeds"
    role="group"
    aria-label=${`Embed${embed.title === undefined ? '' : `: ${embed.title}`}`}
    color=${embed.color === undefined ? nothing : colourText(embed.color)}
    author-name=${embed.author?.name ?? nothing}
    author-url=${safeUrl(embed.author?.url) ?? nothing}
    author-image=${ownPicture(embed.author?.icon_url) ?? nothing}
    thumbnail=${ownPicture(embed.thumbnail?.url) ?? nothing}
  >
    ${hasBody ? html`<discord-embed-description slot="description">${title(embed, names)}${description(embed, names)}</discord-embed-description>` : nothing}
    ${fields(embed.fields ?? [], names)} ${image(embed, context)} ${footer(embed, context)}
  </discord-embed>`;
}

function title(embed: APIEmbed, names: Names): TemplateResult | typeof nothing {
  if (embed.title === undefined) return nothing;
  const text = drawMarkdown(embed.title, names);
  const url = safeUrl(embed.url);
  return url === undefined
    ? html`<div class="embed-title">${text}</div>`
    : html`<div class="embed-title"><a class="link" href=${url} target="_blank" rel="noopener noreferrer">${text}</a></div>`;
}

function description(embed: APIEmbed, names: Names): TemplateResult | typeof nothing {
  if (embed.description === undefined) return nothing;
  return html`<div class="embed-text">${drawMarkdown(embed.description, names)}</div>`;
}

function fields(list: readonly APIEmbedField[], names: Names): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing;
  return html`<discord-embed-fields slot="fields">
    ${layFields(list).map(
      ({ field, columns }) => html`<discord-embed-field style=${`grid-column:${columns}`}>
        <div class="field-name">${drawMarkdown(field.name, names)}</div>
        <div class="embed-text">${drawMarkdown(field.value, names)}</div>
      </discord-embed-field>`,
    )}
  </discord-embed-fields>`;
}

/** Inline fields that follow each other share a row: three at most, two get a half each. Columns of a grid of twelve. */
function layFields(
  list: readonly APIEmbedField[],
): readonly { readonly field: APIEmbedField; readonly columns: string }[] {
  const rows: APIEmbedField[][] = [];
  for (const field of list) {
    const row = rows.at(-1);
    if (field.inline === true && row !== undefined && row.length < 3 && row[0]?.inline === true) row.push(field);
    else rows.push([field]);
  }
  return rows.flatMap((row) => {
    const width = row[0]?.inline === true ? Math.max(12 / row.length, 4) : 12;
    return row.map((field, index) => {
      const from = 1 + index * width;
      return { field, columns: row.length === 1 ? '1 / 13' : `${from} / ${from + width}` };
    });
  });
}

function image(embed: APIEmbed, context: MessageContext): TemplateResult | typeof nothing {
  if (embed.image === undefined) return nothing;
  const url = ownPicture(embed.image.url);
  if (url === undefined) {
    return html`<div slot="fields" class="picture-missing">A picture from elsewhere: the sandbox fetches nothing from outside.</div>`;
  }
  const alt = embed.title ?? 'Picture in the embed';
  return html`<button slot="fields" class="picture" type="button" aria-label=${`Enlarge: ${alt}`} @click=${() => context.actions.showPicture(url, alt)}>
    <img src=${url} alt=${alt} loading="lazy" />
  </button>`;
}

function footer(embed: APIEmbed, context: MessageContext): TemplateResult | typeof nothing {
  if (embed.footer === undefined && embed.timestamp === undefined) return nothing;
  const time = embed.timestamp === undefined ? undefined : messageTime(Date.parse(embed.timestamp), context.nowMs);
  const parts = [embed.footer?.text, time].filter((part) => part !== undefined);
  return html`<discord-embed-footer slot="footer" footer-image=${ownPicture(embed.footer?.icon_url) ?? nothing}>
    ${parts.join(' • ')}
  </discord-embed-footer>`;
}

function safeUrl(url: string | undefined): string | undefined {
  return url !== undefined && isWebAddress(url) ? url : undefined;
}

function colourText(colour: number): string {
  return `#${colour.toString(16).padStart(6, '0')}`;
}
