// What people type, and what they get: names, comparisons, pasted errors, how-tos, slips, and nothing where there is nothing.

import { describe, expect, it } from 'vitest';
import { OWN_FOLDER, openIndex, SEED_FOLDER, summarise } from './load.ts';

const seed = await openIndex(SEED_FOLDER);
const own = await openIndex(OWN_FOLDER);

describe('with the owner’s list alone', () => {
  it.each([
    ['Service', 'concept:Service'],
    ['ingress', 'concept:Ingress'],
    ['pods', 'concept:Pod'],
    ['What is a Deployment?', 'concept:Deployment'],
    ['node', 'concept:Node'],
    ['ETL', 'concept:ETL'],
    ['elt', 'concept:ELT'],
    ['extract load transform', 'concept:ELT'],
    ['lakehouse', 'note:Lakehouse'],
    ['spark', 'note:Spark'],
    ['data warehouse', 'cloud:Data Warehouse'],
    ['Data Lakes', 'cloud:Data Lake'],
    ['AKS', 'cloud:Kubernetes@azure'],
    ['eks', 'cloud:Kubernetes@aws'],
    ['Redshift', 'cloud:Data Warehouse@aws'],
    ['S3', 'cloud:Data Lake@aws'],
    ['ADLS Gen2', 'cloud:Data Lake@azure'],
    ['mlflow', 'topic:MLflow'],
    ['W&B', 'topic:Weights & Biases or Neptune.ai'],
    ['power bi', 'topic:PowerBI or Tableau'],
    ['kubectl get pods', 'kubectl:kubectl get pods'],
    ['get shell inside container', 'kubectl:kubectl exec -it pod-1 -- bash'],
    ['kubectl describe deployement deployment-1', 'kubectl:kubectl describe deployment deployment-1'],
    ['service vs ingress', 'concept:Service <> concept:Ingress'],
    ['data lake vs data warehouse', 'cloud:Data Lake <> cloud:Data Warehouse'],
    ['EKS vs AKS', 'cloud:Kubernetes@aws <> cloud:Kubernetes@azure'],
    ['what is the capital of France', 'unknown'],
    ['service dog', 'unknown'],
    ['podcast', 'unknown'],
    ['ingress for horses', 'unknown'],
    ['pod racing', 'unknown'],
  ])('%s → %s', (query, found) => {
    expect(summarise(seed.lookUp(query))).toBe(found);
  });
});

