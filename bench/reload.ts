// How long a saved file takes to be in force, at the size of our own knowledge, through the watcher of the folder.

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKnowledge } from '../src/knowledge/knowledge-source.ts';
import type { Figure } from './figure.ts';

/** The largest file of the folder, so the slowest to read again. */
const EDITED = 'troubleshooting.md';
const SAVES = 7;

/** Saves the largest file several times; each figure is the median of them. */
export async function benchReload(): Promise<readonly Figure[]> {
  const dir = await mkdtemp(join(tmpdir(), 'studypod-reload-'));
  await cp('knowledge', dir, { recursive: true });
  const swapped: (() => void)[] = [];
  const source = await openKnowledge({ dir, onChange: () => swapped.shift()?.() });
  const wallMs: number[] = [];
  const cpuMs: number[] = [];
  for (let save = 0; save < SAVES; save += 1) {
    const text = `${await readFile(join(dir, EDITED), 'utf8')}\n`;
    const swap = new Promise<void>((resolve) => swapped.push(resolve));
    const savedAtMs = performance.now();
    const cpuBefore = process.cpuUsage();
    await writeFile(join(dir, EDITED), text);
    await swap;
    const { user, system } = process.cpuUsage(cpuBefore);
    wallMs.push(performance.now() - savedAtMs);
    cpuMs.push((user + system) / 1000);
  }
  await source.close();
  await rm(dir, { recursive: true });
  return [
    { name: 'largest file saved until it is in force', value: middleOf(wallMs), unit: 'ms' },
    { name: 'largest file saved until it is in force, processor time', value: middleOf(cpuMs), unit: 'ms' },
  ];
}

function middleOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
