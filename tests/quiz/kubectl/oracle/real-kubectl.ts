// Runs the real kubectl against a recording server, in a throwaway home, for a bounded time.

import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RecordedRequest, type RecordingServer, startRecordingServer } from './recording-server.ts';

export interface KubectlRun {
  readonly words: readonly string[];
  readonly exitCode: number | 'stopped';
  readonly stdout: string;
  readonly stderr: string;
  readonly requests: readonly RecordedRequest[];
  /** The kubeconfig as the command left it. */
  readonly kubeconfig: string;
}

export interface RealKubectl {
  readonly version: string;
  /** Words without `kubectl`. The same words are run only once. */
  run(words: readonly string[]): Promise<KubectlRun>;
  /** Has the words run anew when they come next. */
  forget(words: readonly string[]): void;
  /** How many commands were really run. */
  runCount(): number;
  close(): Promise<void>;
}

interface Worker {
  readonly server: RecordingServer;
  readonly home: string;
  /** Ends when its current command does. */
  queue: Promise<unknown>;
}

const WORKERS = 2;
const RUN_LIMIT_MS = 8_000;
/** These serve until they are stopped. */
const ENDLESS = new Set(['proxy']);
const ENDLESS_LIMIT_MS = 500;
const CONTEXTS = ['main', 'dev', 'staging'] as const;
const FIXTURES = join(import.meta.dirname, 'files');

/** The kubectl to hold the comparer against: `KUBECTL`, or the one on the path; undefined where there is none. */
export function findKubectl(): { binary: string; version: string } | undefined {
  const binary = process.env.KUBECTL ?? 'kubectl';
  try {
    const said = execFileSync(binary, ['version', '--client'], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: tmpdir(), KUBECONFIG: join(tmpdir(), 'no-such-kubeconfig') },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const version = /v(\d+\.\d+\.\d+)/.exec(said)?.[1];
    return version === undefined ? undefined : { binary, version };
  } catch {
    return undefined;
  }
}

/** `moreFiles` is a folder whose content stands beside the usual files in the folder where commands are run. */
export async function startRealKubectl(
  found: { binary: string; version: string },
  moreFiles?: string,
): Promise<RealKubectl> {
  const workers = await Promise.all(Array.from({ length: WORKERS }, () => startWorker(moreFiles)));
  const cache = new Map<string, Promise<KubectlRun>>();
  let next = 0;
  let ran = 0;
  return {
    version: found.version,
    run: (words) => {
      const key = JSON.stringify(words);
      const known = cache.get(key);
      if (known !== undefined) return known;
      // Two runs must not want one local port at the same time.
      const isListening = words.some((word) => word === 'port-forward' || word === 'proxy');
      const worker = workers[isListening ? 0 : next % workers.length];
      next += 1;
      if (worker === undefined) throw new Error('there is no worker');
      const run = worker.queue.then(() => runOnce(found.binary, worker, words));
      worker.queue = run.catch(() => undefined);
      cache.set(key, run);
      ran += 1;
      return run;
    },
    forget: (words) => void cache.delete(JSON.stringify(words)),
    runCount: () => ran,
    close: async () => {
      await Promise.all(workers.map(closeWorker));
    },
  };
}

async function startWorker(moreFiles: string | undefined): Promise<Worker> {
  const server = await startRecordingServer();
  const home = mkdtempSync(join(tmpdir(), 'kubectl-oracle-'));
  for (const folder of [FIXTURES, ...(moreFiles === undefined ? [] : [moreFiles])]) {
    cpSync(folder, join(home, 'work'), { recursive: true });
  }
  return { server, home, queue: Promise.resolve() };
}

async function closeWorker(worker: Worker): Promise<void> {
  await worker.queue;
  await worker.server.close();
  rmSync(worker.home, { recursive: true, force: true });
}

async function runOnce(binary: string, worker: Worker, words: readonly string[]): Promise<KubectlRun> {
  const { server, home } = worker;
  const kubeconfig = join(home, 'kubeconfig');
  writeFileSync(kubeconfig, kubeconfigText(server.url));
  server.reset(words.some((word) => /^(?:--for=)?delete$/i.test(word)) && words.includes('wait'));
  const isEndless = words.some((word) => ENDLESS.has(word));
  const ended = await execute(binary, words, home, kubeconfig, isEndless ? ENDLESS_LIMIT_MS : RUN_LIMIT_MS);
  // The two workers differ in port and home; what they print must not.
  const neutral = (text: string) => text.replaceAll(server.url, 'http://server').replaceAll(home, '/home/learner');
  return {
    words,
    exitCode: ended.exitCode,
    stdout: neutral(ended.stdout),
    stderr: neutral(ended.stderr),
    requests: server.recorded(),
    kubeconfig: neutral(readFileSync(kubeconfig, 'utf8')),
  };
}

function execute(
  binary: string,
  words: readonly string[],
  home: string,
  kubeconfig: string,
  limitMs: number,
): Promise<{ exitCode: number | 'stopped'; stdout: string; stderr: string }> {
  const env = {
    HOME: home,
    KUBECONFIG: kubeconfig,
    PATH: '/usr/bin:/bin',
    KUBE_EDITOR: 'sed -i s/kept/changed/',
    NO_PROXY: '127.0.0.1',
  };
  return new Promise((resolve) => {
    const child = execFile(
      binary,
      [...words],
      { env, cwd: join(home, 'work'), timeout: limitMs, killSignal: 'SIGKILL' },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 'stopped';
        resolve({ exitCode: code, stdout, stderr });
      },
    );
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(readFileSync(join(FIXTURES, 'stdin.yaml')));
  });
}

/** Two contexts besides the current one; requests tell them apart by the path of the server and the user spoken for. */
function kubeconfigText(url: string): string {
  const lines = ['apiVersion: v1', 'kind: Config', 'current-context: main', 'clusters:'];
  for (const name of CONTEXTS) {
    lines.push('- cluster:', `    server: ${url}${name === 'main' ? '' : `/${name}`}`, `  name: ${name}`);
  }
  lines.push('contexts:');
  for (const name of CONTEXTS) {
    lines.push('- context:', `    cluster: ${name}`, `    user: ${name}`, `  name: ${name}`);
  }
  lines.push('users:');
  for (const name of CONTEXTS) {
    lines.push(`- name: ${name}`, '  user:', name === 'main' ? '    token: token-of-main' : `    as: ${name}-user`);
  }
  return `${lines.join('\n')}\n`;
}
