// Rules of the verbs about the cluster as a whole and about kubectl itself: config, version, api-resources, completion …

import { type Refusal, refuse } from '../refusal.ts';
import type { CommandLine } from './command-line.ts';
import type { Draft, VerbRule } from './draft.ts';
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

export const kustomizeRule: VerbRule = (line, draft) => {
  const refusal = argumentsRule(0, 1)(line, draft);
  if (refusal !== undefined) return refusal;
  draft.set('argument', 'arguments', canonicalPath(allArgs(line)[0] ?? '.'));
  return undefined;
};

export const configViewRule: VerbRule = (line, draft) => {
  const refusal = noArguments(line, draft) ?? settleOutput(line, draft, 'objects');
  if (refusal !== undefined) return refusal;
  if (line.value('output') === 'yaml') draft.drop('--output');
  return line.isOn('merge') || line.value('kubeconfig') !== '' ? undefined : refuse('missing-flag', '--kubeconfig');
};

export const getContextsRule: VerbRule = (line, draft) => {
  draft.drop('--namespace');
  const refusal = settleOutput(line, draft, ['', 'name']);
  if (refusal !== undefined) return refusal;
  if (line.value('output') === 'name') draft.drop('--no-headers');
  const names = [...new Set(allArgs(line))].sort();
  if (names.length > 0) draft.set('name', 'name', names.join(', '));
  return undefined;
};

/** With no name or too many, it prints its help, and that counts as done. */
export const deleteContextRule: VerbRule = (line, draft) => {
  draft.drop('--namespace');
  const args = allArgs(line);
  if (args.length !== 1) draft.set('verb', 'verb', `help ${line.verb}`);
  else draft.set('name', 'name', args[0] ?? '');
  return undefined;
};

export const setContextRule: VerbRule = (line, draft) => {
  const [name, ...more] = allArgs(line);
  if (more.length > 0) return refuse('too-many-arguments', more[0]);
  if (name !== undefined && line.isOn('current')) return refuse('conflicting-flags', '--current');
  if ((name === undefined || name === '') && !line.isOn('current')) return refuse('missing-argument', 'NAME');
  draft.drop('--current');
  draft.set('name', 'name', name ?? 'the current context');
  return settleGiven(line, draft, ['cluster', 'namespace', 'user']);
};

export const setClusterRule: VerbRule = (line, draft) => {
  draft.drop('--namespace');
  const [name, ...more] = allArgs(line);
  if (name === undefined) return refuse('missing-argument', 'NAME');
  if (more.length > 0) return refuse('too-many-arguments', more[0]);
  if (line.isOn('embed-certs') && line.value('certificate-authority') === '')
    return refuse('missing-flag', '--certificate-authority');
  if (line.isOn('insecure-skip-tls-verify') && line.value('certificate-authority') !== '') {
    return refuse('conflicting-flags', '--insecure-skip-tls-verify');
  }
  draft.set('name', 'name', name);
  return settleGiven(line, draft, [
    'certificate-authority',
    'insecure-skip-tls-verify',
    'proxy-url',
    'server',
    'tls-server-name',
    'embed-certs',
  ]);
};

/** They say how to run a command, and mean nothing without one. */
const EXEC_FLAGS = [
  '--exec-arg',
  '--exec-env',
  '--exec-api-version',
  '--exec-interactive-mode',
  '--exec-provide-cluster-info',
];

export const setCredentialsRule: VerbRule = (line, draft) => {
  draft.drop('--namespace');
  const [name, ...more] = allArgs(line);
  if (name === undefined) return refuse('missing-argument', 'NAME');
  if (more.length > 0) return refuse('too-many-arguments', more[0]);
  if (line.value('token') !== '' && (line.value('username') !== '' || line.value('password') !== '')) {
    return refuse('conflicting-flags', '--token');
  }
  draft.set('name', 'name', name);
  if (line.value('exec-command') === '') draft.drop(...EXEC_FLAGS);
  return settleGiven(line, draft, ['client-certificate', 'client-key', 'token', 'username', 'password', 'embed-certs']);
};

/** These count as soon as they are given, also with their default: an empty value clears the entry. */
function settleGiven(line: CommandLine, draft: Draft, flags: readonly string[]): Refusal | undefined {
  for (const flag of flags) {
    if (line.isGiven(flag)) draft.set(flag === 'namespace' ? 'namespace' : 'value', `--${flag}`, line.value(flag));
  }
  return undefined;
}
