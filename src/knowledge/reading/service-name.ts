// Reads the name of a cloud service with what stands in brackets behind it: short forms and former names.

import type { CloudService } from '../types.ts';
import { isShortFormOf, withoutMaker } from './topic-title.ts';

const FORMERLY = /^(?:formerly|previously|was)\s+/i;
const ALREADY_SHORT = /\b([A-Z][A-Z0-9&]{1,5})$/;
/** What is left of names such as `AWS Batch` without their maker: words of every day, which must not lead to a service. */
const EVERYDAY = new Set(
  'advisor artifact artifacts backup batch boards budgets build config deploy dns files firewall functions health labels logging migrate monitor monitoring organizations pipelines policy quotas repos run scheduler shield signer spot storage tags tasks trace translate workflows'.split(
    ' ',
  ),
);

/**
 * Reads e.g. `Azure AI Foundry (formerly Azure AI Studio, AI Foundry)`: names in brackets are aliases, those after
 * `formerly` are former names too. The name without its maker (`Amazon S3` → `S3`, `Google Cloud Run` → `Cloud Run`) is an
 * alias, unless a word of every day is left (`AWS Batch`).
 */
export function readService(cell: string): CloudService {
  const inBrackets = [...cell.matchAll(/\(([^()]*)\)/g)].flatMap((match) => (match[1] ?? '').split(/[,;]/));
  const name = cell
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const words = inBrackets.map((word) => word.trim()).filter((word) => word !== '');
  const formerNames = words.filter((word) => FORMERLY.test(word)).map((word) => word.replace(FORMERLY, ''));
  const others = words.filter((word) => !FORMERLY.test(word));
  const aliases = new Set([
    ...bareNames(name),
    ...others,
    ...others.flatMap(bareNames),
    ...formerNames.flatMap(bareNames),
  ]);
  for (const former of formerNames) aliases.delete(former);
  aliases.delete(name);
  aliases.delete('');
  return { name, aliases: [...aliases], formerNames };
}

function bareNames(name: string): string[] {
  const bare = [withoutMaker(name), name.replace(/^google\s+(?=cloud\s)/i, '')];
  return bare.filter((form) => !EVERYDAY.has(form.toLowerCase()));
}

/** The shortest usual form of a service: a short form among its aliases, or its name without the maker. */
export function shortServiceName(service: CloudService): string {
  const short = service.aliases.find((alias) => ALREADY_SHORT.test(alias) && isShortFormOf(alias, service.name));
  return short ?? withoutMaker(service.name);
}
