// The element <sandbox-select>: a select menu with a listbox in the browser's top layer; fires `pick` with the values.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { icon } from '../look/icons.ts';
import type { SelectChoice } from './message-context.ts';

/** Room kept between the list and the window's edge, in pixels. */
const EDGE = 8;
const TALLEST = 320;

/** Draws into the page itself, not a shadow tree, so that the page's style and tests reach it. */
class SandboxSelect extends LitElement {
  static override readonly properties = {
    listId: { attribute: false },
    choices: { attribute: false },
    chosen: { attribute: false },
    placeholder: { attribute: false },
    fewest: { attribute: false },
    most: { attribute: false },
    isDisabled: { attribute: false },
    isWaiting: { attribute: false },
    isOpen: { state: true },
    marked: { state: true },
    picked: { state: true },
  };

  declare listId: string;
  declare choices: readonly SelectChoice[];
  /** Values chosen by the message itself. */
  declare chosen: readonly string[];
  declare placeholder: string;
  declare fewest: number;
  declare most: number;
  declare isDisabled: boolean;
  declare isWaiting: boolean;
  declare isOpen: boolean;
  declare marked: number;
  declare picked: readonly string[];

  constructor() {
    super();
    this.listId = '';
    this.choices = [];
    this.chosen = [];
    this.placeholder = '';
    this.fewest = 1;
    this.most = 1;
    this.isDisabled = false;
    this.isWaiting = false;
    this.isOpen = false;
    this.marked = 0;
    this.picked = [];
  }

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override willUpdate(changed: PropertyValues): void {
    // An edit of the message sets the chosen values anew.
    if (changed.has('chosen') && !sameValues(changed.get('chosen'), this.chosen)) this.picked = this.chosen;
  }

  override updated(changed: PropertyValues): void {
    if (!changed.has('isOpen') && !changed.has('marked')) return;
    const list = this.querySelector('ul');
    if (list === null) return;
    if (changed.has('isOpen') && this.isOpen) {
      list.showPopover();
      this.place(list);
    }
    list.querySelector('[data-marked]')?.scrollIntoView({ block: 'nearest' });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.isOpen = false;
  }

  override render(): TemplateResult {
    const labels = this.choices.filter(({ value }) => this.picked.includes(value)).map(({ label }) => label);
    return html`<button
        type="button"
        class="select ${this.isWaiting ? 'is-waiting' : ''}"
        role="combobox"
        aria-haspopup="listbox"
        aria-expanded=${this.isOpen ? 'true' : 'false'}
        aria-controls=${this.listId}
        aria-activedescendant=${this.isOpen ? this.optionId(this.marked) : nothing}
        aria-label=${this.placeholder}
        ?disabled=${this.isDisabled}
        @click=${() => (this.isOpen ? this.close() : this.open())}
        @keydown=${this.onKey}
        @blur=${this.close}
      >
        <span class=${labels.length === 0 ? 'select-placeholder' : 'select-chosen'}>${labels.length === 0 ? this.placeholder : labels.join(', ')}</span>
        ${icon('chevron', 18)}
      </button>
      ${this.isOpen ? this.renderList() : nothing}`;
  }

  private renderList(): TemplateResult {
    return html`<ul id=${this.listId} class="select-list" role="listbox" popover="manual" aria-label=${this.placeholder} aria-multiselectable=${this.most > 1}>
      ${this.choices.map(
        (choice, index) => html`<li
          id=${this.optionId(index)}
          role="option"
          data-testid="select-option"
          data-value=${choice.value}
          aria-selected=${this.picked.includes(choice.value)}
          ?data-marked=${index === this.marked}
          @pointerenter=${() => {
            this.marked = index;
          }}
          @pointerdown=${(event: Event) => event.preventDefault()}
          @click=${() => this.take(choice.value)}
        >
          ${choice.emoji === undefined ? nothing : html`<span class="select-emoji" aria-hidden="true">${choice.emoji}</span>`}
          <span class="select-words"><b>${choice.label}</b>${choice.description === undefined ? nothing : html`<small>${choice.description}</small>`}</span>
          ${this.picked.includes(choice.value) ? icon('check', 18) : nothing}
        </li>`,
      )}
      ${this.choices.length === 0 ? html`<li class="select-none">Nothing to choose from</li>` : nothing}
    </ul>`;
  }

  private optionId(index: number): string {
    return `${this.listId}-${index}`;
  }

  private open(): void {
    if (this.isDisabled || this.isWaiting) return;
    this.marked = Math.max(
      0,
      this.choices.findIndex(({ value }) => this.picked.includes(value)),
    );
    this.isOpen = true;
  }

  /** A menu that takes several sends them when it closes. */
  private close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    const isEnough = this.picked.length >= this.fewest;
    if (this.most > 1 && isEnough && !sameValues(this.picked, this.chosen)) this.send();
  }

  private take(value: string): void {
    if (this.most > 1) {
      const without = this.picked.filter((one) => one !== value);
      const isNew = without.length === this.picked.length;
      if (isNew && this.picked.length >= this.most) return;
      this.picked = isNew ? [...this.picked, value] : without;
      return;
    }
    this.picked = [value];
    this.isOpen = false;
    this.send();
  }

  private send(): void {
    this.dispatchEvent(new CustomEvent<readonly string[]>('pick', { detail: this.picked }));
  }

  private onKey(event: KeyboardEvent): void {
    if (!this.isOpen) {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      this.open();
    } else if (event.key === 'ArrowDown') this.marked = (this.marked + 1) % Math.max(1, this.choices.length);
    else if (event.key === 'ArrowUp')
      this.marked = (this.marked + this.choices.length - 1) % Math.max(1, this.choices.length);
    else if (event.key === 'Home') this.marked = 0;
    else if (event.key === 'End') this.marked = this.choices.length - 1;
    else if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter' || event.key === ' ') {
      const choice = this.choices[this.marked];
      if (choice !== undefined) this.take(choice.value);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Below the button, or above it where there is more room. */
  private place(list: HTMLElement): void {
    const box = this.querySelector('button')?.getBoundingClientRect();
    if (box === undefined) return;
    const below = window.innerHeight - box.bottom - EDGE * 2;
    const above = box.top - EDGE * 2;
    const wanted = Math.min(list.scrollHeight + 2, TALLEST);
    const isBelow = below >= wanted || below >= above;
    const height = Math.min(wanted, isBelow ? below : above);
    list.style.left = `${box.left}px`;
    list.style.width = `${box.width}px`;
    list.style.maxHeight = `${height}px`;
    list.style.top = isBelow ? `${box.bottom + 4}px` : `${box.top - 4 - height}px`;
  }
}

function sameValues(before: unknown, after: readonly string[]): boolean {
  return (
    Array.isArray(before) && before.length === after.length && before.every((value, index) => value === after[index])
  );
}

/** To be called once, before the first such element is drawn. */
export function defineSandboxSelect(): void {
  customElements.define('sandbox-select', SandboxSelect);
}
