// Holds the comparer's verdicts against the judge's, and counts.

import { compareCommands } from '../../../../src/quiz/kubectl/compare.ts';
import { splitShellWords } from '../../../../src/quiz/kubectl/shell-words.ts';
import { judge, type OracleVerdict } from './oracle.ts';
import type { RealKubectl } from './real-kubectl.ts';

export interface Tally {
  /** Pairs on which the real kubectl gave a verdict. */
  judged: number;
  agreed: number;
  /** Pairs it could not judge by the words alone, see `oracle.ts`. */
  unjudged: number;
  /** One line each. */
  readonly disagreements: string[];
}

export function createTally(): Tally {
  return { judged: 0, agreed: 0, unjudged: 0, disagreements: [] };
}

/** What the comparer says, in the judge's words. Lines come without `kubectl`. */
export function comparerVerdict(expected: string, answer: string): OracleVerdict {
  const { verdict } = compareCommands(`kubectl ${expected}`, `kubectl ${answer}`);
  return verdict === 'exact' || verdict === 'equivalent' ? 'same' : verdict;
}

export async function holdPair(kubectl: RealKubectl, tally: Tally, expected: string, answer: string): Promise<void> {
  const ours = comparerVerdict(expected, answer);
  const ask = () => judge(kubectl, wordsOf(expected), wordsOf(answer));
  let judgement = await ask();
  if (judgement.verdict !== 'unjudged' && judgement.verdict !== ours) {
    // Ages are printed: two runs may lie on both sides of a full day.
    for (const line of [expected, answer]) kubectl.forget(wordsOf(line));
    judgement = await ask();
  }
  if (judgement.verdict === 'unjudged') {
    tally.unjudged += 1;
    return;
  }
  tally.judged += 1;
  if (ours === judgement.verdict) tally.agreed += 1;
  else {
    const why = judgement.reason.replaceAll(/\s+/g, ' ').slice(0, 200);
    tally.disagreements.push(`${expected}  |  ${answer}: kubectl says ${judgement.verdict} (${why}), we say ${ours}`);
  }
}

/** Every line with every other, in both directions, and with itself. */
export async function holdAllPairs(kubectl: RealKubectl, tally: Tally, lines: readonly string[]): Promise<void> {
  // The runs go side by side; the comparisons after them cost next to nothing.
  await Promise.all(lines.map((line) => kubectl.run(wordsOf(line))));
  for (const expected of lines) {
    for (const answer of lines) await holdPair(kubectl, tally, expected, answer);
  }
}

/** Throws on a line that a shell would not take. */
export function wordsOf(line: string): readonly string[] {
  const split = splitShellWords(line);
  if (split.kind !== 'words') throw new Error(`no shell words: ${line}`);
  return split.words;
}

/** Words as one line that a shell splits into the same words. */
export function quoteWords(words: readonly string[]): string {
  const isPlain = (word: string) => /^[\w@%+=:,./-]+$/.test(word);
  return words.map((word) => (isPlain(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(' ');
}
