// Ranks entries by the words of a question, and decides when none of them is about it.

import type { Knowledge } from '../types.ts';
import { createFindCandidates } from './candidates.ts';
import type { Listing } from './listing.ts';
import { kindRank } from './listing.ts';
import { createProfiles, type Profile, type Profiles } from './profile.ts';
import type { SpellingCorrector } from './spelling.ts';
import { isFiller, termOf, wordsOf } from './words.ts';

/** An entry with how well it fits, from 0 to 1. */
export interface Ranked {
  readonly listing: Listing;
  readonly score: number;
  /** Share of the question's weight that the entry speaks of. */
  readonly coverage: number;
  /** Share of the entry's best fitting name that the question holds. */
  readonly nameCoverage: number;
  /** Share of the question's weight that stands in the entry's names. */
  readonly named: number;
  /** Whether the entry holds every word of the question somewhere. */
  readonly holdsAll: boolean;
}

export interface Ranking {
  /** Best first; empty when nothing is about the question. */
  readonly answers: readonly Ranked[];
  /** Entries that are close to it all the same, best first. */
  readonly near: readonly Ranked[];
}

export interface TextIndex {
  rank(question: string): Ranking;
}

interface QueryTerm {
  readonly term: string;
  readonly weight: number;
  /** Below 1 when the word was mended. */
  readonly certainty: number;
}

const MAX_MENDED = 3;
const MAX_TERMS = 24;

/** How much of a question's term an entry answers, by where it holds it. Tuned on `tests/knowledge/questions`. */
const HIT = { name: 1, text: 0.75, context: 0.6, topicText: 0.25 } as const;
const MENDED_CERTAINTY = 0.9;
const COVERAGE_SHARE = 0.6;
/** Below these shares an entry is not about the question. */
const FULL_NAME_COVERAGE = 0.68;
const PART_NAME_COVERAGE = 0.72;
const PART_NAME = 0.5;
const NAMED = 0.55;
const TASK_NAME = 0.34;
const NEAR_COVERAGE = 0.5;
const NEAR_NAME = 0.5;
const TASK_BONUS = 0.12;

const HOW_TO =
  /^(?:how\s+(?:do|can|to|would|should|could)\b|what(?:'s| is) the command\b|command\s+(?:to|for)\b|kubectl\b)/i;
const DEEDS = new Set(
  'restart scale delete list show see view apply create expose undo roll rollback drain cordon uncordon forward copy exec run watch tail set edit label annotate taint patch pause resume force check find stream follow stop open'.split(
    ' ',
  ),
);

export function createTextIndex(
  listings: readonly Listing[],
  knowledge: Knowledge,
  mendWord: SpellingCorrector,
): TextIndex {
  const profiles = createProfiles(listings, knowledge);
  const findCandidates = createFindCandidates(profiles);
  return {
    rank(question) {
      const terms = readTerms(question, profiles, mendWord);
      const isHowTo = asksHowTo(question);
      const ranked = findCandidates(terms.map(({ term }) => term))
        .map((profile) => judge(profile, terms, profiles.weightOf, isHowTo))
        .sort((a, b) => b.score - a.score || kindRank(a.listing.entry) - kindRank(b.listing.entry));
      return { answers: ranked.filter((found) => isAnswer(found, isHowTo)), near: ranked.filter(isNear) };
    },
  };
}

/** The words of a question that carry its subject, misspelt ones mended, each once. */
function readTerms(question: string, { counts, weightOf }: Profiles, mendWord: SpellingCorrector): QueryTerm[] {
  const terms = new Map<string, QueryTerm>();
  let mended = 0;
  for (const word of wordsOf(question)) {
    if (isFiller(word) || terms.size >= MAX_TERMS) continue;
    let term = termOf(word);
    let certainty = 1;
    if (!counts.has(term) && mended < MAX_MENDED) {
      mended += 1;
      const meant = mendWord(word);
      if (meant !== undefined && !isFiller(meant)) {
        term = termOf(meant);
        certainty = MENDED_CERTAINTY;
      }
    }
    if (!terms.has(term)) terms.set(term, { term, weight: weightOf(term), certainty });
  }
  return [...terms.values()];
}

function judge(
  profile: Profile,
  terms: readonly QueryTerm[],
  weightOf: (term: string) => number,
  isHowTo: boolean,
): Ranked {
  let total = 0;
  let held = 0;
  let named = 0;
  let holdsAll = true;
  for (const { term, weight, certainty } of terms) {
    total += weight;
    const hit = hitOf(profile, term);
    held += weight * certainty * hit;
    if (hit === 0) holdsAll = false;
    if (profile.nameTerms.has(term)) named += weight;
  }
  const coverage = total === 0 ? 0 : held / total;
  const asked = new Set(terms.map(({ term }) => term));
  let nameCoverage = 0;
  let isTitle = false;
  for (const [position, name] of profile.names.entries()) {
    const share = shareHeld(name, asked, weightOf);
    if (share > nameCoverage) {
      nameCoverage = share;
      isTitle = position === 0;
    }
  }
  const bonus = (isHowTo && profile.listing.entry.kind === 'kubectl' ? TASK_BONUS : 0) + (isTitle ? 0.01 : 0);
  const score = coverage * COVERAGE_SHARE + nameCoverage * (1 - COVERAGE_SHARE) + bonus;
  return { listing: profile.listing, score, coverage, nameCoverage, named: total === 0 ? 0 : named / total, holdsAll };
}

/** A topic's text is a list of other things to learn, so it hardly says what the topic itself is about. */
function hitOf({ listing, nameTerms, textTerms, contextTerms }: Profile, term: string): number {
  if (nameTerms.has(term)) return HIT.name;
  if (textTerms.has(term)) return listing.entry.kind === 'topic' ? HIT.topicText : HIT.text;
  return contextTerms.has(term) ? HIT.context : 0;
}

function shareHeld(name: readonly string[], asked: ReadonlySet<string>, weightOf: (term: string) => number): number {
  let total = 0;
  let held = 0;
  for (const term of name) {
    const weight = weightOf(term);
    total += weight;
    if (asked.has(term)) held += weight;
  }
  return total === 0 ? 0 : held / total;
}

function isAnswer({ listing, coverage, nameCoverage, named }: Ranked, isHowTo: boolean): boolean {
  if (nameCoverage > 0.999) return coverage >= FULL_NAME_COVERAGE;
  const enough = listing.entry.kind === 'kubectl' && isHowTo ? TASK_NAME : PART_NAME;
  return coverage >= PART_NAME_COVERAGE && nameCoverage >= enough && named >= NAMED;
}

/** A word that an entry does not hold makes the question one about something else, unless much of the rest fits. */
function isNear({ coverage, nameCoverage, holdsAll }: Ranked): boolean {
  return nameCoverage >= NEAR_NAME && coverage >= (holdsAll ? NEAR_COVERAGE : PART_NAME_COVERAGE);
}

function asksHowTo(question: string): boolean {
  const [first = ''] = wordsOf(question);
  return HOW_TO.test(question.trim()) || DEEDS.has(first) || /\bkubectl\b/i.test(question);
}
