// Rules of the verbs about the cluster as a whole and about kubectl itself: version, api-resources, completion …

import { refuse } from '../refusal.ts';
import type { VerbRule } from './draft.ts';
import { settleOutput } from './output-format.ts';
import { allArgs } from './reading-verbs.ts';
import { canonicalPath, settleAsSet } from './shared-flags.ts';

/** Checks the number of arguments and takes them as they are. */
function argumentsRule(least: number, most: number): VerbRule {
  return (line, draft) => {
    draft.drop('--namespace');
    const args = allArgs(line);
    if (args.length < least) return refuse('missing-argument', '');
    if (args.length > most) return refuse('too-many-arguments', args[most]);
    if (args.length > 0) draft.set('argument', 'arguments', args.join(' '));
    return undefined;
  };
}

/** Takes any arguments and uses none. */
export const idleRule: VerbRule = (_line, draft) => {
  draft.drop('--namespace');
  return undefined;
};

export const noArguments = argumentsRule(0, 0);
export const oneArgument = argumentsRule(1, 1);
export const twoArguments = argumentsRule(2, 2);

export const apiResourcesRule: VerbRule = (line, draft) => {
  const refusal = noArguments(line, draft) ?? settleOutput(line, draft, ['', 'wide', 'name']);
  if (refusal !== undefined) return refusal;
  if (!['', 'name', 'kind'].includes(line.value('sort-by'))) return refuse('bad-flag-value', '--sort-by');
  settleAsSet(line, draft, 'verbs');
  settleAsSet(line, draft, 'categories');
  draft.drop('--cached');
  // Not given means no filter, so that even the default's value says something.
  for (const flag of ['namespaced', 'api-group']) {
    if (line.isGiven(flag)) draft.set('value', `--${flag}`, line.value(flag));
  }
  return undefined;
};

/** Cluster services are looked for in `kube-system` unless told otherwise. */
export const clusterInfoRule: VerbRule = (line, draft) => {
  draft.set('namespace', '--namespace', line.value('namespace') || 'kube-system');
  return undefined;
};

export const clusterDumpRule: VerbRule = (line, draft) => {
  draft.drop('--namespace');
  const refusal = settleOutput(line, draft, 'objects');
  if (refusal !== undefined) return refusal;
  if (line.isOn('all-namespaces')) draft.drop('--namespaces');
  else if (line.list('namespaces').length > 0)
    draft.set('value', '--namespaces', [...line.list('namespaces')].join(', '));
  const folder = line.value('output-directory');
  if (folder === '-') draft.drop('--output-directory');
  else if (folder !== '') draft.set('value', '--output-directory', canonicalPath(folder));
  return undefined;
};

export const versionRule: VerbRule = (line, draft) =>
  // With --client nobody looks at the arguments.
  (line.isOn('client') ? idleRule(line, draft) : noArguments(line, draft)) ??
  settleOutput(line, draft, ['', 'yaml', 'json']);

const SHELLS = new Set(['bash', 'zsh', 'fish', 'powershell']);

export const completionRule: VerbRule = (line, draft) => {
  const refusal = oneArgument(line, draft);
  if (refusal !== undefined) return refusal;
  return SHELLS.has(allArgs(line)[0] ?? '') ? undefined : refuse('bad-argument', allArgs(line)[0]);
};

const LOAD_RESTRICTORS = new Set(['LoadRestrictionsRootOnly', 'LoadRestrictionsNone']);

export const kustomizeRule: VerbRule = (line, draft) => {
  const refusal = argumentsRule(0, 1)(line, draft);
  if (refusal !== undefined) return refusal;
  draft.set('argument', 'arguments', canonicalPath(allArgs(line)[0] ?? '.'));
  return LOAD_RESTRICTORS.has(line.value('load-restrictor'))
    ? undefined
    : refuse('bad-flag-value', '--load-restrictor');
};
