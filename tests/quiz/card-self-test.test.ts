// Every card of every folder, tried as a learner would meet it: its own key is right, a near miss is wrong, nothing is left unsaid.

import { isDeepStrictEqual } from 'node:util';
import { distance } from 'fastest-levenshtein';
import { describe, expect, test } from 'vitest';
import type { Card } from '../../src/quiz/card.ts';
import { deriveCatalogue } from '../../src/quiz/catalogue.ts';
import { readWords } from '../../src/quiz/command-words.ts';
import { unsaidParts } from '../../src/quiz/goal.ts';
import { gradeAnswer } from '../../src/quiz/grade-answer.ts';
import { compareCommands } from '../../src/quiz/kubectl/compare.ts';
import { fillMarks } from '../../src/quiz/parameters.ts';
import { type CommandQuestion, type Question, readQuestion, writeQuestion } from '../../src/quiz/question.ts';
import { matchTerm } from '../../src/quiz/term-match.ts';
import { hasKnowledge, OWN_FOLDER, readFolder, SEED_FOLDER } from './knowledge-folders.ts';
import { seededRandom } from './seeded-random.ts';

/** Each card is drawn this often in each mode, so that other values and options come up. */
const DRAWS = 3;

/** Of the names of other things, those most like the answer. */
const RIVALS = 8;

/** Some 10 ms a card; the knowledge grows. */
const SELF_TEST_TIMEOUT_MS = 300_000;

const FOLDERS = [SEED_FOLDER, OWN_FOLDER].filter(hasKnowledge);

describe.each(FOLDERS)('the cards of %s', (folder) => {
  test(
    'have no fault: key right, accepted forms right, near misses wrong, everything graded is said',
    async () => {
      const { cards } = deriveCatalogue(await readFolder(folder));
      const faults = cards.flatMap((card) => card.modes.flatMap((mode) => draws(card, mode).flatMap(findFaults)));
      const byDeck = Object.entries(Object.groupBy(cards, (card) => card.deck));
      const counts = byDeck.map(([deck, ofDeck]) => `${deck} ${ofDeck?.length ?? 0}`).join(', ');
      console.log(`${folder}: ${cards.length} cards tried (${counts}), ${faults.length} faults`);
      expect(faults).toEqual([]);
      expect(new Set(cards.map((card) => card.id)).size).toBe(cards.length);
    },
    SELF_TEST_TIMEOUT_MS,
  );
});

test('the list of the owner gives two cards for each of its 17 commands, each of its 3 pairs of services both ways, and its terms', async () => {
  const { cards } = deriveCatalogue(await readFolder(SEED_FOLDER));
  const count = (deck: string): number => cards.filter((card) => card.deck === deck).length;
  // 17 lines in its code fence; 2 rows of the table of lakes and warehouses and 1 of Kubernetes, between AWS and Azure.
  expect(count('kubectl')).toBe(34);
  expect(count('cloud')).toBe(6);
  // Node, pod, deployment, service, ingress, ETL, ELT.
  expect(count('concepts')).toBeGreaterThanOrEqual(7);
});

function draws(card: Card, mode: Card['modes'][number]): readonly Question[] {
  const drawn = Array.from({ length: DRAWS }, (_, seed) => card.draw(mode, seededRandom(seed)));
  return [...new Map(drawn.map((question) => [JSON.stringify(question), question])).values()];
}

function findFaults(question: Question): readonly string[] {
  const fault = (holds: boolean, what: string): readonly string[] =>
    holds ? [] : [`${question.cardId} (${question.mode}): ${what}`];
  return [
    ...fault(isDeepStrictEqual(readQuestion(writeQuestion(question)), question), 'changes when stored'),
    ...(question.mode === 'choice' ? findChoiceFaults(question, fault) : []),
    ...(question.kind === 'command' ? findCommandFaults(question, fault) : []),
    ...(question.kind === 'term' && question.mode === 'typed' ? findTermFaults(question, fault) : []),
  ];
}

type Fault = (holds: boolean, what: string) => readonly string[];

