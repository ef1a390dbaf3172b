// Rules of `kubectl create configmap`, `secret` and `service`.

import { type Refusal, refuse } from '../refusal.ts';
import type { CommandLine } from './command-line.ts';
import type { Draft, VerbRule } from './draft.ts';
import { canonicalPath, requireFlags } from './shared-flags.ts';

export const configMapCheck: VerbRule = (line, draft) => settleSources(line, draft);

export const genericSecretCheck: VerbRule = (line, draft) => settleSources(line, draft);

export const tlsSecretCheck: VerbRule = (line, draft) => {
  for (const flag of ['cert', 'key']) draft.set('value', `--${flag}`, canonicalPath(line.value(flag)));
  return requireFlags(line, 'cert', 'key');
};

export const registrySecretCheck: VerbRule = (line, draft) => {
  if (line.list('from-file').length > 0) return settleSources(line, draft, '.dockerconfigjson');
  return requireFlags(line, 'docker-username', 'docker-password', 'docker-server');
};

const KEY = /^[-._a-zA-Z0-9]+$/;

/** Literals and files become keys of one map, so their order means nothing; a key may come once. */
function settleSources(line: CommandLine, draft: Draft, usualKey?: string): Refusal | undefined {
  const literals = line.list('from-literal');
  const named = (file: string) => (usualKey === undefined || file.includes('=') ? file : `${usualKey}=${file}`);
  const files = line.list('from-file').map(named);
  const envFiles = line.list('from-env-file');
  if (envFiles.length > 0 && (literals.length > 0 || files.length > 0))
    return refuse('conflicting-flags', '--from-env-file');
  const keys: string[] = [];
  const values: string[] = [];
  for (const literal of literals) {
    const equals = literal.indexOf('=');
    if (equals <= 0 || !KEY.test(literal.slice(0, equals))) return refuse('bad-flag-value', '--from-literal');
    keys.push(literal.slice(0, equals));
    values.push(literal);
  }
  const sources = files.map(readFileSource);
  if (sources.includes(undefined)) return refuse('bad-flag-value', '--from-file');
  keys.push(
    ...files
      .map((file, at) => (file.includes('=') ? (sources[at]?.split('=')[0] ?? '') : ''))
      .filter((key) => key !== ''),
  );
  if (new Set(keys).size < keys.length)
    return refuse('conflicting-flags', literals.length > 0 ? '--from-literal' : '--from-file');
  if (values.length > 0) draft.set('value', '--from-literal', values.sort().join(', '));
  if (files.length > 0) draft.set('value', '--from-file', [...sources].sort().join(', '));
  if (envFiles.length > 0) draft.set('value', '--from-env-file', envFiles.map(canonicalPath).sort().join(', '));
  return undefined;
}

/** `[KEY=]PATH`; the key is the file's name where none is given. */
function readFileSource(source: string): string | undefined {
  const [first = '', second, ...more] = source.split('=');
  if (more.length > 0 || first === '' || second === '') return undefined;
  const path = canonicalPath(second ?? first);
  const name = path.split('/').at(-1) ?? path;
  return second === undefined || first === name ? path : `${first}=${path}`;
}

/** A DNS name (RFC 1123). */
const HOST = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

export function serviceCheck(type: 'clusterip' | 'nodeport' | 'loadbalancer' | 'externalname'): VerbRule {
  return (line, draft) => {
    const ports = line.list('tcp').map(checkedPorts);
    if (ports.includes(undefined)) return refuse('bad-flag-value', '--tcp');
    if (ports.length > 0) draft.set('value', '--tcp', ports.join(', '));
    if (type === 'externalname')
      return HOST.test(line.value('external-name')) ? undefined : refuse('bad-flag-value', '--external-name');
    if (ports.length === 0 && line.value('clusterip') !== 'None') return refuse('missing-flag', '--tcp');
    return undefined;
  };
}

/** `80` and `80:80` reach the same port, but the service's port bears the text as its name. */
function checkedPorts(text: string): string | undefined {
  // What comes after a second colon is taken and not used.
  const [port = '', target = port] = text.split(':');
  // The server alone minds a port of 0.
  const isPort = /^\d{1,5}$/.test(port) && Number(port) <= 65_535;
  const isTarget = /^\d{1,5}$/.test(target)
    ? (Number(target) > 0 || !text.includes(':')) && Number(target) <= 65_535
    : /^[a-z0-9-]{1,15}$/.test(target);
  if (!isPort || !isTarget) return undefined;
  return text;
}
