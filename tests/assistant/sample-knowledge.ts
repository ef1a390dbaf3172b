// A small knowledge base for the assistant's tests, read from Markdown like the real one.

import { createKnowledgeIndex } from '../../src/knowledge/create-index.ts';
import { readKnowledge } from '../../src/knowledge/load-knowledge.ts';
import type { KnowledgeIndex } from '../../src/knowledge/types.ts';

const SKILLS = `# Skills

## Top priority

### Kubernetes

The managed services of every cloud are built on it.

- id: kubernetes
- difficulty: medium to high
- focus:
  - Say what pods, services and ingress do {#objects}

### MLflow

- id: mlflow
- difficulty: easy
- focus:
  - Compare two runs {#compare-runs}
`;

const CONCEPTS = `# Concepts: Kubernetes

- topic: kubernetes
- reviewed: 2026-11-23

## Service

Gives a changing set of pods one stable address inside the cluster. It spreads the traffic over those that are ready.

- aliases: svc
- use when: other programs must reach the pods.
- source: https://kubernetes.io/docs/concepts/services-networking/service/

## Ingress

Routes HTTP traffic from outside to Services, by host and path. It needs an ingress controller in the cluster.

- aliases: ing
- not for: traffic that is not HTTP.
- source: https://kubernetes.io/docs/concepts/services-networking/ingress/

## Pod

The smallest thing that Kubernetes runs: one or more containers with one address.

- source: https://kubernetes.io/docs/concepts/workloads/pods/
`;

export const SAMPLE_FILES = [
  { file: 'skills.md', text: SKILLS },
  { file: 'concepts/kubernetes.md', text: CONCEPTS },
];

/** @param more further files, e.g. with instructions hidden in them. */
export function sampleIndex(more: readonly { readonly file: string; readonly text: string }[] = []): KnowledgeIndex {
  const { knowledge, faults } = readKnowledge([...SAMPLE_FILES, ...more]);
  const serious = faults.filter((fault) => fault.severity === 'fault');
  if (serious.length > 0) throw new Error(`sample knowledge is faulty: ${JSON.stringify(serious)}`);
  return createKnowledgeIndex(knowledge);
}
