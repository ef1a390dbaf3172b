// Reads the name of a cloud service with what stands in brackets behind it: short forms and former names.

import type { CloudService } from '../types.ts';
import { isShortFormOf, withoutMaker } from './topic-title.ts';

const FORMERLY = /^(?:formerly|previously|was)\s+/i;
const ALREADY_SHORT = /\b([A-Z][A-Z0-9&]{1,5})$/;

/**
 * Reads e.g. `Azure AI Foundry (formerly Azure AI Studio, AI Foundry)`: names in brackets are aliases, those after
 * `formerly` are former names too. The name without its maker (`Amazon S3` → `S3`) is always an alias.
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
    withoutMaker(name),
    ...others,
    ...others.map(withoutMaker),
    ...formerNames.map(withoutMaker),
  ]);
  for (const former of formerNames) aliases.delete(former);
  aliases.delete(name);
  aliases.delete('');
  return { name, aliases: [...aliases], formerNames };
}

/** The shortest usual form of a service: a short form among its aliases, or its name without the maker. */
export function shortServiceName(service: CloudService): string {
  const short = service.aliases.find((alias) => ALREADY_SHORT.test(alias) && isShortFormOf(alias, service.name));
  return short ?? withoutMaker(service.name);
}
