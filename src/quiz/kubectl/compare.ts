// Compares two kubectl command lines by meaning: what the real kubectl would ask of the cluster and print.

import { repairChatText } from './chat-repair.ts';
import type { Difference } from './differences.ts';
import { expectationDifference, listDifferences, refusalDifference } from './list-differences.ts';
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
  if (answered.kind === 'refused') {
    // A key may hold what only a shell can run, such as a pipe; the same text is right all the same.
    const isSameText = answered.code === 'shell-syntax' && plainText(expected) === plainText(answer);
    if (isSameText && readCommand(expected).kind === 'refused') return { verdict: 'exact', differences: [] };
    return { verdict: 'invalid', differences: [refusalDifference(answered, answer)] };
  }
  const wanted = readCommand(expected);
  if (wanted.kind === 'refused')
    return { verdict: 'different', differences: [expectationDifference(expected, answered)] };
  if (haveSameWords(wanted.words, answered.words)) return { verdict: 'exact', differences: [] };
  const differences = listDifferences(wanted, answered);
  return { verdict: differences.length === 0 ? 'equivalent' : 'different', differences };
}

function plainText(text: string): string {
  return repairChatText(text).replace(/\s+/g, ' ');
}

function haveSameWords(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((word, at) => word === right[at]);
}
