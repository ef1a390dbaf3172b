// A person submits the modal that an interaction showed, within the limits of its fields.

import {
  type APIModalInteractionResponseCallbackComponent,
  ComponentType,
  InteractionType,
} from 'discord-api-types/v10';
import type { Hub } from '../hub.ts';
import { findMessage, type Interaction, putInteraction } from '../world.ts';
import { ActionError } from './action-error.ts';
import { startInteraction } from './interaction-life.ts';
import { requireChannel } from './use-command.ts';

/** By custom id; a list for a select. */
export type ModalFields = Readonly<Record<string, string | readonly string[]>>;

/** @throws ActionError when a field is missing, too short or too long, or no modal is open. */
export function submitModal(hub: Hub, userId: string, interactionId: string, fields: ModalFields): Interaction {
  const parent = hub.world.interactions.get(interactionId);
  if (parent?.modal === undefined || parent.userId !== userId) {
    throw new ActionError('unknown-modal', 'That modal is no longer open.');
  }
  const channel = requireChannel(hub.world, userId, parent.channelId);
  const { modal } = parent;
  const components = modal.components.map((row) => submittedRow(row, fields));
  hub.update((world) => putInteraction(world, { ...parent, modal: undefined }));
  const source = parent.sourceMessageId;
  const message = source === undefined ? undefined : findMessage(hub.world, parent.channelId, source)?.message;
  return startInteraction(hub, {
    type: InteractionType.ModalSubmit,
    applicationId: parent.applicationId,
    userId,
    channel,
    name: modal.title,
    data: { custom_id: modal.custom_id, components },
    owners: parent.owners,
    parentId: parent.id,
    ...(message === undefined ? {} : { message }),
  });
}

export function closeModal(hub: Hub, userId: string, interactionId: string): void {
  const parent = hub.world.interactions.get(interactionId);
  if (parent?.userId !== userId) return;
  hub.update((world) => putInteraction(world, { ...parent, modal: undefined }));
}

function submittedRow(row: APIModalInteractionResponseCallbackComponent, fields: ModalFields) {
  if (row.type === ComponentType.TextDisplay) return { type: row.type, id: row.id };
  if (row.type === ComponentType.ActionRow) {
    return { type: row.type, id: row.id, components: row.components.map((field) => submittedText(field, fields)) };
  }
  const { component } = row;
  if (component.type === ComponentType.TextInput) {
    return { type: row.type, id: row.id, component: submittedText(component, fields) };
  }
  if (component.type !== ComponentType.StringSelect) throw new ActionError('unknown-field', 'Not a field to fill in.');
  const given = fields[component.custom_id] ?? [];
  const values = typeof given === 'string' ? [given] : given;
  if (values.some((value) => !component.options.some((option) => option.value === value))) {
    throw new ActionError('unknown-value', 'That is not among the options.');
  }
  const head = { type: component.type, id: component.id, custom_id: component.custom_id };
  return { type: row.type, id: row.id, component: { ...head, values } };
}

interface TextField {
  readonly type: ComponentType.TextInput;
  readonly id?: number;
  readonly custom_id: string;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly required?: boolean;
  readonly value?: string;
}

function submittedText(field: TextField, fields: ModalFields) {
  const given = fields[field.custom_id] ?? field.value ?? '';
  if (typeof given !== 'string') throw new ActionError('not-text', `${field.custom_id} expects text.`);
  const length = [...given].length;
  if (length === 0 && field.required !== false) {
    throw new ActionError('required-field-missing', `${field.custom_id}: this field is required.`);
  }
  if (length > 0 && length < (field.min_length ?? 0)) {
    throw new ActionError('too-short', `${field.custom_id}: must have ${field.min_length} or more characters.`);
  }
  if (length > (field.max_length ?? 4000)) {
    throw new ActionError('too-long', `${field.custom_id}: must have ${field.max_length ?? 4000} or fewer characters.`);
  }
  return { type: field.type, id: field.id, custom_id: field.custom_id, value: given };
}
