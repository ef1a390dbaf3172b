// What a command line means, as facets that can be compared one by one.

import type { DifferenceKind } from './differences.ts';

/** One part of what a command does. Two commands are alike when their facets are. */
export interface Facet {
  readonly kind: DifferenceKind;
  /** Unique within a meaning, e.g. `--replicas` or `names`. */
  readonly key: string;
  /** In canonical form. */
  readonly value: string;
}

export function facet(kind: DifferenceKind, key: string, value: string): Facet {
  return { kind, key, value };
}
