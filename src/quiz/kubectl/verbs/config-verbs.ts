// Rules of `kubectl config …`.

import { canonicalValue } from '../flag-values.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { CommandLine } from './command-line.ts';
import type { Draft, VerbRule } from './draft.ts';
import { noArguments, oneArgument, twoArguments } from './local-verbs.ts';
import { settleOutput } from './output-format.ts';
import { allArgs } from './reading-verbs.ts';

/** What a kubeconfig holds, by the names that `config set` takes (client-go's api.Config). */
const TEXT_PROPERTY =
  /^(?:current-context|kind|apiVersion|clusters\..+\.(?:server|tls-server-name|certificate-authority|proxy-url)|users\..+\.(?:client-certificate|client-key|token|tokenFile|act-as|act-as-uid|username|password)|contexts\..+\.(?:cluster|user|namespace))$/;
const SWITCH_PROPERTY = /^(?:preferences\.colors|clusters\..+\.(?:insecure-skip-tls-verify|disable-compression))$/;
const DATA_PROPERTY =
  /^(?:clusters\..+\.certificate-authority-data|users\..+\.(?:client-certificate-data|client-key-data))$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const PARTS = /^(?:current-context|kind|apiVersion|preferences|clusters|users|contexts|extensions)(?:\.|$)/;

export const configSetRule: VerbRule = (line, draft) => {
  const refusal = twoArguments(line, draft);
  if (refusal !== undefined) return refusal;
  const [property = '', value = ''] = allArgs(line);
  if (value === '') return refuse('missing-argument', 'VALUE');
  if (DATA_PROPERTY.test(property)) {
    return line.isOn('set-raw-bytes') || BASE64.test(value) ? undefined : refuse('bad-argument', value);
  }
  draft.drop('--set-raw-bytes');
  if (!SWITCH_PROPERTY.test(property))
    return TEXT_PROPERTY.test(property) ? undefined : refuse('bad-argument', property);
  const isOn = canonicalValue('bool', value);
  if (isOn === undefined) return refuse('bad-argument', value);
  draft.set('argument', 'arguments', `${property} ${isOn}`);
  return undefined;
};

export const configUnsetRule: VerbRule = (line, draft) => {
  const refusal = oneArgument(line, draft);
  if (refusal !== undefined) return refusal;
  const [property = ''] = allArgs(line);
  return PARTS.test(property) ? undefined : refuse('bad-argument', property);
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
  // `KEY-` takes one away.
  const isPair = (one: string) => one.indexOf('=') > 0 || (one.endsWith('-') && one.length > 1);
  const bad = ['auth-provider-arg', 'exec-env'].find((flag) => !line.list(flag).every(isPair));
  if (bad !== undefined) return refuse('bad-flag-value', `--${bad}`);
  draft.set('name', 'name', name);
  if (line.value('exec-command') === '') draft.drop(...EXEC_FLAGS);
  if (line.value('auth-provider') === '') draft.drop('--auth-provider-arg');
  return settleGiven(line, draft, ['client-certificate', 'client-key', 'token', 'username', 'password', 'embed-certs']);
};

/** These count as soon as they are given, also with their default: an empty value clears the entry. */
function settleGiven(line: CommandLine, draft: Draft, flags: readonly string[]): Refusal | undefined {
  for (const flag of flags) {
    if (line.isGiven(flag)) draft.set(flag === 'namespace' ? 'namespace' : 'value', `--${flag}`, line.value(flag));
  }
  return undefined;
}
