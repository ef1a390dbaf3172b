// Reads the words of a question that carry its subject, and how much each of them tells; it judges no entry.

import type { Profiles } from './profile.ts';
import type { SpellingCorrector } from './spelling.ts';
import { strengthOf, termOf, wordsOf } from './words.ts';

/** A word of a question, in the form in which entries hold it. */
export interface QuestionTerm {
  readonly term: string;
  readonly weight: number;
  /** Below 1 when the word was mended. */
  readonly certainty: number;
  /** False for words that say little about a subject. */
  readonly isStrong: boolean;
}

const MAX_MENDED = 3;
/** A shorter word that nobody holds is mended only beside one that somebody holds: `lunch` alone is no slip of `launch`. */
const MENDED_ALONE = 6;
const MAX_TERMS = 24;
const MENDED_CERTAINTY = 0.9;
/** Most that words may count for which say little, though they stand for one that says much: `see` for `list`. */
const WEIGHT_LIMIT = { weak: 1, soft: 0.4 } as const;

/** How something is done is no subject, whatever it is: `permanently`. Not every word in -ly is one: `anomaly`, `nightly`. */
const ADVERB = /(?:[aeiou]l|ous|ive|[ae]nt|ed|ing|[ct]|ful|less|ar|[ai]b)ly$/;

/** Each term once, misspelt words mended. */
export function readQuestionTerms(
  question: string,
  { counts, weightOf }: Profiles,
  mendWord: SpellingCorrector,
): QuestionTerm[] {
  const terms = new Map<string, QuestionTerm>();
  const words = wordsOf(question);
  const isOfTheField = words.some((word) => strengthOf(word) === 'strong' && counts.has(termOf(word)));
  let mended = 0;
  for (const word of words) {
    let term = termOf(word);
    const strength = ADVERB.test(word) && !counts.has(term) ? 'weak' : strengthOf(word);
    if (strength === 'frame' || terms.size >= MAX_TERMS) continue;
    let certainty = 1;
    const isMendable = isOfTheField || word.length >= MENDED_ALONE;
    if (strength === 'strong' && isMendable && !counts.has(term) && mended < MAX_MENDED) {
      mended += 1;
      const meant = mendWord(word);
      if (meant !== undefined && strengthOf(meant) === 'strong') {
        term = termOf(meant);
        certainty = MENDED_CERTAINTY;
      }
    }
    if (terms.has(term)) continue;
    const weight = strength === 'strong' ? weightOf(term) : Math.min(weightOf(term), WEIGHT_LIMIT[strength]);
    terms.set(term, { term, weight, certainty, isStrong: strength === 'strong' });
  }
  return [...terms.values()];
}
