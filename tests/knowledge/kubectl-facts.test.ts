// Holds every kubectl command of our own knowledge against the real kubectl, which asks a recording server in place of a cluster.

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { compareCommands } from '../../src/quiz/kubectl/compare.ts';
import { splitShellWords } from '../../src/quiz/kubectl/shell-words.ts';
import {
  findKubectl,
  type KubectlRun,
  type RealKubectl,
  startRealKubectl,
} from '../quiz/kubectl/oracle/real-kubectl.ts';
import { firstCommandLines, type KubectlLine, mentionedLines, taskLines } from './kubectl-lines.ts';
import { OWN_FOLDER } from './load.ts';

/** Some 0.2 s a command, on a machine that does other things too. */
const RUN_ALL_TIMEOUT_MS = 300_000;

/** The version that the table of commands was read from; what stands in sentences has no version of its own. */
const CURRENT = '1.32';

const { knowledge } = await loadKnowledge(OWN_FOLDER);
const found = findKubectl();
const noKubectl = 'There is no kubectl on this machine: the commands of the knowledge were not held against it.';

/** Refusals that come from the pretended cluster and not from the words, each with the commands that may meet it. */
const CIRCUMSTANCES: readonly { readonly line: RegExp; readonly said: RegExp; readonly isOldOnly?: true }[] = [
  // Its services have one port, 7777.
  { line: /^kubectl port-forward service/, said: /does not have a service port/ },
  // Its documents describe types down to the first level.
  { line: /^kubectl explain \w+\.\w+/, said: /field "\w+" does not exist/ },
  // There is no pair of certificate and key among the files.
  { line: /^kubectl create secret tls/, said: /no such file/ },
  // Its pods have no containers of other names.
  { line: /^kubectl (?:logs|exec|attach|cp) /, said: /container \S+ is not valid for pod/ },
  { line: /^kubectl plugin list/, said: /unable to find any kubectl plugins/ },
  // Clients of 2020 want its document of types in protobuf, and API versions that are gone from clusters since.
  { line: /./, said: /unexpected EOF|no kind "\w+" is registered|no matches for kind/, isOldOnly: true },
  // They do not take the first of two containers by themselves.
  { line: /^kubectl logs/, said: /a container name must be specified/, isOldOnly: true },
  // 1.20.2 crashes on it.
  { line: /^kubectl config set-credentials/, said: /nil pointer dereference/, isOldOnly: true },
];

describe('the kubectl commands of our own knowledge', () => {
  let kubectl: RealKubectl | undefined;
  beforeAll(async () => {
    if (found !== undefined) kubectl = await startRealKubectl(found, join(import.meta.dirname, 'kubectl-files'));
  });
  afterAll(() => kubectl?.close());

  it('are all read by the comparer', () => {
    const lines = taskLines(knowledge).map(({ line }) => line);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => compareCommands(line, line).verdict !== 'exact')).toEqual([]);
  });

  it(
    'are taken by the real kubectl, each task and each first command',
    async () => {
      if (kubectl === undefined) return console.warn(noKubectl);
      const { version } = kubectl;
      const all = [...taskLines(knowledge), ...firstCommandLines(knowledge)];
      const lines = all.filter(({ since = '1.0' }) => isAtLeast(version, since));
      const outcomes = await runAll(kubectl, lines);
      const unjudged = outcomes.filter(({ run, line }) => isRefused(run) && isCircumstance(run, line, version));
      const refused = outcomes.filter((outcome) => isRefused(outcome.run) && !unjudged.includes(outcome));
      console.log(
        `kubectl ${version}: ${lines.length} commands tried, ${refused.length} refused; ${all.length - lines.length} are newer ` +
          `than it, ${unjudged.length} failed only for what the pretended cluster lacks`,
      );
      expect(refused.map(({ at, line, run }) => `${at}: ${line}: ${run.stderr.slice(0, 200)}`)).toEqual([]);
    },
    RUN_ALL_TIMEOUT_MS,
  );

  it(
    'hold no command and no flag in their sentences that the real kubectl does not know',
    async () => {
      if (kubectl === undefined) return console.warn(noKubectl);
      if (!isAtLeast(kubectl.version, CURRENT)) {
        return console.warn(`kubectl ${kubectl.version} is older than ${CURRENT}: sentences were not held against it.`);
      }
      const lines = mentionedLines(OWN_FOLDER).filter(({ line }) => !/\{\w+\}|…|\.\.\.|\$\(|<\(/.test(line));
      const outcomes = await runAll(kubectl, lines);
      console.log(`kubectl ${kubectl.version}: ${lines.length} mentions tried`);
      const unknown = outcomes.filter(({ run }) => /unknown (?:command|flag|shorthand flag)/.test(run.stderr));
      expect(unknown.map(({ at, line, run }) => `${at}: ${line}: ${run.stderr.slice(0, 200)}`)).toEqual([]);
    },
    RUN_ALL_TIMEOUT_MS,
  );
});

function runAll(kubectl: RealKubectl, lines: readonly KubectlLine[]) {
  return Promise.all(lines.map(async ({ line, at }) => ({ line, at, run: await kubectl.run(argumentsOf(line)) })));
}

function argumentsOf(line: string): readonly string[] {
  const split = splitShellWords(line);
  if (split.kind !== 'words') throw new Error(`a shell would not pass this line on as it stands: ${line}`);
  return split.words.slice(1);
}

/** `diff` says with 1 that there is a difference; a session that was begun or had to be stopped was not refused. */
function isRefused(run: KubectlRun): boolean {
  if (run.exitCode === 0 || run.exitCode === 'stopped') return false;
  return !(run.exitCode === 1 && run.words[0] === 'diff') && !run.requests.some((request) => request.isUpgrade);
}

function isCircumstance(run: KubectlRun, line: string, version: string): boolean {
  return CIRCUMSTANCES.some(
    (one) =>
      one.line.test(line) && one.said.test(run.stderr) && (one.isOldOnly !== true || !isAtLeast(version, '1.25')),
  );
}

/** Versions such as `1.20.2` and `1.24`, compared by their first two numbers. */
function isAtLeast(version: string, wanted: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