describe('comparisons, in the ways in which people ask for them', () => {
  it.each([
    'service vs ingress',
    'Service versus Ingress',
    'service vs. ingress?',
    'service v ingress',
    'services vs ingresses',
    'svc vs ing',
    'servce vs ingres',
    'service or ingress',
    'service / ingress',
    'service/ingress',
    'service and ingress',
    'difference between service and ingress',
    'what is the difference between a service and an ingress?',
    'whats the difference btw service and ingress',
    'differences between services and ingress please',
    'compare service with ingress',
    'compare a service to an ingress',
    'compare service and ingress',
    'how is a service different from an ingress',
    'how does a service differ from an ingress?',
    'when should I use a service instead of an ingress',
    'when to use service rather than ingress',
    'why use service over ingress',
    'should i use a service or an ingress',
    'is a service the same as an ingress',
    'service compared to ingress',
  ])('%s', (query) => {
    for (const index of [seed, own]) expect(summarise(index.lookUp(query))).toBe('concept:Service <> concept:Ingress');
  });

  it.each([
    ['tableau powerbi difference', 'concept:Tableau <> concept:Power BI'],
    ['difference etl elt', 'concept:ETL <> concept:ELT'],
    ['data lake data warehouse difference', 'concept:Data lake <> concept:Data warehouse'],
    ['compare docker podman', 'concept:Docker <> concept:Podman'],
  ])('are read where nothing parts the sides, and before a name that holds both: %s', (query, found) => {
    expect(summarise(own.lookUp(query))).toBe(found);
  });

  it('show the entry that has a side as its title, though the rule is another one’s of that name', () => {
    expect(summarise(own.lookUp('kubernetes or docker'))).toMatch(/^(?:topic|concept):Kubernetes <> concept:Docker$/);
  });

  it('keep the order in which the sides were named', () => {
    expect(summarise(own.lookUp('ingress vs service'))).toBe('concept:Ingress <> concept:Service');
  });

  it('bring the written rule of thumb, whichever side comes first', () => {
    for (const query of ['service vs ingress', 'ingress vs service']) {
      expect(own.lookUp(query)).toMatchObject({ ruleOfThumb: { id: 'service-vs-ingress' } });
    }
    expect(own.lookUp('pod vs secret')).not.toHaveProperty('ruleOfThumb');
  });

  it.each([
    ['docker vs kubernetes', 'docker-vs-container-orchestration'],
    ['kubernetes or docker', 'docker-vs-container-orchestration'],
    ['difference between docker compose and k8s', 'docker-compose-vs-container-orchestration'],
    ['databricks vs data factory', 'azure-data-factory-vs-databricks-platform'],
    ['eks vs aks', 'eks-cluster-vs-aks-cluster'],
    ['OOMKilled vs Evicted', 'out-of-memory-kill-vs-eviction'],
  ])('bring the rule of the concepts that go by the name of a topic, a service or a symptom: %s', (query, id) => {
    expect(own.lookUp(query)).toMatchObject({ kind: 'comparison', ruleOfThumb: { id } });
  });

  it('bring no rule of something else that a topic holds', () => {
    expect(summarise(own.lookUp('mlflow or neptune'))).toBe('concept:MLflow <> concept:Neptune');
    expect(own.lookUp('mlflow or neptune')).not.toHaveProperty('ruleOfThumb');
  });

  it('bring the one entry that tells both apart, where it is named for both', () => {
    expect(summarise(own.lookUp('requests vs limits'))).toBe('concept:Resource requests and limits');
    expect(summarise(own.lookUp('difference between cmd and entrypoint'))).toBe('concept:ENTRYPOINT and CMD');
    expect(own.lookUp('service vs endpoint')).toMatchObject({ kind: 'comparison' });
  });

  it('say which side is unknown', () => {
    expect(summarise(own.lookUp('spark vs flurbostore'))).toBe('concept:Apache Spark | unknown: flurbostore');
    expect(summarise(own.lookUp('difference between flurbostore and a pod'))).toBe(
      'concept:Pod | unknown: flurbostore',
    );
    expect(summarise(own.lookUp('cats vs dogs'))).toBe('unknown');
  });

  it('are none where both sides are one thing', () => {
    expect(summarise(own.lookUp('pod vs pods'))).toBe('concept:Pod');
  });

  it('are none where "or" and "and" only join words of a question', () => {
    expect(summarise(own.lookUp('Weights and Biases'))).toBe('concept:Weights & Biases');
    expect(summarise(own.lookUp('requests and limits'))).toBe('concept:Resource requests and limits');
  });
});

describe('questions in sentences, short names and slips', () => {
  it.each([
    ['what is a pod in kubernetes', 'concept:Pod'],
    ['can you explain statefulsets to me please', 'concept:StatefulSet'],
    ['config map', 'concept:ConfigMap'],
    ['cm', 'concept:ConfigMap'],
    ['po', 'concept:Pod'],
    ['svc', 'concept:Service'],
    ['sts', 'concept:StatefulSet'],
    ['hpa', 'concept:Horizontal Pod Autoscaler'],
    ['horizontal pod autoscaling', 'concept:Horizontal Pod Autoscaler'],
    ['pvc', 'concept:Persistent volume claim'],
    ['deploymnet', 'concept:Deployment'],
    ['databrics', 'concept:Databricks platform'],
    ['crashlopbackof', 'troubleshooting:CrashLoopBackOff'],
    ['parqet', 'concept:Parquet'],
    ['lazy evaluation', 'concept:Lazy evaluation'],
    ['how does a shuffle work in spark', 'concept:Shuffle'],
    ['wandb', 'concept:Weights & Biases'],
    ['fast api', 'concept:FastAPI'],
    ['tune hyperparameters', 'concept:Hyperparameter tuning'],
    ['zero downtime deploys', 'concept:Rolling update'],
    ['kind cluster', 'concept:kind (Kubernetes in Docker)'],
    ['Docker', 'concept:Docker'],
  ])('%s → %s', (query, found) => {
    expect(summarise(own.lookUp(query))).toBe(found);
  });

  it.each([
    ['diffrence betwen requests and limits', 'concept:Resource requests and limits'],
    ['ok dumb question but what even is helm and why does everyone use it', 'concept:Helm'],
    ['my teacher keeps talking about the control plane, what does that mean??', 'concept:Control plane'],
    ['umm what is a spark dag and where do i see it', 'concept:Spark DAG'],
  ])('are heard through slips and chat around the subject: %s', (query, found) => {
    expect(summarise(own.lookUp(query))).toBe(found);
  });

  it('offer the others where several go by one name', () => {
    expect(own.lookUp('endpoint')).toMatchObject({
      kind: 'entry',
      near: expect.arrayContaining(['Azure ML online endpoint']),
    });
  });
});

