// The element <clock-face>: the sandbox's time, running by the second without redrawing the page.

import { sandboxTimeMs } from '../markdown/sandbox-time.ts';

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const DAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });

class ClockFace extends HTMLElement {
  readonly #time = document.createElement('b');
  readonly #day = document.createElement('span');
  #timer: ReturnType<typeof setInterval> | undefined;

  connectedCallback(): void {
    this.replaceChildren(this.#time, this.#day);
    this.#show();
    this.#timer = setInterval(() => this.#show(), 500);
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer);
  }

  #show(): void {
    const nowMs = sandboxTimeMs();
    this.dataset.nowMs = String(nowMs);
    this.#time.textContent = TIME.format(nowMs);
    this.#day.textContent = DAY.format(nowMs);
  }
}

/** To be called once, before the first such element is drawn. */
export function defineClockFace(): void {
  customElements.define('clock-face', ClockFace);
}
