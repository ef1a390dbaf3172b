// Answers questions for a comparison: finds both sides, and the written rule of thumb for them.

import type { Knowledge, KnowledgeEntry, LookupResult } from '../types.ts';
import { entryAskedBy } from './asked-entry.ts';
import { type ComparisonQuestion, readComparisonQuestions } from './comparison-question.ts';
import type { Judged } from './judgement.ts';
import { type Listing, namesOf, placeOf } from './listing.ts';
import type { NameIndex } from './name-index.ts';
import { createRuleFinder, type RuleFinder } from './rules-of-thumb.ts';
import type { TextIndex } from './text-index.ts';
import { nameKey, strengthOf, wordsOf } from './words.ts';

/**
 * undefined when the question asks for no comparison of anything known. `isSure` takes forms that can mean nothing else, and
 * of the choices (`X or Y`, `X/Y`) those with a whole name on both sides.
 */
export type Comparer = (question: string, isSure: boolean) => LookupResult | undefined;

const MAX_NEAR = 3;
/** Entries of one name that are tried for a rule. */
const MAX_MEANT = 8;
/** A name of two things: `requests and limits` is one, `service endpoint` is not. */
const JOINED = /\s(?:and|or|vs)\s|[&/]/i;

export function createComparer(knowledge: Knowledge, names: NameIndex, texts: TextIndex): Comparer {
  const findRule = createRuleFinder(knowledge, names);
  const named = (side: string): readonly Listing[] => {
    const exact = names.find(side);
    // `where do I see it` names nothing, though a name may hold no more than `see`.
    const hasSubject = wordsOf(side).some((word) => strengthOf(word) === 'strong');
    const loose = hasSubject ? [names.findByTerms(side), names.findMisspelt(side)] : [];
    const found = [exact, ...loose].find((hits) => hits.length > 0);
    return (found ?? []).map(({ listing }) => listing);
  };

  /**
   * The entry meant by a side. What both sides share is often said once (`fact vs dimension table`, `dvc push vs pull`, `copy vs
   * add in a dockerfile`), and a name of several entries means the one that stands beside the other side's, or is of its topic.
   */
  const sideOf = (side: string, shared: readonly string[], other: Listing | undefined): Side => {
    const plain = named(side);
    const isBeside = (listing: Listing): boolean =>
      other === undefined || placeOf(listing.entry).file === placeOf(other.entry).file;
    const full = shared
      .flatMap((name) => names.find(name).map(({ listing }) => listing))
      .filter((listing) => listing !== other);
    const isOfTopic = (listing: Listing): boolean =>
      listing.topicId !== undefined && listing.topicId === other?.topicId;
    const meant =
      full.find(isBeside) ??
      (plain.length === 0 ? full[0] : undefined) ??
      plain.find(isBeside) ??
      plain.find(isOfTopic) ??
      plain[0];
    if (meant !== undefined) return { listing: meant, isNamed: true };
    const described = [side, ...shared]
      .flatMap((text) => texts.rank(text).answer ?? [])
      .reduce<Judged | undefined>((best, judged) => (judged.score > (best?.score ?? 0) ? judged : best), undefined);
    return { listing: described?.listing, isNamed: false };
  };

  /** A name that is no concept's own, but shared, stands for the first entry that has it as its title, where there is one. */
  const shownFor = (side: string, entry: KnowledgeEntry): KnowledgeEntry => {
    const isItsOwn = entry.kind === 'concept' && namesOf(entry).some((name) => nameKey(name) === nameKey(side));
    const titled = named(side).find(({ title }) => nameKey(title) === nameKey(side));
    return isItsOwn || titled === undefined ? entry : titled.entry;
  };

  /** Of all that go by the sides' names, the two for which somebody wrote a rule. */
  const withRule = (left: string, right: string): LookupResult | undefined => {
    const meantBy = (side: string, shared: readonly string[]): readonly KnowledgeEntry[] =>
      [...shared.flatMap((name) => names.find(name).map(({ listing }) => listing)), ...named(side)]
        .slice(0, MAX_MEANT)
        .map((listing) => entryAskedBy(side, listing));
    const others = meantBy(right, startsOf(right, left));
    for (const one of meantBy(left, endsOf(left, right))) {
      for (const other of others) {
        const ruleOfThumb = findRule(one, other);
        if (ruleOfThumb !== undefined)
          return { kind: 'comparison', left: shownFor(left, one), right: shownFor(right, other), ruleOfThumb };
      }
    }
    return undefined;
  };

  /** One entry may tell both apart, such as `Resource requests and limits`. */
  const inOne = (left: string, right: string): LookupResult | undefined => {
    const joined = [`${left} and ${right}`, `${right} and ${left}`];
    const keys = joined.map(nameKey);
    const found = joined
      .flatMap((name) => names.find(name).map(({ listing }) => listing))
      .find(
        // A topic of the list is named for what there is to learn in it.
        (listing) =>
          listing.entry.kind === 'concept' &&
          listing.names.some((name) => JOINED.test(name) && keys.includes(nameKey(name))),
      );
    return found === undefined ? undefined : { kind: 'entry', entry: found.entry, near: [] };
  };

  const isSureReading = ({ left, right, form }: ComparisonQuestion): boolean =>
    form === 'explicit' || (form === 'choice' && [left, right].every((side) => names.find(side).length > 0));

  return (question, isSure) => {
    let half: LookupResult | undefined;
    /** Both sides may be told apart in one entry, such as `ENTRYPOINT and CMD`. */
    let one: LookupResult | undefined;
    for (const { left, right, form } of readComparisonQuestions(question).filter(
      (reading) => isSureReading(reading) === isSure,
    )) {
      const known = withRule(left, right) ?? (form === 'explicit' ? inOne(left, right) : undefined);
      if (known !== undefined) return known;
      const leftSide = sideOf(left, endsOf(left, right), named(right)[0]);
      const rightSide = sideOf(right, startsOf(right, left), leftSide.listing ?? named(left)[0]);
      if (form !== 'explicit' && !(leftSide.isNamed && rightSide.isNamed)) continue;
      const leftEntry = entryOf(left, leftSide);
      const rightEntry = entryOf(right, rightSide);
      if (leftEntry !== undefined && rightEntry !== undefined) {
        if (!isSame(leftEntry, rightEntry)) return comparisonOf(leftEntry, rightEntry, findRule);
        if (form === 'explicit' && nameKey(left) !== nameKey(right))
          one ??= { kind: 'entry', entry: leftEntry, near: [] };
        continue;
      }
      const side = (leftSide.isNamed ? leftEntry : undefined) ?? (rightSide.isNamed ? rightEntry : undefined);
      if (side === undefined || half !== undefined) continue;
      const unknown = side === leftEntry ? right : left;
      half = { kind: 'half-known', known: side, unknown, near: nearTo(unknown, texts) };
    }
    return one ?? half;
  };
}

interface Side {
  readonly listing: Listing | undefined;
  /** True when the side is a name, false when its words describe something. */
  readonly isNamed: boolean;
}

function entryOf(side: string, { listing }: Side): KnowledgeEntry | undefined {
  return listing === undefined ? undefined : entryAskedBy(side, listing);
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

function comparisonOf(left: KnowledgeEntry, right: KnowledgeEntry, findRule: RuleFinder): LookupResult {
  const rule = findRule(left, right);
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
