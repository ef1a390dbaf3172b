// Reads glossary lines, `term = meaning` and `term ~= meaning`, in lists and in paragraphs.

import type { SourcePlace } from '../types.ts';
import type { ConceptDraft } from './drafts.ts';
import { slugOf } from './identifiers.ts';
import { isShortFormOf } from './topic-title.ts';

export interface GlossaryLine {
  readonly term: string;
  readonly meaning: string;
}

/** Up to four words, then the sign. Longer beginnings are sentences or formulas. */
const LINE = /^((?:[^\s=~]+\s+){0,3}[^\s=~]+)\s+(~=|≈|=)\s+(\S.*)$/u;

/** The term and its meaning; "~=" is kept as "Roughly: …". undefined when the line is of another form. */
export function readGlossaryLine(line: string): GlossaryLine | undefined {
  const [, term, sign, meaning] = LINE.exec(line.trim()) ?? [];
  if (term === undefined || meaning === undefined) return undefined;
  return { term: term.replace(/[`*]/g, ''), meaning: sign === '=' ? upperFirst(meaning) : `Roughly: ${meaning}` };
}

/** A term as a concept that has nothing but its meaning. */
export function glossaryConcept({ term, meaning }: GlossaryLine, place: SourcePlace): ConceptDraft {
  const long = spelledOut(term, meaning);
  const aliases = long === undefined ? [] : [long];
  const concept = { id: slugOf(term), title: upperFirst(term), aliases, summary: meaning, isGlossaryTerm: true, place };
  return { concept, related: [] };
}

/** The long form of a short term whose meaning begins with it: `ETL` and `Extract, transform, load, means …`. */
function spelledOut(term: string, meaning: string): string | undefined {
  const words = meaning.split(/[^A-Za-z]+/).slice(0, term.length);
  return words.length === term.length && isShortFormOf(term, words.join(' ')) ? words.join(' ') : undefined;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
