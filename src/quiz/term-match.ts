// Whether a written name means a given thing: case, signs, plural and vendor aside, and a small slip of spelling forgiven.

import { distance } from 'fastest-levenshtein';

export interface NamedThing {
  readonly answer: string;
  /** Other names of the same thing. */
  readonly accepted: readonly string[];
  /** Names of other things: an answer that is one of them is never taken for a slip. */
  readonly rivals: readonly string[];
}

/** `named`: one of its names. `slip`: one letter off. `other`: the name of another thing. `unknown`: none of these. */
export type TermMatch = 'named' | 'slip' | 'other' | 'unknown';

/** Shorter names are too close to each other for any slip: ETL and ELT, EKS and ECS. */
const SLIP_FROM_LENGTH = 6;
/** One letter from the answer, one from the other name, and a plural's ending. */
const RIVAL_DISTANCE = 4;
const VENDOR = /^(?:amazon|aws|azure|microsoft|google|google cloud|gcp|apache)\s+/;
const FILLER = /^(?:an?|the)\s+/;

export function matchTerm(thing: NamedThing, answer: string): TermMatch {
  const said = plainName(answer);
  if (said === '') return 'unknown';
  const names = [thing.answer, ...thing.accepted].flatMap(namesOf);
  const isNamed = (candidates: readonly string[]): boolean => candidates.some((name) => plainName(name) === said);
  if (isNamed(names)) return 'named';
  const rivals = thing.rivals.flatMap(namesOf).filter((rival) => !names.includes(rival));
  if (isNamed(rivals)) return 'other';
  const words = plainWords(answer);
  const isNear = (name: string): boolean => name.length >= SLIP_FROM_LENGTH && distance(name, words) === 1;
  return names.some(isNear) && !rivals.some(isNear) ? 'slip' : 'unknown';
}

/**
 * Of many names of other things, those that a slip could turn into the answer, or the answer into: only they decide how
 * an answer is graded, so only they need to be kept with a question.
 */
export function nearRivals(thing: Omit<NamedThing, 'rivals'>, others: readonly string[]): readonly string[] {
  const names = [thing.answer, ...thing.accepted].flatMap(namesOf);
  const isNear = (other: string): boolean =>
    names.some(
      (name) => Math.abs(name.length - other.length) <= RIVAL_DISTANCE && distance(name, other) <= RIVAL_DISTANCE,
    );
  return others.filter((other) => namesOf(other).some(isNear));
}

/** Small letters and digits in words, without articles and plural endings. */
export function plainName(text: string): string {
  return plainWords(text).split(' ').map(withoutPlural).join(' ');
}

function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#&]+/gu, ' ')
    .trim()
    .replace(FILLER, '');
}

/** The name itself, without what stands in brackets, what stands in them, and all of these without the vendor. */
function namesOf(name: string): readonly string[] {
  const inBrackets = [...name.matchAll(/\(([^)]+)\)/g)].map((found) => found[1] ?? '');
  const forms = [name, name.replace(/\([^)]*\)/g, ' '), ...inBrackets].map((form) => form.toLowerCase().trim());
  const withoutVendor = forms.map((form) => form.replace(VENDOR, ''));
  return [...new Set([...forms, ...withoutVendor].map(plainWords))].filter((form) => form !== '');
}

/** Only of longer words, so that EKS stays EKS. */
function withoutPlural(word: string): string {
  if (word.length < 5 || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
