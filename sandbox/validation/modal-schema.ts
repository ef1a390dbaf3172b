// Schema of a modal: text inputs in action rows (the older form) or in labels, string selects in labels, and plain text.
// Source: https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal

import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import { z } from 'zod';
import { customId, DUPLICATED, stringSelect } from './component-schema.ts';
import { addFault, list, text, wholeNumber } from './pieces.ts';

const componentId = z.number().int().exactOptional();

const textInput = z.object({
  type: z.literal(ComponentType.TextInput),
  id: componentId,
  custom_id: customId,
  style: z.literal([TextInputStyle.Short, TextInputStyle.Paragraph]),
  label: text(45).exactOptional(),
  min_length: wholeNumber(0, 4000).exactOptional(),
  max_length: wholeNumber(1, 4000).exactOptional(),
  required: z.boolean().exactOptional(),
  value: text(4000).exactOptional(),
  placeholder: text(100).exactOptional(),
});

const modalRow = z.object({
  type: z.literal(ComponentType.ActionRow),
  id: componentId,
  components: list(textInput.extend({ label: text(45, 1) }), 1, 1),
});

const label = z.object({
  type: z.literal(ComponentType.Label),
  id: componentId,
  label: text(45, 1),
  description: text(100).exactOptional(),
  component: z.discriminatedUnion('type', [textInput, stringSelect]),
});

const textDisplay = z.object({
  type: z.literal(ComponentType.TextDisplay),
  id: componentId,
  content: text(4000, 1),
});

export const modalSchema = z.object({
  custom_id: customId,
  title: text(45, 1),
  components: list(z.discriminatedUnion('type', [modalRow, label, textDisplay]), 5, 1).superRefine((rows, ctx) => {
    const seen = new Set<string>();
    for (const [index, row] of rows.entries()) {
      const field = modalField(row);
      if (field === undefined) continue;
      if (seen.has(field.custom_id)) addFault(ctx, DUPLICATED, [index, 'custom_id']);
      seen.add(field.custom_id);
    }
  }),
});

export type ModalInput = z.output<typeof modalSchema>;
export type ModalRow = ModalInput['components'][number];
export type ModalField = z.output<typeof textInput> | z.output<typeof stringSelect>;

/** The field that a row of a modal holds; undefined for plain text. */
export function modalField(row: ModalRow): ModalField | undefined {
  if (row.type === ComponentType.ActionRow) return row.components[0];
  return row.type === ComponentType.Label ? row.component : undefined;
}
