// Draws one message in Discord's look: who, when, text, embeds, files, components, and what only this person sees.

import { html, nothing, type TemplateResult } from 'lit';
import type { SandboxMessage, SandboxUser } from '../../protocol.ts';
import { FLAG } from '../discord-numbers.ts';
import { avatarUrl } from '../look/avatar.ts';
import { icon } from '../look/icons.ts';
import { drawMarkdown } from '../markdown/draw.ts';
import { nameOf } from '../state/selectors.ts';
import { attachmentsView } from './attachment-view.ts';
import { componentsView } from './components-view.ts';
import { embedView } from './embed-view.ts';
import type { MessageContext } from './message-context.ts';
import { hasFlag, messageTime, plainText, shortTime } from './message-text.ts';

/** Text of nothing but a few emoji is drawn large. */
const ONLY_EMOJI = /^(?:\p{Extended_Pictographic}[\u{FE0F}\u{1F3FB}-\u{1F3FF}\u{200D}]*\s*){1,12}$/u;

/** `isGrouped`: by the same author shortly after the message above, so the author is not said again. */
export function messageView(message: SandboxMessage, isGrouped: boolean, context: MessageContext): TemplateResult {
  const isEphemeral = hasFlag(message, FLAG.ephemeral);
  const isForMe = message.mentions.some((user) => user.id === context.me?.id);
  const sentMs = Date.parse(message.timestamp);
  const name = nameOf(message.author);
  const look = ['message', isGrouped ? 'is-grouped' : '', isEphemeral ? 'is-ephemeral' : ''].join(' ');
  // The focus is on a plain element: a negative tabindex on a shadow host would take all its buttons out of Tab's way.
  return html`<div
    class=${look}
    role="article"
    tabindex="-1"
    data-testid="message"
    data-message-id=${message.id}
    data-author=${message.author.username}
    ?data-ephemeral=${isEphemeral}
    aria-label=${`${name}, ${messageTime(sentMs, context.nowMs)}: ${plainText(message).slice(0, 200)}`}
    @contextmenu=${(event: MouseEvent) => openMenuAt(event, message, context)}
    @keydown=${(event: KeyboardEvent) => openMenuByKey(event, message, context)}
  ><discord-message
    author=${name}
    avatar=${avatarUrl(name)}
    ?bot=${message.author.bot === true}
    ?edited=${message.edited_timestamp !== null && message.content !== ''}
    ?highlight=${isForMe}
    ?message-body-only=${isGrouped}
    .timestamp=${isGrouped ? shortTime(sentMs) : messageTime(sentMs, context.nowMs)}
  >
    ${headerView(message, context)} ${bodyView(message, context)} ${attachmentsView(message.attachments, context)}
    ${message.embeds.map((embed) => embedView(embed, context))} ${componentsView(message, context)}
    ${isEphemeral ? ephemeralView(message, context) : nothing} ${toolbarView(message, context)}
  </discord-message></div>`;
}

/** "Ada used /quiz" over a command's answer, or the message that is replied to. */
function headerView(message: SandboxMessage, context: MessageContext): TemplateResult | typeof nothing {
  const used = commandUse(message);
  if (used !== undefined) {
    const name = nameOf(used.user);
    return html`<discord-command
      slot="reply"
      author=${name}
      avatar=${avatarUrl(name)}
      type="slash_command"
      command=${`/${used.command}`}
    ></discord-command>`;
  }
  const answered = message.referenced_message;
  if (answered === undefined || answered === null || message.type !== 19) return nothing;
  const name = nameOf(answered.author);
  return html`<discord-reply slot="reply" author=${name} avatar=${avatarUrl(name)} ?bot=${answered.author.bot === true}
    >${drawMarkdown(plainText(answered).split('\n')[0]?.slice(0, 100) ?? '', context.names)}</discord-reply
  >`;
}

/** Who used which command. Discord gives the name in the older field only. */
function commandUse(message: SandboxMessage): { readonly user: SandboxUser; readonly command: string } | undefined {
  const user = message.interaction_metadata?.user;
  const command = message.interaction?.name;
  return user === undefined || command === undefined ? undefined : { user, command };
}

function bodyView(message: SandboxMessage, context: MessageContext): TemplateResult {
  if (hasFlag(message, FLAG.thinking)) {
    return html`<span class="thinking" data-testid="thinking" role="status"
      ><span class="waiting-dots" aria-hidden="true"><i></i><i></i><i></i></span> ${nameOf(message.author)} is thinking…</span
    >`;
  }
  const size = ONLY_EMOJI.test(message.content) ? 'large-emoji' : 'text';
  return html`<span class=${`message-text ${size}`}>${drawMarkdown(message.content, context.names)}</span>`;
}

function ephemeralView(message: SandboxMessage, context: MessageContext): TemplateResult {
  return html`<div slot="thread" class="ephemeral" data-testid="ephemeral">
    ${icon('eye', 16)} Only you can see this •
    <button class="text-button" type="button" data-testid="dismiss" @click=${() => context.actions.dismiss(message)}>Dismiss message</button>
  </div>`;
}

function toolbarView(message: SandboxMessage, context: MessageContext): TemplateResult {
  return html`<div class="message-tools" slot="thread">
    <button
      type="button"
      class="icon-button"
      data-testid="message-menu"
      aria-label="More"
      aria-haspopup="menu"
      title="More"
      @click=${(event: MouseEvent) => {
        const box = event.currentTarget instanceof Element ? event.currentTarget.getBoundingClientRect() : undefined;
        context.actions.openMenu(message, box?.right ?? event.clientX, box?.bottom ?? event.clientY);
      }}
    >
      ${icon('dots')}
    </button>
  </div>`;
}

function openMenuAt(event: MouseEvent, message: SandboxMessage, context: MessageContext): void {
  // Links and pictures keep the browser's own menu.
  if (event.composedPath().some((target) => target instanceof HTMLAnchorElement || target instanceof HTMLImageElement))
    return;
  event.preventDefault();
  const fromKeyboard = event.clientX === 0 && event.clientY === 0;
  const box = event.currentTarget instanceof Element ? event.currentTarget.getBoundingClientRect() : undefined;
  if (fromKeyboard && box !== undefined) context.actions.openMenu(message, box.left + 72, box.top + 24);
  else context.actions.openMenu(message, event.clientX, event.clientY);
}

function openMenuByKey(event: KeyboardEvent, message: SandboxMessage, context: MessageContext): void {
  if (event.key !== 'Enter' || event.target !== event.currentTarget || !(event.target instanceof Element)) return;
  event.preventDefault();
  const box = event.target.getBoundingClientRect();
  context.actions.openMenu(message, box.left + 72, box.top + 24);
}
