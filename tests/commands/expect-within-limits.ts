// Holds a message against Discord's limits on embeds, rows, buttons and selects.

import { ComponentType } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { LIMITS } from '../../src/views/limits.ts';
import type { MessageBody } from '../../src/views/message.ts';

export function expectWithinLimits(message: MessageBody): void {
  expect((message.content ?? '').length).toBeLessThanOrEqual(LIMITS.content);
  let total = 0;
  for (const embed of message.embeds ?? []) {
    const fields = embed.fields ?? [];
    expect((embed.title ?? '').length).toBeLessThanOrEqual(LIMITS.embedTitle);
    expect((embed.description ?? '').length).toBeLessThanOrEqual(LIMITS.embedDescription);
    expect((embed.footer?.text ?? '').length).toBeLessThanOrEqual(LIMITS.embedFooter);
    expect(fields.length).toBeLessThanOrEqual(LIMITS.embedFields);
    for (const field of fields) {
      expect(field.name.length).toBeGreaterThan(0);
      expect(field.value.length).toBeGreaterThan(0);
      expect(field.name.length).toBeLessThanOrEqual(LIMITS.embedFieldName);
      expect(field.value.length).toBeLessThanOrEqual(LIMITS.embedFieldValue);
      total += field.name.length + field.value.length;
    }
    total += (embed.title ?? '').length + (embed.description ?? '').length + (embed.footer?.text ?? '').length;
  }
  expect(total).toBeLessThanOrEqual(LIMITS.embedTotal);
  expectComponentsWithinLimits(message);
}

function expectComponentsWithinLimits(message: MessageBody): void {
  const rows = message.components ?? [];
  expect(rows.length).toBeLessThanOrEqual(LIMITS.actionRows);
  const ids = new Set<string>();
  for (const { components } of rows) {
    expect(components.length).toBeGreaterThan(0);
    expect(components.length).toBeLessThanOrEqual(LIMITS.buttonsPerRow);
    for (const component of components) {
      const id = 'custom_id' in component ? (component.custom_id ?? '') : '';
      expect(id.length).toBeLessThanOrEqual(LIMITS.customId);
      expect(ids.has(id)).toBe(false);
      ids.add(id);
      if (component.type !== ComponentType.StringSelect) continue;
      const { options } = component;
      expect(options.length).toBeGreaterThan(0);
      expect(options.length).toBeLessThanOrEqual(LIMITS.selectOptions);
      expect(new Set(options.map((option) => option.value)).size).toBe(options.length);
      for (const option of options) {
        expect(option.label.length).toBeGreaterThan(0);
        expect(option.label.length).toBeLessThanOrEqual(LIMITS.selectOptionLabel);
        expect(option.value.length).toBeLessThanOrEqual(100);
      }
    }
  }
}
