// What each Discord component wears besides its own style: the page's colours and measures, by the page's properties.

import { css } from 'lit';

export const PLAIN = css`
  :host {
    font-family: inherit;
  }
`;

export const MESSAGES = css`
  :host,
  :host([light-theme]) {
    color: var(--text);
    border: 0;
    font-family: inherit;
    line-height: 1.375;
  }
  ::slotted(*),
  ::slotted(*:first-child),
  ::slotted(*:not(:first-child)) {
    margin-top: 0;
    margin-bottom: 0;
  }
`;

export const MESSAGE = css`
  :host,
  :host([light-theme]) {
    color: var(--text);
    font-family: inherit;
    font-size: 1rem;
    line-height: 1.375rem;
    padding: 2px 48px 2px 16px;
  }
  :host(:hover) {
    background-color: var(--hover);
  }
  :host([highlight]) {
    padding-right: 48px;
  }
  :host([message-body-only]) {
    padding-top: 2px !important;
    padding-bottom: 2px !important;
  }
  .discord-message-inner-center {
    align-items: flex-start;
  }
  .discord-author-avatar {
    margin-top: 2px;
  }
  .discord-author-avatar img {
    cursor: default;
  }
  .discord-message-content {
    line-height: 1.375rem;
    padding-top: 0;
    min-width: 0;
  }
  .discord-message-timestamp,
  :host([light-theme]) .discord-message-timestamp {
    color: var(--muted);
    font-size: 0.75rem;
    margin-left: 4px;
    white-space: nowrap;
  }
  .discord-message-body-only-indent {
    flex: 0 0 56px;
    box-sizing: border-box;
    margin: 0;
    padding-right: 14px;
    text-align: right;
    font-size: 0.6875rem;
    line-height: 1.375rem;
  }
  .discord-message-edited,
  :host([light-theme]) .discord-message-edited {
    color: var(--muted);
    font-size: 0.625rem;
  }
`;

export const AUTHOR = css`
  :host .discord-author-username,
  :host([light-theme]) .discord-author-username {
    color: var(--strong);
    font-weight: 600;
  }
  :host .discord-author-username:hover {
    cursor: default;
    text-decoration: none;
  }
`;

export const TAG = css`
  :host {
    background-color: var(--brand);
    font-size: 0.625rem;
    font-weight: 600;
    letter-spacing: 0.02em;
    border-radius: 4px;
  }
`;

/** The line above a message: who used which command, or what is replied to. */
export const ABOVE = css`
  .discord-slash-command-name svg {
    display: none;
  }
  :host,
  :host([light-theme]) {
    color: var(--muted);
    font-family: inherit;
    font-size: 0.875rem;
    line-height: 1.125rem;
  }
  :host::before,
  :host([light-theme])::before {
    border-color: var(--spine) !important;
  }
  :host .discord-replied-message-username,
  :host([light-theme]) .discord-replied-message-username {
    color: var(--strong);
    font-weight: 600;
  }
  :host .discord-slash-command-name,
  :host([light-theme]) .discord-slash-command-name {
    color: var(--link) !important;
    background-color: var(--command);
    border-radius: 4px;
    padding: 1px 6px;
  }
  :host .discord-slash-command-name:hover {
    color: #fff !important;
    background-color: var(--brand);
  }
  :host .discord-replied-message-content,
  :host([light-theme]) .discord-replied-message-content {
    color: var(--muted);
  }
`;

export const EMBED = css`
  :host,
  :host([light-theme]) {
    color: var(--text);
    font-size: 0.875rem;
    margin: 4px 0;
    max-width: 520px;
  }
  :host .discord-left-border,
  :host([light-theme]) .discord-left-border {
    border-radius: 5px 0 0 5px;
    background-color: var(--spine);
  }
  :host .discord-embed-root {
    flex: 0 1 auto;
  }
  :host .discord-embed-wrapper,
  :host([light-theme]) .discord-embed-wrapper {
    background-color: var(--embed);
    border: 1px solid var(--line);
    border-left: 0;
    border-radius: 0 6px 6px 0;
    max-width: 100%;
  }
  :host .discord-embed-wrapper .discord-embed-grid {
    display: grid;
    grid-template-columns: minmax(0, auto) min-content;
    padding: 4px 16px 14px 12px;
  }
  :host .discord-embed-author,
  :host .discord-embed-author a,
  :host([light-theme]) .discord-embed-author,
  :host([light-theme]) .discord-embed-author a {
    color: var(--strong);
    font-size: 0.875rem;
  }
`;

export const FIELDS = css`
  :host {
    grid-template-columns: repeat(12, minmax(0, 1fr));
    gap: 10px 12px;
    margin-top: 10px;
  }
`;

export const FOOTER = css`
  :host,
  :host([light-theme]) {
    color: var(--muted);
    margin-top: 10px;
    white-space: normal;
    word-break: break-word;
  }
`;

export const MENTION = css`
  :host,
  :host([light-theme]) {
    color: var(--mention-text);
    background-color: var(--mention);
    cursor: default;
  }
`;

export const QUOTE = css`
  :host {
    white-space: normal;
    margin: 2px 0;
  }
  slot {
    white-space: pre-wrap;
  }
  :host .discord-quote-divider,
  :host([light-theme]) .discord-quote-divider {
    background-color: var(--spine);
    flex: 0 0 4px;
  }
`;

/** Blanks of the components' own templates must not show where the text around keeps its blanks. */
export const SUBSCRIPT = css`
  :host,
  small,
  span {
    white-space: normal;
  }
  slot {
    white-space: pre-wrap;
  }
  small,
  :host([light-theme]) > small {
    color: var(--muted);
  }
`;

export const HEADER = css`
  :host {
    display: block;
    white-space: normal;
  }
  slot {
    white-space: pre-wrap;
  }
  :host > * {
    color: var(--strong);
    margin: 8px 0 4px;
  }
`;
