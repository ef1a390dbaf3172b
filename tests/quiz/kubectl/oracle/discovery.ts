// What the recording server says when kubectl asks which resources there are; the same types that the comparer knows.

import { builtInResources, type ResourceEntry } from '../../../../src/quiz/kubectl/table/built-in-resources.ts';

/** Metrics come from an extension in a real cluster; without them `kubectl top` refuses to run. */
const METRICS: readonly ResourceEntry[] = [
  metricsResource('nodes', 'NodeMetrics', false),
  metricsResource('pods', 'PodMetrics', true),
];
export const servedResources: readonly ResourceEntry[] = [...builtInResources, ...METRICS];

/** Parts whose kind belongs to another group. */
const PART_GROUPS: Readonly<Record<string, { group: string; version: string }>> = {
  scale: { group: 'autoscaling', version: 'v1' },
  eviction: { group: 'policy', version: 'v1' },
  token: { group: 'authentication.k8s.io', version: 'v1' },
};

const ALL_VERBS = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'];

/** The answer to a discovery path, or undefined for any other path. `accept` tells new clients from old ones. */
export function discoveryAnswer(path: string, accept: string): object | undefined {
  const isAggregated = accept.includes('APIGroupDiscoveryList');
  if (path === '/api') return isAggregated ? aggregated([''], accept) : { kind: 'APIVersions', versions: ['v1'] };
  if (path === '/apis') return isAggregated ? aggregated(groupNames(), accept) : groupList();
  if (path === '/version') return { major: '1', minor: '32', gitVersion: 'v1.32.0', platform: 'linux/amd64' };
  if (path === '/api/v1') return resourceList('', 'v1');
  const [, , group = '', version, ...rest] = path.split('/');
  if (!path.startsWith('/apis/') || rest.length > 0 || !groupNames().includes(group)) return undefined;
  if (version === undefined) return describeGroup(group);
  return versionsOf(group).includes(version) ? resourceList(group, version) : undefined;
}

export function groupNames(): readonly string[] {
  return [...new Set(servedResources.map((entry) => entry.group))].filter((group) => group !== '');
}

export function versionsOf(group: string): readonly string[] {
  return [...new Set(servedResources.filter((entry) => entry.group === group).flatMap((entry) => entry.versions))];
}

export function resourcesIn(group: string, version: string): readonly ResourceEntry[] {
  return servedResources.filter((entry) => entry.group === group && entry.versions.includes(version));
}

function metricsResource(plural: string, kind: string, isNamespaced: boolean): ResourceEntry {
  return {
    plural,
    singular: '',
    kind,
    shortNames: [],
    group: 'metrics.k8s.io',
    versions: ['v1beta1'],
    isNamespaced,
    isInAll: false,
    verbs: 'read',
    subresources: [],
  };
}

function verbsOf(entry: ResourceEntry): readonly string[] {
  if (entry.verbs === 'create') return ['create'];
  return entry.verbs === 'read' ? ['list'] : ALL_VERBS;
}

function groupVersion(group: string, version: string): string {
  return group === '' ? version : `${group}/${version}`;
}

function describeGroup(group: string): object {
  const versions = versionsOf(group).map((version) => ({ groupVersion: groupVersion(group, version), version }));
  return { kind: 'APIGroup', apiVersion: 'v1', name: group, versions, preferredVersion: versions[0] };
}

function groupList(): object {
  return { kind: 'APIGroupList', apiVersion: 'v1', groups: groupNames().map(describeGroup) };
}

function resourceList(group: string, version: string): object {
  const resources = resourcesIn(group, version).flatMap((entry) => [
    {
      name: entry.plural,
      singularName: entry.singular,
      namespaced: entry.isNamespaced,
      kind: entry.kind,
      verbs: verbsOf(entry),
      ...(entry.shortNames.length > 0 ? { shortNames: entry.shortNames } : {}),
      ...(entry.isInAll ? { categories: ['all'] } : {}),
    },
    ...entry.subresources.map((name) => ({
      name: `${entry.plural}/${name}`,
      singularName: '',
      namespaced: entry.isNamespaced,
      kind: subresourceKind(entry, name),
      ...PART_GROUPS[name],
      verbs: ['get', 'patch', 'update', 'create'],
    })),
  ]);
  return { kind: 'APIResourceList', apiVersion: 'v1', groupVersion: groupVersion(group, version), resources };
}

function subresourceKind(entry: ResourceEntry, name: string): string {
  if (name === 'scale') return 'Scale';
  if (name === 'eviction') return 'Eviction';
  return name === 'token' ? 'TokenRequest' : entry.kind;
}

function aggregated(groups: readonly string[], accept: string): object {
  const version = accept.includes('v=v2;') || accept.includes('v=v2,') ? 'v2' : 'v2beta1';
  const items = groups.map((group) => ({
    metadata: group === '' ? {} : { name: group },
    versions: versionsOf(group).map((one) => ({
      version: one,
      freshness: 'Current',
      resources: resourcesIn(group, one).map((entry) => aggregatedResource(entry, one)),
    })),
  }));
  return { kind: 'APIGroupDiscoveryList', apiVersion: `apidiscovery.k8s.io/${version}`, metadata: {}, items };
}

function aggregatedResource(entry: ResourceEntry, version: string): object {
  return {
    resource: entry.plural,
    responseKind: { group: entry.group, version, kind: entry.kind },
    scope: entry.isNamespaced ? 'Namespaced' : 'Cluster',
    singularResource: entry.singular,
    verbs: verbsOf(entry),
    ...(entry.shortNames.length > 0 ? { shortNames: entry.shortNames } : {}),
    ...(entry.isInAll ? { categories: ['all'] } : {}),
    subresources: entry.subresources.map((name) => ({
      subresource: name,
      responseKind: { ...(PART_GROUPS[name] ?? { group: entry.group, version }), kind: subresourceKind(entry, name) },
      verbs: ['get', 'patch', 'update', 'create'],
    })),
  };
}
