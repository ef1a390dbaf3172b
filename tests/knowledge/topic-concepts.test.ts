// The concepts shown first for a topic: what its name and its focus items speak of.

import { describe, expect, it } from 'vitest';
import { conceptsOfTopic } from '../../src/knowledge/topic-concepts.ts';
import { OWN_FOLDER, openIndex } from './load.ts';

const own = await openIndex(OWN_FOLDER);

function firstTitles(name: string): readonly string[] {
  const topic = own.findTopic(name);
  const concepts = topic === undefined ? [] : conceptsOfTopic(topic, own.knowledge);
  return concepts.slice(0, 7).map(({ title }) => title);
}

describe('the concepts of a topic', () => {
  it('begin with what its name says and what its focus items speak of', () => {
    const kubernetes = firstTitles('Kubernetes');
    expect(kubernetes[0]).toBe('Kubernetes');
    expect(kubernetes).toEqual(expect.arrayContaining(['Pod', 'Deployment', 'Service', 'Ingress', 'kubectl']));
    const cloud = firstTitles('Cloud ML Services');
    expect(cloud).toEqual(expect.arrayContaining(['SageMaker Studio', 'SageMaker endpoint', 'Azure ML workspace']));
  });

  it('begin with the tools where one of several is to be chosen', () => {
    expect(firstTitles('Experiment trackers').slice(0, 3)).toEqual([
      'Experiment tracking',
      'Weights & Biases',
      'Neptune',
    ]);
  });

  it('name each concept once, and all of the topic’s', () => {
    for (const topic of own.knowledge.topics) {
      const ids = conceptsOfTopic(topic, own.knowledge).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const all = own.knowledge.concepts.filter(({ topicId }) => topicId === topic.id).map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining(all));
    }
  });
});
