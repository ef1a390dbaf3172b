// Takes the title of a topic apart: short form, other names, and the names to choose from.

import { oneLine } from './outline.ts';

export interface TopicTitle {
  /** As written, without a colon at its end; empty when nothing but marks and brackets is there. */
  readonly title: string;
  readonly shortTitle: string;
  readonly aliases: readonly string[];
  /** Two or more names, or none. */
  readonly alternatives: readonly string[];
}

const BRACKETS = /\(([^()]*)\)/g;
const CHOOSE_ONE = /^choose one\b/i;
/** Makers' names that people leave out. */
const MAKER = /^(?:apache|amazon|aws|azure|google cloud|google|gcp|microsoft)\s+(?=\S)/i;

/**
 * Reads a title such as `DVC (Data Version Control) - Deeper Dive:`.
 * Brackets give other names when they spell out or shorten the name beside them, or list names with ` / ` between them;
 * otherwise they are an addition. `(Choose one …)` splits the title at `or`; a mere ` / ` never does.
 */
export function readTopicTitle(written: string): TopicTitle {
  const title = oneLine(written).replace(/\s*:$/, '');
  const notes = [...title.matchAll(BRACKETS)].map((match) => (match[1] ?? '').trim());
  const bare = oneLine(title.replace(BRACKETS, ' ')).replace(/\s+-\s.*$/, '');
  const shortTitle = bare.replace(/\s+concepts$/i, '').replace(/[\s:;,-]+$/, '');
  if (shortTitle === '') return { title: '', shortTitle: '', aliases: [], alternatives: [] };
  const alternatives = notes.some((note) => CHOOSE_ONE.test(note)) ? shortTitle.split(/\s+or\s+/i) : [];
  const bracketed = notes.flatMap((note) => namesIn(note, shortTitle));
  const named = [...alternatives, ...bracketed, shortTitle].flatMap((name) => [name, ...shorterForms(name)]);
  const aliases = [...new Set(named)].filter((name) => name !== shortTitle && name !== '');
  return { title, shortTitle, aliases, alternatives: alternatives.length > 1 ? alternatives : [] };
}

/** The name without its maker's, e.g. `Apache Spark` → `Spark`; the same when it has none. */
export function withoutMaker(name: string): string {
  return name.replace(MAKER, '');
}

/** Whether one is made of the first letters of the other's words, e.g. `DVC` and `Data Version Control`. */
export function isShortFormOf(short: string, long: string): boolean {
  const letters = short.toLowerCase().replace(/[^a-z0-9]/g, '');
  const initials = long
    .split(/[\s/&-]+/)
    .map((word) => word.charAt(0).toLowerCase())
    .join('');
  return letters.length > 1 && (letters === initials || initials.endsWith(letters));
}

/** `Apache Spark` → `Spark`, `Neptune.ai` → `Neptune`; what is left of `Azure Machine Learning` would mean too much. */
function shorterForms(name: string): string[] {
  const bare = withoutMaker(name).replace(/\.(?:ai|io)$/i, '');
  return bare.includes(' ') ? [] : [bare];
}

function namesIn(note: string, beside: string): string[] {
  if (CHOOSE_ONE.test(note)) return [];
  if (note.includes(' / ')) return note.split(' / ').map((name) => name.trim());
  const neighbours = [beside, ...beside.split(/\s+or\s+/i)];
  return neighbours.some((name) => isShortFormOf(note, name) || isShortFormOf(name, note)) ? [note] : [];
}
