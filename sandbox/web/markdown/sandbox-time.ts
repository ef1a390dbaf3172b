// The element <sandbox-time seconds format>: a time in the reader's zone that keeps its relative text current by itself.

import type { TimeStyle } from './parse.ts';
import { timeText } from './time-text.ts';

/** Relative texts are read again this often. */
const REFRESH_MS = 10_000;

const shown = new Set<SandboxTime>();
let readClock: () => number = Date.now;

/** Relative times count from the sandbox's clock, which may run ahead. */
export function setTimeSource(nowMs: () => number): void {
  readClock = nowMs;
  setInterval(refreshTimes, REFRESH_MS);
}

/** The sandbox's time now, epoch ms. */
export function sandboxTimeMs(): number {
  return readClock();
}

/** To be called when the clock was moved. */
export function refreshTimes(): void {
  for (const element of shown) element.refresh();
}

class SandboxTime extends HTMLElement {
  static readonly observedAttributes = ['seconds', 'format'];

  connectedCallback(): void {
    shown.add(this);
    this.refresh();
  }

  disconnectedCallback(): void {
    shown.delete(this);
  }

  attributeChangedCallback(): void {
    this.refresh();
  }

  refresh(): void {
    const seconds = Number(this.getAttribute('seconds'));
    const text = timeText(seconds, styleOf(this.getAttribute('format')), readClock());
    if (this.textContent !== text) this.textContent = text;
    this.title = timeText(seconds, 'F', readClock());
  }
}

function styleOf(format: string | null): TimeStyle {
  const styles: readonly TimeStyle[] = ['t', 'T', 'd', 'D', 'f', 'F', 'R'];
  return styles.find((style) => style === format) ?? 'f';
}

/** To be called once, before the first such element is drawn. */
export function defineSandboxTime(): void {
  customElements.define('sandbox-time', SandboxTime);
}
