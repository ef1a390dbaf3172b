// Rules of `kubectl set …`.

import { canonicalAmounts } from '../quantities.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { isSelector, readEqualities } from '../selectors.ts';
import { checkLocal, splitPairs } from './changing-verbs.ts';
import type { CommandLine } from './command-line.ts';
import { type Draft, firstRefusal, type VerbRule } from './draft.ts';
import { settleOutput } from './output-format.ts';
import { allArgs } from './reading-verbs.ts';
import { hasFiles, settleAsSet } from './shared-flags.ts';
import { checkTypes, settleTargets } from './target-rules.ts';

const WITH_PODS = new Set([
  'pods',
  'replicationcontrollers',
  'deployments.apps',
  'daemonsets.apps',
  'statefulsets.apps',
  'replicasets.apps',
  'cronjobs.batch',
  'jobs.batch',
]);
const SERVICES = new Set(['services']);
const BINDINGS = new Set(['rolebindings.rbac.authorization.k8s.io', 'clusterrolebindings.rbac.authorization.k8s.io']);

export const setImageRule: VerbRule = (line, draft) => {
  const split = splitPairs(allArgs(line));
  if ('kind' in split) return split;
  const images = new Map<string, string>();
  for (const pair of split.pairs) {
    const equals = pair.indexOf('=');
    if (equals <= 0) return refuse('bad-argument', pair);
    images.set(pair.slice(0, equals), pair.slice(equals + 1));
  }
  if (images.size === 0) return refuse('missing-argument', 'CONTAINER=IMAGE');
  draft.set(
    'argument',
    'images',
    [...images]
      .map((pair) => pair.join('='))
      .sort()
      .join(' '),
  );
  return settleSet(line, draft, split.resources, WITH_PODS);
};

export const setEnvRule: VerbRule = (line, draft) => {
  const isVariable = (word: string) => word.indexOf('=') > 0 || (word.endsWith('-') && word !== '-') || word === '-';
  const args = allArgs(line);
  const start = args.findIndex(isVariable);
  const resources = start < 0 ? args : args.slice(0, start);
  const stray = start < 0 ? undefined : args.slice(start).find((word) => !isVariable(word));
  if (stray !== undefined) return refuse('bad-argument', stray);
  const variables = [...line.list('env'), ...(start < 0 ? [] : args.slice(start))];
  const bad = variables.find((word) => !/^(?:[A-Za-z_.-][A-Za-z0-9_.-]*(?:=[\s\S]*|-)|-)$/.test(word));
  if (bad !== undefined) return refuse('bad-argument', bad);
  draft.drop('--env');
  if (variables.length > 0) draft.set('argument', 'variables', variables.join(' '));
  if (line.isOn('list')) draft.drop('--dry-run', '--field-manager');
  else draft.drop('--resolve');
  const from = line.value('from');
  // Nothing is changed, sent or printed.
  const isIdle = variables.length === 0 && from === '' && !line.isOn('list');
  if (isIdle) draft.drop('--dry-run', '--field-manager', '--overwrite', '--containers');
  if (from !== '') {
    const [, type = '', name] = /^(configmaps?|cm|secrets?)\/([^/]+)$/.exec(from) ?? [];
    if (name === undefined) return refuse('bad-flag-value', '--from');
    draft.set('value', '--from', `${type.startsWith('s') ? 'secrets' : 'configmaps'}/${name}`);
  } else if (line.list('keys').length > 0) return refuse('missing-flag', '--from');
  if (draft.has('--keys')) draft.set('value', '--keys', [...new Set(line.list('keys'))].sort().join(', '));
  const refusal = settleSet(line, draft, resources, WITH_PODS);
  if (isIdle) draft.drop('--output', '--show-managed-fields', '--allow-missing-template-keys');
  return refusal;
};

export const setResourcesRule: VerbRule = (line, draft) => {
  if (line.value('limits') === '' && line.value('requests') === '') return refuse('missing-flag', '--limits');
  for (const flag of ['limits', 'requests']) {
    const amounts = canonicalAmounts(line.value(flag));
    if (amounts === undefined) return refuse('bad-flag-value', `--${flag}`);
    if (amounts !== '') draft.set('value', `--${flag}`, amounts);
  }
  return settleSet(line, draft, allArgs(line), WITH_PODS);
};

export const setSelectorRule: VerbRule = (line, draft) => {
  const args = allArgs(line);
  const selector = args.at(-1);
  if (selector === undefined) return refuse('missing-resource');
  if (!isSelector(selector)) return refuse('bad-argument', selector);
  const resources = args.slice(0, -1);
  const labels = readEqualities(selector);
  if (labels === undefined) return refuse('bad-argument', selector);
  draft.set('argument', 'selector', labels.join(', '));
  draft.drop('--recursive');
  if (resources.length > 0 && !hasFiles(line)) draft.drop('--all');
  return settleSet(line, draft, resources, SERVICES);
};

export const setServiceAccountRule: VerbRule = (line, draft) => {
  const args = allArgs(line);
  const account = args.at(-1);
  if (account === undefined) return refuse('missing-argument', 'SERVICE_ACCOUNT');
  draft.set('argument', 'service account', account);
  return settleSet(line, draft, args.slice(0, -1), WITH_PODS);
};

export const setSubjectRule: VerbRule = (line, draft) => {
  if (!['user', 'group', 'serviceaccount'].some((flag) => line.list(flag).length > 0))
    return refuse('missing-flag', '--user');
  for (const flag of ['user', 'group', 'serviceaccount']) settleAsSet(line, draft, flag);
  const bad = line.list('serviceaccount').find((account) => !/^[^:]*:[^:]+$/.test(account));
  return bad === undefined
    ? settleSet(line, draft, allArgs(line), BINDINGS)
    : refuse('bad-flag-value', '--serviceaccount');
};

function settleSet(
  line: CommandLine,
  draft: Draft,
  resources: readonly string[],
  types: ReadonlySet<string>,
): Refusal | undefined {
  return firstRefusal(
    () => settleOutput(line, draft, 'objects'),
    () => checkLocal(line),
    () => {
      const targets = settleTargets(line, draft, resources, { isTypeEnough: false });
      return targets.kind === 'refused' ? targets : checkTypes(targets, types);
    },
  );
}
