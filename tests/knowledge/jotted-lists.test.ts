// Lists as other people jot them down: other bullets, bold names, deeper nesting, and what cannot be understood.

import { describe, expect, it } from 'vitest';
import { faultLines, readText } from './load.ts';

describe('a jotted list', () => {
  it('may be numbered, starred and bold', () => {
    const { knowledge } = readText(
      '## High priority:\n1. **Kubernetes (K8s)**:\n   * **Why it matters:** it is everywhere.\n   * Difficulty: Hard\n   * Pods\n2. __Apache Kafka__\n',
    );
    expect(knowledge.topics).toMatchObject([
      { id: 'kubernetes', why: 'it is everywhere.', difficulty: { low: 'high' }, focus: [{ text: 'Pods' }] },
      { id: 'apache-kafka', shortTitle: 'Apache Kafka', aliases: ['Kafka'], focus: [] },
    ]);
  });

  it('may put its focus a level deeper', () => {
    const { knowledge } = readText(
      '## Top priority\n- Spark\n  - Focus:\n    - Joins\n    - Shuffles\n  - Why: speed\n',
    );
    expect(knowledge.topics[0]?.focus.map(({ text, place }) => `${place.line} ${text}`)).toEqual([
      '4 Joins',
      '5 Shuffles',
    ]);
    expect(knowledge.topics[0]?.why).toBe('speed');
  });

  it('joins a sentence that a line break tore apart, but no title to a statement of difficulty', () => {
    const { knowledge } = readText(
      '## Top priority\n- A:\n  - Learn the first half and\n- the second half of it.\n  - Difficulty: Easy\n- B is next\n  - Focus: x\n',
    );
    expect(knowledge.topics.map(({ title }) => title)).toEqual(['A', 'B is next']);
    expect(knowledge.topics[0]?.focus[0]?.text).toBe('Learn the first half and the second half of it.');
  });

  it('takes a choice only where one is asked for', () => {
    const { knowledge } = readText('## Top priority\n- Docker or Podman (choose one):\n  - x\n- CI or CD:\n  - y\n');
    expect(knowledge.topics.map(({ alternatives }) => alternatives)).toEqual([['Docker', 'Podman'], []]);
  });

  it.each([
    ['A day of practice.', { low: 4, high: 4 }],
    ['Two to three weeks.', { low: 40, high: 60 }],
    ['2-3 days should do.', { low: 8, high: 12 }],
    ['10 hours.', { low: 10, high: 10 }],
    ['It pays off one day.', { low: 4, high: 4 }],
    ['No time at all.', undefined],
  ])('reads the effort of "%s"', (words, hours) => {
    const { knowledge } = readText(`## Top priority\n- A:\n  - Difficulty: Easy. ${words}\n`);
    expect(knowledge.topics[0]?.effortHours).toEqual(hours);
  });

  it('tells what it could not understand without refusing the list', () => {
    expect(
      faultLines(readText('## Top priority\n- A:\n  - Difficulty: brutal\n\n## Low priority\n\nLater.\n')),
    ).toEqual([
      '3 notice difficulty not understood: "Difficulty: brutal"',
      '5 notice "Low priority" reads like a tier, but no list of topics stands under it',
    ]);
  });
});

describe('loose knowledge', () => {
  it('reads glossary lines, but takes no formula or sentence for one', () => {
    const { knowledge } = readText(
      '# Words\n\n- **pod** = a group\n- x ~= y\n\nthis is a longer sentence with = inside\na == b\n',
    );
    expect(knowledge.concepts.map(({ title, summary }) => `${title}: ${summary}`)).toEqual([
      'Pod: A group',
      'X: Roughly: y',
    ]);
    expect(knowledge.notes).toHaveLength(1);
  });

  it('reads commands with prompts, and mends no word that is a resource or a name', () => {
    const { knowledge, faults } = readText(
      '# K\n\n```sh\n$ kubectl get pods\nkubectl describe servcie web\nkubectl get widgets\nkubectl delete po web\n```\n',
    );
    expect(knowledge.kubectlTasks.map(({ command }) => command)).toEqual([
      'kubectl get pods',
      'kubectl describe service web',
      'kubectl get widgets',
      'kubectl delete po web',
    ]);
    expect(faults.map(({ line }) => line)).toEqual([5]);
  });

  it('reads a provider’s column whatever it is called, and leaves out what is not there', () => {
    const { knowledge } = readText('# Queues\n\n| Google Cloud | Amazon |\n| --- | --- |\n| Pub/Sub | - |\n');
    expect(knowledge.cloudRows).toMatchObject([{ need: 'Queues', services: { gcp: { name: 'Pub/Sub' } } }]);
    expect(knowledge.cloudRows[0]?.services).not.toHaveProperty('aws');
  });

  it('declares nothing by a heading that only sounds like a kind', () => {
    const { knowledge, faults } = readText('## Troubleshooting\n\nTurn it off and on.\n');
    expect(faults).toEqual([]);
    expect(knowledge.notes).toMatchObject([{ title: 'Troubleshooting', text: 'Turn it off and on.' }]);
  });
});
