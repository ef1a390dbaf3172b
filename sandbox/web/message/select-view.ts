// The select menus of messages, as the element <sandbox-select>: a button and a list that keyboard and mouse can use.

import type { APISelectMenuComponent } from 'discord-api-types/v10';
import { html, type TemplateResult } from 'lit';
import { COMPONENT } from '../discord-numbers.ts';
import type { MessageContext, SelectChoice } from './message-context.ts';

export interface SelectUse {
  readonly context: MessageContext;
  readonly isWaiting: boolean;
  readonly onPick: (values: readonly string[]) => void;
  /** Unique on the page. */
  readonly id: string;
}

export function selectView(select: APISelectMenuComponent, use: SelectUse): TemplateResult {
  const defaults =
    select.type === COMPONENT.stringSelect
      ? select.options.filter((option) => option.default === true).map((option) => option.value)
      : (select.default_values ?? []).map((one) => one.id);
  return html`<sandbox-select
    data-testid="select"
    data-custom-id=${select.custom_id}
    .listId=${use.id}
    .choices=${choicesOf(select, use.context)}
    .chosen=${defaults}
    .placeholder=${select.placeholder ?? 'Make a selection'}
    .fewest=${select.min_values ?? 1}
    .most=${select.max_values ?? 1}
    .isDisabled=${select.disabled === true}
    .isWaiting=${use.isWaiting && use.context.usedCustomId === select.custom_id}
    @pick=${(event: CustomEvent<readonly string[]>) => {
      if (!use.isWaiting) use.onPick(event.detail);
    }}
  ></sandbox-select>`;
}

function choicesOf(select: APISelectMenuComponent, context: MessageContext): readonly SelectChoice[] {
  switch (select.type) {
    case COMPONENT.stringSelect:
      return select.options.map(({ label, value, description, emoji }) => ({
        label,
        value,
        ...(description === undefined ? {} : { description }),
        ...(emoji?.name === undefined || emoji.name === null ? {} : { emoji: emoji.name }),
      }));
    case COMPONENT.channelSelect:
      return context.channels;
    case COMPONENT.userSelect:
    case COMPONENT.mentionableSelect:
      return context.people;
    default:
      // The sandbox's servers have no roles besides @everyone.
      return [];
  }
}
