// kubectl commands in an answer are found wherever they stand, and read as kubectl would get them.

import { describe, expect, it } from 'vitest';
import { type CommandChecker, checkShownCommands, findCommands } from '../../src/assistant/shown-commands.ts';
import { readCommand } from '../../src/quiz/kubectl/read-command.ts';

/** Our own table of kubectl's verbs and flags. */
const TABLE: CommandChecker = {
  check(line) {
    const read = readCommand(line);
    return read.kind === 'refused' ? { kind: 'refused', reason: read.code, subject: read.subject } : { kind: 'runs' };
  },
};

describe('commands in an answer', () => {
  it('are found in fences and in inline code, without prompt, comment, pipe and continuation', () => {
    const answer = [
      'Use `kubectl get pods` or `k logs web | tail`, not `kubectl` alone or `docker ps`.',
      '```sh',
      '$ kubectl scale deployment web \\',
      '    --replicas=3   # three of them',
      'echo done; kubectl get pods',
      'kubectl get pod -o jsonpath="{.items[0]|x}" > out.json && cat out.json',
      '```',
    ].join('\n');
    expect(findCommands(answer)).toEqual([
      'kubectl scale deployment web --replicas=3',
      'kubectl get pod -o jsonpath="{.items[0]|x}"',
      'kubectl get pods',
      'k logs web',
    ]);
  });

  it('that would run are not flagged, also with placeholders', () => {
    for (const command of [
      'kubectl get pods -n <namespace>',
      'kubectl scale deployment <name> --replicas=<number>',
      'kubectl port-forward service/<name> 8080:<port>',
      'kubectl rollout restart deployment/{name}',
      'kubectl logs deploy/web --tail <lines> -f',
    ]) {
      expect(checkShownCommands(`\`${command}\``, TABLE), command).toEqual([]);
    }
  });

  it('that would not run are flagged once each, with the reason', () => {
    const answer =
      'Try `kubectl get pods --watch-all`, or\n```\nkubectl restart deployment web\nkubectl get pods --watch-all\n```';
    expect(checkShownCommands(answer, TABLE)).toEqual([
      { line: 'kubectl restart deployment web', reason: 'unknown-command', subject: 'restart' },
      { line: 'kubectl get pods --watch-all', reason: 'unknown-flag', subject: '--watch-all' },
    ]);
  });
});
