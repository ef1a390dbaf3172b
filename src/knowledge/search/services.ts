// Finds cloud services by their names, short forms and former names, and the needs they answer.

import { withoutMaker } from '../reading/topic-title.ts';
import type { CloudLookup, CloudProvider, CloudRow } from '../types.ts';
import { readCloudQuestions } from './cloud-question.ts';
import { createSpellingCorrector } from './spelling.ts';
import { nameKey, subjectTermsOf } from './words.ts';

export interface ServiceIndex {
  mapService(service: string): CloudLookup;
  suggestServices(query: string, limit: number): readonly string[];
}

/** A service or need that a question asks the equivalent of. */
export type EquivalentFinder = (question: string, isExplicit: boolean) => ServiceMatch | undefined;

type ServiceMatch = Extract<CloudLookup, { kind: 'found' }>['matches'][number];

interface ServiceName {
  readonly row: CloudRow;
  readonly provider: CloudProvider | undefined;
  /** As typed by people. */
  readonly name: string;
  /** 0 the service's name, 1 another name, 2 a former one, 3 the need. */
  readonly rank: number;
}

const MAX_MATCHES = 8;
const MAX_NEAR = 3;
/** Words in so many services' names that they tell none. */
const MAKERS = subjectTermsOf('aws amazon azure google cloud gcp microsoft service services managed');
const COMMON = new Set([...MAKERS, ...subjectTermsOf('data store storage')]);

export function createServiceIndex(rows: readonly CloudRow[]): ServiceIndex & { findEquivalent: EquivalentFinder } {
  const names = rows.flatMap(namesInRow);
  const byKey = new Map<string, ServiceName[]>();
  for (const name of names) {
    const key = nameKey(name.name);
    const others = byKey.get(key);
    if (others === undefined) byKey.set(key, [name]);
    else others.push(name);
  }
  const correct = createSpellingCorrector(byKey.keys());
  const named = (text: string): readonly ServiceName[] =>
    byKey.get(nameKey(text)) ?? byKey.get(nameKey(withoutMaker(text))) ?? [];

  const mapService = (service: string): CloudLookup => {
    const mended = correct(nameKey(service)) ?? correct(nameKey(withoutMaker(service)));
    const exact = named(service);
    const found =
      exact.length > 0 ? exact : mended === undefined ? withAllWords(names, service) : (byKey.get(mended) ?? []);
    if (found.length > 0) return { kind: 'found', matches: matchesOf(found) };
    return { kind: 'unknown', near: nearNames(names, service) };
  };

  return {
    mapService,
    findEquivalent(question, isExplicit) {
      for (const { service, asked, ...reading } of readCloudQuestions(question)) {
        if (reading.isExplicit !== isExplicit) continue;
        const found = isExplicit ? mapService(service) : matchesNamed(named(service));
        if (found.kind === 'unknown') continue;
        const [best] = found.matches;
        if (best !== undefined && (isExplicit || asked === undefined || best.provider !== asked)) return best;
      }
      return undefined;
    },
    suggestServices(query, limit) {
      if (query.trim() === '')
        return unique(names.filter(({ rank }) => rank === 0).map(({ name }) => name)).slice(0, limit);
      const wanted = query.trim().toLowerCase();
      const starting = names.filter(({ name }) => startsAWord(name, wanted));
      // One word that is a name or its beginning comes before longer names that hold it: `AKS` before `AKS backup`.
      const isWord = ({ name }: ServiceName): number =>
        name.toLowerCase().startsWith(wanted) && !name.includes(' ') ? 0 : 1;
      starting.sort(
        (a, b) => isWord(a) - isWord(b) || startRank(a, wanted) - startRank(b, wanted) || a.name.length - b.name.length,
      );
      return unique(starting.map(({ name }) => name)).slice(0, limit);
    },
  };
}

function matchesNamed(found: readonly ServiceName[]): CloudLookup {
  return found.length === 0 ? { kind: 'unknown', near: [] } : { kind: 'found', matches: matchesOf(found) };
}

function namesInRow(row: CloudRow): ServiceName[] {
  const names: ServiceName[] = [];
  for (const provider of ['aws', 'azure', 'gcp'] as const) {
    const service = row.services[provider];
    if (service === undefined) continue;
    names.push({ row, provider, name: service.name, rank: 0 });
    for (const name of service.aliases) names.push({ row, provider, name, rank: 1 });
    for (const name of service.formerNames) names.push({ row, provider, name, rank: 2 });
  }
  for (const name of [row.need, ...(row.aliases ?? [])]) names.push({ row, provider: undefined, name, rank: 3 });
  return names;
}

/** Names that hold every telling word of what was asked, the shortest first. */
function withAllWords(names: readonly ServiceName[], service: string): readonly ServiceName[] {
  const wanted = subjectTermsOf(service).filter((term) => !COMMON.has(term));
  if (wanted.length === 0) return [];
  const found = names.filter(({ name }) => {
    const terms = subjectTermsOf(name);
    return wanted.every((term) => terms.includes(term));
  });
  return found.sort((a, b) => a.rank - b.rank || a.name.length - b.name.length);
}

function nearNames(names: readonly ServiceName[], service: string): readonly string[] {
  const asked = subjectTermsOf(service);
  const telling = asked.filter((term) => !COMMON.has(term));
  // `storage` alone tells no service, but the needs that it is a word of; those with few words beside it come first.
  const [wanted, nearRank] = telling.length > 0 ? [telling, 0] : [asked.filter((term) => !MAKERS.includes(term)), 3];
  const near = names
    .filter(({ name, rank }) => rank === nearRank && subjectTermsOf(name).some((term) => wanted.includes(term)))
    .map(({ name, row }) => (telling.length > 0 ? name : row.need));
  if (telling.length === 0) near.sort((a, b) => a.length - b.length);
  return unique(near).slice(0, MAX_NEAR);
}

function matchesOf(found: readonly ServiceName[]): { row: CloudRow; provider: CloudProvider | undefined }[] {
  const best = [...found].sort((a, b) => a.rank - b.rank);
  const byRow = new Map<CloudRow, CloudProvider | undefined>();
  for (const { row, provider } of best) if (!byRow.has(row)) byRow.set(row, provider);
  return [...byRow].slice(0, MAX_MATCHES).map(([row, provider]) => ({ row, provider }));
}

function startsAWord(name: string, wanted: string): boolean {
  const lower = name.toLowerCase();
  return lower.startsWith(wanted) || lower.includes(` ${wanted}`);
}

/** Names that begin with what was typed come first, their maker aside, so that `red` leads to Amazon Redshift. */
function startRank({ name, rank }: ServiceName, wanted: string): number {
  const begins = [name, withoutMaker(name)].some((form) => form.toLowerCase().startsWith(wanted));
  return (begins ? 0 : 10) + rank;
}

function unique(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}