describe('how-tos', () => {
  it.each([
    ['restart a deployment', 'kubectl:Restart a deployment'],
    ['how do I restart a deployment?', 'kubectl:Restart a deployment'],
    ['rolling restart', 'kubectl:Restart a deployment'],
    ['how do i scale a deployment', 'kubectl:Scale a deployment'],
    ['undo a rollout', 'kubectl:Roll back a deployment'],
    ['how do I open a shell in a pod', 'kubectl:Open a shell in a pod'],
    ['how do i see logs of a crashed container', 'kubectl:See logs of a crashed container'],
    ['kubectl rollout undo', 'kubectl:Roll back a deployment'],
    ['k get po', 'kubectl:List pods'],
    ['$ kubectl get pods -A', 'kubectl:List pods everywhere'],
    ['drain node', 'kubectl:Drain a node'],
  ])('%s → %s', (query, found) => {
    expect(summarise(own.lookUp(query))).toBe(found);
  });
});

describe('pasted errors', () => {
  it.each([
    ['web-6d4cf56db6-abcde   0/1     CrashLoopBackOff   5 (2m ago)   10m', 'CrashLoopBackOff'],
    [
      'Warning  BackOff  3m (x20 over 8m)  kubelet  Back-off restarting failed container web in pod web-6d4cf56db6-abcde_default(1b2c)',
      'CrashLoopBackOff',
    ],
    ['NAME READY STATUS\nscorer-5f7d8-x2x1z 0/1 ImagePullBackOff 0 3m', 'ImagePullBackOff'],
    ['Failed to pull image "registry/x:1": rpc error: code = NotFound desc = manifest unknown', 'ImagePullBackOff'],
    ['Last State: Terminated  Reason: OOMKilled  Exit Code: 137', 'OOMKilled'],
    ['0/3 nodes are available: 3 Insufficient cpu.', 'Pending'],
    [
      'Error from server (Forbidden): pods is forbidden: User "ada" cannot list resource "pods" in API group ""',
      'Error from server (Forbidden)',
    ],
    [
      'The connection to the server localhost:8080 was refused - did you specify the right host or port?',
      'The connection to the server was refused',
    ],
    ['why is my pod in CrashLoopBackOff all the time', 'CrashLoopBackOff'],
    ['why does my pod keep restarting', 'CrashLoopBackOff'],
  ])('%s', (query, symptom) => {
    expect(summarise(own.lookUp(query))).toBe(`troubleshooting:${symptom}`);
  });
});

describe('what is not known', () => {
  it.each([
    'what is the capital of France',
    'service dog',
    'podcast',
    'ingress for horses',
    'pod racing',
    'how to cook rice',
    'best pizza in my cluster',
    'python list comprehension',
    'how do I delete my facebook account',
    'spark plug',
    'river delta',
    'secret santa',
    'job interview tips',
    'volume of a sphere',
    'node in a graph',
    'helm of a ship',
    'lake district hotels',
    'docker whale',
    'docker pants',
    'delta airlines',
    'blob fish',
    'care for a car',
    'how to lose weight fast',
    'train timetable',
    'kubectl frobnicate',
    'help',
    'the',
    '?',
    '   ',
    '',
    '🦄',
  ])('"%s" is said to be unknown', (query) => {
    for (const index of [seed, own]) expect(summarise(index.lookUp(query))).toBe('unknown');
  });

  it('brings three near titles at most, and none for what is about something else', () => {
    for (const query of ['service dog', 'podcast', 'ingress for horses', 'capital of France', 'flurbostore']) {
      expect(own.lookUp(query)).toEqual({ kind: 'unknown', near: [] });
    }
  });
});

describe('entries that a longer text names', () => {
  it('puts symptoms first, then the more telling names', () => {
    const message = 'hey, our secret is fine but scorer-0 shows CrashLoopBackOff since the StatefulSet change';
    expect(own.findInText(message, 3).map((entry) => summarise({ kind: 'entry', entry, near: [] }))).toEqual([
      'troubleshooting:CrashLoopBackOff',
      'concept:StatefulSet',
      'concept:Secret',
    ]);
  });

  it('finds nothing where nothing is named', () => {
    expect(own.findInText('see you at lunch', 3)).toEqual([]);
  });
});
