// Keys that work anywhere on the page: writing lands in the composer, arrows walk through messages, Alt and arrows through channels.

import type { PageActions } from './page-actions.ts';
import type { PageState } from './state/page-state.ts';
import type { Store } from './state/store.ts';

/** Regions in the order in which F6 walks through them. */
const REGIONS = ['textarea.composer-field', '.message:last-of-type', '.channel.is-open', '.tools button'] as const;

export function listenToKeys(store: Store<PageState>, actions: PageActions): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return;
    const state = store.get();
    if (state.modal !== undefined) return;
    if (event.key === 'Escape') return closeSomething(state, actions, event);
    if (event.key === 'F6') return nextRegion(event);
    if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp'))
      return changeChannel(state, actions, event);
    if (event.target instanceof HTMLElement && event.target.closest('.scroller') !== null && walkMessages(event))
      return;
    if (isWriting(event)) focusComposer();
  });
}

export function focusComposer(): void {
  document.querySelector<HTMLTextAreaElement>('textarea.composer-field')?.focus();
}

function closeSomething(state: PageState, actions: PageActions, event: KeyboardEvent): void {
  event.preventDefault();
  if (state.picture !== undefined) actions.closePicture();
  else if (state.menu !== undefined) actions.closeMenu();
  else if (state.isSidebarOpen) actions.toggleSidebar(false);
  focusComposer();
}

function nextRegion(event: KeyboardEvent): void {
  event.preventDefault();
  const present = REGIONS.flatMap((selector) => lastOf(document.querySelectorAll<HTMLElement>(selector)));
  const at = present.findIndex((element) => element.matches(':focus'));
  const step = event.shiftKey ? present.length - 1 : 1;
  present[(at + step) % present.length]?.focus();
}

function lastOf(list: NodeListOf<HTMLElement>): HTMLElement[] {
  const last = list[list.length - 1];
  return last === undefined ? [] : [last];
}

function changeChannel(state: PageState, actions: PageActions, event: KeyboardEvent): void {
  event.preventDefault();
  const at = state.channels.findIndex((channel) => channel.id === state.channelId);
  const step = event.key === 'ArrowDown' ? 1 : state.channels.length - 1;
  const next = state.channels[(at + step) % state.channels.length];
  if (next !== undefined) actions.openChannel(next.id);
}

/** Whether the key moved from one message to another. */
function walkMessages(event: KeyboardEvent): boolean {
  const isStep = event.key === 'ArrowUp' || event.key === 'ArrowDown';
  if (!isStep && event.key !== 'Home' && event.key !== 'End') return false;
  const messages = [...document.querySelectorAll<HTMLElement>('.message')];
  const here = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('.message') : null;
  const at = here === null ? messages.length : messages.indexOf(here);
  const wanted =
    event.key === 'Home' ? 0 : event.key === 'End' ? messages.length - 1 : at + (event.key === 'ArrowUp' ? -1 : 1);
  event.preventDefault();
  messages[Math.max(0, Math.min(wanted, messages.length - 1))]?.focus();
  return true;
}

/** A sign typed while nothing that takes text has the focus. */
function isWriting(event: KeyboardEvent): boolean {
  if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return false;
  const target = event.target;
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return false;
  // Space presses buttons and reveals spoilers.
  return event.key !== ' ';
}
