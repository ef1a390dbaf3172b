// What the comparer says of pairs, and how it names what is unlike.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCommands } from '../../../src/quiz/kubectl/compare.ts';
import { everyList } from './commands/every-list.ts';
import { pairArbitrary } from './generated/pair-arbitrary.ts';
import { quoteWords } from './oracle/tally.ts';

const lines = Object.values(everyList).flat();

describe('compareCommands', () => {
  it('takes one meaning in three spellings for one', () => {
    const spellings = [
      'k get po -nweb -oyaml',
      'kubectl --namespace web get pods --output=yaml',
      'kubectl get pods -o yaml -n web',
    ];
    for (const expected of spellings) {
      for (const answer of spellings) {
        const verdict = expected === answer ? 'exact' : 'equivalent';
        expect(compareCommands(expected, answer)).toEqual({ verdict, differences: [] });
      }
    }
  });

  it('never takes uncordon for cordon, 30 for 3, or a pod called pods for one called po', () => {
    expect(compareCommands('kubectl cordon n', 'kubectl uncordon n').verdict).toBe('different');
    expect(compareCommands('kubectl scale deploy x --replicas=3', 'kubectl scale deploy x --replicas=30').verdict).toBe(
      'different',
    );
    expect(compareCommands('kubectl get pod po', 'kubectl get pod pods').verdict).toBe('different');
  });

  it('calls k exact, since it is the learner’s name for kubectl', () => {
    expect(compareCommands('kubectl get pods', 'k get pods').verdict).toBe('exact');
  });

  it('names the one value that is unlike', () => {
    expect(
      compareCommands('kubectl scale deploy x --replicas=5', 'kubectl scale deploy x --replicas=3').differences,
    ).toEqual([{ kind: 'value', subject: '--replicas', expected: '5', answer: '3', isDangerous: false }]);
  });

  it.each([
    ['kubectl describe pod x', 'kubectl delete pod x', 'verb'],
    ['kubectl delete pod x -n web', 'kubectl delete pod x -n prod -o name', 'namespace'],
    ['kubectl delete pods -l app=x', 'kubectl delete pods --all -o name', 'flag'],
    ['kubectl delete pod x', 'kubectl delete pod x -o name --force', 'flag'],
    ['kubectl delete pod x', 'kubectl delete pod y -o name', 'name'],
  ])('says of %s answered by %s first what is dangerous: the %s', (expected, answer, kind) => {
    const { verdict, differences } = compareCommands(expected, answer);
    expect(verdict).toBe('different');
    expect(differences[0]).toMatchObject({ kind, isDangerous: true });
  });

  it('finds nothing dangerous in an answer that only looks, or only rehearses', () => {
    const looking = compareCommands('kubectl delete pod x', 'kubectl get pod y -n prod');
    const rehearsing = compareCommands('kubectl get pod x', 'kubectl delete pod x --dry-run=client');
    expect([...looking.differences, ...rehearsing.differences].filter((one) => one.isDangerous)).toEqual([]);
  });

  it('calls the same words in another order a difference of order', () => {
    const { differences } = compareCommands('kubectl exec x -- ls -l /', 'kubectl exec x -- ls / -l');
    expect(differences.map((one) => one.kind)).toEqual(['order']);
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['get pods', 'not-kubectl'],
    ['kubectl get pods --foo', 'unknown-flag'],
    ['kubectl gets pods', 'unknown-command'],
    ['kubectl get pox', 'unknown-resource'],
    ['kubectl get', 'missing-resource'],
    ['kubectl get pods -o', 'missing-flag-value'],
    ['kubectl scale deploy x --replicas=three', 'bad-flag-value'],
    ['kubectl get pods | grep x', 'shell-syntax'],
    ['kubectl get pods; kubectl get svc', 'shell-syntax'],
    ['kubectl get pods && rm -rf /', 'shell-syntax'],
    ['kubectl get pod $(whoami)', 'shell-syntax'],
    ['kubectl get pods\nkubectl get svc', 'shell-syntax'],
    ["kubectl get pod 'x", 'unclosed-quote'],
  ])('says why %j is refused: %s', (answer, reason) => {
    const { verdict, differences } = compareCommands('kubectl get pods', answer);
    expect(verdict).toBe('invalid');
    expect(differences).toMatchObject([{ kind: 'refused', reason }]);
  });

  it.each([
    [
      'kubectl wait pod/x --for=condition=Ready --timeout=60s',
      'kubectl wait pod/x --for=condition=Ready --timeout=5m',
      '60s',
      '5m',
    ],
    ['kubectl create quota q --hard=cpu=1', 'kubectl create quota q --hard=cpu=2', 'cpu=1', 'cpu=2'],
    [
      'kubectl get pods -o jsonpath={.items[0].kind}',
      'kubectl get pods -o jsonpath={.kind}',
      'jsonpath={.items[0].kind}',
      'jsonpath={.kind}',
    ],
    ['kubectl run x --image=a --env A=1', 'kubectl run x --image=a --env A=1 --env B=2', 'A=1', 'A=1, B=2'],
    // Of --now kubectl makes a period of one second.
    ['kubectl delete pod x --now', 'kubectl delete pod x --grace-period=5', '1', '5'],
  ])('tells values as they were typed: %s | %s', (key, answer, expected, given) => {
    expect(compareCommands(key, answer).differences).toMatchObject([{ kind: 'value', expected, answer: given }]);
  });

  it('takes the key itself where the key holds a pipe', () => {
    const key = 'kubectl get pods | grep web';
    expect(compareCommands(key, `${key} `).verdict).toBe('exact');
    expect(compareCommands(key, 'kubectl get pods | grep db').verdict).toBe('invalid');
  });

  it.each([
    '“kubectl get pods”',
    '‘kubectl get pods’',
    '«kubectl get pods»',
    '"kubectl get pods"',
    "'kubectl get pods'",
    '“`kubectl get pods`”',
    '> `kubectl get pods`',
    '**kubectl get pods**',
    '*k get pods*',
    '||kubectl get pods||',
    '```sh kubectl get pods```',
    '[user@host ~]$ kubectl get pods',
    '(base) user@host:~$ kubectl get pods',
    'controlplane $ kubectl get pods',
    'PS C:\\Users\\me> kubectl get pods',
    '➜  ~ kubectl get pods',
    '➜  app git:(main) ✗ kubectl get pods',
    'kubectl get pods;',
    'kubectl get pods ; # that is all',
    'kubectl get \\ \n  pods',
    '```bash\nkubectl get pods\n```',
    '`kubectl get pods`',
    '$ kubectl get pods',
    '> k get pods',
    'user@host:~$ kubectl get pods',
    '  kubectl   get\u00a0pods \n',
    'kubectl get \u200bpods',
    'kubectl get \\\n  pods',
    'kubectl get pods # all of them',
  ])('reads %j as it was meant', (answer) => {
    expect(compareCommands('kubectl get pods', answer).verdict).toBe('exact');
  });

  it.each([
    ['kubectl get pods --namespace=web', 'kubectl get pods —namespace=web'],
    ['kubectl get pods --namespace web', 'kubectl get pods –namespace web'],
    ['kubectl get pods -n web', 'kubectl get pods –n web'],
    ['kubectl exec x -- ls', 'kubectl exec x — ls'],
    ['kubectl create deploy x --image="a"', 'kubectl create deploy x ––image=“a”'],
    ["kubectl get pods -l 'a in (b)'", 'kubectl get pods -l ‘a in (b)’'],
    ['kubectl get pods --namespace web', 'kubectl get pods —-namespace web'],
    ['kubectl get pods --namespace web', 'kubectl get pods -—namespace web'],
    ['kubectl get pods -n web', '“kubectl get pods -n “web””'],
    ['kubectl get pods -n "web"', '"kubectl get pods -n \\"web\\""'],
    ["kubectl exec x -- sh -c 'echo hi'", "'kubectl exec x -- sh -c 'echo hi''"],
  ])('mends what a chat program made of %s', (expected, answer) => {
    expect(['exact', 'equivalent']).toContain(compareCommands(expected, answer).verdict);
  });

  it.each([
    ['"kubectl" get pods -l "a=b"', 'exact'],
    ["kubectl get pods -l 'a=b'", 'exact'],
    ["'kubectl' 'get' 'pods' '-l' 'a=b'", 'exact'],
    ['"kubectl get" pods -l a=b', 'invalid'],
    ['kubectl "get pods" -l a=b', 'invalid'],
    ["kubectl get pods -l 'a=b", 'invalid'],
    ['kubectl get pods\n-l a=b', 'invalid'],
    ['kubectl get pods; -l a=b', 'invalid'],
    ['kubectl get pods -l a=b;;', 'invalid'],
    ['kubectl get pods -l a=b &', 'invalid'],
    ['echo > kubectl get pods -l a=b', 'invalid'],
    ['sudo kubectl get pods -l a=b', 'invalid'],
    ['KUBECONFIG=x kubectl get pods -l a=b', 'invalid'],
    ['Kubectl get pods -l a=b', 'invalid'],
    ['kubectl Get pods -l a=b', 'invalid'],
    ['get pods -l a=b', 'invalid'],
  ] as const)('leaves what is no chat damage as a shell takes it: %j', (answer, verdict) => {
    expect(compareCommands('kubectl get pods -l a=b', answer).verdict).toBe(verdict);
  });

  it('finds every line to be exactly itself, or refused', () => {
    for (const line of lines) {
      expect(['exact', 'invalid']).toContain(compareCommands(`kubectl ${line}`, `kubectl ${line}`).verdict);
    }
  });

  it('does not care which of two commands is asked first', () => {
    const usable = lines.filter((line) => compareCommands(`kubectl ${line}`, `kubectl ${line}`).verdict === 'exact');
    fc.assert(
      fc.property(pairArbitrary(usable), (pair) => {
        const left = `kubectl ${quoteWords(pair.expected)}`;
        const right = `kubectl ${quoteWords(pair.answer)}`;
        const there = compareCommands(left, right).verdict;
        const back = compareCommands(right, left).verdict;
        if (there !== 'invalid' && back !== 'invalid') expect(there).toBe(back);
      }),
      { numRuns: 3_000 },
    );
  });

  it('reads a patch in YAML by meaning, and one that nobody types by its text', () => {
    const patched = (patch: string) => `kubectl patch deploy web -p '${patch}'`;
    const long = `spec: {replicas: 3} # ${'x'.repeat(600)}`;
    expect(compareCommands(patched('spec: {replicas: 3}'), patched('spec:\n  replicas: 3')).verdict).toBe('equivalent');
    expect(compareCommands(patched(long), patched(long)).verdict).toBe('exact');
    expect(compareCommands(patched('spec: {replicas: 3}'), patched(long)).verdict).toBe('different');
  });
});
