// Puts the searches together into the index that answers questions about one state of the knowledge.

import { entryAskedBy } from './search/asked-entry.ts';
import { createCommandFinder, withoutKubectl } from './search/command-question.ts';
import { createComparer } from './search/compare.ts';
import { type Listing, listEntries } from './search/listing.ts';
import { createMentionFinder, looksPasted, type Mention } from './search/mentions.ts';
import { createNameIndex, type NameHit, type NameIndex } from './search/name-index.ts';
import { createServiceIndex } from './search/services.ts';
import { createSuggest } from './search/suggestions.ts';
import { createTextIndex, type Ranked, type TextIndex } from './search/text-index.ts';
import { createTopicIndex } from './search/topics.ts';
import type { Knowledge, KnowledgeEntry, KnowledgeIndex, LookupResult } from './types.ts';

/** Questions are read up to here; what follows in a paste changes nothing. */
const MAX_QUESTION = 6000;
/** A name is no longer than this; longer questions are not held against misspelt names. */
const MAX_NAME = 60;
const MAX_NEAR = 3;

/** Builds the index. Pure: it never changes and keeps no record of what was asked. */
export function createKnowledgeIndex(knowledge: Knowledge): KnowledgeIndex {
  const listings = listEntries(knowledge);
  const names = createNameIndex(listings);
  const texts = createTextIndex(listings, knowledge, names.mendWord);
  const findMentions = createMentionFinder(listings);
  const compare = createComparer(knowledge, names, texts);
  const findCommands = createCommandFinder(listings);
  const suggest = createSuggest(listings, knowledge, names);

  return {
    knowledge,
    lookUp(query) {
      const question = query.trim().slice(0, MAX_QUESTION);
      const exact = names.find(question);
      if (exact.length > 0) return answer(question, exact, texts);
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
      const symptom = symptomIn(question, findMentions);
      if (symptom !== undefined && looksPasted(question)) return answerOne(question, symptom);
      const comparison = compare(question);
      if (comparison !== undefined) return comparison;
      const byTerms = names.findByTerms(question);
      if (byTerms.length > 0) return answer(question, byTerms, texts);
      if (symptom !== undefined) return answerOne(question, symptom);
      return misspelt(question, names, texts) ?? ranked(question, texts);
    },
    findInText(text, limit) {
      const mentions = findMentions(text.slice(0, MAX_QUESTION));
      const symptoms = mentions.filter(
        ({ listing, isTelling }) => listing.entry.kind === 'troubleshooting' && isTelling,
      );
      const found = new Set<KnowledgeEntry>([...symptoms, ...mentions].map(({ listing }) => listing.entry));
      return [...found].slice(0, limit);
    },
    suggest,
    ...createServiceIndex(knowledge.cloudRows),
    ...createTopicIndex(knowledge.topics),
  };
}

function answer(question: string, hits: readonly NameHit[], texts: TextIndex): LookupResult {
  const [first, ...others] = hits.map(({ listing }) => listing);
  if (first === undefined) return { kind: 'unknown', near: [] };
  const further = texts.rank(question).answers.map(({ listing }) => listing);
  return { kind: 'entry', entry: entryAskedBy(question, first), near: nearTitles([...others, ...further], first) };
}

function answerFirst(question: string, [first, ...others]: readonly Listing[]): LookupResult {
  if (first === undefined) return { kind: 'unknown', near: [] };
  return { kind: 'entry', entry: entryAskedBy(question, first), near: nearTitles(others, first) };
}

function isTask({ entry }: Listing): boolean {
  return entry.kind === 'kubectl';
}

function answerOne(question: string, listing: Listing): LookupResult {
  return { kind: 'entry', entry: entryAskedBy(question, listing), near: [] };
}

function misspelt(question: string, names: NameIndex, texts: TextIndex): LookupResult | undefined {
  const hits = question.length > MAX_NAME ? [] : names.findMisspelt(question);
  return hits.length === 0 ? undefined : answer(question, hits, texts);
}

function ranked(question: string, texts: TextIndex): LookupResult {
  const { answers, near } = texts.rank(question);
  const [best, ...others] = answers;
  if (best === undefined) return { kind: 'unknown', near: nearTitles(near.map(({ listing }) => listing)) };
  const further = [...others, ...near].map(({ listing }: Ranked) => listing);
  return { kind: 'entry', entry: entryAskedBy(question, best.listing), near: nearTitles(further, best.listing) };
}

/** The most telling symptom that a text holds. */
function symptomIn(question: string, findMentions: (text: string) => readonly Mention[]): Listing | undefined {
  return findMentions(question).find(({ listing, isTelling }) => listing.entry.kind === 'troubleshooting' && isTelling)
    ?.listing;
}

function nearTitles(listings: readonly Listing[], except?: Listing): string[] {
  const titles = new Set(listings.map(({ title }) => title));
  if (except !== undefined) titles.delete(except.title);
  return [...titles].slice(0, MAX_NEAR);
}
