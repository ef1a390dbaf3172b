// The pace of a streamed answer: never faster than allowed, never behind at the end.

import { describe, expect, it } from 'vitest';
import { paceLatest } from '../../src/discord/pace-latest.ts';

async function* count(to: number, fault?: Error): AsyncGenerator<number> {
  for (let n = 1; n <= to; n += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    yield n;
  }
  if (fault !== undefined) throw fault;
}

describe('a paced sequence', () => {
  it('drops what comes too soon, keeps the order and always brings the last', async () => {
    const seen: { item: number; atMs: number }[] = [];
    for await (const item of paceLatest(count(200), 20)) seen.push({ item, atMs: performance.now() });
    expect(seen.at(-1)?.item).toBe(200);
    expect(seen.length).toBeLessThan(200);
    expect(seen.map((each) => each.item)).toEqual(seen.map((each) => each.item).toSorted((a, b) => a - b));
    for (const [index, each] of seen.entries()) {
      // Timers may fire up to a millisecond early.
      if (index > 0) expect(each.atMs - (seen[index - 1]?.atMs ?? 0)).toBeGreaterThanOrEqual(19);
    }
  });

  it('gives the newest item before it throws what the source threw', async () => {
    const seen: number[] = [];
    await expect(async () => {
      for await (const item of paceLatest(count(3, new Error('cut off')), 1)) seen.push(item);
    }).rejects.toThrow('cut off');
    expect(seen.at(-1)).toBe(3);
  });

  it('of nothing is nothing', async () => {
    const seen: number[] = [];
    for await (const item of paceLatest(count(0), 1)) seen.push(item);
    expect(seen).toEqual([]);
  });
});
