// Reads the bullets beneath "Renames": where ids moved that people's progress or cards hang on.

import { z } from 'zod';
import type { Drafts } from './drafts.ts';
import type { FaultLog } from './faults.ts';
import { oneLine, placeWithin, plainText, type Section } from './outline.ts';

const subject = z.enum(['topic', 'focus', 'step', 'concept', 'kubectl', 'cloud']);
const LINE = /^([a-z]+)\s*:\s*(\S+)\s*(?:→|->)\s*(\S+)$/;

export function readRenames(section: Section, drafts: Drafts, log: FaultLog): void {
  for (const list of section.blocks) {
    if (list.type !== 'list') continue;
    for (const item of list.children) {
      const place = placeWithin(section, item);
      const text = oneLine(plainText(item)).replaceAll('`', '');
      const [, kind, from, to] = LINE.exec(text) ?? [];
      const parsed = subject.safeParse(kind);
      if (!parsed.success || from === undefined || to === undefined) {
        log.fault(place, `a rename reads \`${subject.options.join('|')}: old-id → new-id\`, not "${text}"`);
      } else drafts.renames.push({ subject: parsed.data, from, to, place });
    }
  }
}
