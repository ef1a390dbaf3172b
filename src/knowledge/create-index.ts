// Puts the searches together into the index that answers questions about one state of the knowledge.

import { entryAskedBy } from './search/asked-entry.ts';
import { askingClauses } from './search/clauses.ts';
import { createCommandFinder, withoutKubectl } from './search/command-question.ts';
import { createComparer } from './search/compare.ts';
import { type Listing, listEntries } from './search/listing.ts';
import { createMentionFinder, looksPasted } from './search/mentions.ts';
import { createNameIndex, type NameHit, type NameIndex } from './search/name-index.ts';
import { createFrameMender } from './search/question-slips.ts';
import { createServiceIndex } from './search/services.ts';
import { createSuggest } from './search/suggestions.ts';
import { createSymptomFinder } from './search/symptoms.ts';
import { createTextIndex, type TextIndex } from './search/text-index.ts';
import { createTopicIndex } from './search/topics.ts';
import type { CloudProvider, CloudRow, Knowledge, KnowledgeEntry, KnowledgeIndex, LookupResult } from './types.ts';

/** Questions are read up to here, a Discord message's length; what follows in a paste changes nothing and would cost time. */
export const MAX_QUESTION = 2000;
/** A name is no longer than this; longer questions are not held against misspelt names. */
const MAX_NAME = 60;
const MAX_NEAR = 3;

/** Builds the index. Pure: it never changes and keeps no record of what was asked. */
export function createKnowledgeIndex(knowledge: Knowledge): KnowledgeIndex {
  const listings = listEntries(knowledge);
  const names = createNameIndex(listings);
  const texts = createTextIndex(listings, knowledge, names.mendWord);
  const mendFrame = createFrameMender(texts.holds);
  const findMentions = createMentionFinder(listings);
  const findSymptoms = createSymptomFinder(findMentions);
  const compare = createComparer(knowledge, names, texts);
  const findCommands = createCommandFinder(listings);
  const suggest = createSuggest(listings, knowledge, names);
  const { findEquivalent, ...services } = createServiceIndex(knowledge.cloudRows);

  return {
    knowledge,
    lookUp(query) {
      const typedQuestion = query.trim().slice(0, MAX_QUESTION);
      const exact = names.find(typedQuestion);
      if (exact.length > 0) return answer(typedQuestion, exact, texts);
      const question = mendFrame(typedQuestion);
      const typed = withoutKubectl(question);
      const commands =
        typed === undefined
          ? []
          : [
              ...names
                .find(typed)
                .map(({ listing }) => listing)
                .filter(isTask),
              ...findCommands(typed),
            ];
      if (commands.length > 0) return answerFirst(question, commands);
      const symptoms = findSymptoms(question);
      if (symptoms.length > 0 && looksPasted(question)) return answerFirst(question, symptoms);
      const equivalent = findEquivalent(question, true);
      if (equivalent !== undefined) return answerService(equivalent);
      const comparison = compare(question, true);
      if (comparison !== undefined) return comparison;
      const byTerms = names.findByTerms(question);
      if (byTerms.length > 0) return answer(question, byTerms, texts);
      const joined = compare(question, false);
      if (joined !== undefined) return joined;
      const placed = findEquivalent(question, false);
      if (placed !== undefined) return answerService(placed);
      if (symptoms.length > 0) return answerFirst(question, symptoms);
      return misspelt(question, names, texts) ?? ranked(question, names, texts);
    },
    findInText(text, limit) {
      const asked = text.slice(0, MAX_QUESTION);
      const listings = [...findSymptoms(asked), ...findMentions(asked).map(({ listing }) => listing)];
      const found = new Set<KnowledgeEntry>(listings.map(({ entry }) => entry));
      return [...found].slice(0, limit);
    },
    suggest: (query, limit) => suggest(query.slice(0, MAX_QUESTION), limit),
    ...services,
    mapService: (service) => services.mapService(service.slice(0, MAX_QUESTION)),
    suggestServices: (query, limit) => services.suggestServices(query.slice(0, MAX_QUESTION), limit),
    ...createTopicIndex(knowledge.topics),
  };
}

function answer(question: string, hits: readonly NameHit[], texts: TextIndex): LookupResult {
  const [first, ...others] = hits.map(({ listing }) => listing);
  if (first === undefined) return { kind: 'unknown', near: [] };
  const further = texts.rank(question).near.map((judged) => judged.listing);
  return { kind: 'entry', entry: entryAskedBy(question, first), near: nearTitles([...others, ...further], first) };
}

function answerFirst(question: string, [first, ...others]: readonly Listing[]): LookupResult {
  if (first === undefined) return { kind: 'unknown', near: [] };
  return { kind: 'entry', entry: entryAskedBy(question, first), near: nearTitles(others, first) };
}

function answerService({ row, provider }: { row: CloudRow; provider: CloudProvider | undefined }): LookupResult {
  return { kind: 'entry', entry: { kind: 'cloud', row, ...(provider === undefined ? {} : { provider }) }, near: [] };
}

function isTask({ entry }: Listing): boolean {
  return entry.kind === 'kubectl';
}

function misspelt(question: string, names: NameIndex, texts: TextIndex): LookupResult | undefined {
  const hits = question.length > MAX_NAME ? [] : names.findMisspelt(question);
  return hits.length === 0 ? undefined : answer(question, hits, texts);
}

function ranked(question: string, names: NameIndex, texts: TextIndex): LookupResult {
  const ranking = texts.rank(question);
  const near = ranking.near.map(({ listing }) => listing);
  if (ranking.answer === undefined)
    return inAClause(question, names, texts) ?? { kind: 'unknown', near: nearTitles(near) };
  const { listing } = ranking.answer;
  return { kind: 'entry', entry: entryAskedBy(question, listing), near: nearTitles(near, listing) };
}

/** Where the whole is about nothing here, a clause that is a name and nothing else says what is asked for. */
function inAClause(question: string, names: NameIndex, texts: TextIndex): LookupResult | undefined {
  const hits = askingClauses(question)
    .map((clause) => names.findByTerms(clause))
    .find((found) => found.length > 0);
  return hits === undefined ? undefined : answer(question, hits, texts);
}

function nearTitles(listings: readonly Listing[], except?: Listing): string[] {
  const titles = new Set(listings.map(({ title }) => title));
  if (except !== undefined) titles.delete(except.title);
  return [...titles].slice(0, MAX_NEAR);
}
