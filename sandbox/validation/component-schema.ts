// Schemas of what stands in action rows of a message: buttons and selects. Layout components (version 2) are left out.
// Limits: https://discord.com/developers/docs/components/reference

import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { z } from 'zod';
import { addFault, list, REQUIRED, snowflake, text, webAddress, wholeNumber } from './pieces.ts';

export const customId = text(100, 1);
const componentId = z.number().int().exactOptional();

const emoji = z.object({
  id: snowflake.exactOptional(),
  name: z.string().exactOptional(),
  animated: z.boolean().exactOptional(),
});

const button = z
  .object({
    type: z.literal(ComponentType.Button),
    id: componentId,
    style: z.literal([
      ButtonStyle.Primary,
      ButtonStyle.Secondary,
      ButtonStyle.Success,
      ButtonStyle.Danger,
      ButtonStyle.Link,
    ]),
    label: text(80).exactOptional(),
    emoji: emoji.exactOptional(),
    custom_id: customId.exactOptional(),
    url: webAddress().exactOptional(),
    disabled: z.boolean().exactOptional(),
  })
  .superRefine((value, ctx) => {
    const isLink = value.style === ButtonStyle.Link;
    if (isLink && value.url === undefined) addFault(ctx, REQUIRED, ['url']);
    if (!isLink && value.custom_id === undefined) addFault(ctx, REQUIRED, ['custom_id']);
    if (isLink && value.custom_id !== undefined) {
      addFault(ctx, { code: 'BUTTON_COMPONENT_CUSTOM_ID_URL', message: 'Link buttons cannot have a custom id' }, [
        'custom_id',
      ]);
    }
    if (!value.label && value.emoji === undefined) {
      addFault(ctx, { code: 'BUTTON_COMPONENT_INVALID_LABEL', message: 'A label or emoji is required' });
    }
  });

const selectBase = {
  id: componentId,
  custom_id: customId,
  placeholder: text(150).exactOptional(),
  min_values: wholeNumber(0, 25).exactOptional(),
  max_values: wholeNumber(1, 25).exactOptional(),
  disabled: z.boolean().exactOptional(),
  required: z.boolean().exactOptional(),
};

const selectOption = z.object({
  label: text(100, 1),
  value: text(100, 1),
  description: text(100).exactOptional(),
  emoji: emoji.exactOptional(),
  default: z.boolean().exactOptional(),
});

export const stringSelect = z
  .object({ type: z.literal(ComponentType.StringSelect), ...selectBase, options: list(selectOption, 25, 1) })
  .superRefine((value, ctx) => {
    const seen = new Set<string>();
    for (const [index, option] of value.options.entries()) {
      if (seen.has(option.value)) {
        addFault(
          ctx,
          { code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', message: 'The specified option value is already used' },
          ['options', index, 'value'],
        );
      }
      seen.add(option.value);
    }
  });

const entitySelect = z.object({
  type: z.literal([
    ComponentType.UserSelect,
    ComponentType.RoleSelect,
    ComponentType.MentionableSelect,
    ComponentType.ChannelSelect,
  ]),
  ...selectBase,
});

const actionRow = z
  .object({
    type: z.literal(ComponentType.ActionRow),
    id: componentId,
    components: list(z.discriminatedUnion('type', [button, stringSelect, entitySelect]), 5, 1),
  })
  .superRefine((row, ctx) => {
    const hasSelect = row.components.some((each) => each.type !== ComponentType.Button);
    if (hasSelect && row.components.length > 1) {
      addFault(
        ctx,
        { code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message: 'The specified component exceeds the maximum width' },
        ['components', 1],
      );
    }
  });

export type RowBody = z.output<typeof actionRow>;

/** Up to five rows, no custom id twice. */
export const rowsSchema = list(actionRow, 5).superRefine((rows, ctx) => {
  const seen = new Set<string>();
  for (const [rowIndex, row] of rows.entries()) {
    for (const [index, component] of row.components.entries()) {
      if (component.custom_id === undefined) continue;
      if (seen.has(component.custom_id)) addFault(ctx, DUPLICATED, [rowIndex, 'components', index, 'custom_id']);
      seen.add(component.custom_id);
    }
  }
});

export const DUPLICATED = {
  code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
  message: 'Component custom id cannot be duplicated',
} as const;
