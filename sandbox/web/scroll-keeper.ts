// Keeps the messages where the reader is: at the newest when there, still in place when not, older ones fetched on the way up.

import type { SandboxMessage } from '../protocol.ts';
import type { PageActions } from './page-actions.ts';
import type { PageState } from './state/page-state.ts';
import { messagesOf } from './state/selectors.ts';

/** So near to the end the reader counts as being there, in pixels. */
const NEAR_END = 60;
/** So near to an end of what is drawn, more is drawn there. */
const NEAR_EDGE = 900;

export interface ScrollKeeper {
  /** To be called after each drawing. */
  afterDraw(state: PageState): void;
}

export function createScrollKeeper(actions: PageActions): ScrollKeeper {
  let scroller: HTMLElement | undefined;
  let isAtEnd = true;
  let hasNewer = false;
  let lastTop = 0;
  let channelId: string | undefined;
  let personId: string | undefined;
  let newestId: string | undefined;
  // Content grew by itself (an edit, a picture): who was at the end stays there.
  const growth = new ResizeObserver(() => {
    if (isAtEnd) toEnd();
    showJump();
  });

  function toEnd(): void {
    if (scroller === undefined) return;
    scroller.scrollTop = scroller.scrollHeight;
    lastTop = scroller.scrollTop;
  }

  function onScroll(): void {
    if (scroller === undefined) return;
    const fromEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
    if (fromEnd < NEAR_END && !hasNewer) isAtEnd = true;
    // Only a movement upwards leaves the end: growing content alone must not.
    else if (scroller.scrollTop < lastTop || hasNewer) isAtEnd = false;
    if (scroller.scrollTop < NEAR_EDGE) {
      // At the very top the browser would not keep the place when something comes above.
      if (scroller.scrollTop === 0) scroller.scrollTop = 1;
      actions.drawOlder();
    } else if (fromEnd < NEAR_EDGE) actions.drawNewer();
    lastTop = scroller.scrollTop;
    if (isAtEnd) actions.markRead();
    showJump();
  }

  function jump(): void {
    isAtEnd = true;
    actions.drawNewest();
    toEnd();
    actions.markRead();
    showJump();
  }

  function showJump(): void {
    const button = document.querySelector<HTMLElement>('.jump');
    if (button === null) return;
    button.hidden = isAtEnd;
    button.onclick = jump;
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

  return {
    afterDraw(state) {
      attach();
      hasNewer = state.drawn.newestId !== undefined;
      const newest = messagesOf(state, state.channelId).at(-1);
      const isOther = state.channelId !== channelId || state.me?.id !== personId;
      const isOwnNew = newest !== undefined && newest.id !== newestId && isOf(newest, state.me?.id);
      channelId = state.channelId;
      personId = state.me?.id;
      newestId = newest?.id;
      if (isOwnNew && hasNewer) jump();
      if (isOther || isOwnNew) isAtEnd = true;
      if (isAtEnd) toEnd();
      showJump();
      if (isAtEnd && !document.hidden) actions.markRead();
    },
  };
}

/** Written by this person, or an answer to what this person did. */
function isOf(message: SandboxMessage, userId: string | undefined): boolean {
  return message.author.id === userId || message.interaction_metadata?.user.id === userId;
}
