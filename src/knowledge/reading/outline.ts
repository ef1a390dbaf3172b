// Markdown text to a tree of headings with their blocks, each with its line; knows nothing of what the blocks mean.

import type { Heading, Nodes, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { SourcePlace } from '../types.ts';

/** A heading and what stands beneath it, up to the next heading of its level. */
export interface Section {
  /** 0 for the file itself, 1 to 6 for headings. */
  readonly level: number;
  /** Plain text, without a colon at its end; empty for the file itself and for a heading without text. */
  readonly title: string;
  readonly place: SourcePlace;
  /** Blocks between this heading and the next one of any level. */
  readonly blocks: readonly RootContent[];
  readonly children: readonly Section[];
}

interface GrowingSection extends Section {
  readonly blocks: RootContent[];
  readonly children: GrowingSection[];
}

/** Reads the outline of one file. */
export type OutlineReader = (file: string, text: string) => Section;

/** Nodes whose children stand on lines of their own. */
const BLOCKS_INSIDE: readonly Nodes['type'][] = ['listItem', 'list', 'blockquote', 'table', 'tableRow', 'root'];

const parser = unified().use(remarkParse).use(remarkGfm);

/** Reads one file. `file` is only used to name places. Never throws: any text is Markdown. */
export function readOutline(file: string, text: string): Section {
  const root: GrowingSection = {
    level: 0,
    title: '',
    place: { file, headings: [], line: 1 },
    blocks: [],
    children: [],
  };
  const open = [root];
  for (const block of parser.parse(text).children) {
    if (block.type !== 'heading') {
      open.at(-1)?.blocks.push(block);
      continue;
    }
    while (open.length > 1 && (open.at(-1)?.level ?? 0) >= block.depth) open.pop();
    const parent = open.at(-1) ?? root;
    const section = startSection(block, parent);
    parent.children.push(section);
    open.push(section);
  }
  return root;
}

/**
 * A reader that keeps what it read last of each file: parsing Markdown takes most of the time of loading, and a reload mostly
 * finds one file changed.
 */
export function createOutlineReader(): OutlineReader {
  const last = new Map<string, { readonly text: string; readonly outline: Section }>();
  return (file, text) => {
    const known = last.get(file);
    if (known?.text === text) return known.outline;
    const outline = readOutline(file, text);
    last.set(file, { text, outline });
    return outline;
  };
}

/** First line of a block, 1-based. */
export function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}

/** The place of a block within its section. */
export function placeWithin(section: Section, node: Nodes): SourcePlace {
  return { ...section.place, line: lineOf(node) };
}

/**
 * The words of a block without emphasis and links; code spans keep their backticks, so that views can tell code from prose.
 * Line breaks are kept; see `oneLine`.
 */
export function plainText(node: Nodes): string {
  if (node.type === 'inlineCode') return node.value.includes('`') ? node.value : `\`${node.value}\``;
  if (node.type === 'break') return '\n';
  if ('children' in node) return node.children.map(plainText).join(BLOCKS_INSIDE.includes(node.type) ? '\n' : '');
  return 'value' in node ? node.value : '';
}

/** Text with every run of white space made one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function startSection(heading: Heading, parent: Section): GrowingSection {
  const title = oneLine(plainText(heading)).replace(/\s*:$/, '');
  const headings = [...parent.place.headings, title];
  const place = { file: parent.place.file, headings, line: lineOf(heading) };
  return { level: heading.depth, title, place, blocks: [], children: [] };
}
