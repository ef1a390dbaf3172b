// Ranks entries by the words of a question, and decides when none of them is about it.

import type { Knowledge } from '../types.ts';
import { createFindCandidates } from './candidates.ts';
import { intentOf } from './intent.ts';
import { isAnswer, isNear, type Judged, judge } from './judgement.ts';
import { kindRank, type Listing } from './listing.ts';
import { createProfiles } from './profile.ts';
import { readQuestionTerms } from './question-terms.ts';
import type { SpellingCorrector } from './spelling.ts';
import { termOf } from './words.ts';

export interface Ranking {
  /** Best first; empty when nothing is about the question. */
  readonly answers: readonly Judged[];
  /** Entries that are close to it all the same, best first. */
  readonly near: readonly Judged[];
}

export interface TextIndex {
  rank(question: string): Ranking;
  /** Whether any entry has the word, in whatever form. */
  holds(word: string): boolean;
}

export function createTextIndex(
  listings: readonly Listing[],
  knowledge: Knowledge,
  mendWord: SpellingCorrector,
): TextIndex {
  const profiles = createProfiles(listings, knowledge);
  const findCandidates = createFindCandidates(profiles);
  return {
    holds: (word) => profiles.counts.has(termOf(word)),
    rank(question) {
      const terms = readQuestionTerms(question, profiles, mendWord);
      const intent = intentOf(question);
      const ranked = findCandidates(terms.filter(({ isStrong }) => isStrong).map(({ term }) => term))
        .map((profile) => judge(profile, terms, profiles.weightOf, intent))
        .sort((a, b) => b.score - a.score || kindRank(a.listing.entry) - kindRank(b.listing.entry));
      return {
        answers: ranked.filter((found) => isAnswer(found, intent)),
        near: ranked.filter(isNear),
      };
    },
  };
}
