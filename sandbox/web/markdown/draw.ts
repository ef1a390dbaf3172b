// Draws a Markdown tree with the Discord components and plain elements; text always lands as text, never as HTML.

import { html, type TemplateResult } from 'lit';
import { drawCode } from './code-block.ts';
import type { Drawn } from './drawn.ts';
import { type MarkdownNode, parseMarkdown } from './parse.ts';

/** What mentions need to be shown by name. */
export interface Names {
  /** undefined for somebody unknown. */
  userName(id: string): string | undefined;
  channelName(id: string): string | undefined;
  openChannel(id: string): void;
}

/** Markdown text as Discord draws it in messages and embed descriptions. */
export function drawMarkdown(text: string, names: Names): readonly Drawn[] {
  return parseMarkdown(text).map((node) => drawNode(node, names));
}

function drawAll(nodes: readonly MarkdownNode[], names: Names): readonly Drawn[] {
  return nodes.map((node) => drawNode(node, names));
}

function drawNode(node: MarkdownNode, names: Names): Drawn {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'break':
      return html`<br />`;
    case 'bold':
      return html`<strong>${drawAll(node.children, names)}</strong>`;
    case 'italic':
      return html`<em>${drawAll(node.children, names)}</em>`;
    case 'underline':
      return html`<u>${drawAll(node.children, names)}</u>`;
    case 'strike':
      return html`<s>${drawAll(node.children, names)}</s>`;
    case 'spoiler':
      return drawSpoiler(drawAll(node.children, names));
    case 'subtext':
      return html`<discord-subscript>${drawAll(node.children, names)}</discord-subscript>`;
    case 'quote':
      return html`<discord-quote>${drawAll(node.children, names)}</discord-quote>`;
    case 'heading':
      return html`<discord-header level=${node.level}>${drawAll(node.children, names)}</discord-header>`;
    case 'code':
      return html`<code class="code-inline">${node.text}</code>`;
    case 'block':
      return drawCode(node.text, node.language);
    case 'link':
      return html`<a class="link" href=${node.url} target="_blank" rel="noopener noreferrer">${drawAll(node.children, names)}</a>`;
    case 'list':
      return drawList(node, names);
    default:
      return drawDiscordNode(node, names);
  }
}

type DiscordNode = Extract<MarkdownNode, { kind: 'user' | 'channel' | 'role' | 'everyone' | 'command' | 'time' }>;

function drawDiscordNode(node: DiscordNode, names: Names): Drawn {
  switch (node.kind) {
    case 'user':
      return html`<discord-mention type="user">${names.userName(node.id) ?? 'unknown-user'}</discord-mention>`;
    case 'role':
      return html`<discord-mention type="role">${names.userName(node.id) ?? 'role'}</discord-mention>`;
    case 'channel':
      return html`<discord-mention type="channel" role="link" tabindex="0" @click=${() => names.openChannel(node.id)}
        >${names.channelName(node.id) ?? 'unknown'}</discord-mention
      >`;
    case 'everyone':
      return html`<discord-mention type="role">${node.text.slice(1)}</discord-mention>`;
    case 'command':
      return html`<discord-mention type="slash">${node.name}</discord-mention>`;
    case 'time':
      return html`<sandbox-time seconds=${node.seconds} format=${node.style}></sandbox-time>`;
  }
}

function drawList(node: Extract<MarkdownNode, { kind: 'list' }>, names: Names): TemplateResult {
  const items = node.items.map((item) => html`<li>${drawAll(item, names)}</li>`);
  return node.isOrdered
    ? html`<ol class="list" start=${node.start}>${items}</ol>`
    : html`<ul class="list">${items}</ul>`;
}

function drawSpoiler(content: readonly Drawn[]): TemplateResult {
  return html`<span
    class="spoiler"
    role="button"
    tabindex="0"
    aria-expanded="false"
    aria-label="Spoiler, press to reveal"
    @click=${reveal}
    @keydown=${revealByKey}
    ><span class="spoiler-content">${content}</span></span
  >`;
}

function revealByKey(event: KeyboardEvent): void {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  reveal(event);
}

function reveal(event: Event): void {
  const spoiler = event.currentTarget;
  if (!(spoiler instanceof HTMLElement)) return;
  spoiler.classList.add('is-revealed');
  spoiler.setAttribute('aria-expanded', 'true');
  spoiler.removeAttribute('aria-label');
}
