// Short forms of knowledge ids for custom ids, which hold 100 characters while an id may be of any length.

import { createHash } from 'node:crypto';

/** Ids up to this length stand for themselves; two of them fit beside a name and a Discord id. */
const LONGEST_PLAIN = 28;
const HASH_DIGITS = 16;

/** Deterministic, so that a button finds its topic after a restart. At most 28 characters. */
export function shortId(id: string): string {
  if (id.length <= LONGEST_PLAIN && /^[a-z0-9-]+$/.test(id)) return id;
  return `~${createHash('sha256').update(id).digest('hex').slice(0, HASH_DIGITS)}`;
}

/** Eight characters that differ, for all practical ends, when the list of ids does. */
export function fingerprint(items: readonly { readonly id: string }[]): string {
  return createHash('sha256')
    .update(JSON.stringify(items.map((item) => item.id)))
    .digest('hex')
    .slice(0, 8);
}

/** The item that a short id stands for; undefined when it left the knowledge. */
export function findByShortId<Item extends { readonly id: string }>(
  items: readonly Item[],
  short: string,
): Item | undefined {
  return items.find((item) => shortId(item.id) === short);
}
