// The cluster that the recording server pretends to be: any object asked for exists, and looks alive.

import type { ResourceEntry } from '../../../../src/quiz/kubectl/table/built-in-resources.ts';

export type KubernetesObject = Record<string, unknown> & { metadata: Record<string, unknown> };

export interface ObjectAddress {
  readonly entry: ResourceEntry;
  readonly version: string;
  readonly namespace: string | undefined;
}

const BORN = '2020-01-01T00:00:00Z';
/** True of every object; any other condition is waited for in vain. */
const TRUE_CONDITIONS = ['Ready', 'Available', 'Complete', 'Progressing'];
/** Three, so that sorting shows: by name, age, processor and memory each in an order of its own. */
const LISTED = ['alpha', 'beta', 'gamma'] as const;

const USAGE: Readonly<Record<string, { cpu: string; memory: string }>> = {
  alpha: { cpu: '10m', memory: '20Mi' },
  beta: { cpu: '30m', memory: '10Mi' },
  gamma: { cpu: '20m', memory: '30Mi' },
};

/** Objects called `applied…` carry what `kubectl apply` leaves on them. */
function lastApplied(address: ObjectAddress, name: string): Record<string, string> {
  if (!name.startsWith('applied')) return {};
  const { entry, version } = address;
  const apiVersion = entry.group === '' ? version : `${entry.group}/${version}`;
  const text = JSON.stringify({ apiVersion, kind: entry.kind, metadata: { name, annotations: { note: 'kept' } } });
  return { 'kubectl.kubernetes.io/last-applied-configuration': text };
}

export function makeObject(address: ObjectAddress, name: string): KubernetesObject {
  const { entry, version, namespace } = address;
  return {
    apiVersion: entry.group === '' ? version : `${entry.group}/${version}`,
    kind: entry.kind,
    metadata: {
      name,
      ...(entry.isNamespaced ? { namespace: namespace ?? 'default' } : {}),
      // One uid for all that bear a name, so that a listed child's owner is whatever object was asked for.
      uid: `uid-${name}`,
      resourceVersion: '7',
      generation: 1,
      creationTimestamp: name === 'beta' ? '2019-01-01T00:00:00Z' : BORN,
      labels: { app: name, tier: 'web' },
      managedFields: [{ manager: 'someone', operation: 'Update', fieldsType: 'FieldsV1', fieldsV1: { 'f:spec': {} } }],
      annotations: { 'deployment.kubernetes.io/revision': '3', note: 'kept', ...lastApplied(address, name) },
    },
    ...specifics(entry, name),
  };
}

/** Items of a list; those chosen by an `app` label belong to the object of that name. */
export function makeItems(address: ObjectAddress, query: URLSearchParams): readonly KubernetesObject[] {
  const named = /metadata\.name=([^,]+)/.exec(query.get('fieldSelector') ?? '')?.[1];
  if (named !== undefined) return [makeObject(address, named)];
  const owner = /(?:^|,)\s*app(?:\s*==?\s*| in \()([^,)]+)/.exec(query.get('labelSelector') ?? '')?.[1];
  if (owner !== undefined && ['replicasets', 'controllerrevisions'].includes(address.entry.plural)) {
    return [1, 2, 3].map((revision) => makeRevision(address, owner, revision));
  }
  const names = owner === undefined ? LISTED : [`${owner}-1`, `${owner}-2`];
  const isOnNode = query.get('fieldSelector')?.startsWith('spec.nodeName=') === true;
  const namespaces =
    address.entry.isNamespaced && address.namespace === undefined ? ['default', 'web'] : [address.namespace];
  return namespaces.flatMap((namespace) =>
    names.map((name) => withOwner(makeObject({ ...address, namespace }, name), isOnNode)),
  );
}

/** `drain` leaves what nobody would make again. */
function withOwner(made: KubernetesObject, isOwned: boolean): KubernetesObject {
  const ownerReferences = [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'r', uid: 'uid-r', controller: true }];
  return isOwned ? { ...made, metadata: { ...made.metadata, ownerReferences } } : made;
}

function makeRevision(address: ObjectAddress, owner: string, revision: number): KubernetesObject {
  const made = makeObject(address, `${owner}-${revision}`);
  const ownerReferences = [
    { apiVersion: 'apps/v1', kind: 'Deployment', name: owner, uid: `uid-${owner}`, controller: true },
  ];
  const annotations = { 'deployment.kubernetes.io/revision': String(revision) };
  const labels = { app: owner, 'pod-template-hash': String(revision) };
  const template = { spec: { replicas: 7, template: podTemplate(`${owner}-${revision}`) } };
  return {
    ...made,
    metadata: { ...made.metadata, ownerReferences, annotations, labels },
    ...(address.entry.plural === 'replicasets'
      ? { spec: { ...template.spec, selector: { matchLabels: { app: owner } } } }
      : { data: template, revision }),
  };
}

