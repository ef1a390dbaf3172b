// Questions that found nothing: counted as one however they are typed, bounded, and without who asked.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gapQuestion, MAX_GAP_LENGTH } from '../../src/knowledge/gaps.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { createGapRepository } from '../../src/store/gap-repository.ts';

let database: OpenDatabase;
beforeEach(async () => {
  database = await openDatabase(':memory:');
});
afterEach(() => database.close());

describe('a gap', () => {
  it('is one row for one question, however it is typed', async () => {
    const gaps = createGapRepository(database.db);
    for (const [index, text] of ['What is Flink?', ' what  is flink', 'WHAT IS FLINK ?!'].entries()) {
      await gaps.count(gapQuestion(text), index);
    }
    await gaps.count(gapQuestion('what is storm'), 9);
    expect(await gaps.list(10)).toEqual([
      { question: 'what is flink', timesAsked: 3, lastAskedAtMs: 2 },
      { question: 'what is storm', timesAsked: 1, lastAskedAtMs: 9 },
    ]);
  });

  it('of a pasted page keeps its beginning', () => {
    expect(gapQuestion('x'.repeat(10_000))).toHaveLength(MAX_GAP_LENGTH);
  });

  it('makes room for a new one when there are too many, least asked and longest ago first', async () => {
    const gaps = createGapRepository(database.db, 3);
    for (const [atMs, question] of ['a', 'b', 'b', 'c', 'd'].entries()) await gaps.count(question, atMs);
    expect((await gaps.list(10)).map((gap) => gap.question)).toEqual(['b', 'd', 'c']);
  });
});
