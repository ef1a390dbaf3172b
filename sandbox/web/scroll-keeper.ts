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
  /** What the reader looks at, and how far below the upper edge it is. */
  #place: { readonly element: Element; readonly below: number } | undefined;
  /** Content also grows by itself: by an edit, a picture, elements that draw themselves a moment later. */
  readonly #growth = new ResizeObserver(() => {
    this.#settle();
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
    this.#settle();
    this.#showJump();
    if (this.#isAtEnd && !document.hidden) this.#actions.markRead();
  }

  /** The list is drawn only once the server has said hello. */
  #attach(): void {
    const found = document.querySelector<HTMLElement>('.scroller');
    const list = document.querySelector('.message-list');
    if (found === null || list === null) return;
    if (found !== this.#scroller) {
      this.#scroller = found;
      found.addEventListener('scroll', () => this.#onScroll(), { passive: true });
      this.#growth.observe(found);
    }
    // Observed anew, it is told of this frame's size even if that is the one before: as much may come above as goes below.
    this.#growth.unobserve(list);
    this.#growth.observe(list);
  }

  #onScroll(): void {
    const scroller = this.#scroller;
    if (scroller === undefined) return;
    const fromEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
    if (fromEnd < NEAR_END && !this.#hasNewer) this.#isAtEnd = true;
    // Only a movement upwards leaves the end: growing content alone must not.
    else if (scroller.scrollTop < this.#lastTop || this.#hasNewer) this.#isAtEnd = false;
    if (scroller.scrollTop < NEAR_EDGE) this.#actions.drawOlder();
    else if (fromEnd < NEAR_EDGE) this.#actions.drawNewer();
    this.#lastTop = scroller.scrollTop;
    this.#place = findPlace(scroller);
    if (this.#isAtEnd) this.#actions.markRead();
    this.#showJump();
  }

  #settle(): void {
    if (this.#isAtEnd) this.#toEnd();
    else if (this.#scroller !== undefined && this.#place?.element.isConnected === true) {
      const moved = distanceBelow(this.#scroller, this.#place.element) - this.#place.below;
      if (moved !== 0) this.#scroller.scrollTop += moved;
      this.#lastTop = this.#scroller.scrollTop;
    }
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

/** The first message that is at least partly in sight. */
function findPlace(scroller: HTMLElement): { readonly element: Element; readonly below: number } | undefined {
  const upperEdge = scroller.getBoundingClientRect().top;
  for (const element of scroller.querySelectorAll('.message')) {
    if (element.getBoundingClientRect().bottom > upperEdge) return { element, below: distanceBelow(scroller, element) };
  }
  return undefined;
}

function distanceBelow(scroller: HTMLElement, element: Element): number {
  return element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
}

/** Written by this person, or an answer to what this person did. */
function isOf(message: SandboxMessage, userId: string | undefined): boolean {
  return message.author.id === userId || message.interaction_metadata?.user.id === userId;
}
