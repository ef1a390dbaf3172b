// The parts below the comparer: shell words, flags, resource types, amounts, the table, the description.

import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNode } from '../../../src/quiz/kubectl/command-tree.ts';
import { describeCommand } from '../../../src/quiz/kubectl/describe-command.ts';
import { canonicalQuantity } from '../../../src/quiz/kubectl/quantities.ts';
import { readCommand } from '../../../src/quiz/kubectl/read-command.ts';
import { findResourceTypes, typeName } from '../../../src/quiz/kubectl/resources.ts';
import { canonicalSelector } from '../../../src/quiz/kubectl/selectors.ts';
import { splitShellWords } from '../../../src/quiz/kubectl/shell-words.ts';
import { kubectlTable } from '../../../src/quiz/kubectl/table/kubectl-table.ts';
import { readHelp } from '../../../src/quiz/kubectl/table/read-help.ts';
import { verbRules } from '../../../src/quiz/kubectl/verbs/verb-rules.ts';

describe('splitShellWords', () => {
  // Expected words are what `bash -c 'printf "[%s]" …'` prints.
  it.each([
    ['a b  c', ['a', 'b', 'c']],
    ["a 'b c' d", ['a', 'b c', 'd']],
    ['a "b c"d', ['a', 'b cd']],
    ['a "b\\"c" \\\\', ['a', 'b"c', '\\']],
    ['"a\\nb"', ['a\\nb']],
    ["''", ['']],
    ['a=\'b\'"c"', ['a=bc']],
    ['a\\ b', ['a b']],
    ['a #b', ['a']],
    ['a#b', ['a#b']],
    ['{.items[*]}', ['{.items[*]}']],
    ['a\\\nb', ['ab']],
    ['5$', ['5$']],
  ])('splits %j as a shell does', (text, words) => {
    expect(splitShellWords(text)).toEqual({ kind: 'words', words });
  });

  it('splits drawn texts as the shell of this machine does', () => {
    const sign = fc.constantFrom(
      "'",
      '"',
      '\\',
      ' ',
      'a',
      'b',
      '=',
      '-',
      '#',
      '\t',
      '[',
      '*',
      '?',
      '%',
      '^',
      'é',
      '\\\n',
    );
    const texts = fc.sample(
      fc.array(sign, { maxLength: 14 }).map((signs) => `x${signs.join('')}`),
      { numRuns: 600, seed: 5 },
    );
    // In a script a backslash at the very end would join the next line.
    const split = texts
      .filter((text) => !/\\\n?$/.test(text))
      .flatMap((text) => {
        const read = splitShellWords(text);
        return read.kind === 'words' ? [{ text, words: read.words }] : [];
      });
    const script = split.map(({ text }) => `show ${text}`).join('\n');
    const said = execFileSync('/bin/sh', ['-c', `set -f\nshow() { printf '<%s>' "$@"; printf '\\0'; }\n${script}\n`], {
      encoding: 'utf8',
    });
    expect(said.split('\0').slice(0, -1)).toEqual(split.map(({ words }) => words.map((word) => `<${word}>`).join('')));
    expect(split.length).toBeGreaterThan(100);
  });

  it.each(['a | b', 'a > b', 'a; b', 'a & b', 'a $b', 'a "$b"', 'a `b`', 'a $(b)', '(a)'])(
    'leaves %j to the shell',
    (text) => {
      expect(splitShellWords(text).kind).toBe('shell-syntax');
    },
  );
});

describe('findResourceTypes', () => {
  it.each([
    ['po', ['pods']],
    ['Deployment', ['deployments.apps']],
    ['deployments.v1.apps', ['deployments.apps']],
    ['hpa', ['horizontalpodautoscalers.autoscaling']],
    ['horizontalpodautoscalers.v1.autoscaling', ['horizontalpodautoscalers.v1.autoscaling']],
  ])('knows %s', (word, names) => {
    expect(findResourceTypes(word)?.map(typeName)).toEqual(names);
  });

  it('does not know what a cluster without extensions does not serve', () => {
    expect(findResourceTypes('pox')).toBeUndefined();
    expect(findResourceTypes('PO')).toBeUndefined();
    expect(findResourceTypes('deployments.v1')).toBeUndefined();
  });
});

