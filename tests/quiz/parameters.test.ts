// Values drawn for a task's marks: put in, taken out again, and never mistaken for each other.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KubectlTask } from '../../src/knowledge/types.ts';
import { drawValues, fillMarks, markValues, parameterise } from '../../src/quiz/parameters.ts';
import { seededRandom } from './seeded-random.ts';

const place = { file: 'kubectl.md', headings: [], line: 1 };

function task(command: string, parameters: KubectlTask['parameters'] = {}): KubectlTask {
  return { id: 'x', command, parameters, accepted: [], aliases: [], place };
}

describe('values', () => {
  test('differ from each other as long as the lists allow it', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const { from, to } = drawValues({ from: ['a', 'b'], to: ['a', 'b'] }, seededRandom(seed));
      expect(from).not.toBe(to);
    }
    expect(drawValues({ from: ['a'], to: ['a'] }, seededRandom(1))).toEqual({ from: 'a', to: 'a' });
  });

  test('leave braces that are no marks alone', () => {
    expect(fillMarks("get {type} -o jsonpath='{.items[*].name}' {other}", { type: 'pods' })).toBe(
      "get pods -o jsonpath='{.items[*].name}' {other}",
    );
  });

  test('become marks again where they stand as whole words', () => {
    const values = { name: 'web', pod: 'web-0', count: '5' };
    expect(markValues('kubectl logs web-0 web webs web.yaml 15 --replicas=5 {"replicas":5}', values)).toBe(
      'kubectl logs {pod} {name} webs web.yaml 15 --replicas={count} {"replicas":{count}}',
    );
  });

  test('put in and taken out again give the line of the task', () => {
    const words = fc.uniqueArray(fc.stringMatching(/^[a-z]{3,8}(-\d)?$/), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(words, ([name = '', pod = '', namespace = '']) => {
        const line = 'KUBECTL get {name} {pod} -n {namespace}';
        const values = { name, pod, namespace };
        expect(markValues(fillMarks(line, values), values)).toBe(line);
      }),
    );
  });
});

test('a stand-in of a line without a list becomes a parameter with values of its own', () => {
  const { command, parameters } = parameterise(task('kubectl exec -it pod-1 -- <command>'));
  expect(command).toBe('kubectl exec -it pod-1 -- {command}');
  expect(parameters.command?.length).toBeGreaterThan(1);
  expect(parameterise(task('kubectl get <thing>')).parameters).toEqual({ thing: ['my-thing'] });
});

test('values that the knowledge lists go before our own', () => {
  expect(parameterise(task('kubectl logs <pod>', { pod: ['mine'] })).parameters).toEqual({ pod: ['mine'] });
});
