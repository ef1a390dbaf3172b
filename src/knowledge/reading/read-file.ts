// Reads one Markdown file into drafts: walks its headings and hands each to the reader of its kind.

import type { List } from 'mdast';
import type { Drafts } from './drafts.ts';
import type { FaultLog } from './faults.ts';
import { readLooseText } from './loose-text.ts';
import { readOutline, type Section } from './outline.ts';
import { isTierTitle, readPriorityList } from './priority-list.ts';

/** Adds what the file says to the drafts. `file` is its path within the folder, with `/`. */
export function readMarkdownFile(file: string, text: string, drafts: Drafts, log: FaultLog): void {
  const lines = text.split(/\r\n|\r|\n/);
  walk(readOutline(file, text), lines, drafts, log);
}

function walk(section: Section, lines: readonly string[], drafts: Drafts, log: FaultLog): void {
  if (section.level > 0 && section.title === '') log.fault(section.place, 'heading without a text');
  const lists = section.blocks.filter((block): block is List => block.type === 'list');
  if (isTierTitle(section.title) && lists.length > 0) readPriorityList(lists, section, drafts, log);
  const isTier = isTierTitle(section.title);
  const loose = isTier ? section.blocks.filter((block) => block.type !== 'list') : section.blocks;
  readLooseText({ ...section, blocks: loose }, lines, drafts, log);
  for (const child of section.children) walk(child, lines, drafts, log);
}
