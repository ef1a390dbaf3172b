// Reads messages as a person does: their text, and their buttons and selects by what is written on them.

import {
  type APIButtonComponentWithCustomId,
  type APIMessage,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { componentsOf } from '../interactions/use-component.ts';

/** Everything that can be read in a message, embeds included, one part a line. */
export function textOf(message: APIMessage): string {
  const embeds = message.embeds.flatMap((embed) => [
    embed.author?.name,
    embed.title,
    embed.description,
    ...(embed.fields ?? []).flatMap((field) => [field.name, field.value]),
    embed.footer?.text,
  ]);
  return [message.content, ...embeds].filter(Boolean).join('\n');
}

/** Buttons that can be pressed, in reading order; links are left out. */
export function buttonsOf(message: APIMessage): readonly APIButtonComponentWithCustomId[] {
  return componentsOf(message).flatMap((component) =>
    component.type === ComponentType.Button &&
    component.style !== ButtonStyle.Link &&
    component.style !== ButtonStyle.Premium
      ? [component]
      : [],
  );
}

/** By custom id, or by label in any case. @throws Error naming the buttons that there are */
export function findButton(message: APIMessage, idOrLabel: string): APIButtonComponentWithCustomId {
  const buttons = buttonsOf(message);
  const found =
    buttons.find((button) => button.custom_id === idOrLabel) ??
    buttons.find((button) => isSame(button.label, idOrLabel));
  if (found !== undefined) return found;
  const labels = buttons.map((button) => button.label ?? button.emoji?.name ?? button.custom_id);
  throw new Error(`There is no button "${idOrLabel}" among: ${labels.join(', ') || 'none'}.`);
}

export function selectsOf(message: APIMessage): readonly APIStringSelectComponent[] {
  return componentsOf(message).flatMap((component) =>
    component.type === ComponentType.StringSelect ? [component] : [],
  );
}

/** By custom id, or by placeholder in any case. @throws Error naming the selects that there are */
export function findSelect(message: APIMessage, idOrPlaceholder: string): APIStringSelectComponent {
  const selects = selectsOf(message);
  const found =
    selects.find((select) => select.custom_id === idOrPlaceholder) ??
    selects.find((select) => isSame(select.placeholder, idOrPlaceholder));
  if (found !== undefined) return found;
  const known = selects.map((select) => select.placeholder ?? select.custom_id);
  throw new Error(`There is no select "${idOrPlaceholder}" among: ${known.join(', ') || 'none'}.`);
}

/** The value of an option that is named by its value or its label. */
export function optionValue(select: APIStringSelectComponent, valueOrLabel: string): string {
  const { options } = select;
  const found =
    options.find((option) => option.value === valueOrLabel) ??
    options.find((option) => isSame(option.label, valueOrLabel));
  if (found !== undefined) return found.value;
  throw new Error(`There is no option "${valueOrLabel}" among: ${options.map((each) => each.label).join(', ')}.`);
}

function isSame(label: string | undefined, wanted: string): boolean {
  return label !== undefined && label.trim().toLowerCase() === wanted.trim().toLowerCase();
}