function specifics(entry: ResourceEntry, name: string): Record<string, unknown> {
  if (entry.group === 'metrics.k8s.io') return metrics(entry, name);
  if (entry.plural === 'events')
    return {
      type: name === 'alpha' ? 'Normal' : 'Warning',
      reason: 'R',
      message: name,
      involvedObject: { kind: 'Pod', name },
    };
  if (entry.plural === 'pods') return { spec: { ...podSpec(name), nodeName: 'node-1' }, status: podStatus() };
  if (entry.plural === 'nodes')
    return {
      spec: {
        taints: [
          { key: 'old', value: '1', effect: 'NoSchedule' },
          { key: 'old', value: '1', effect: 'NoExecute' },
        ],
      },
      status: nodeStatus(),
    };
  if (entry.plural === 'services') return service(name);
  if (entry.plural === 'replicationcontrollers') {
    return { spec: { ...workload(name), selector: { app: name } }, status: workloadStatus() };
  }
  if (entry.plural === 'cronjobs')
    return { spec: { schedule: '0 0 * * *', jobTemplate: { spec: workload(name) } }, status: {} };
  if (['configmaps', 'secrets'].includes(entry.plural)) return { data: { key: 'dmFsdWU=' } };
  if (entry.plural === 'certificatesigningrequests') {
    return { spec: { request: '', signerName: 'example.com/s', usages: ['client auth'] }, status: {} };
  }
  if (entry.plural.endsWith('rolebindings')) {
    return { subjects: [], roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'r' } };
  }
  if (entry.plural.endsWith('roles')) return { rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }] };
  if (entry.subresources.includes('scale') || ['daemonsets', 'jobs'].includes(entry.plural)) {
    return { spec: workload(name), status: workloadStatus() };
  }
  if (entry.plural === 'namespaces') return { spec: {}, status: { phase: 'Active' } };
  return entry.subresources.includes('status') ? { spec: {}, status: { conditions: conditions() } } : {};
}

function podSpec(name: string): Record<string, unknown> {
  const ports = [{ containerPort: 7777, name: 'http' }];
  return {
    containers: [
      { name: 'main', image: `${name}:1`, ports, env: [{ name: 'OLD', value: '1' }] },
      { name: 'side', image: 'side:1' },
    ],
    restartPolicy: 'Always',
  };
}

function podTemplate(name: string): Record<string, unknown> {
  return { metadata: { labels: { app: name } }, spec: podSpec(name) };
}

function workload(name: string): Record<string, unknown> {
  return {
    replicas: 7,
    selector: { matchLabels: { app: name } },
    template: podTemplate(name),
    strategy: { type: 'RollingUpdate' },
    updateStrategy: { type: 'RollingUpdate' },
    // `rollout resume` takes only what is paused, and `rollout pause` only what is not.
    ...(name.startsWith('paused') ? { paused: true } : {}),
  };
}

function workloadStatus(): Record<string, unknown> {
  return {
    observedGeneration: 1,
    replicas: 7,
    updatedReplicas: 7,
    readyReplicas: 7,
    availableReplicas: 7,
    currentRevision: 'r2',
    updateRevision: 'r2',
    desiredNumberScheduled: 7,
    updatedNumberScheduled: 7,
    numberAvailable: 7,
    conditions: conditions(),
  };
}

function podStatus(): Record<string, unknown> {
  const containerStatuses = ['main', 'side'].map((name) => ({
    name,
    ready: true,
    restartCount: 0,
    image: 'image',
    imageID: '',
    state: { running: { startedAt: BORN } },
  }));
  return { phase: 'Running', podIP: '10.0.0.1', conditions: conditions(), containerStatuses };
}

function nodeStatus(): Record<string, unknown> {
  const amounts = { cpu: '4', memory: '8Gi' };
  return { conditions: conditions(), capacity: amounts, allocatable: amounts };
}

function conditions(): readonly Record<string, unknown>[] {
  return TRUE_CONDITIONS.map((type) => ({
    type,
    status: 'True',
    lastTransitionTime: BORN,
    reason: 'NewReplicaSetAvailable',
  }));
}

function service(name: string): Record<string, unknown> {
  const ports = [{ name: 'http', port: 7777, protocol: 'TCP', targetPort: 7777 }];
  return { spec: { selector: { app: name }, ports, clusterIP: '10.0.0.2', type: 'ClusterIP' }, status: {} };
}

function metrics(entry: ResourceEntry, name: string): Record<string, unknown> {
  const usage = USAGE[name] ?? { cpu: '100m', memory: '5Mi' };
  const times = { timestamp: BORN, window: '30s' };
  return entry.plural === 'nodes'
    ? { ...times, usage }
    : {
        ...times,
        containers: [
          { name: 'main', usage },
          { name: 'side', usage },
        ],
      };
}

/** The table that a real server makes for `kubectl get`; the last column shows only with `-o wide`. */
export function makeTable(items: readonly KubernetesObject[], isWhole: boolean): object {
  const columns = [
    ['Name', 'string', 0],
    ['Status', 'string', 0],
    ['Age', 'string', 0],
    ['Where', 'string', 1],
  ] as const;
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata: { resourceVersion: '7' },
    columnDefinitions: columns.map(([name, type, priority]) => ({
      name,
      type,
      format: name === 'Name' ? 'name' : '',
      priority,
    })),
    rows: items.map((item) => ({
      cells: [item.metadata.name, 'Fine', '1y', 'here'],
      object: isWhole ? item : { kind: 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1', metadata: item.metadata },
    })),
  };
}
