// The meaning of a command while its verb's rules work on it.

import type { DifferenceKind } from '../differences.ts';
import type { Facet } from '../meaning.ts';
import type { Refusal } from '../refusal.ts';
import type { CommandLine } from './command-line.ts';

export interface Draft {
  set(kind: DifferenceKind, key: string, value: string): void;
  /** Takes facets out that have no effect. Flags are named with their dashes. */
  drop(...keys: readonly string[]): void;
  has(key: string): boolean;
  facets(): readonly Facet[];
}

/** Checks and refines the draft of one command; a refusal where kubectl would not carry it out. */
export type VerbRule = (line: CommandLine, draft: Draft) => Refusal | undefined;

export function createDraft(): Draft {
  const facets = new Map<string, Facet>();
  return {
    set: (kind, key, value) => facets.set(key, { kind, key, value }),
    drop: (...keys) => {
      for (const key of keys) facets.delete(key);
    },
    has: (key) => facets.has(key),
    facets: () => [...facets.values()],
  };
}

/** The first refusal of several checks that are made in turn. */
export function firstRefusal(...checks: readonly (() => Refusal | undefined)[]): Refusal | undefined {
  for (const check of checks) {
    const refusal = check();
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}
