// The schema that the recording server shows: small, but enough for `explain`, validation and server-side dry runs.

import { groupNames, resourcesIn, versionsOf } from './discovery.ts';

/** The answer to an OpenAPI v3 path, or undefined for any other path. */
export function openApiAnswer(path: string): object | undefined {
  const documents = new Map<string, { group: string; version: string }>();
  documents.set('api/v1', { group: '', version: 'v1' });
  for (const group of groupNames()) {
    for (const version of versionsOf(group)) documents.set(`apis/${group}/${version}`, { group, version });
  }
  if (path === '/openapi/v3') {
    const paths = [...documents.keys()].map((key) => [key, { serverRelativeURL: `/openapi/v3/${key}?hash=1` }]);
    return { paths: Object.fromEntries(paths) };
  }
  const wanted = documents.get(path.replace('/openapi/v3/', ''));
  return wanted === undefined ? undefined : openApiDocument(wanted.group, wanted.version);
}

function openApiDocument(group: string, version: string): object {
  const paths: Record<string, object> = {};
  const schemas: Record<string, object> = { ...SHARED_SCHEMAS };
  const base = group === '' ? '/api/v1' : `/apis/${group}/${version}`;
  for (const entry of resourcesIn(group, version)) {
    const kind = { group, version, kind: entry.kind };
    const scope = entry.isNamespaced ? '/namespaces/{namespace}' : '';
    paths[`${base}${scope}/${entry.plural}/{name}`] = {
      get: { 'x-kubernetes-action': 'get', 'x-kubernetes-group-version-kind': kind },
      patch: {
        'x-kubernetes-action': 'patch',
        'x-kubernetes-group-version-kind': kind,
        parameters: ['dryRun', 'fieldValidation'].map((name) => ({ name, in: 'query', schema: { type: 'string' } })),
      },
    };
    schemas[`io.k8s.api.${group || 'core'}.${version}.${entry.kind}`] = kindSchema(entry.kind, kind);
  }
  return { openapi: '3.0.0', info: { title: 'Kubernetes', version: 'v1.32.0' }, paths, components: { schemas } };
}

const SHARED_SCHEMAS: Record<string, object> = {
  Meta: {
    type: 'object',
    description: 'Standard metadata of an object.',
    properties: {
      name: { type: 'string', description: 'Name of the object.' },
      labels: { type: 'object', description: 'Labels.', additionalProperties: { type: 'string' } },
    },
  },
  Spec: {
    type: 'object',
    description: 'What is wanted.',
    properties: {
      replicas: { type: 'integer', format: 'int32', description: 'How many.' },
      containers: { type: 'array', description: 'The containers.', items: reference('Container') },
      template: { description: 'The pod.', allOf: [reference('Template')], default: {} },
    },
  },
  Template: {
    type: 'object',
    description: 'A pod to be.',
    properties: { spec: { description: 'Its spec.', allOf: [reference('Spec')], default: {} } },
  },
  Container: {
    type: 'object',
    description: 'One container.',
    properties: {
      name: { type: 'string', description: 'Its name.' },
      image: { type: 'string', description: 'Its image.' },
    },
  },
};

function reference(name: string): object {
  return { $ref: `#/components/schemas/${name}` };
}

function kindSchema(kind: string, groupVersionKind: object): object {
  return {
    type: 'object',
    description: `${kind} as the recording server knows it.`,
    properties: {
      apiVersion: { type: 'string', description: 'The version.' },
      kind: { type: 'string', description: 'The kind.' },
      metadata: { description: 'The metadata.', allOf: [reference('Meta')], default: {} },
      spec: { description: 'The spec.', allOf: [reference('Spec')], default: {} },
      status: { type: 'object', description: 'The status.' },
    },
    'x-kubernetes-group-version-kind': [groupVersionKind],
  };
}
