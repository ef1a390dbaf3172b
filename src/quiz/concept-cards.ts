// Cards from concepts and comparisons: name the thing from its definition, and tell apart two that people mix up.

import type { Comparison, Concept, Knowledge } from '../knowledge/types.ts';
import type { Card } from './card.ts';
import { inLearningOrder, type LearningPlace } from './learning-order.ts';
import { escapeRegExp } from './parameters.ts';
import type { AnswerMode, TermClue, TermQuestion } from './question.ts';
import { pickOne, type Random, shuffle } from './random.ts';
import { nearRivals } from './term-match.ts';

const OPTION_COUNT = 4;
const GAP = '_____';
const NO_RIVALS = (): readonly string[] => [];

/**
 * One card a concept that has something left to say once its name is taken out, and one a comparison; in the order in which
 * they are best met, comparisons after what they compare.
 */
export function conceptCards(knowledge: Knowledge): readonly Card[] {
  const { concepts, comparisons } = knowledge;
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const defined = concepts.filter((concept) => isTelling(hideNames(concept.summary, concept)));
  const definitions = inLearningOrder(
    defined.map((concept) => ({ ...placeOf(concept), card: definitionCard(concept, defined) })),
    knowledge,
  );
  const pairs = comparisons.flatMap((comparison) => {
    const left = byId.get(comparison.leftId);
    const right = byId.get(comparison.rightId);
    if (left === undefined || right === undefined) return [];
    const card = comparisonCard(comparison, left, right, concepts);
    return [{ topicId: card.topicId, file: comparison.place.file, card }];
  });
  return [...definitions, ...inLearningOrder(pairs, knowledge)].map(({ card }) => card);
}

function placeOf({ topicId, place }: Concept): LearningPlace {
  return { topicId, file: place.file };
}

/** The text with every name of the concept, and what its name is short for, made a gap. */
export function hideNames(text: string, { title, aliases }: Pick<Concept, 'title' | 'aliases'>): string {
  const names = [title, ...aliases].flatMap((name) => [name, name.replace(/\s*\([^)]*\)/g, '')]);
  const longestFirst = [...new Set(names)].filter((name) => name.trim() !== '').sort((a, b) => b.length - a.length);
  return longestFirst.reduce((hidden, name) => {
    const pattern = escapeRegExp(name).replace(/\\?[\s,-]+/g, '[\\s,-]+');
    return hidden.replace(new RegExp(`(?<![\\w_])${pattern}(?:e?s)?(?![\\w_])`, 'gi'), GAP);
  }, text);
}

function definitionCard(concept: Concept, all: readonly Concept[]): Card {
  const rivals = rivalsOf(concept, all);
  return {
    id: `concept:${concept.id}`,
    deck: 'concepts',
    topicId: concept.topicId,
    family: `concept:${concept.id}`,
    modes: ['typed', 'choice'],
    draw: (mode, random) => {
      const clue = { kind: 'definition' as const, text: hideNames(concept.summary, concept) };
      const wrong = wrongConcepts(concept, [], all, random);
      const { useWhen, relates, example } = concept;
      return {
        ...drawTerm(`concept:${concept.id}`, concept, clue, wrong, rivals, mode, random),
        ...(useWhen === undefined ? {} : { useWhen }),
        ...(relates === undefined ? {} : { relates }),
        ...(example === undefined ? {} : { example }),
      };
    },
  };
}

function comparisonCard(comparison: Comparison, left: Concept, right: Concept, all: readonly Concept[]): Card {
  const rivals = new Map([left, right].map((side) => [side, rivalsOf(side, all)]));
  return {
    id: `comparison:${comparison.id}`,
    deck: 'concepts',
    topicId: left.topicId ?? right.topicId,
    family: `comparison:${comparison.id}`,
    modes: ['typed', 'choice'],
    draw: (mode, random) => {
      const asked =
        pickOne(
          [left, right].filter((side) => useOf(side) !== undefined),
          random,
        ) ?? left;
      const other = asked === left ? right : left;
      const clue = { kind: 'use-when' as const, text: hideNames(useOf(asked) ?? asked.summary, asked) };
      const wrong = wrongConcepts(asked, [other], all, random);
      const question = drawTerm(
        `comparison:${comparison.id}`,
        asked,
        clue,
        wrong,
        rivals.get(asked) ?? NO_RIVALS,
        mode,
        random,
      );
      const sourceUrl = comparison.source?.url ?? question.sourceUrl;
      return {
        ...question,
        place: comparison.place,
        explanation: comparison.ruleOfThumb,
        ...(sourceUrl === undefined ? {} : { sourceUrl }),
      };
    },
  };
}

function drawTerm(
  cardId: string,
  concept: Concept,
  clue: TermClue,
  wrong: readonly Concept[],
  rivals: () => readonly string[],
  mode: AnswerMode,
  random: Random,
): TermQuestion {
  const titles = [concept.title, ...wrong.map((other) => other.title)].slice(0, OPTION_COUNT);
  const options = mode === 'choice' ? shuffle(titles, random) : [];
  return {
    kind: 'term',
    cardId,
    mode,
    options,
    rightOption: options.indexOf(concept.title),
    place: concept.place,
    ...(concept.source === undefined ? {} : { sourceUrl: concept.source.url }),
    clue,
    answer: concept.title,
    accepted: concept.aliases,
    rivals: mode === 'typed' ? rivals() : [],
  };
}

/** Names of other things that are like one of this, found once and only when a card is first written. */
function rivalsOf(concept: Concept, all: readonly Concept[]): () => readonly string[] {
  let found: readonly string[] | undefined;
  return () => {
    found ??= nearRivals(
      { answer: concept.title, accepted: concept.aliases },
      all
        .filter((other) => other !== concept && !isNamesake(concept, other))
        .flatMap((other) => [other.title, ...other.aliases]),
    );
    return found;
  };
}

/** Whether the two share a name. */
function isNamesake(concept: Concept, other: Concept): boolean {
  const own = new Set([concept.title, ...concept.aliases].map((name) => name.toLowerCase()));
  return [other.title, ...other.aliases].some((name) => own.has(name.toLowerCase()));
}

/** The others, those first that are taken for this one; without any that shares a name with it. */
function wrongConcepts(
  concept: Concept,
  first: readonly Concept[],
  all: readonly Concept[],
  random: Random,
): readonly Concept[] {
  const own = new Set([concept.title, ...concept.aliases].map((name) => name.toLowerCase()));
  const others = shuffle(all, random).filter(
    (other) => other !== concept && ![other.title, ...other.aliases].some((name) => own.has(name.toLowerCase())),
  );
  const closeness = (other: Concept): number =>
    (first.includes(other) ? 8 : 0) +
    (concept.relatedIds.includes(other.id) || other.relatedIds.includes(concept.id) ? 4 : 0) +
    (other.topicId !== undefined && other.topicId === concept.topicId ? 2 : 0) +
    (other.place.file === concept.place.file ? 1 : 0);
  return others
    .map((other) => ({ other, points: closeness(other) }))
    .sort((one, two) => two.points - one.points)
    .map(({ other }) => other);
}

function useOf(concept: Concept): string | undefined {
  return concept.useWhen !== undefined && isTelling(hideNames(concept.useWhen, concept)) ? concept.useWhen : undefined;
}

/** Whether enough is left to know it by: three words besides the gaps. */
function isTelling(clue: string): boolean {
  return (clue.replaceAll(GAP, ' ').match(/\p{L}{2,}/gu) ?? []).length >= 3;
}
