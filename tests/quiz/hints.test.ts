// Hints go step by step and never give the whole answer away.

import { describe, expect, test } from 'vitest';
import { hintsOf } from '../../src/quiz/hints.ts';
import type { CommandQuestion, TermQuestion } from '../../src/quiz/question.ts';

const COMMON = { cardId: 'x', place: { file: 'x.md', headings: [], line: 1 }, accepted: [] } as const;

function command(key: string): CommandQuestion {
  return { ...COMMON, kind: 'command', mode: 'typed', options: [], rightOption: -1, goal: '', values: {}, key };
}

function term(answer: string): TermQuestion {
  const clue = { kind: 'definition', text: '' } as const;
  return { ...COMMON, kind: 'term', mode: 'typed', options: [], rightOption: -1, clue, answer, rivals: [] };
}

const textsOf = (question: CommandQuestion | TermQuestion): readonly string[] =>
  hintsOf(question).map((hint) => ('text' in hint ? hint.text : JSON.stringify(hint)));

describe('hints for a command', () => {
  test.each([
    ['kubectl rollout undo deployment/web', ['kubectl rollout undo', 'kubectl rollout undo deployment/…']],
    ['kubectl scale deployment web --replicas=5', ['kubectl scale', 'kubectl scale deployment … --replicas=…']],
    ['kubectl get pods -n shop -l app=web', ['kubectl get', 'kubectl get pods -n … -l …']],
    ['kubectl exec -it web-0 -- ls -l', ['kubectl exec', 'kubectl exec -it … -- … …']],
    ['kubectl apply -f web.yaml', ['kubectl apply', 'kubectl apply -f …']],
    ['kubectl create -f web.yaml', ['kubectl create', 'kubectl create -f …']],
    ['kubectl create namespace shop', ['kubectl create namespace', 'kubectl create namespace …']],
  ])('%s: the verb, then the shape', (key, hints) => {
    expect(textsOf(command(key))).toEqual(hints);
  });

  test('stop at the verb where the shape would be the answer', () => {
    expect(textsOf(command('kubectl get pods'))).toEqual(['kubectl get']);
  });
});

describe('hints for a name', () => {
  test('are its first letter and length, then every other letter', () => {
    expect(hintsOf(term('Ingress'))).toEqual([
      { kind: 'first-letter', letter: 'I', length: 7 },
      { kind: 'letters', text: 'I·g·e·s' },
    ]);
  });

  test('of three letters leave the letters out', () => {
    expect(hintsOf(term('ETL'))).toEqual([{ kind: 'first-letter', letter: 'E', length: 3 }]);
  });
});

test('hints for a choice rule out all wrong options but one, the same ones every time', () => {
  for (let rightOption = 0; rightOption < 4; rightOption += 1) {
    const question: TermQuestion = { ...term('a'), mode: 'choice', options: ['a', 'b', 'c', 'd'], rightOption };
    const hints = hintsOf(question);
    const ruledOut = hints.map((hint) => (hint.kind === 'not-this' ? hint.option : -1));
    expect(new Set(ruledOut).size).toBe(2);
    expect(ruledOut).not.toContain(rightOption);
    expect(hintsOf(question)).toEqual(hints);
  }
});
