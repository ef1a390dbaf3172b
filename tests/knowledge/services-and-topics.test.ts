// Cloud services by any of their names, topics by any of theirs, and the titles offered while somebody types.

import { describe, expect, it } from 'vitest';
import { createKnowledgeIndex } from '../../src/knowledge/create-index.ts';
import { OWN_FOLDER, openIndex, readText, SEED_FOLDER } from './load.ts';

const seed = await openIndex(SEED_FOLDER);
const own = await openIndex(OWN_FOLDER);

function rowsOf(index: typeof own, service: string): string[] {
  const found = index.mapService(service);
  return found.kind === 'unknown'
    ? []
    : found.matches.map(({ row, provider }) => `${row.need} ${provider ?? ''}`.trim());
}

describe('cloud services', () => {
  it.each([
    ['AKS', 'Managed Kubernetes azure'],
    ['amazon eks', 'Managed Kubernetes aws'],
    ['Glue', 'Data integration and ETL aws'],
    ['aws glue', 'Data integration and ETL aws'],
    ['redshift', 'Data warehouse service aws'],
    ['Azure Active Directory', 'Identity and access azure'],
    ['Vertex AI', 'Machine learning platform gcp'],
    ['redshfit', 'Data warehouse service aws'],
    ['managed kubernetes', 'Managed Kubernetes'],
  ])('%s is found: %s', (service, row) => {
    expect(rowsOf(own, service)).toContain(row);
  });

  it('finds every row that a service stands in', () => {
    expect(rowsOf(own, 'S3')).toEqual(expect.arrayContaining(['Object storage aws', 'Storage for a data lake aws']));
  });

  it('finds those of the owner’s tables, whose row has no need of its own', () => {
    expect(rowsOf(seed, 'AKS')).toEqual(['Kubernetes azure']);
    expect(rowsOf(seed, 'EKS')).toEqual(['Kubernetes aws']);
  });

  it('says that it knows nothing, with near names only where a telling word is shared', () => {
    expect(own.mapService('Flurbostore')).toEqual({ kind: 'unknown', near: [] });
    expect(own.mapService('')).toEqual({ kind: 'unknown', near: [] });
    expect(own.mapService('azure cloud service')).toEqual({ kind: 'unknown', near: [] });
  });

  it('offers names by the beginning of any word', () => {
    expect(own.suggestServices('red', 5)).toContain('Amazon Redshift');
    expect(own.suggestServices('', 3)).toHaveLength(3);
    expect(own.suggestServices('xyzzy', 5)).toEqual([]);
  });
});

describe('topics', () => {
  it.each([
    ['Kubernetes', 'kubernetes'],
    ['kubernetes', 'kubernetes'],
    ['Spark', 'apache-spark'],
    ['SageMaker', 'cloud-ml-services'],
    ['data version control', 'dvc'],
    ['W&B', 'weights-biases-or-neptune-ai'],
    ['Tableau', 'powerbi-or-tableau'],
    ['data warehouse', 'data-lake-and-data-warehouse'],
    ['databrics', 'databricks'],
  ])('%s is %s, in both lists', (name, id) => {
    for (const index of [seed, own]) expect(index.findTopic(name)?.id).toBe(id);
  });

  it('finds none for what is no topic, and none where several fit', () => {
    for (const name of ['cooking', '', 'data lake of fire', 'the']) expect(own.findTopic(name)).toBeUndefined();
  });

  it('never opens a topic named in emoji alone for words that it does not hold', () => {
    const { knowledge } = readText('# Skills\n\n## Top priority\n\n### 🙂🙂🙂\n\n### Spark\n');
    const index = createKnowledgeIndex(knowledge);
    for (const name of ['spoiler', '???', '']) expect(index.findTopic(name), name).toBeUndefined();
  });

  it('offers topics by the beginning of a word, all of them for nothing typed', () => {
    expect(own.suggestTopics('spa', 5).map(({ id }) => id)).toEqual(['apache-spark']);
    expect(own.suggestTopics('', 25)).toHaveLength(9);
  });
});

describe('suggestions', () => {
  it('offer titles by the beginning of any of their names, titles first', () => {
    expect(own.suggest('deployment', 5)[0]).toBe('Deployment');
    expect(own.suggest('hpa', 5)[0]).toBe('Horizontal Pod Autoscaler');
    expect(own.suggest('volume', 25)).toContain('Persistent volume');
  });

  it('offer a whole name first, and topics of the list before what else begins like them', () => {
    for (const typed of ['k', 'kub', 'kube', 'kubernetes']) expect(own.suggest(typed, 12)[0]).toBe('Kubernetes');
    expect(own.suggest('dvc', 5)[0]).toBe('DVC');
  });

  it('offer what others lean on when nothing is typed', () => {
    const first = own.suggest('', 10);
    expect(first).toHaveLength(10);
    const { concepts } = own.knowledge;
    const leanOn = (title: string | undefined) => {
      const id = concepts.find((concept) => concept.title === title)?.id ?? '';
      return concepts.filter(({ relatedIds }) => relatedIds.includes(id)).length;
    };
    expect(leanOn(first[0])).toBe(Math.max(...concepts.map(({ title }) => leanOn(title))));
  });

  it('finish a comparison', () => {
    expect(own.suggest('service vs ', 5)[0]).toBe('Service vs Ingress');
    expect(own.suggest('service vs in', 5)).toContain('Service vs Ingress');
  });

  it('mend a slip, and offer nothing for nonsense', () => {
    expect(own.suggest('deploymnet', 5)).toEqual(['Deployment']);
    expect(own.suggest('xyzzy', 5)).toEqual([]);
  });

  it('lead back to the entry whose title they are', () => {
    for (const { title } of own.knowledge.concepts) {
      expect(own.lookUp(title)).toMatchObject({ kind: 'entry', entry: { kind: 'concept', concept: { title } } });
    }
  });
});
