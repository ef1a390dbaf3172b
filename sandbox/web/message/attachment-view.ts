// Draws the files of a message: pictures that enlarge, spoilers that reveal, everything else as a card to download.

import type { APIAttachment } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../look/icons.ts';
import type { MessageContext } from './message-context.ts';
import { fileSize, ownPicture } from './message-text.ts';

/** Discord marks a file as a spoiler by this beginning of its name. */
const SPOILER = 'SPOILER_';

export function attachmentsView(
  attachments: readonly APIAttachment[],
  context: MessageContext,
): TemplateResult | typeof nothing {
  if (attachments.length === 0) return nothing;
  return html`<discord-attachments slot="attachments">
    ${attachments.map((file) => (isPicture(file) ? picture(file, context) : card(file)))}
  </discord-attachments>`;
}

function isPicture(file: APIAttachment): boolean {
  const type = file.content_type ?? '';
  return type.startsWith('image/') || /\.(png|jpe?g|gif|webp|svg)$/i.test(file.filename);
}

function picture(file: APIAttachment, context: MessageContext): TemplateResult {
  const url = ownPicture(file.url);
  if (url === undefined) return card(file);
  const alt = file.description ?? file.filename;
  const isSpoiler = file.filename.startsWith(SPOILER);
  const onClick = (event: Event): void => {
    const button = event.currentTarget;
    if (button instanceof HTMLElement && button.classList.contains('is-hidden')) {
      button.classList.remove('is-hidden');
      button.setAttribute('aria-label', `Enlarge: ${alt}`);
    } else context.actions.showPicture(url, alt);
  };
  return html`<button
    type="button"
    class=${isSpoiler ? 'picture is-hidden' : 'picture'}
    aria-label=${isSpoiler ? 'Spoiler picture, press to reveal' : `Enlarge: ${alt}`}
    @click=${onClick}
  >
    <img src=${url} alt=${alt} width=${file.width ?? nothing} height=${file.height ?? nothing} loading="lazy" />
  </button>`;
}

function card(file: APIAttachment): TemplateResult {
  return html`<div class="file-card" data-testid="file">
    ${icon('file', 30)}
    <div class="file-words">
      <a class="link" href=${file.url} download=${file.filename}>${file.filename}</a>
      <span class="file-size">${fileSize(file.size)}</span>
    </div>
    <a class="file-download" href=${file.url} download=${file.filename} aria-label=${`Download ${file.filename}`}>${icon('download')}</a>
  </div>`;
}
