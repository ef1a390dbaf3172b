// Words of names and questions in the forms in which they are compared; which words say little stands in word-classes.ts.

import { CANONICAL, FRAME, SOFT, WEAK } from './word-classes.ts';

/** Lower-case words of letters and digits, marks and accents dropped. Marks within a word part it. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/['’`]/g, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Whether a word says nothing about the subject of a question. */
export function isFiller(word: string): boolean {
  return FRAME.has(word) || SOFT.has(word);
}

/** How much a word says about the subject of a question: all, a little, next to nothing, or nothing. */
export type WordStrength = 'strong' | 'weak' | 'soft' | 'frame';

export function strengthOf(word: string): WordStrength {
  if (FRAME.has(word)) return 'frame';
  if (SOFT.has(word)) return 'soft';
  return WEAK.has(word) || /^\d+$/.test(word) ? 'weak' : 'strong';
}

/**
 * The form by which whole names are the same: `Config Maps`, `configmap` and `ConfigMap` have one. Articles, `and` and
 * the plural's ending at the very end do not count.
 */
export function nameKey(name: string): string {
  const words = wordsOf(withFlags(name)).filter((word) => !['a', 'an', 'the', 'and'].includes(word));
  return withoutPlural((words.length === 0 ? wordsOf(name) : words).join(''));
}

/** Flags keep their dash as a word, so that `get pods -A` is not `get pods` with an article. */
function withFlags(name: string): string {
  return name.replace(
    /(^|\s)(--?)(?=[A-Za-z])/g,
    (_, space: string, dash: string) => `${space}${'dash'.repeat(dash.length)}`,
  );
}

/** A flag of one letter is no word: `-c` has nothing to do with C. Longer ones say what they do. */
function withLetterFlags(text: string): string {
  return text.replace(/(^|[\s`])-(?=[A-Za-z](?![\p{L}\p{N}-]))/gu, '$1dash');
}

/** The form in which words of texts are compared: canonical word, without ending. */
export function termOf(word: string): string {
  const canonical = CANONICAL.get(word) ?? word;
  const singular = withoutPlural(canonical);
  const bare = CANONICAL.get(singular) ?? CANONICAL.get(withoutS(canonical)) ?? singular;
  return withoutVerbEnding(withoutAdverbEnding(bare));
}

/** Terms of a text in order, without the words that only frame it; `-c` is no `c`. */
export function termsOf(text: string): string[] {
  return wordsOf(withLetterFlags(text))
    .filter((word) => !FRAME.has(word))
    .map(termOf);
}

/** Terms of a text in order, without any filler. */
export function subjectTermsOf(text: string): string[] {
  return wordsOf(withLetterFlags(text))
    .filter((word) => !isFiller(word))
    .map(termOf);
}

/** Most that a term may weigh: little for words that say little about a subject. */
export function mostWeightOf(term: string): number {
  return SMALL_WEIGHTS.get(term) ?? Number.POSITIVE_INFINITY;
}

/** The long forms of a short name that kubectl takes, e.g. `po`; undefined for other words. */
export function longFormOf(word: string): string | undefined {
  return CANONICAL.get(word);
}

/** Letters that happen to end in one, such as SAS, stay whole. */
function withoutS(word: string): string {
  return word.length > 4 ? word.replace(/s$/, '') : word;
}

/** Plural and singular end the same: `queries` and `query`, `aliases` and `alias`, `caches` and `cache`, `ingresses` and `ingress`. */
function withoutPlural(word: string): string {
  if (word.length <= 3) return word;
  const single = word.replace(/iases$/, 'ias');
  const singular = /(?:ss|us|is|ias)$/.test(single) ? single : single.replace(/s$/, '');
  // Four letters keep theirs: a `pipe` is no `pip`, and `care` no `car`.
  const bare = singular.length > 4 ? singular.replace(/e$/, '') : singular;
  return bare.replace(/y$/, 'i');
}

/** `automatically` → `automatic`, `incrementally` → `incremental`; the `y` has become an `i` by then. */
function withoutAdverbEnding(word: string): string {
  if (word.length < 8) return word;
  return word.replace(/ically?i?$/, 'ic').replace(/l[iy]$/, '');
}

/**
 * `running` → `run`, `scaling` and `scaler` → `scal`, as `scale` gives. What would be left of a short word says too little,
 * so it stays whole.
 */
function withoutVerbEnding(word: string): string {
  const bare = withoutEnding(word, /(?:ing|ed)$/, 3);
  return bare.length < 7 ? bare : withoutEnding(bare, /er$/, 5);
}

function withoutEnding(word: string, ending: RegExp, atLeast: number): string {
  const stem = word.replace(ending, '');
  if (stem === word || stem.length < atLeast || !/[aeiouy]/.test(stem)) return word;
  const bare = stem.replace(/([b-df-hj-np-tv-z])\1$/, (pair, letter: string) => (/[lsz]/.test(letter) ? pair : letter));
  // `tuning` comes of `tune`, where `running`, with its two letters, comes of `run`.
  return bare === stem && /^[^aeiouy][aeiou][^aeiouwxy]$/.test(bare) ? `${bare}e` : bare;
}

/** Weights of terms that stand for nothing but soft or weak words, where a telling word weighs 2 to 8. */
const SMALL_WEIGHTS: ReadonlyMap<string, number> = new Map(
  [...[...WEAK].map((word) => [word, 1] as const), ...[...SOFT].map((word) => [word, 0.4] as const)]
    .filter(([word]) => strengthOf(CANONICAL.get(word) ?? word) !== 'strong')
    .map(([word, weight]) => [termOf(word), weight] as const),
);
