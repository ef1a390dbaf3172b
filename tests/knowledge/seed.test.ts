// The owner's list as it was written, flaws and all. Expected figures were counted by hand in tests/fixtures/seed/skills.md.

import { describe, expect, it } from 'vitest';
import { countKnowledge } from '../../src/knowledge/count-knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { faultLines, SEED_FOLDER } from './load.ts';

const loaded = await loadKnowledge(SEED_FOLDER);
const { knowledge } = loaded;

function topic(id: string) {
  const found = knowledge.topics.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no topic ${id}`);
  return found;
}

describe("the owner's list", () => {
  it('has four tiers in order with three, two, two and two topics', () => {
    expect(knowledge.tiers.map(({ rank, title }) => `${rank} ${title}`)).toEqual([
      '1 Top priority',
      '2 High Priority',
      '3 Medium Priority',
      '4 Lower Priority',
    ]);
    expect(knowledge.tiers[1]?.note).toBe('Significant Impact, Build on Existing Strengths');
    const perTier = knowledge.tiers.map(({ id }) => knowledge.topics.filter(({ tierId }) => tierId === id).length);
    expect(perTier).toEqual([3, 2, 2, 2]);
  });

  it('has nine topics with short titles, in the order of the list', () => {
    expect(knowledge.topics.map(({ shortTitle }) => shortTitle)).toEqual([
      'Kubernetes',
      'Cloud ML Services',
      'Apache Spark',
      'MLflow',
      'Databricks',
      'Data Lake and Data Warehouse',
      'DVC',
      'Weights & Biases or Neptune.ai',
      'PowerBI or Tableau',
    ]);
    expect(knowledge.topics.map(({ order }) => order)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('is counted as it stands', () => {
    expect(countKnowledge(knowledge)).toMatchObject({
      tiers: 4,
      topics: 9,
      topicsWithAlternatives: 2,
      projectSteps: 5,
      glossaryTerms: 7,
      kubectlCommands: 17,
      tables: 2,
      cloudRows: 3,
    });
  });

  it('invents nothing from the bullet that is broken at "E / LT", and puts the sentence together again', () => {
    expect(topic('data-lake-and-data-warehouse').focus.map(({ text }) => text)).toEqual([
      expect.stringMatching(
        /ETL \(Extract, Transform, Load\) and ELT \(Extract, Load, Transform\) pipelines and when to use each\.$/,
      ),
    ]);
    expect(topic('data-lake-and-data-warehouse').why).toMatch(/^As an ML Engineer, you're the bridge/);
    expect(topic('data-lake-and-data-warehouse').difficulty).toMatchObject({ low: 'easy', high: 'medium' });
  });

  it('tells the only thing worth a look: the misspelt resource, at its line', () => {
    expect(faultLines(loaded)).toEqual([
      '91 notice `kubectl describe deployement deployment-1` is misspelt: read as `kubectl describe deployment deployment-1`',
    ]);
  });

  it('reads difficulties as levels with the words behind them', () => {
    expect(topic('kubernetes').difficulty).toEqual({ low: 'medium', high: 'high' });
    expect(topic('cloud-ml-services').difficulty).toEqual({ low: 'medium', high: 'medium' });
    expect(topic('mlflow').difficulty).toMatchObject({ low: 'easy', high: 'medium' });
    expect(topic('dvc').difficulty).toMatchObject({ low: 'easy', high: 'easy' });
    expect(topic('dvc').difficulty?.note).toMatch(/^DVC is conceptually straightforward/);
  });

  it('reads an effort where one is stated, by the table of docs/knowledge-format.md, and nowhere else', () => {
    // A week is 20 hours and a day 4; "a few" is 3 to 5.
    expect(topic('mlflow').effortHours).toEqual({ low: 20, high: 40 });
    expect(topic('dvc').effortHours).toEqual({ low: 12, high: 20 });
    const withEffort = knowledge.topics.filter(({ effortHours }) => effortHours !== undefined);
    expect(withEffort.map(({ id }) => id)).toEqual(['mlflow', 'dvc']);
  });

  it('finds the why of each topic that has one, also the one without a label', () => {
    expect(topic('kubernetes').why).toMatch(/^While cloud providers/);
    expect(topic('apache-spark').why).toMatch(/^Spark is the industry standard/);
    expect(topic('cloud-ml-services').why).toBeUndefined();
    expect(knowledge.topics.filter(({ why }) => why !== undefined)).toHaveLength(8);
  });

  it('takes every other bullet for a focus item, without its label and with its line', () => {
    expect(knowledge.topics.map(({ focus }) => focus.length)).toEqual([1, 2, 1, 3, 1, 1, 1, 1, 1]);
    expect(topic('mlflow').focus[1]).toMatchObject({
      text: 'MLflow Projects: Packaging code for reproducible runs.',
      place: { file: 'skills.md', line: 22 },
    });
    expect(topic('databricks').focus[0]?.text).toMatch(/^Learn Databricks, specifically/);
  });

  it('recognises the two choices of the last tier, and takes "SageMaker / Azure" for none', () => {
    const choices = knowledge.topics.map(({ alternatives }) => alternatives).filter((names) => names.length > 0);
    expect(choices).toEqual([
      ['Weights & Biases', 'Neptune.ai'],
      ['PowerBI', 'Tableau'],
    ]);
    expect(topic('cloud-ml-services').aliases).toEqual(
      expect.arrayContaining(['AWS SageMaker', 'SageMaker', 'Azure Machine Learning']),
    );
    expect(topic('weights-biases-or-neptune-ai').aliases).toEqual(expect.arrayContaining(['W&B', 'Neptune']));
  });

  it('puts Spark before Databricks, as "Learning Spark first helps" says, and knows no other order', () => {
    const orders = knowledge.topics.flatMap(({ id, prerequisiteIds }) =>
      prerequisiteIds.map((first) => `${first} → ${id}`),
    );
    expect(orders).toEqual(['apache-spark → databricks']);
  });

  it('keeps the five steps of the capstone with the topics that they name', () => {
    expect(knowledge.projectSteps.map(({ topicIds }) => topicIds)).toEqual([
      ['apache-spark'],
      ['mlflow'],
      [],
      ['kubernetes'],
      ['dvc'],
    ]);
    expect(knowledge.projectSteps[2]?.text).toBe('Containerize the model with Docker.');
  });

  it('reads glossary terms from bullets and from lines, and keeps "~=" as an approximation', () => {
    const terms = knowledge.concepts.map(({ title, summary }) => `${title}: ${summary}`);
    expect(terms).toContain('Node: A physical (or virtual) server');
    expect(terms).toContain('Pod: Roughly: a set of containers for one node');
    expect(terms).toContain('Service: Roughly: nginx. reverse proxy and load balancer.');
    expect(knowledge.concepts.map(({ title }) => title)).toEqual([
      'ETL',
      'ELT',
      'Node',
      'Pod',
      'Deployment',
      'Service',
      'Ingress',
    ]);
  });

  it('knows the columns of both tables by their headers, and drops the bold marks', () => {
    const rows = knowledge.cloudRows.map(({ need, services }) => [need, services.aws?.name, services.azure?.name]);
    expect(rows).toEqual([
      ['Data Warehouse', 'Amazon Redshift', 'Azure Synapse Analytics'],
      ['Data Lake', 'Amazon S3', 'Azure Data Lake Storage Gen2'],
      ['Kubernetes', 'AWS Elastic Kubernetes Service', 'Azure Kubernetes Service'],
    ]);
    expect(knowledge.cloudRows[1]).toMatchObject({
      accessInterface: 'URIs (for file access) / SQL (via query engines like Athena)',
      pipelineApproach: 'ELT',
      place: { line: 65 },
    });
    expect(knowledge.cloudRows[1]?.services.azure?.aliases).toContain('ADLS Gen2');
  });

  it('keeps all 17 commands, each comment with the lines below it', () => {
    const withGoal = knowledge.kubectlTasks.filter(({ goal }) => goal !== undefined);
    expect(withGoal.map(({ goal, command }) => `${command} # ${goal}`)).toEqual([
      "kubectl exec -it pod-1 -- <command> # run command inside of the pod's container",
      'kubectl exec -it pod-1 -- bash # get shell inside container',
      'kubectl scale deployment deployment-1 --replicas=5 # manually scale deployment to 5 replicas',
    ]);
    expect(new Set(knowledge.kubectlTasks.map(({ id }) => id)).size).toBe(17);
    expect(knowledge.kubectlTasks.at(-1)).toMatchObject({
      command: 'kubectl rollout undo deployment/first-deployment',
      place: { line: 110 },
    });
  });

  it('keeps the loose paragraphs on lakehouse and Spark as notes under their heading', () => {
    const notes = knowledge.notes.filter(({ title }) => ['Lakehouse', 'Spark'].includes(title));
    expect(notes.map(({ title, place }) => [title, place.headings.at(-1), place.line])).toEqual([
      ['Lakehouse', 'Data Lakes and Data Warehouses', 70],
      ['Spark', 'Data Lakes and Data Warehouses', 72],
    ]);
    expect(notes[1]?.text).toMatch(/basically pandas for big data.*broadly simialr\.\)$/);
  });
});
