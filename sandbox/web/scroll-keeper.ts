// Keeps the messages where the reader is: at the newest when there, in place when not, and draws more on the way up or down.

import type { SandboxMessage } from '../protocol.ts';
import type { PageActions } from './page-actions.ts';
import type { PageState } from './state/page-state.ts';
import { messagesOf } from './state/selectors.ts';

/** So near to the end the reader counts as being there, in pixels. */
const NEAR_END = 60;
/** So near to an end of what is drawn, more is drawn there. */
const NEAR_EDGE = 900;

/** Lives as long as the page. `afterDraw` is to be called after each drawing. */
export class ScrollKeeper {
  readonly #actions: PageActions;
  #scroller: HTMLElement | undefined;
  #isAtEnd = true;
  /** Whether the channel has newer messages than those drawn. */
  #hasNewer = false;
  #lastTop = 0;
  #channelId: string | undefined;
  #personId: string | undefined;
  #newestId: string | undefined;
  // Content grew by itself (an edit, a picture): who was at the end stays there.
  readonly #growth = new ResizeObserver(() => {
    if (this.#isAtEnd) this.#toEnd();
    this.#showJump();
  });

  constructor(actions: PageActions) {
    this.#actions = actions;
  }

  afterDraw(state: PageState): void {
    this.#attach();
    this.#hasNewer = state.drawn.newestId !== undefined;
    const newest = messagesOf(state, state.channelId).at(-1);
    const isOther = state.channelId !== this.#channelId || state.me?.id !== this.#personId;
    const isOwnNew = newest !== undefined && newest.id !== this.#newestId && isOf(newest, state.me?.id);
    this.#channelId = state.channelId;
    this.#personId = state.me?.id;
    this.#newestId = newest?.id;
    if (isOwnNew && this.#hasNewer) this.#jump();
    if (isOther || isOwnNew) this.#isAtEnd = true;
    if (this.#isAtEnd) this.#toEnd();
    this.#showJump();
    if (this.#isAtEnd && !document.hidden) this.#actions.markRead();
  }

  /** The list is drawn only once the server has said hello. */
  #attach(): void {
    const found = document.querySelector<HTMLElement>('.scroller');
    if (found === null || found === this.#scroller) return;
    this.#growth.disconnect();
    this.#scroller = found;
    found.addEventListener('scroll', () => this.#onScroll(), { passive: true });
    this.#growth.observe(found);
    const list = found.querySelector('.message-list');
    if (list !== null) this.#growth.observe(list);
  }

  #onScroll(): void {
    const scroller = this.#scroller;
    if (scroller === undefined) return;
    const fromEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
    if (fromEnd < NEAR_END && !this.#hasNewer) this.#isAtEnd = true;
    // Only a movement upwards leaves the end: growing content alone must not.
    else if (scroller.scrollTop < this.#lastTop || this.#hasNewer) this.#isAtEnd = false;
    if (scroller.scrollTop < NEAR_EDGE) {
      // At the very top the browser would not keep the place when something comes above.
      if (scroller.scrollTop === 0) scroller.scrollTop = 1;
      this.#actions.drawOlder();
    } else if (fromEnd < NEAR_EDGE) this.#actions.drawNewer();
    this.#lastTop = scroller.scrollTop;
    if (this.#isAtEnd) this.#actions.markRead();
    this.#showJump();
  }

  #toEnd(): void {
    if (this.#scroller === undefined) return;
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
    this.#lastTop = this.#scroller.scrollTop;
  }

  #jump(): void {
    this.#isAtEnd = true;
    this.#actions.drawNewest();
    this.#toEnd();
    this.#actions.markRead();
    this.#showJump();
  }

  #showJump(): void {
    const button = document.querySelector<HTMLElement>('.jump');
    if (button === null) return;
    button.hidden = this.#isAtEnd;
    button.onclick = () => this.#jump();
  }
}

/** Written by this person, or an answer to what this person did. */
function isOf(message: SandboxMessage, userId: string | undefined): boolean {
  return message.author.id === userId || message.interaction_metadata?.user.id === userId;
}
