// The comparer against the real kubectl: both run against a recording server, and must come to the same verdict.

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findCommand } from '../../../src/quiz/kubectl/command-tree.ts';
import { kubectlTable } from '../../../src/quiz/kubectl/table/kubectl-table.ts';
import { everyList } from './commands/every-list.ts';
import { pairArbitrary } from './generated/pair-arbitrary.ts';
import { findKubectl, type RealKubectl, startRealKubectl } from './oracle/real-kubectl.ts';
import {
  comparerVerdict,
  createTally,
  holdAllPairs,
  holdPair,
  quoteWords,
  type Tally,
  wordsOf,
} from './oracle/tally.ts';
import { everyPair } from './pairs/every-pair.ts';

/** Lists and generated pairs use flags of every age; they are held against a kubectl as new as the table. */
const NEW_ENOUGH_MINOR = 30;
/** `KUBECTL_PAIRS=5000` draws more; the time goes with the number of runs, some 30 a second on two cores. */
const DRAWN_PAIRS = Number(process.env.KUBECTL_PAIRS ?? 400);
const SEED = Number(process.env.KUBECTL_SEED ?? 7);
const MANY_RUNS_MS = 900_000;

const found = findKubectl();
const minor = Number(found?.version.split('.')[1] ?? 0);

if (found === undefined) {
  describe('without a kubectl on this machine', () => {
    it('holds the comparer against the written verdicts alone, and says so', () => {
      console.warn('No kubectl on this machine: the comparer was held against the written verdicts alone.');
      expect(everyPair.length).toBeGreaterThan(0);
    });
  });
}

describe('pairs written by hand', () => {
  it('number over 400 and leave out no command of the table', () => {
    const named = new Set(everyPair.flatMap((pair) => [pair.expected, pair.answer]).map(commandOf));
    expect(everyPair.length).toBeGreaterThan(400);
    expect(kubectlTable.commands.map((command) => command.path.join(' ')).filter((path) => !named.has(path))).toEqual(
      [],
    );
  });

  it.each(everyPair)('$expected | $answer is $verdict', ({ expected, answer, verdict }) => {
    expect(comparerVerdict(expected, answer)).toBe(verdict);
  });
});

if (found !== undefined)
  describe('held against the real kubectl', () => {
    let kubectl: RealKubectl;

    beforeAll(async () => {
      kubectl = await startRealKubectl(found);
    });

    afterAll(async () => {
      await kubectl.close();
    });

    it('agrees on every pair written by hand', { timeout: MANY_RUNS_MS }, async () => {
      const known = everyPair.filter((pair) => pair.sinceMinor <= minor);
      const tally = createTally();
      await Promise.all(known.map((pair) => holdPair(kubectl, tally, pair.expected, pair.answer)));
      report('written by hand', tally);
      expect(tally.disagreements).toEqual([]);
      expect(tally.judged).toBeGreaterThan(known.length * 0.9);
    });

    if (minor >= NEW_ENOUGH_MINOR)
      describe('every line with every other', () => {
        it.each(Object.keys(everyList))('agrees on the list about %s', { timeout: MANY_RUNS_MS }, async (subject) => {
          const lines = everyList[subject] ?? [];
          const tally = createTally();
          await holdAllPairs(kubectl, tally, lines);
          report(`about ${subject} (${lines.length} lines)`, tally);
          expect(tally.disagreements.slice(0, 20)).toEqual([]);
          expect(tally.judged).toBeGreaterThan(lines.length);
        });

        it('agrees on pairs drawn from the table', { timeout: MANY_RUNS_MS }, async () => {
          const pairs = fc
            .sample(pairArbitrary(startingLines()), { numRuns: DRAWN_PAIRS, seed: SEED })
            .map((pair) => ({ expected: quoteWords(pair.expected), answer: quoteWords(pair.answer) }));
          const tally = createTally();
          await Promise.all(pairs.map((pair) => holdPair(kubectl, tally, pair.expected, pair.answer)));
          const drawn = tally.judged;
          for (const group of groupByCommand(pairs.map((pair) => pair.answer)))
            await holdAllPairs(kubectl, tally, group);
          report(`drawn from the table (${drawn}, and their answers with each other; seed ${SEED})`, tally);
          expect(tally.disagreements.slice(0, 20)).toEqual([]);
          expect(tally.judged).toBeGreaterThan(DRAWN_PAIRS);
        });
      });

    function report(what: string, tally: Tally): void {
      const share = (tally.agreed / Math.max(tally.judged, 1)).toFixed(4);
      const numbers = `${tally.agreed} of ${tally.judged} pairs (${share}), ${tally.unjudged} unjudged`;
      console.info(
        `kubectl ${kubectl.version}, pairs ${what}: agreement ${numbers}; ${kubectl.runCount()} runs so far`,
      );
    }
  });

/** Lines that kubectl takes and whose effect does not hang on what the pretended cluster holds. */
function startingLines(): readonly string[] {
  return Object.values(everyList)
    .flat()
    .filter((line) => !/--overwrite|--interactive|delete pod x -i|context|get -f/.test(line))
    .filter((line) => comparerVerdict(line, line) === 'same');
}

function commandOf(line: string): string {
  const command = findCommand(wordsOf(line));
  return command.kind === 'refused' ? '?' : command.node.entry.path.join(' ');
}

function groupByCommand(lines: readonly string[]): readonly (readonly string[])[] {
  return [...Map.groupBy([...new Set(lines)], commandOf).values()];
}
