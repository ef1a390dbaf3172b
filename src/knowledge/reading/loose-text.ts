// Reads what stands under headings of no declared kind: glossary lines, tables, kubectl fences, steps, and loose paragraphs.

import type { List, Paragraph, RootContent } from 'mdast';
import type { Drafts } from './drafts.ts';
import type { FaultLog } from './faults.ts';
import { glossaryConcept, readGlossaryLine } from './glossary.ts';
import { freeId, slugOf } from './identifiers.ts';
import { isKubectlFence, readKubectlFence } from './kubectl-fence.ts';
import { lineOf, oneLine, placeWithin, plainText, type Section } from './outline.ts';
import { readSteps } from './skill-entries.ts';
import { findFailedTable, readTable } from './tables.ts';

const PROJECT_TITLE = /^(?:capstone\s+)?project(?:\s+(?:outline|steps))?$|^capstone\b/i;
/** `Spark is …`, `A pod is …`: the paragraph is about the words before the verb. */
const SUBJECT = /^(?:an?\s+|the\s+)?((?:[\p{Lu}][^\s,.]*\s?){1,4})\s(?:is|are)\s/u;
const QUOTED = /["“]([^"”]{2,40})["”]/u;

/** Whether a heading announces the capstone project. */
export function isProjectTitle(title: string): boolean {
  return PROJECT_TITLE.test(title);
}

/** Reads each block of a section by its own shape. */
export function readLooseText(section: Section, lines: readonly string[], drafts: Drafts, log: FaultLog): void {
  for (const block of section.blocks) {
    if (block.type === 'table') readTable(block, section, lines, drafts, log);
    else if (block.type === 'code' && isKubectlFence(block)) readKubectlFence(block, section, drafts, log);
    else if (block.type === 'list') readList(block, section, drafts, log);
    else if (block.type === 'paragraph' && !findFailedTable(block, section, lines, log)) {
      readParagraph(block, section, drafts);
    }
  }
}

function readList(list: List, section: Section, drafts: Drafts, log: FaultLog): void {
  if (isProjectTitle(section.title)) {
    readSteps(list, section, drafts, log);
    return;
  }
  const prose: string[] = [];
  for (const item of list.children) {
    const text = oneLine(plainText(item));
    const found = readGlossaryLine(text);
    if (found === undefined) prose.push(`- ${text}`);
    else drafts.concepts.push(glossaryConcept(found, placeWithin(section, item)));
  }
  if (prose.length > 0) addNote(section.title, prose.join('\n'), list, section, drafts);
}

function readParagraph(paragraph: Paragraph, section: Section, drafts: Drafts): void {
  const prose: string[] = [];
  for (const [index, line] of plainText(paragraph).split('\n').entries()) {
    const found = readGlossaryLine(line);
    if (found === undefined) prose.push(line);
    else drafts.concepts.push(glossaryConcept(found, { ...section.place, line: lineOf(paragraph) + index }));
  }
  const text = oneLine(prose.join(' '));
  if (text !== '') addNote(subjectOf(text) ?? section.title, text, paragraph, section, drafts);
}

function addNote(title: string, text: string, block: RootContent, section: Section, drafts: Drafts): void {
  const place = placeWithin(section, block);
  drafts.notes.push({ id: freeId(slugOf(title), drafts.notes), title, aliases: [], text, place });
}

/** What a loose paragraph is about: the quoted term it introduces, or the name it begins with. */
function subjectOf(text: string): string | undefined {
  const [firstSentence = ''] = text.split(/(?<=[.!?])\s/);
  return (SUBJECT.exec(firstSentence)?.[1] ?? QUOTED.exec(firstSentence)?.[1])?.trim();
}
