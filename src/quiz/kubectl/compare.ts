// Compares two kubectl command lines by meaning: what the real kubectl would ask of the cluster and print.

import type { Difference } from './differences.ts';
import { listDifferences, refusalDifference } from './list-differences.ts';
import { readCommand } from './read-command.ts';

/**
 * `exact`: the same words. `equivalent`: the same requests and the same kind of output. `different`: kubectl would take the
 * answer, but do something else. `invalid`: kubectl, or the shell before it, would refuse the answer.
 */
export type Verdict = 'exact' | 'equivalent' | 'different' | 'invalid';

export interface Comparison {
  readonly verdict: Verdict;
  /** Empty for `exact` and `equivalent`; the dangerous ones first. */
  readonly differences: readonly Difference[];
}

/** Never throws. Chat damage in either line is repaired first; `k` counts as `kubectl`. */
export function compareCommands(expected: string, answer: string): Comparison {
  const answered = readCommand(answer);
  if (answered.kind === 'refused') return { verdict: 'invalid', differences: [refusalDifference(answered, answer)] };
  const wanted = readCommand(expected);
  if (wanted.kind === 'refused') return { verdict: 'different', differences: [{ kind: 'verb', isDangerous: false }] };
  if (JSON.stringify(wanted.words) === JSON.stringify(answered.words)) return { verdict: 'exact', differences: [] };
  const differences = listDifferences(wanted, answered);
  return { verdict: differences.length === 0 ? 'equivalent' : 'different', differences };
}
