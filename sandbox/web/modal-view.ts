// Draws a bot's modal as a dialog with its fields, and gathers what is written; the checks are those Discord's client makes.

import type { APITextInputComponent } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ref } from 'lit/directives/ref.js';
import { COMPONENT } from './discord-numbers.ts';
import { avatarUrl } from './look/avatar.ts';
import { icon } from './look/icons.ts';
import type { PageActions } from './page-actions.ts';
import type { OpenModal, PageState } from './state/page-state.ts';
import { nameOf } from './state/selectors.ts';

const PARAGRAPH = 2;
const LONGEST = 4000;

interface Field {
  readonly input: APITextInputComponent;
  readonly label: string;
  readonly description: string | undefined;
}

export function modalView(state: PageState, actions: PageActions): TemplateResult | typeof nothing {
  const open = state.modal;
  if (open === undefined) return nothing;
  const bot = state.bots.find((one) => one.applicationId === open.applicationId);
  const name = bot === undefined ? 'The application' : nameOf(bot.user);
  const fields = fieldsOf(open);
  return html`${keyed(
    open.interactionId,
    html`<dialog class="modal" data-testid="modal" aria-labelledby="modal-title" ${ref(showModal)} @cancel=${(event: Event) => cancel(event, actions)} @click=${closeOutside(actions)}>
      <form method="dialog" @submit=${(event: SubmitEvent) => submit(event, actions)}>
        <header>
          <img src=${avatarUrl(name)} alt="" class="modal-face" width="28" height="28" />
          <h2 id="modal-title">${open.modal.title}</h2>
          <button type="button" class="icon-button" aria-label="Close" data-testid="modal-close" @click=${actions.closeModal}>${icon('close')}</button>
        </header>
        <p class="modal-note">This form goes to ${name}. In the sandbox nothing leaves this machine.</p>
        <div class="modal-fields">${fields.map(fieldView)}</div>
        ${state.modalError === undefined ? nothing : html`<p class="composer-error" role="alert">${state.modalError}</p>`}
        <footer>
          <button type="button" class="button secondary" @click=${actions.closeModal}>Cancel</button>
          <button type="submit" class="button primary" data-testid="modal-submit">Submit</button>
        </footer>
      </form>
    </dialog>`,
  )}`;
}

/** Fields stand in action rows (older) or in labels (newer). */
function fieldsOf(open: OpenModal): readonly Field[] {
  return open.modal.components.flatMap((component): readonly Field[] => {
    if (component.type === COMPONENT.actionRow) {
      return component.components.map((input) => ({ input, label: input.label ?? '', description: undefined }));
    }
    if (component.type === COMPONENT.label && component.component.type === COMPONENT.textInput) {
      return [{ input: component.component, label: component.label, description: component.description }];
    }
    return [];
  });
}

function fieldView({ input, label, description }: Field): TemplateResult {
  const isRequired = input.required !== false;
  const id = `field-${input.custom_id}`;
  return html`<div class="modal-field">
    <label for=${id}>${label}${isRequired ? html`<span class="is-needed" aria-hidden="true"> *</span>` : nothing}</label>
    ${description === undefined ? nothing : html`<small>${description}</small>`} ${inputView(input, id, isRequired)}
  </div>`;
}

function inputView(input: APITextInputComponent, id: string, isRequired: boolean): TemplateResult {
  const most = input.max_length ?? LONGEST;
  if (input.style === PARAGRAPH) {
    return html`<textarea id=${id} name=${input.custom_id} data-testid=${`field-${input.custom_id}`} rows="4" placeholder=${input.placeholder ?? nothing}
      minlength=${input.min_length ?? nothing} maxlength=${most} ?required=${isRequired} .defaultValue=${input.value ?? ''} @keydown=${submitByKey}></textarea>`;
  }
  return html`<input id=${id} name=${input.custom_id} data-testid=${`field-${input.custom_id}`} type="text" autocomplete="off" spellcheck="false"
    placeholder=${input.placeholder ?? nothing} minlength=${input.min_length ?? nothing} maxlength=${most} ?required=${isRequired} .defaultValue=${input.value ?? ''} />`;
}

function showModal(element: Element | undefined): void {
  if (!(element instanceof HTMLDialogElement) || element.open) return;
  // The dialog stands in the page only after this callback.
  queueMicrotask(() => {
    if (!element.isConnected || element.open) return;
    element.showModal();
    element.querySelector<HTMLElement>('.modal-field input, .modal-field textarea')?.focus();
  });
}

/** Escape. The dialog goes away with the state, like everything else on the page. */
function cancel(event: Event, actions: PageActions): void {
  event.preventDefault();
  actions.closeModal();
}

/** In a long field Enter makes a line, so Ctrl or Command and Enter submits. */
function submitByKey(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  if (event.currentTarget instanceof HTMLTextAreaElement) event.currentTarget.form?.requestSubmit();
}

/** The browser has checked lengths and what is required before this comes. */
function submit(event: SubmitEvent, actions: PageActions): void {
  event.preventDefault();
  if (!(event.currentTarget instanceof HTMLFormElement)) return;
  const fields: Record<string, string> = {};
  for (const [name, value] of new FormData(event.currentTarget)) {
    // Browsers send line breaks of forms as CRLF; Discord's client sends LF.
    if (typeof value === 'string') fields[name] = value.replaceAll('\r\n', '\n');
  }
  actions.submitModal(fields);
}

function closeOutside(actions: PageActions): (event: MouseEvent) => void {
  return (event) => {
    if (event.target === event.currentTarget) actions.closeModal();
  };
}
