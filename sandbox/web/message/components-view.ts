// Draws the rows of components under a message; which of them is under way or failed is shown beside it.

import type { APIButtonComponent, APIComponentInMessageActionRow } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import type { SandboxMessage } from '../../protocol.ts';
import { BUTTON, COMPONENT } from '../discord-numbers.ts';
import { icon } from '../look/icons.ts';
import { isWebAddress } from '../markdown/web-address.ts';
import type { MessageContext } from './message-context.ts';
import { richComponentView } from './rich-components-view.ts';
import { selectView } from './select-view.ts';

type Row = Extract<NonNullable<SandboxMessage['components']>[number], { type: 1 }>;

const BUTTON_LOOKS: Readonly<Record<number, string>> = {
  [BUTTON.primary]: 'primary',
  [BUTTON.secondary]: 'secondary',
  [BUTTON.success]: 'success',
  [BUTTON.danger]: 'danger',
};

export function componentsView(message: SandboxMessage, context: MessageContext): TemplateResult | typeof nothing {
  const components = message.components ?? [];
  if (components.length === 0) return nothing;
  const failed = context.interactions.filter((one) => one.state === 'failed');
  return html`<div slot="components" class="components">
    ${components.map((component) =>
      component.type === COMPONENT.actionRow
        ? rowView(component, message, context)
        : richComponentView(component, context, (row) => rowView(row, message, context)),
    )}
    ${failed.map(
      (one) => html`<p class="component-failed" role="alert">
        ${one.reason ?? 'This interaction failed'}
        <button class="text-button" type="button" @click=${() => context.actions.forgetInteraction(one.interactionId)}>Dismiss</button>
      </p>`,
    )}
  </div>`;
}

function rowView(row: Row, message: SandboxMessage, context: MessageContext): TemplateResult {
  return html`<discord-action-row class="component-row">
    ${row.components.map((component) => componentView(component, message, context))}
  </discord-action-row>`;
}

function componentView(
  component: APIComponentInMessageActionRow,
  message: SandboxMessage,
  context: MessageContext,
): TemplateResult {
  const isWaiting = context.interactions.some((one) => one.state === 'pending');
  if (component.type === COMPONENT.button) return buttonView(component, message, context, isWaiting);
  return selectView(component, {
    context,
    isWaiting,
    onPick: (values) => context.actions.pick(message, component.custom_id, values),
    id: `${message.id}-${component.custom_id}`,
  });
}

function buttonView(
  button: APIButtonComponent,
  message: SandboxMessage,
  context: MessageContext,
  isWaiting: boolean,
): TemplateResult {
  if (button.style === BUTTON.link) return linkButton(button);
  if (!('custom_id' in button))
    return html`<span class="picture-missing">A button of a kind that is not imitated.</span>`;
  const isUsed = isWaiting && context.usedCustomId === button.custom_id;
  return html`<button
    type="button"
    class=${`button ${BUTTON_LOOKS[button.style] ?? 'secondary'} ${isUsed ? 'is-waiting' : ''}`}
    data-testid="button"
    data-custom-id=${button.custom_id}
    ?disabled=${button.disabled === true}
    aria-disabled=${isWaiting ? 'true' : nothing}
    aria-busy=${isUsed ? 'true' : nothing}
    @click=${() => {
      // Discord too takes one press at a time on a message.
      if (!isWaiting) context.actions.pressButton(message, button.custom_id);
    }}
  >
    ${emojiText(button.emoji)}${button.label === undefined ? nothing : html`<span>${button.label}</span>`}
    ${isUsed ? html`<span class="waiting-dots" aria-hidden="true"><i></i><i></i><i></i></span>` : nothing}
  </button>`;
}

function linkButton(button: Extract<APIButtonComponent, { style: 5 }>): TemplateResult {
  const url = isWebAddress(button.url) ? button.url : undefined;
  return html`<a class="button secondary" href=${url ?? nothing} target="_blank" rel="noopener noreferrer"
    >${emojiText(button.emoji)}<span>${button.label}</span>${icon('external', 15)}</a
  >`;
}

/** Custom emoji are pictures at Discord, so their name stands for them. */
export function emojiText(
  emoji: { readonly name?: string | null; readonly id?: string | null } | undefined,
): TemplateResult | typeof nothing {
  if (emoji?.name === undefined || emoji.name === null) return nothing;
  return html`<span class="button-emoji" aria-hidden="true">${emoji.id ? `:${emoji.name}:` : emoji.name}</span>`;
}
