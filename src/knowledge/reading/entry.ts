// Takes one heading of a declared kind apart: its text, its fields and its fence, with a fault for whatever does not fit.

import type { Code, List, ListItem, RootContent } from 'mdast';
import type { FaultLog } from './faults.ts';
import { lineOf, oneLine, placeWithin, plainText, type Section } from './outline.ts';

/** A line of a list value, as written. */
export interface ListValue {
  readonly text: string;
  readonly line: number;
}

/** The value of a field: its own text, or the bullets beneath it. */
export interface FieldValue {
  readonly line: number;
  /** Empty when the value is bullets only. */
  readonly text: string;
  /** The bullets; without any, the text parted at commas that stand outside brackets and code. */
  readonly items: readonly ListValue[];
}

/** Field names in lower case. */
export type Fields = ReadonlyMap<string, FieldValue>;

export interface Entry {
  /** The heading without code marks. */
  readonly title: string;
  readonly section: Section;
  /** Paragraphs, parted by empty lines; empty when there are none. */
  readonly text: string;
  readonly fields: Fields;
  readonly fence?: Code;
}

const FIELD = /^([A-Za-z][A-Za-z -]{0,30}?)\s*:(?:\s+|$)([\s\S]*)$/;
/** Blocks that say nothing: comments, link definitions, rules. */
const SILENT: readonly RootContent['type'][] = ['html', 'definition', 'thematicBreak'];

/** Reads an entry, or the head of a group. Defaults stand in for fields that are not there. */
export function readEntry(section: Section, defaults: Fields, log: FaultLog): Entry {
  const paragraphs: string[] = [];
  let fields: Fields | undefined;
  let fence: Code | undefined;
  for (const block of section.blocks) {
    const place = placeWithin(section, block);
    if (block.type === 'paragraph' && fields === undefined) paragraphs.push(oneLine(plainText(block)));
    else if (block.type === 'list' && fields === undefined) fields = readFieldList(block, section, log);
    else if (block.type === 'code' && fence === undefined) fence = block;
    else if (block.type === 'paragraph') log.fault(place, 'text after the fields: put it above them, or indent it');
    else if (!SILENT.includes(block.type)) log.fault(place, `a ${block.type} more than an entry takes`);
  }
  return {
    title: section.title.replaceAll('`', ''),
    section,
    text: paragraphs.join('\n\n'),
    fields: new Map([...defaults, ...(fields ?? [])]),
    ...(fence === undefined ? {} : { fence }),
  };
}

/** Whether a list is one of fields: its first bullet reads `name: …`. */
export function isFieldList(list: List): boolean {
  const [first] = list.children;
  return first !== undefined && FIELD.test(plainText(first));
}

/** Parts a list value at commas, but not within brackets, quotes or code. */
export function splitAtCommas(text: string): string[] {
  const parts = text.match(/(?:`[^`]*`|"[^"]*"|\([^()]*\)|[^,])+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function readFieldList(list: List, section: Section, log: FaultLog): Fields {
  const fields = new Map<string, FieldValue>();
  for (const item of list.children) {
    const place = placeWithin(section, item);
    const [head, ...rest] = item.children;
    const [, name, value] = FIELD.exec(head?.type === 'paragraph' ? plainText(head) : '') ?? [];
    if (name === undefined || value === undefined) {
      log.fault(place, `not a field: "${oneLine(plainText(item)).slice(0, 60)}" (a field reads \`name: value\`)`);
      continue;
    }
    const key = name.toLowerCase();
    if (fields.has(key)) log.fault(place, `the field "${key}" stands here twice`);
    fields.set(key, fieldValue(oneLine(value), rest, place.line));
  }
  return fields;
}

function fieldValue(text: string, rest: readonly ListItem['children'][number][], line: number): FieldValue {
  const bullets = rest.flatMap((block) => (block.type === 'list' ? block.children : []));
  const further = rest.filter((block) => block.type === 'paragraph').map((block) => oneLine(plainText(block)));
  const items =
    bullets.length > 0
      ? bullets.map((bullet) => ({ text: oneLine(plainText(bullet)), line: lineOf(bullet) }))
      : splitAtCommas(text).map((part) => ({ text: part, line }));
  return { line, text: [text, ...further].filter((part) => part !== '').join('\n\n'), items };
}
