// Draws Discord's newer layout components (text, sections, containers, pictures) for bots that write with them.

import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { COMPONENT } from '../discord-numbers.ts';
import { drawMarkdown } from '../markdown/draw.ts';
import type { MessageContext } from './message-context.ts';
import { ownPicture } from './message-text.ts';

type Rich = Exclude<APIMessageTopLevelComponent, { type: 1 }>;
type Row = Extract<APIMessageTopLevelComponent, { type: 1 }>;
type DrawRow = (row: Row) => TemplateResult;

export function richComponentView(component: Rich, context: MessageContext, drawRow: DrawRow): TemplateResult {
  switch (component.type) {
    case COMPONENT.textDisplay:
      return html`<div class="rich-text">${drawMarkdown(component.content, context.names)}</div>`;
    case COMPONENT.section:
      return html`<div class="rich-section">
        <div>${component.components.map((text) => richComponentView(text, context, drawRow))}</div>
        ${
          component.accessory.type === COMPONENT.button
            ? drawRow({ type: COMPONENT.actionRow, components: [component.accessory] })
            : picture(component.accessory.media.url, component.accessory.description ?? '', context)
        }
      </div>`;
    case COMPONENT.separator:
      return component.divider === false ? html`<div class="rich-gap"></div>` : html`<hr class="rich-line" />`;
    case COMPONENT.mediaGallery:
      return html`<div class="rich-gallery">
        ${component.items.map((item) => picture(item.media.url, item.description ?? '', context))}
      </div>`;
    case COMPONENT.container:
      return html`<div class="rich-container" style=${accent(component.accent_color)}>
        ${component.components.map((inner) =>
          inner.type === COMPONENT.actionRow ? drawRow(inner) : richComponentView(inner, context, drawRow),
        )}
      </div>`;
    default:
      return html`<div class="picture-missing">A component that the sandbox does not draw (type ${component.type}).</div>`;
  }
}

function picture(address: string, alt: string, context: MessageContext): TemplateResult {
  const url = ownPicture(address);
  if (url === undefined) {
    return html`<div class="picture-missing">A picture from elsewhere: the sandbox fetches nothing from outside.</div>`;
  }
  return html`<button class="picture" type="button" aria-label=${`Enlarge: ${alt || 'picture'}`} @click=${() => context.actions.showPicture(url, alt)}>
    <img src=${url} alt=${alt} loading="lazy" />
  </button>`;
}

function accent(colour: number | null | undefined): string | typeof nothing {
  return colour === undefined || colour === null
    ? nothing
    : `border-left-color:#${colour.toString(16).padStart(6, '0')}`;
}
