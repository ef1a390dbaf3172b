// Judges how well one entry fits the words of a question, and whether it is about the question at all.

import type { Intent } from './intent.ts';
import type { Listing } from './listing.ts';
import type { Profile } from './profile.ts';
import type { QuestionTerm } from './question-terms.ts';

/** An entry with how well it fits; shares are from 0 to 1. */
export interface Judged {
  readonly listing: Listing;
  readonly score: number;
  /** Share of the question's weight that the entry speaks of. */
  readonly coverage: number;
  /** Share of the entry's best fitting name that the question holds. */
  readonly nameCoverage: number;
  /** Share of the question's weight that stands in the entry's names. */
  readonly named: number;
  /** How many of the words that carry the subject the question has, and how many of them the entry holds. */
  readonly strong: number;
  readonly strongHeld: number;
  /** Whether the question is one word and nothing around it. */
  readonly isOneWord: boolean;
}

// All numbers below are tuned on the questions in tests/knowledge/questions that are not held out.

/** How much of a question's term an entry answers, by where it holds it. */
const HIT = { name: 1, otherName: 0.9, text: 0.75, context: 0.6, aside: 0.4, topicAside: 0.25 } as const;
/** The rest of the score is the fit of the best name. */
const COVERAGE_SHARE = 0.6;
/** How much of a name's fit depends on how much of the question it says. */
const NAME_IN_QUESTION = 0.6;
const WHOLE_NAME_BONUS = 0.05;
const TITLE_BONUS = 0.01;
/** For a kubectl task when its deed was asked for (names of tasks begin with the deed), and for a symptom when something does not work. */
const INTENT_BONUS = 0.12;
/** A symptom says what breaks: its words are those of many things that work. */
const UNASKED_TROUBLE = 0.08;

/** Below these shares an entry is not about the question: either one of its names was said whole and little beside it, … */
const WHOLE_NAME = { name: 0.999, coverage: 0.64 } as const;
/** … or a good part of a name, which is most of what was asked (one word of many is not, but for a task), … */
const PART_NAME = { name: 0.5, taskName: 0.34, named: 0.55, coverage: 0.72, strongHeld: 2 } as const;
/** … or it holds the words of a description together, the more of them the surer. */
const DESCRIPTION = [
  { held: 3, share: 0, coverage: 0.5 },
  { held: 2, share: 0.7, coverage: 0.7 },
] as const;
/** What may stand beside an answer, and what where there is none. */
const PART = { coverage: 0.4, strongHeld: 3 } as const;
const NEAR = { name: 0.5, coverage: 0.5 } as const;

export function judge(
  profile: Profile,
  terms: readonly QuestionTerm[],
  weightOf: (term: string) => number,
  intent: Intent,
): Judged {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const best = bestNameOf(profile, terms, total, weightOf);
  let held = 0;
  let named = 0;
  let strong = 0;
  let strongHeld = 0;
  for (const { term, weight, certainty, isStrong } of terms) {
    const hit = best.words.includes(term) ? HIT.name : hitOf(profile, term);
    held += weight * certainty * hit;
    if (isStrong) strong += 1;
    if (isStrong && hit > 0) strongHeld += 1;
    if (profile.nameTerms.has(term)) named += weight;
  }
  const coverage = total === 0 ? 0 : held / total;
  const isDeedAsked = profile.names.some(([deed]) => terms.some(({ term }) => term === deed));
  const bonus = bonusOf(profile.listing, intent, isDeedAsked) + (best.isTitle ? TITLE_BONUS : 0);
  return {
    listing: profile.listing,
    score: coverage * COVERAGE_SHARE + best.fit * (1 - COVERAGE_SHARE) + bonus,
    coverage,
    nameCoverage: best.coverage,
    named: total === 0 ? 0 : named / total,
    strong,
    strongHeld,
    isOneWord: terms.length === 1,
  };
}

