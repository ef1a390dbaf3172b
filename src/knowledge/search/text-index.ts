// Ranks entries by the words of a question, and decides when none of them is about it.

import type { Knowledge } from '../types.ts';
import { createFindCandidates } from './candidates.ts';
import { intentOf } from './intent.ts';
import { isAnswer, isNear, isPart, type Judged, judge } from './judgement.ts';
import { kindRank, type Listing } from './listing.ts';
import { createProfiles } from './profile.ts';
import { readQuestionTerms } from './question-terms.ts';
import type { SpellingCorrector } from './spelling.ts';
import { termOf } from './words.ts';

export interface Ranking {
  /** undefined when nothing is about the question. */
  readonly answer: Judged | undefined;
  /** Entries worth a look, the answer among them, best first. */
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
      const answers = ranked.filter((found) => isAnswer(found, intent));
      const [answer] = answers;
      const isClose = (found: Judged): boolean =>
        answers.includes(found) || isNear(found) || isPart(found, answer !== undefined);
      return { answer, near: ranked.filter(isClose) };
    },
  };
}
