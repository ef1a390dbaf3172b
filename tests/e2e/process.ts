// The bot as a process of its own, as an operator starts it: what it prints, and how it ends.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export interface BotProcess {
  readonly child: ChildProcess;
  /** All that was printed so far. */
  readonly output: () => string;
  /** Resolves with what was printed once it matches. @throws Error when the process ends before */
  printed(pattern: RegExp): Promise<string>;
  /** Resolves with the exit code; null after a kill. */
  readonly ended: Promise<number | null>;
}

/** Starts `src/index.ts` with these settings and nothing of this machine's own. */
export function startProcess(
  environment: Readonly<Record<string, string>>,
  entry = 'src/index.ts',
  args: readonly string[] = [],
): BotProcess {
  const child = spawn(process.execPath, [entry, ...args], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      for (const listener of listeners) listener();
    });
  }
  const ended = once(child, 'close').then(() => child.exitCode);
  return {
    child,
    output: () => text,
    ended,
    async printed(pattern) {
      const seen = new Promise<string>((resolve) => {
        const look = (): void => {
          if (!pattern.test(text)) return;
          listeners.delete(look);
          resolve(text);
        };
        listeners.add(look);
        look();
      });
      const over = ended.then((code) => {
        throw new Error(`ended with ${code} before it printed ${pattern}:\n${text}`);
      });
      return Promise.race([seen, over]);
    },
  };
}