/** Whether an entry is about the question. */
export function isAnswer(judged: Judged, intent: Intent): boolean {
  const { listing, coverage, nameCoverage, named, strong, strongHeld, isOneWord } = judged;
  if (nameCoverage >= WHOLE_NAME.name && coverage >= WHOLE_NAME.coverage) return true;
  const isTask = listing.entry.kind === 'kubectl';
  const enough = isTask && intent === 'task' ? PART_NAME.taskName : PART_NAME.name;
  const isPart = coverage >= PART_NAME.coverage && nameCoverage >= enough && named >= PART_NAME.named;
  if (isPart && (isTask || isOneWord || strongHeld >= PART_NAME.strongHeld)) return true;
  return DESCRIPTION.some(
    (least) => strongHeld >= least.held && strongHeld >= least.share * strong && coverage >= least.coverage,
  );
}

/** A word that an entry does not hold makes the question one about something else, unless much of the rest fits. */
export function isNear({ coverage, nameCoverage, strong, strongHeld }: Judged): boolean {
  return nameCoverage >= NEAR.name && coverage >= (strong === strongHeld ? NEAR.coverage : PART_NAME.coverage);
}

/** An entry that a question names whole is a part of it, where the question is about something here at all. */
export function isPart({ nameCoverage, coverage, strongHeld }: Judged, isAnswered: boolean): boolean {
  return nameCoverage >= WHOLE_NAME.name && coverage >= PART.coverage && (isAnswered || strongHeld >= PART.strongHeld);
}

interface BestName {
  readonly words: readonly string[];
  /** How well it fits, from 0 to 1 and the bonus. */
  readonly fit: number;
  /** Largest share of any name that the question holds; that may be another name than the best fitting one. */
  readonly coverage: number;
  readonly isTitle: boolean;
}

/** The name that shares most with the question: much of the name said, and much of the question in the name. */
function bestNameOf(
  { names }: Profile,
  terms: readonly QuestionTerm[],
  total: number,
  weightOf: (term: string) => number,
): BestName {
  const asked = new Map(terms.map(({ term, weight }) => [term, weight] as const));
  let best: BestName = { words: [], fit: 0, coverage: 0, isTitle: false };
  for (const [position, words] of names.entries()) {
    let length = 0;
    let said = 0;
    let inQuestion = 0;
    for (const term of words) {
      const weight = weightOf(term);
      const askedWeight = asked.get(term);
      length += weight;
      if (askedWeight === undefined) continue;
      said += weight;
      inQuestion += askedWeight;
    }
    if (said === 0) continue;
    const coverage = said / length;
    const whole = coverage >= WHOLE_NAME.name ? WHOLE_NAME_BONUS : 0;
    const share = Math.min(1, inQuestion / total);
    const fit = coverage * (1 - NAME_IN_QUESTION + NAME_IN_QUESTION * share) + whole;
    const isBetter = fit > best.fit;
    best = {
      words: isBetter ? words : best.words,
      fit: isBetter ? fit : best.fit,
      coverage: Math.max(coverage, best.coverage),
      isTitle: isBetter ? position === 0 : best.isTitle,
    };
  }
  return best;
}

/** A topic's text is a list of other things to learn, so it hardly says what the topic itself is about. */
function hitOf({ listing, nameTerms, textTerms, asideTerms, contextTerms }: Profile, term: string): number {
  if (nameTerms.has(term)) return HIT.otherName;
  if (textTerms.has(term)) return HIT.text;
  if (contextTerms.has(term)) return HIT.context;
  if (!asideTerms.has(term)) return 0;
  return listing.entry.kind === 'topic' ? HIT.topicAside : HIT.aside;
}

function bonusOf({ entry }: Listing, intent: Intent, isDeedAsked: boolean): number {
  if (entry.kind === 'troubleshooting') return intent === 'trouble' ? INTENT_BONUS : -UNASKED_TROUBLE;
  return entry.kind === 'kubectl' && intent === 'task' && isDeedAsked ? INTENT_BONUS : 0;
}
