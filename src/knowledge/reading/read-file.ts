// Reads one Markdown file into drafts: walks its headings and hands each to the reader of its kind.

import type { List } from 'mdast';
import type { Tier } from '../types.ts';
import { readCloudEntry } from './cloud-entries.ts';
import { readComparison, readConcept } from './concept-entries.ts';
import type { Drafts } from './drafts.ts';
import { type Entry, type Fields, isFieldList, readEntry } from './entry.ts';
import type { FaultLog } from './faults.ts';
import { GROUP_FIELDS } from './fields.ts';
import { readKubectlTask } from './kubectl-entries.ts';
import { checkLinks } from './links.ts';
import { isProjectTitle, readLooseText } from './loose-text.ts';
import type { Section } from './outline.ts';
import { isTierTitle, readPriorityList } from './priority-list.ts';
import { readRenames } from './renames.ts';
import { readSteps, readTier, readTopic } from './skill-entries.ts';
import { readTable } from './tables.ts';
import { readTroubleshooting } from './troubleshooting-entries.ts';

type EntryReader = (entry: Entry, drafts: Drafts, log: FaultLog) => void;

/** What reading one file needs beside the section at hand. */
interface Reading {
  readonly lines: readonly string[];
  readonly drafts: Drafts;
  readonly log: FaultLog;
}

/** Kinds that a heading declares by the words it begins with. */
const ENTRY_READERS: Readonly<Record<string, EntryReader>> = {
  concepts: readConcept,
  comparisons: readComparison,
  troubleshooting: readTroubleshooting,
  'kubectl tasks': readKubectlTask,
  'cloud services': readCloudEntry,
};
const KIND_TITLE = /^(skills|renames|concepts|comparisons|troubleshooting|kubectl tasks|cloud services)(?:\s*:.*)?$/i;
const NO_FIELDS: Fields = new Map();

/** Adds what a file says to the drafts. `files` are all paths of the folder, for the links between them. */
export function readMarkdownFile(
  outline: Section,
  text: string,
  files: ReadonlySet<string>,
  drafts: Drafts,
  log: FaultLog,
): void {
  checkLinks(outline, files, log);
  readSection(outline, { lines: text.split(/\r\n|\r|\n/), drafts, log });
}

/** A section beneath no declared kind. */
function readSection(section: Section, reading: Reading): void {
  const kind = KIND_TITLE.exec(section.title)?.[1]?.toLowerCase();
  const readKind = ENTRY_READERS[kind ?? ''];
  if (kind === 'renames') readRenames(section, reading.drafts, reading.log);
  else if (kind === 'skills' && section.children.length > 0) readSkills(section, reading);
  else if (readKind !== undefined && section.children.length > 0) readGroup(section, readKind, NO_FIELDS, reading);
  else readLooseSection(section, reading);
}

function readLooseSection(section: Section, reading: Reading): void {
  const { lines, drafts, log } = reading;
  if (section.level > 0 && section.title === '') log.fault(section.place, 'heading without a text');
  const lists = section.blocks.filter((block): block is List => block.type === 'list');
  const isTier = isTierTitle(section.title) && lists.length > 0;
  if (isTierTitle(section.title) && !isTier && section.children.length === 0) {
    log.notice(section.place, `"${section.title}" reads like a tier, but no list of topics stands under it`);
  }
  if (isTier) readPriorityList(lists, section, drafts, log);
  const rest = isTier ? section.blocks.filter((block) => block.type !== 'list') : section.blocks;
  readLooseText({ ...section, blocks: rest }, lines, drafts, log);
  for (const child of section.children) readSection(child, reading);
}

/** A heading that only sorts: its fields are defaults for the entries beneath it. */
function readGroup(group: Section, readKind: EntryReader, above: Fields, reading: Reading): void {
  const defaults = readDefaults(group, above, reading);
  for (const child of group.children) {
    if (KIND_TITLE.test(child.title)) readSection(child, reading);
    else if (child.title === '') reading.log.fault(child.place, 'entry without a title');
    else if (child.children.length > 0) readGroup(child, readKind, defaults, reading);
    else readKind(readEntry(child, defaults, reading.log), reading.drafts, reading.log);
  }
}

function readDefaults(group: Section, above: Fields, { lines, drafts, log }: Reading): Fields {
  let defaults = above;
  for (const block of group.blocks) {
    if (block.type === 'table') readTable(block, group, lines, drafts, log);
    if (block.type !== 'list' || !isFieldList(block)) continue;
    const { fields } = readEntry({ ...group, blocks: [block] }, NO_FIELDS, log);
    for (const [name, { line }] of fields) {
      if (GROUP_FIELDS.includes(name)) continue;
      const message = `"${group.title}" has headings below it, so it takes only ${GROUP_FIELDS.join(', ')}, not "${name}"`;
      log.fault({ ...group.place, line }, message);
    }
    const own = [...fields].filter(([name]) => GROUP_FIELDS.includes(name));
    defaults = new Map([...defaults, ...own]);
  }
  return defaults;
}

function readSkills(skills: Section, reading: Reading): void {
  const { drafts, log } = reading;
  for (const child of skills.children) {
    if (isProjectTitle(child.title)) {
      for (const block of child.blocks) if (block.type === 'list') readSteps(block, child, drafts, log);
    } else if (child.title === '') log.fault(child.place, 'tier without a title');
    else if (child.children.length > 0 && !KIND_TITLE.test(child.title)) {
      readTopics(child, readTier(child, drafts), reading);
    } else readSection(child, reading);
  }
}

function readTopics(section: Section, tier: Tier, { drafts, log }: Reading): void {
  for (const child of section.children) {
    for (const deeper of child.children)
      log.fault(deeper.place, `"${deeper.title}": a topic takes no headings of its own`);
    readTopic(readEntry(child, NO_FIELDS, log), tier, drafts, log);
  }
}