function findChoiceFaults(question: Question, fault: Fault): readonly string[] {
  const { options, rightOption } = question;
  const right = options.filter((_, index) => gradeAnswer(question, String(index), []).isRight);
  return [
    ...fault(options.length === 4, 'does not have four options'),
    ...fault(new Set(options).size === options.length, 'has an option twice'),
    ...fault(right.length === 1 && right[0] === options[rightOption], 'does not have one right option'),
    ...options.flatMap((option, index) =>
      question.kind === 'command' && index !== rightOption
        ? fault(isFarFrom(question, option), `has the second right option ${option}`)
        : [],
    ),
  ];
}

function isFarFrom(question: CommandQuestion, option: string): boolean {
  return [question.key, ...question.accepted].every((form) => compareCommands(form, option).verdict === 'different');
}

function findCommandFaults(question: CommandQuestion, fault: Fault): readonly string[] {
  const typed: Question = { ...question, mode: 'typed' };
  const said = `${fillMarks(question.goal, question.values)} ${question.precisely ?? ''}`;
  const unsaid = unsaidParts(said, question.key);
  return [
    ...fault(gradeAnswer(typed, question.key, []).isRight, 'rejects its own key'),
    ...question.accepted.flatMap((form) => fault(gradeAnswer(typed, form, []).isRight, `rejects its form ${form}`)),
    ...fault(
      !/[{<]\w+[}>]/.test(question.key.replace(/(?:jsonpath|custom-columns|go-template)\S*/g, '')),
      'has an empty mark',
    ),
    ...fault(unsaid.length === 0, `does not say ${unsaid.join(', ')}`),
    ...nearMisses(question.key).flatMap((miss) =>
      fault(!gradeAnswer(typed, miss, []).isRight, `takes the near miss ${miss}`),
    ),
  ];
}

/** These never ask the cluster that a context names: they work on the kubeconfig, on files, or on kubectl itself. */
const HAS_NO_CLUSTER = /^kubectl (?:config (?!view --minify)|completion |kustomize |options$|plugin |version --client)/;

/** The key with each of its values a letter or digit longer, in another cluster, and with another verb. */
function nearMisses(key: string): readonly string[] {
  const words = readWords(key).map((word) => word.text);
  const longer = readWords(key).flatMap(({ role }, at) =>
    role === 'value' || role === 'typed-name' || role === 'flag-with-value'
      ? [words.map((word, index) => (index === at ? lengthen(word) : word)).join(' ')]
      : [],
  );
  const elsewhere = HAS_NO_CLUSTER.test(key) ? [] : [`${key} --context=elsewhere`];
  return [...longer, ...elsewhere, key.replace('kubectl ', 'kubectl delete ')];
}

function lengthen(word: string): string {
  // Not a 0, since 00 is 0.
  return /\d$/.test(word) ? `${word}1` : word.endsWith('"') || word.endsWith("'") ? `${word}x` : `${word}x`;
}

function findTermFaults(question: Extract<Question, { kind: 'term' }>, fault: Fault): readonly string[] {
  const clue = question.clue.kind === 'counterpart' ? '' : question.clue.text;
  const isGivenAway = new RegExp(`\\b${question.answer.replace(/[^\w\s]/g, '.')}\\b`, 'i').test(clue);
  const byLikeness = question.rivals.toSorted(
    (one, other) => distance(one, question.answer) - distance(other, question.answer),
  );
  const rivals = byLikeness
    .slice(0, RIVALS)
    .filter((rival) => matchTerm({ ...question, rivals: [] }, rival) !== 'named');
  return [
    ...fault(gradeAnswer(question, question.answer, []).isRight, 'rejects its own key'),
    ...question.accepted.flatMap((form) => fault(gradeAnswer(question, form, []).isRight, `rejects its name ${form}`)),
    ...fault(!isGivenAway, 'gives its answer away'),
    ...rivals.flatMap((rival) => fault(!gradeAnswer(question, rival, []).isRight, `takes its rival ${rival}`)),
    ...fault(!gradeAnswer(question, '', []).isRight, 'takes an empty answer'),
  ];
}