describe('canonicalQuantity', () => {
  it.each([
    ['0.2', '200m'],
    ['1', '1000m'],
    ['1Gi', '1024Mi'],
    ['1G', '1000M'],
    ['0.5Ki', '512'],
  ])('takes %s and %s for one amount', (left, right) => {
    expect(canonicalQuantity(left)).toBe(canonicalQuantity(right));
  });

  it('keeps 1Gi and 1G apart, and refuses what is no amount', () => {
    expect(canonicalQuantity('1Gi')).not.toBe(canonicalQuantity('1G'));
    expect(canonicalQuantity('many')).toBeUndefined();
  });
});

describe('canonicalSelector', () => {
  it('puts requirements in order and spells them one way', () => {
    expect(canonicalSelector('b==2, a in (y,x), !c, d in (1)')).toBe('!c,a in (x,y),b=2,d=1');
  });

  it('leaves alone what is no selector', () => {
    expect(canonicalSelector('a in (b')).toBe('a in (b');
  });
});

describe('the table', () => {
  it('says which kubectl it was made from', () => {
    expect(kubectlTable.kubectlVersion).toMatch(/^v1\.\d+\.\d+/);
  });

  it('has a rule for each command but the groups, which only hold others', () => {
    const without = kubectlTable.commands
      .map((command) => command.path.join(' '))
      .filter((path) => verbRules[path] === undefined);
    const groups = without.filter((path) => (findNode(path.split(' ').filter(Boolean))?.children.size ?? 0) > 0);
    expect(without).toEqual(groups);
  });

  it('reads the help of kubectl 1.20, which has a flag and its text on one line, as well as that of 1.32', () => {
    const old =
      "Do it.\n\nOptions:\n  -n, --name='a': What it is.\n      --on=false: Whether.\n\nUsage:\n  kubectl do [options]\n";
    const now =
      "Do it.\n\nOptions:\n    -n, --name='a':\n\tWhat it is.\n\n    --on=false:\n\tWhether.\n\nUsage:\n  kubectl do [options]\n";
    expect(readHelp(old).flags).toEqual([
      { name: 'name', short: 'n', fallback: 'a' },
      { name: 'on', fallback: 'false' },
    ]);
    expect(readHelp(now)).toEqual(readHelp(old));
  });
});

describe('readCommand', () => {
  it('gives the words, the verb, the flags and the arguments', () => {
    expect(readCommand('k -n web get po x -oyaml')).toMatchObject({
      kind: 'command',
      words: ['kubectl', '-n', 'web', 'get', 'po', 'x', '-oyaml'],
      verb: 'get',
      args: ['po', 'x'],
    });
  });

  it('takes a command’s own flag for its own where a global one bears the same name', () => {
    // `config set-context` has a --namespace of its own, without the letter.
    expect(readCommand('kubectl config set-context --current -n web')).toMatchObject({
      kind: 'refused',
      code: 'unknown-flag',
    });
  });
});

describe('describeCommand', () => {
  it.each([
    ['kubectl scale deployment web --replicas=5', 'Scale the deployment web, to 5 replicas'],
    [
      'kubectl set image deploy/web app=nginx:2 -n dev',
      'Change the image of the deployment web, with the images app=nginx:2, in the namespace dev',
    ],
    ['kubectl create cm x --from-literal=a=1', 'Create a config map called x, with --from-literal set to a=1'],
    ['kubectl run x --image=nginx -- sleep 5', 'Run a pod called x, with the image nginx, running the command sleep 5'],
    ['kubectl get pods -A -o wide', 'Show the pods, printed as wide, in all namespaces'],
  ])('puts %s into words', (command, words) => {
    expect(describeCommand(command)?.split(', ').sort()).toEqual(words.split(', ').sort());
  });

  it('has no words for what kubectl refuses', () => {
    expect(describeCommand('kubectl scale deployment web')).toBeUndefined();
  });
});
