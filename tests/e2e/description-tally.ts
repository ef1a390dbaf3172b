// Sums up over all test files how many requests were held against Discord's own description, and prints it at the end.

import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** File that takes one JSON line a disposed sandbox. */
    descriptionTally: string;
  }
}

interface Tally {
  readonly checked: number;
  readonly faults: readonly string[];
}

/** Vitest's global setup; what it returns runs after the last test. */
export default function setUp(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'studypod-tally-'));
  const file = join(folder, 'tally.jsonl');
  project.provide('descriptionTally', file);
  return () => {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    rmSync(folder, { recursive: true, force: true });
    if (lines.length === 0) return;
    // Each line was written by addToTally below.
    const tallies = lines.map((line) => JSON.parse(line) as Tally);
    const checked = tallies.reduce((sum, tally) => sum + tally.checked, 0);
    const faults = tallies.reduce((sum, tally) => sum + tally.faults.length, 0);
    console.log(`Discord's description: ${checked} requests of end-to-end tests checked, ${faults} faults`);
  };
}

export function addToTally(file: string, tally: Tally): void {
  appendFileSync(file, `${JSON.stringify(tally)}\n`);
}
