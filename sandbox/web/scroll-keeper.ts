// Keeps the messages where the reader is: at the newest when there, still in place when not, older ones fetched on the way up.

import type { SandboxMessage } from '../protocol.ts';
import type { PageActions } from './page-actions.ts';
import type { PageState } from './state/page-state.ts';
import { messagesOf } from './state/selectors.ts';

/** So near to the end the reader counts as being there, in pixels. */
const NEAR_END = 60;
/** So near to the beginning older messages are drawn. */
const NEAR_START = 900;

export interface ScrollKeeper {
  /** To be called after each drawing. */
  afterDraw(state: PageState): void;
}

export function createScrollKeeper(actions: PageActions): ScrollKeeper {
  let scroller: HTMLElement | undefined;
  let isAtEnd = true;
  let lastTop = 0;
  let lastHeight = 0;
  let channelId: string | undefined;
  let personId: string | undefined;
  let newestId: string | undefined;
  let drawn = 0;
  const growth = new ResizeObserver(() => settle());

  function toEnd(): void {
    if (scroller === undefined) return;
    scroller.scrollTop = scroller.scrollHeight;
    lastTop = scroller.scrollTop;
  }

  /** Content grew by itself (an edit, a picture): who was at the end stays there. */
  function settle(): void {
    if (isAtEnd) toEnd();
    showJump();
  }

  function onScroll(): void {
    if (scroller === undefined) return;
    const fromEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
    // Only a movement upwards leaves the end: growing content alone must not.
    if (fromEnd < NEAR_END) isAtEnd = true;
    else if (scroller.scrollTop < lastTop) isAtEnd = false;
    lastTop = scroller.scrollTop;
    lastHeight = scroller.scrollHeight;
    if (scroller.scrollTop < NEAR_START) actions.drawMore();
    if (isAtEnd) actions.markRead();
    showJump();
  }

  function showJump(): void {
    const jump = document.querySelector<HTMLElement>('.jump');
    if (jump === null) return;
    jump.hidden = isAtEnd;
    jump.onclick = () => {
      isAtEnd = true;
      toEnd();
      showJump();
      actions.markRead();
    };
  }

  function attach(): void {
    const found = document.querySelector<HTMLElement>('.scroller');
    if (found === null || found === scroller) return;
    scroller?.removeEventListener('scroll', onScroll);
    growth.disconnect();
    scroller = found;
    scroller.addEventListener('scroll', onScroll, { passive: true });
    growth.observe(scroller);
    const list = scroller.querySelector('.message-list');
    if (list !== null) growth.observe(list);
  }

  /** At the very top the browser does not keep the place when something comes above; elsewhere it does. */
  function keepPlaceAtTop(): void {
    if (scroller === undefined || scroller.scrollTop !== 0) return;
    scroller.scrollTop = scroller.scrollHeight - lastHeight;
  }

  return {
    afterDraw(state) {
      attach();
      if (scroller === undefined) return;
      const newest = messagesOf(state, state.channelId).at(-1);
      const isOther = state.channelId !== channelId || state.me?.id !== personId;
      const isOwnNew = newest !== undefined && newest.id !== newestId && isOf(newest, state.me?.id);
      if (isOther || isOwnNew) isAtEnd = true;
      if (isAtEnd) toEnd();
      else if (state.drawnMessages > drawn) keepPlaceAtTop();
      channelId = state.channelId;
      personId = state.me?.id;
      newestId = newest?.id;
      drawn = state.drawnMessages;
      lastHeight = scroller.scrollHeight;
      showJump();
      if (isAtEnd && !document.hidden) actions.markRead();
    },
  };
}

/** Written by this person, or an answer to what this person did. */
function isOf(message: SandboxMessage, userId: string | undefined): boolean {
  return message.author.id === userId || message.interaction_metadata?.user.id === userId;
}
