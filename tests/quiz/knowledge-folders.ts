// The folders of knowledge that cards are tried on: the owner's list alone, and the project's own.

import { existsSync, readdirSync } from 'node:fs';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import type { Knowledge } from '../../src/knowledge/types.ts';

export const SEED_FOLDER = 'tests/fixtures/seed';
export const OWN_FOLDER = 'knowledge';

/** Loads a folder as the bot does. */
export async function readFolder(folder: string): Promise<Knowledge> {
  const { knowledge, faults } = await loadKnowledge(folder);
  const bad = faults.filter((fault) => fault.severity === 'fault');
  if (bad.length > 0) throw new Error(`${folder} does not load: ${JSON.stringify(bad)}`);
  return knowledge;
}

/** Whether the folder holds any Markdown yet. */
export function hasKnowledge(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder, { recursive: true }).some((file) => String(file).endsWith('.md'));
}
