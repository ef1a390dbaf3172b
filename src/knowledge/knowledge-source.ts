// The knowledge in force: loaded at the start, watched, and swapped only for a state of the files without faults.

import { watch } from 'chokidar';
import { createKnowledgeIndex } from './create-index.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { createOutlineReader, type OutlineReader } from './reading/outline.ts';
import type { KnowledgeFault, KnowledgeIndex, KnowledgeSource } from './types.ts';

/** What is told about loading. Any pino logger fits. */
export interface KnowledgeLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}

export interface KnowledgeOptions {
  readonly dir: string;
  readonly log?: KnowledgeLog;
  /** Called after each swap, with what is in force now and what was before. */
  readonly onChange?: (now: KnowledgeIndex, before: KnowledgeIndex) => void;
  /** Called after a change that did not load, with its faults; the last good knowledge stays in force. */
  readonly onFaults?: (faults: readonly KnowledgeFault[]) => void;
}

export interface OpenKnowledge extends KnowledgeSource {
  /** Stops watching. What is in force stays readable. */
  close(): Promise<void>;
}

/** Thrown when the folder has faults at the start; its message lists each as `file:line message`. */
export class FaultyKnowledgeError extends Error {
  override readonly name = 'FaultyKnowledgeError';
  readonly faults: readonly KnowledgeFault[];

  constructor(dir: string, faults: readonly KnowledgeFault[]) {
    const lines = faults.map(({ file, line, message }) => `${file}:${line} ${message}`);
    super(
      [`the knowledge in ${dir} has ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`, ...lines].join('\n'),
    );
    this.faults = faults;
  }
}

/** Editors write a file in several steps; a reload waits for this much quiet, so that it is done well within a second. */
const QUIET_MS = 120;

/**
 * Loads a folder and watches it.
 * @throws FaultyKnowledgeError when it has faults; the file system's error when it cannot be read.
 */
export async function openKnowledge(options: KnowledgeOptions): Promise<OpenKnowledge> {
  const { dir, log } = options;
  const outlineOf = createOutlineReader();
  const first = await load(dir, outlineOf);
  if (first.kind === 'faulty') throw new FaultyKnowledgeError(dir, first.faults);
  let index = first.index;
  let lastReport = '';
  log?.info(
    { dir, topics: index.knowledge.topics.length, concepts: index.knowledge.concepts.length },
    'knowledge loaded',
  );

  const reload = async (): Promise<void> => {
    const next = await load(dir, outlineOf);
    if (next.kind === 'faulty') {
      const report = JSON.stringify(next.faults);
      if (report !== lastReport) {
        log?.warn({ dir, faults: next.faults }, 'knowledge not reloaded: the last good one stays');
        options.onFaults?.(next.faults);
      }
      lastReport = report;
      return;
    }
    lastReport = '';
    const before = index;
    index = next.index;
    log?.info(
      { dir, topics: index.knowledge.topics.length, concepts: index.knowledge.concepts.length },
      'knowledge reloaded',
    );
    options.onChange?.(index, before);
  };
  const stopWatching = await watchFolder(dir, inTurn(reload), (error) =>
    log?.warn({ dir, err: error }, 'knowledge not watched'),
  );
  return { current: () => index, close: stopWatching };
}

type Loaded =
  | { readonly kind: 'good'; readonly index: KnowledgeIndex }
  | { readonly kind: 'faulty'; readonly faults: readonly KnowledgeFault[] };

async function load(dir: string, outlineOf: OutlineReader): Promise<Loaded> {
  const { knowledge, faults } = await loadKnowledge(dir, outlineOf);
  const serious = faults.filter(({ severity }) => severity === 'fault');
  if (serious.length > 0) return { kind: 'faulty', faults: serious };
  return { kind: 'good', index: createKnowledgeIndex(knowledge) };
}

/** Runs one reload at a time; a change during one asks for another after it. */
function inTurn(reload: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let isAskedAgain = false;
  const run = async (): Promise<void> => {
    do {
      isAskedAgain = false;
      await reload();
    } while (isAskedAgain);
    running = undefined;
  };
  return () => {
    if (running === undefined) running = run();
    else isAskedAgain = true;
    return running;
  };
}

async function watchFolder(
  dir: string,
  reload: () => Promise<void>,
  onError: (error: unknown) => void,
): Promise<() => Promise<void>> {
  const watcher = watch(dir, {
    ignoreInitial: true,
    ignored: (path, stats) => stats?.isFile() === true && !path.endsWith('.md'),
  });
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> = Promise.resolve();
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // A file that vanished between the event and the reading brings another event, so its error is only told.
      underWay = reload().catch(onError);
    }, QUIET_MS);
  });
  watcher.on('error', onError);
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return async () => {
    clearTimeout(timer);
    await watcher.close();
    await underWay;
  };
}
