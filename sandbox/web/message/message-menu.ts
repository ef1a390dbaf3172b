// The menu of one message: reply, copy, edit and delete one's own, and the apps' commands for messages.

import { html, nothing, type TemplateResult } from 'lit';
import { messageCommands } from '../composer/usable-commands.ts';
import { FLAG } from '../discord-numbers.ts';
import { type IconName, icon } from '../look/icons.ts';
import type { PageActions } from '../page-actions.ts';
import type { PageState } from '../state/page-state.ts';
import { messagesOf, openChannel } from '../state/selectors.ts';
import { hasFlag } from './message-text.ts';

/** Size kept free for the menu, in pixels. */
const WIDTH = 220;
const ROW = 38;

interface Row {
  readonly label: string;
  readonly sign: IconName;
  readonly run: () => void;
  readonly isDanger?: boolean;
}

export function messageMenuView(state: PageState, actions: PageActions): TemplateResult | typeof nothing {
  const menu = state.menu;
  const message = messagesOf(state, state.channelId).find((one) => one.id === menu?.messageId);
  if (menu === undefined || message === undefined) return nothing;
  const isMine = message.author.id === state.me?.id;
  const isEphemeral = hasFlag(message, FLAG.ephemeral);
  const rows: Row[] = [{ label: 'Copy text', sign: 'copy', run: () => actions.copyText(message) }];
  if (!isEphemeral) rows.unshift({ label: 'Reply', sign: 'reply', run: () => actions.startReply(message.id) });
  if (isMine) {
    rows.push({ label: 'Edit message', sign: 'pencil', run: () => actions.startEdit(message) });
    rows.push({ label: 'Delete message', sign: 'bin', run: () => actions.deleteMessage(message), isDanger: true });
  }
  const apps: Row[] = isEphemeral
    ? []
    : messageCommands(state, openChannel(state)).map((command) => ({
        label: command.name,
        sign: 'apps',
        run: () => actions.useMessageMenu(command.id, message.id),
      }));
  const height = (rows.length + apps.length + 1) * ROW;
  const left = Math.max(8, Math.min(menu.x, window.innerWidth - WIDTH - 8));
  const top = Math.max(8, Math.min(menu.y, window.innerHeight - height - 8));
  return html`<div class="menu-shade" @click=${actions.closeMenu} @contextmenu=${closeInstead(actions)}></div>
    <div class="menu" role="menu" aria-label="Message" style=${`left:${left}px;top:${top}px;width:${WIDTH}px`} @keydown=${(event: KeyboardEvent) => moveInMenu(event, actions)}>
      ${rows.map(rowView)}
      ${
        apps.length === 0
          ? nothing
          : html`<div role="group" aria-label="Apps"><p class="menu-title">Apps</p>${apps.map(rowView)}</div>`
      }
    </div>`;
}

function rowView(row: Row): TemplateResult {
  return html`<button type="button" role="menuitem" class=${row.isDanger === true ? 'menu-row is-danger' : 'menu-row'} data-testid="menu-item" @click=${row.run}>
    <span>${row.label}</span>${icon(row.sign, 18)}
  </button>`;
}

function closeInstead(actions: PageActions): (event: Event) => void {
  return (event) => {
    event.preventDefault();
    actions.closeMenu();
  };
}

function moveInMenu(event: KeyboardEvent, actions: PageActions): void {
  const menu = event.currentTarget;
  if (!(menu instanceof HTMLElement)) return;
  const rows = [...menu.querySelectorAll('button')];
  const at = rows.findIndex((row) => row.matches(':focus'));
  if (event.key === 'ArrowDown') rows[(at + 1) % rows.length]?.focus();
  else if (event.key === 'ArrowUp') rows[(at + rows.length - 1) % rows.length]?.focus();
  else if (event.key === 'Escape' || event.key === 'Tab') actions.closeMenu();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
