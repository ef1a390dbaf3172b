// An entry together with how it was asked for: which service of a cloud row a question named.

import type { CloudProvider, CloudRow, KnowledgeEntry } from '../types.ts';
import type { Listing } from './listing.ts';
import { nameKey } from './words.ts';

/** The listing's entry; a cloud row gets the provider whose service the question names. */
export function entryAskedBy(question: string, { entry }: Listing): KnowledgeEntry {
  if (entry.kind !== 'cloud') return entry;
  const provider = providerNamed(question, entry.row);
  return provider === undefined ? entry : { ...entry, provider };
}

function providerNamed(question: string, row: CloudRow): CloudProvider | undefined {
  const key = nameKey(question);
  return (['aws', 'azure', 'gcp'] as const).find((provider) => {
    const service = row.services[provider];
    if (service === undefined) return false;
    return [service.name, ...service.aliases, ...service.formerNames].some((name) => nameKey(name) === key);
  });
}
