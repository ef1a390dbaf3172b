// What a right answer to a card of two cloud services is evidence for.

import { expect, test } from 'vitest';
import { cloudCards } from '../../src/quiz/cloud-cards.ts';
import { OWN_FOLDER, readFolder } from './knowledge-folders.ts';

const knowledge = await readFolder(OWN_FOLDER);
const topicOfRow = (rowId: string): readonly (string | undefined)[] => [
  ...new Set(cloudCards(knowledge).flatMap((card) => (card.family === `cloud:${rowId}` ? [card.topicId] : []))),
];

test.each([
  ['models-served-in-real-time', 'cloud-ml-services'],
  ['data-warehouse-service', 'data-lake-and-data-warehouse'],
  ['databricks-itself', 'databricks'],
  ['dashboards-for-the-company', 'powerbi-or-tableau'],
  ['kubernetes-without-nodes-to-run', 'kubernetes'],
])('the cards of the row %s are evidence for the topic of its services as concepts, %s', (rowId, topicId) => {
  expect(topicOfRow(rowId)).toEqual([topicId]);
});

test('cards of services that are no concepts, or are filed under several topics, are evidence for none', () => {
  expect(topicOfRow('content-delivery-network')).toEqual([undefined]);
  // Microsoft Fabric and SageMaker Unified Studio are filed under a topic each.
  const fabric = cloudCards(knowledge).find(
    (card) => card.id === 'cloud:analytics-platform-in-one-workspace:aws-azure',
  );
  expect(fabric?.topicId).toBeUndefined();
});

test('a short name that several things go by is evidence for nothing', () => {
  // STS is the token service of AWS and kubectl's short name of StatefulSets.
  expect(topicOfRow('credentials-that-run-out')).not.toContain('kubernetes');
});

test('only topics that there are', () => {
  const ids = new Set(knowledge.topics.map((topic) => topic.id));
  const named = cloudCards(knowledge).flatMap((card) => card.topicId ?? []);
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter((id) => !ids.has(id))).toEqual([]);
});
