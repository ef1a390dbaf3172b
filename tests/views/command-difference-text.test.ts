// How an answer differs, in words: what could do harm first, what was right, what kubectl would refuse.

import { describe, expect, test } from 'vitest';
import { compareCommands } from '../../src/quiz/kubectl/compare.ts';
import { differenceLines } from '../../src/views/command-difference-text.ts';

const linesFor = (expected: string, answer: string): string =>
  differenceLines(compareCommands(expected, answer).differences).join('\n');

describe('the words on a difference', () => {
  test('grant the verb and the resource, and name the number that is off', () => {
    const text = linesFor('kubectl scale deployment web --replicas=5', 'kubectl scale deployment web --replicas=3');
    expect(text).toContain('The verb is right, and so is the resource.');
    expect(text).toContain('`--replicas` is `3` where `5` was asked.');
  });

  test('say the dangerous part first', () => {
    const [first, ...others] = differenceLines(
      compareCommands('kubectl describe pod web-0', 'kubectl delete pod web-0 --force').differences,
    );
    expect(first).toMatch(/^- \*\*Careful/);
    expect(others.join('\n')).not.toContain('The verb is right');
  });

  test('name what is missing and what was not asked for', () => {
    expect(linesFor('kubectl get pods -o wide', 'kubectl get pods')).toContain('`--output=wide` is missing.');
    expect(linesFor('kubectl logs web-0', 'kubectl logs web-0 --previous')).toContain(
      '`--previous` was not asked for.',
    );
  });

  test.each([
    ['get pods', 'begin with `kubectl`'],
    ['kubectl gte pods', 'no command `gte`'],
    ['kubectl get pods --wdie', 'no flag `--wdie`'],
    ['kubectl get pods | wc -l', 'without pipes'],
    ['kubectl get podz', 'no resource type `podz`'],
    ['kubectl get pods "', 'never closed'],
  ])('say why kubectl would refuse %s', (answer, words) => {
    const text = linesFor('kubectl get pods', answer);
    expect(text).toContain('kubectl would refuse it.');
    expect(text).toContain(words);
  });

  test('show lists of words as a shell would, and stop after six', () => {
    const many = Array.from(
      { length: 9 },
      (_, index) => ({ kind: 'value', subject: `--f${index}`, answer: '1', isDangerous: false }) as const,
    );
    const lines = differenceLines(many);
    expect(lines.at(-1)).toBe('- and 3 more.');
    expect(linesFor('kubectl apply -f a.yaml', 'kubectl apply -f b.yaml')).toContain('`b.yaml`');
  });

  test('cannot be broken out of by what was written', () => {
    const text = linesFor('kubectl get pods', 'kubectl get pods `@everyone` **bold**');
    expect(text).not.toContain('`@everyone`');
  });
});
