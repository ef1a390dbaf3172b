// The order in which new cards are met: by the owner's tiers, and not by how files are called.

import { expect, test } from 'vitest';
import { inLearningOrder } from '../../src/quiz/learning-order.ts';
import { SAMPLE_TIERS, SAMPLE_TOPICS } from '../study/sample-list.ts';

test('topics of a tier take turns, and in a topic its files do; lower tiers and what has no topic come after', () => {
  const item = (name: string, topicId: string | undefined, file: string) => ({ name, topicId, file });
  const items = [
    item('stray', undefined, 'a.md'),
    item('mlflow', 'mlflow', 'a.md'),
    item('spark-1', 'spark', 'b.md'),
    item('spark-2', 'spark', 'b.md'),
    item('pod-1', 'kubernetes', 'c.md'),
    item('pod-2', 'kubernetes', 'c.md'),
    item('net-1', 'kubernetes', 'd.md'),
    item('gone', 'left-the-list', 'a.md'),
  ];
  const ordered = inLearningOrder(items, { tiers: SAMPLE_TIERS, topics: SAMPLE_TOPICS });
  expect(ordered.map(({ name }) => name)).toEqual([
    ...['pod-1', 'spark-1', 'net-1', 'spark-2', 'pod-2'],
    ...['mlflow', 'stray', 'gone'],
  ]);
});
