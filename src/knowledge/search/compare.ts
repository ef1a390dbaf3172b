// Answers questions for a comparison: finds both sides, and the written rule of thumb for them.

import type { Comparison, Knowledge, KnowledgeEntry, LookupResult } from '../types.ts';
import { entryAskedBy } from './asked-entry.ts';
import { readComparisonQuestions } from './comparison-question.ts';
import type { NameIndex } from './name-index.ts';
import type { TextIndex } from './text-index.ts';

/**
 * undefined when the question asks for no comparison of anything known. Explicit forms can mean nothing else; the others
 * (`X or Y`, `X/Y`) may be part of a name or a sentence.
 */
export type Comparer = (question: string, isExplicit: boolean) => LookupResult | undefined;

const MAX_NEAR = 3;

export function createComparer(knowledge: Knowledge, names: NameIndex, texts: TextIndex): Comparer {
  const byPair = new Map<string, Comparison>();
  for (const comparison of knowledge.comparisons)
    byPair.set(pairKey(comparison.leftId, comparison.rightId), comparison);
  const byName = (side: string): KnowledgeEntry | undefined => {
    const hits = [names.find(side), names.findByTerms(side), names.findMisspelt(side)].find(
      (found) => found.length > 0,
    );
    const [hit] = hits ?? [];
    return hit === undefined ? undefined : entryAskedBy(side, hit.listing);
  };
  const exactly = (name: string): KnowledgeEntry | undefined => {
    const [hit] = names.find(name);
    return hit === undefined ? undefined : entryAskedBy(name, hit.listing);
  };
  const byText = (side: string): KnowledgeEntry | undefined => {
    const [best] = texts.rank(side).answers;
    return best === undefined ? undefined : entryAskedBy(side, best.listing);
  };

  /** What both sides share is often said once: `fact vs dimension table`, `dvc push vs pull`, `copy vs add in a dockerfile`. */
  const inContext = (
    side: string,
    shared: readonly string[],
    other: KnowledgeEntry | undefined,
  ): KnowledgeEntry | undefined => {
    const plain = byName(side);
    for (const full of shared) {
      const named = exactly(full);
      if (named !== undefined && (other === undefined || !isSame(named, other))) return named;
    }
    return plain;
  };

  return (question, explicitly) => {
    let half: LookupResult | undefined;
    for (const { left, right, isExplicit } of readComparisonQuestions(question)) {
      if (isExplicit !== explicitly) continue;
      const namedLeft = inContext(left, endsOf(left, right), byName(right));
      const namedRight = inContext(right, startsOf(right, left), byName(left));
      if (!isExplicit && (namedLeft === undefined || namedRight === undefined)) continue;
      const leftEntry = namedLeft ?? byText(left);
      const rightEntry = namedRight ?? byText(right);
      if (leftEntry !== undefined && rightEntry !== undefined) {
        if (isSame(leftEntry, rightEntry)) continue;
        return comparisonOf(leftEntry, rightEntry, byPair);
      }
      const known = namedLeft ?? namedRight;
      if (known === undefined || half !== undefined) continue;
      const unknown = namedLeft === undefined ? left : right;
      half = { kind: 'half-known', known, unknown, near: nearTo(unknown, texts) };
    }
    return half;
  };
}

/** A side with what ends the other one: `online` and `batch endpoint azure` give `online endpoint azure`, `online azure`. */
function endsOf(side: string, other: string): string[] {
  const words = other.split(' ');
  return words
    .slice(1)
    .map((_, at) => `${side} ${words.slice(at + 1).join(' ')}`)
    .flatMap((full, at) => {
      const tail = words.slice(at + 1).join(' ');
      return [full, `${tail} ${side}`];
    });
}

/** A side with what begins the other one: `pull` and `dvc push` give `dvc pull`. */
function startsOf(side: string, other: string): string[] {
  const words = other.split(' ');
  return words.slice(1).map((_, at) => `${words.slice(0, words.length - 1 - at).join(' ')} ${side}`);
}

function comparisonOf(
  left: KnowledgeEntry,
  right: KnowledgeEntry,
  byPair: ReadonlyMap<string, Comparison>,
): LookupResult {
  const rule =
    left.kind === 'concept' && right.kind === 'concept'
      ? byPair.get(pairKey(left.concept.id, right.concept.id))
      : undefined;
  return { kind: 'comparison', left, right, ...(rule === undefined ? {} : { ruleOfThumb: rule }) };
}

function nearTo(side: string, texts: TextIndex): string[] {
  return [...new Set(texts.rank(side).near.map(({ listing }) => listing.title))].slice(0, MAX_NEAR);
}

/** Two names of one thing are no comparison; two services of one row are. */
function isSame(left: KnowledgeEntry, right: KnowledgeEntry): boolean {
  if (left.kind === 'cloud' && right.kind === 'cloud')
    return left.row === right.row && left.provider === right.provider;
  if (left.kind === 'concept' && right.kind === 'concept') return left.concept === right.concept;
  return left === right;
}

/** The same whichever side comes first. */
function pairKey(leftId: string, rightId: string): string {
  return [leftId, rightId].sort().join(' ');
}
