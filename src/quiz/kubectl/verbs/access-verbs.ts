// Rules of RBAC: create role, clusterrole and their bindings, and `kubectl auth`.

import { type Refusal, refuse } from '../refusal.ts';
import { findResourceType, typeName } from '../resources.ts';
import type { CommandLine } from './command-line.ts';
import type { Draft, VerbRule } from './draft.ts';
import { settleOutput } from './output-format.ts';
import { allArgs } from './reading-verbs.ts';
import { settleNamespace } from './target-rules.ts';

export const roleCheck: VerbRule = (line, draft) => {
  if (line.list('verb').length === 0) return refuse('missing-flag', '--verb');
  if (line.list('resource').length === 0) return refuse('missing-flag', '--resource');
  settleVerbs(line, draft);
  return settleRuleResources(line, draft);
};

/** What can be done with an address that is no resource. */
const URL_VERBS = new Set(['*', 'get', 'post', 'put', 'delete', 'patch', 'head', 'options']);

export const clusterRoleCheck: VerbRule = (line, draft) => {
  const hasRule = ['verb', 'resource', 'resource-name', 'non-resource-url'].some((flag) => line.list(flag).length > 0);
  if (line.isGiven('aggregation-rule')) {
    if (hasRule) return refuse('conflicting-flags', '--aggregation-rule');
    draft.set('value', '--aggregation-rule', [...line.list('aggregation-rule')].sort().join(', '));
    return undefined;
  }
  if (line.list('verb').length === 0) return refuse('missing-flag', '--verb');
  const hasResource = line.list('resource').length > 0;
  if (!hasResource && line.list('non-resource-url').length === 0) return refuse('missing-flag', '--resource');
  if (!line.list('non-resource-url').every((url) => url === '*' || url.startsWith('/'))) {
    return refuse('bad-flag-value', '--non-resource-url');
  }
  const verbs = line.list('verb');
  if (line.list('non-resource-url').length > 0 && !verbs.every((verb) => URL_VERBS.has(verb))) {
    return refuse('bad-flag-value', '--verb');
  }
  if (!hasResource && line.list('resource-name').length > 0) return refuse('missing-flag', '--resource');
  settleVerbs(line, draft);
  return hasResource ? settleRuleResources(line, draft) : undefined;
};

/** A verb named twice counts once, and `*` stands for all. */
function settleVerbs(line: CommandLine, draft: Draft): void {
  const verbs = [...new Set(line.list('verb'))];
  draft.set('value', '--verb', verbs.includes('*') ? '*' : verbs.join(', '));
}

function settleRuleResources(line: CommandLine, draft: Draft): Refusal | undefined {
  const resources: string[] = [];
  for (const word of line.list('resource')) {
    const [name = '', ...part] = word.split('/');
    const type = name === '*' ? undefined : findResourceType(name);
    if (name !== '*' && type === undefined) return refuse('unknown-resource', word);
    resources.push([type === undefined ? '*' : typeName(type), ...part].join('/'));
  }
  // One rule for each API group, so that the order counts only within a group.
  const groupOf = (name: string) => name.split('/')[0]?.split('.').slice(1).join('.') ?? '';
  const grouped = [...new Set(resources)].sort((left, right) =>
    groupOf(left) < groupOf(right) ? -1 : groupOf(left) > groupOf(right) ? 1 : 0,
  );
  draft.set('value', '--resource', grouped.join(', '));
  return undefined;
}

export const roleBindingCheck: VerbRule = (line, draft) => {
  if ((line.value('role') === '') === (line.value('clusterrole') === '')) return refuse('missing-flag', '--role');
  return settleSubjects(line, draft);
};

export const clusterRoleBindingCheck: VerbRule = (line, draft) => {
  if (line.value('clusterrole') === '') return refuse('missing-flag', '--clusterrole');
  return settleSubjects(line, draft);
};

function settleSubjects(line: CommandLine, _draft: Draft): Refusal | undefined {
  const isAccount = (text: string) => /^[^:]+:[^:]+$/.test(text);
  return line.list('serviceaccount').every(isAccount) ? undefined : refuse('bad-flag-value', '--serviceaccount');
}

export const canIRule: VerbRule = (line, draft) => {
  const args = allArgs(line);
  settleNamespace(line, draft, []);
  if (line.isOn('list')) {
    if (args.length > 0) return refuse('too-many-arguments', args[0]);
    const clash = ['quiet', 'all-namespaces', 'subresource'].find((flag) => line.isChanged(flag));
    return clash === undefined ? undefined : refuse('conflicting-flags', `--${clash}`);
  }
  if (line.isOn('no-headers')) return refuse('missing-flag', '--list');
  const [verb, resource, ...more] = args;
  if (verb === undefined || resource === undefined) return refuse('missing-argument', 'RESOURCE');
  if (more.length > 0) return refuse('too-many-arguments', more[0]);
  draft.set('argument', 'verb asked about', verb);
  if (resource.startsWith('/')) {
    if (line.value('subresource') !== '') return refuse('conflicting-flags', '--subresource');
    draft.set('resource', 'resource', resource);
    draft.drop('--namespace');
    return undefined;
  }
  const slash = resource.indexOf('/');
  const word = slash < 0 ? resource : resource.slice(0, slash);
  const type = word === '*' ? undefined : findResourceType(word);
  // A type that the server does not know is asked about all the same, with a warning.
  draft.set('resource', 'resource', type === undefined ? word : typeName(type));
  if (slash >= 0 && resource.slice(slash + 1) !== '') draft.set('name', 'name', resource.slice(slash + 1));
  return undefined;
};

export const whoAmIRule: VerbRule = (line, draft) => {
  draft.drop('--namespace');
  return settleOutput(line, draft, 'objects');
};
