// Rules of the verbs that look at objects: get, describe, events, top, explain.

import { canonicalRelaxedPath } from '../json-path.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { findResourceType, findResourceTypes, typeName } from '../resources.ts';
import type { CommandLine } from './command-line.ts';
import type { Draft, VerbRule } from './draft.ts';
import { outputFormat, settleOutput } from './output-format.ts';
import { isPathSegment, readResourceArguments, type Targets } from './resource-arguments.ts';
import { hasFiles, settleRaw } from './shared-flags.ts';
import { settleNamespace, settleTargets } from './target-rules.ts';

const HUMAN_FORMATS = new Set(['', 'wide']);

export const getRule: VerbRule = (line, draft) => {
  if (line.value('raw') !== '') return checkRaw(line) ?? settleRaw(draft, allArgs(line));
  const refusal = settleOutput(line, draft, 'table') ?? settleWatch(line, draft);
  if (refusal !== undefined) return refusal;
  const format = outputFormat(line);
  if (line.isOn('show-labels') && !HUMAN_FORMATS.has(line.value('output')))
    return refuse('conflicting-flags', '--show-labels');
  const targets = settleTargets(line, draft, allArgs(line), { isTypeEnough: true });
  if (targets.kind === 'refused') return targets;
  settleTable(line, draft, format, targets);
  return checkSorting(line, format, targets) ?? checkOneSubject(line, targets);
};

export const describeRule: VerbRule = (line, draft) => {
  const targets = settleTargets(line, draft, allArgs(line), { isTypeEnough: true });
  return targets.kind === 'refused' ? targets : undefined;
};

export const eventsRule: VerbRule = (line, draft) => {
  const refusal = settleOutput(line, draft, 'objects');
  if (refusal !== undefined) return refusal;
  // kubectl 1.32 asks in portions of 500, whatever the flag says, and takes no notice of arguments.
  draft.drop('--chunk-size');
  if (outputFormat(line) !== '') draft.drop('--no-headers');
  const types = line.list('types').map((type) => type.toLowerCase());
  if (types.some((type) => type !== 'normal' && type !== 'warning')) return refuse('bad-flag-value', '--types');
  // There are no others, so both are all.
  if (new Set(types).size === 2) draft.drop('--types');
  // Of a list of events no names are printed, whatever they are.
  if (outputFormat(line) === 'name') draft.drop('--types');
  if (draft.has('--types')) draft.set('value', '--types', [...new Set(types)].sort().join(', '));
  settleNamespace(line, draft, []);
  const subject = line.value('for');
  if (subject === '') return undefined;
  const targets = readResourceArguments([subject]);
  if (targets.kind === 'refused') return targets;
  const [object, ...others] = targets.objects;
  if (object === undefined || others.length > 0) return refuse('bad-flag-value', '--for');
  draft.set('value', '--for', `${typeName(object.type)}/${object.name}`);
  return undefined;
};

/** `plural` is the type whose use is shown. */
export function topRule(plural: 'pods' | 'nodes'): VerbRule {
  return (line, draft) => {
    const [name, ...others] = allArgs(line);
    if (others.length > 0) return refuse('too-many-arguments', others[0]);
    if (name !== undefined && line.value('selector') !== '') return refuse('conflicting-flags', '--selector');
    if (name !== undefined && line.value('field-selector') !== '')
      return refuse('conflicting-flags', '--field-selector');
    if (!['', 'cpu', 'memory'].includes(line.value('sort-by'))) return refuse('bad-flag-value', '--sort-by');
    if (name !== undefined && !isPathSegment(name)) return refuse('bad-argument', name);
    if (name !== undefined) draft.set('name', 'name', name);
    if (plural === 'pods') {
      settleNamespace(line, draft, []);
      // A name is looked up in the one namespace, though the table then shows it.
      if (name !== undefined && line.isOn('all-namespaces')) {
        draft.set('namespace', '--namespace', line.value('namespace') || 'default');
        draft.set('flag', '--all-namespaces', 'true');
      }
    } else draft.drop('--namespace');
    return undefined;
  };
}

export const explainRule: VerbRule = (line, draft) => {
  draft.drop('--namespace');
  const [path, ...others] = allArgs(line);
  if (path === undefined) return refuse('missing-resource');
  if (others.length > 0) return refuse('too-many-arguments', others[0]);
  const refusal =
    line.value('output') === ''
      ? refuse('bad-flag-value', '--output')
      : settleOutput(line, draft, ['plaintext', 'plaintext-openapiv2']);
  if (refusal !== undefined) return refusal;
  const [word = '', ...fields] = splitExplained(path);
  const type = findResourceType(word);
  if (type === undefined) return refuse('unknown-resource', word);
  const apiVersion = line.value('api-version') || groupVersion(type.entry.group, type.entry.versions[0] ?? '');
  const isKnown = type.entry.versions.some((version) => groupVersion(type.entry.group, version) === apiVersion);
  if (!isKnown) return refuse('bad-flag-value', '--api-version');
  draft.drop('--api-version');
  draft.set('resource', 'resource', `${apiVersion} ${type.entry.plural}`);
  if (fields.length > 0) draft.set('argument', 'field', fields.join('.'));
  return undefined;
};

/** `pods.spec` is a type and a field, `deployments.apps` a type alone. */
function splitExplained(path: string): readonly string[] {
  if (findResourceTypes(path) !== undefined && path.includes('.')) return [path];
  return path.split('.');
}

function groupVersion(group: string, version: string): string {
  return group === '' ? version : `${group}/${version}`;
}

function checkRaw(line: CommandLine): Refusal | undefined {
  const clash = ['output', 'watch', 'watch-only', 'selector', 'field-selector', 'filename', 'kustomize'].find((flag) =>
    line.isChanged(flag),
  );
  if (clash !== undefined) return refuse('conflicting-flags', `--${clash}`);
  if (!/^(?:\/|[a-z]+:\/\/)/.test(line.value('raw'))) return refuse('bad-flag-value', '--raw');
  return undefined;
}

function isWatching(line: CommandLine): boolean {
  return line.isOn('watch') || line.isOn('watch-only');
}

function settleWatch(line: CommandLine, draft: Draft): Refusal | undefined {
  if (line.isOn('output-watch-events') && !isWatching(line)) return refuse('missing-flag', '--watch');
  if (line.isOn('watch-only')) draft.drop('--watch');
  return undefined;
}

/** Drops what has no effect on the table in force. */
function settleTable(line: CommandLine, draft: Draft, format: string, targets: Targets): void {
  const isHuman = HUMAN_FORMATS.has(format);
  if (!isHuman) draft.drop('--label-columns', '--show-labels', '--show-kind', '--server-print');
  if (!isHuman && !format.startsWith('custom-columns')) draft.drop('--no-headers');
  if (new Set(targets.types).size > 1) draft.drop('--show-kind');
  // Objects asked for by name, or sorted, are not asked for in portions.
  if (targets.objects.length > 0 || hasFiles(line) || line.value('sort-by') !== '') draft.drop('--chunk-size');
  if (line.value('sort-by') === '') return;
  // A path that cannot be read sorts nothing, and is taken all the same.
  const path = canonicalRelaxedPath(line.value('sort-by')) ?? line.value('sort-by');
  // One object alone is asked for as for sorting, by whatever path, where a table is asked for.
  const isAlone = targets.objects.length === 1;
  if (!isHuman && (isAlone || isWatching(line))) draft.drop('--sort-by');
  else draft.set('value', '--sort-by', isAlone ? 'any path' : path);
}

/** kubectl sorts one table, not several; and a path that cannot be read only where it sorts objects itself. */
function checkSorting(line: CommandLine, format: string, targets: Targets): Refusal | undefined {
  const path = line.value('sort-by');
  if (path === '') return undefined;
  const areTables = HUMAN_FORMATS.has(format) && line.value('server-print') !== 'false';
  const isMany = targets.objects.length > 1 || new Set(targets.types.map(typeName)).size > 1;
  const isSortable = areTables ? !isMany : canonicalRelaxedPath(path) !== undefined;
  return isSortable ? undefined : refuse('bad-flag-value', '--sort-by');
}

function checkOneSubject(line: CommandLine, targets: Targets): Refusal | undefined {
  if (isWatching(line) && (new Set(targets.types.map(typeName)).size > 1 || targets.objects.length > 1)) {
    return refuse('conflicting-flags', '--watch');
  }
  const subresource = line.value('subresource');
  if (subresource === '' || hasFiles(line)) return undefined;
  if (targets.objects.length === 0) return refuse('missing-argument', 'NAME');
  const isServed = targets.types.every((type) => type.entry.subresources.includes(subresource));
  return isServed ? undefined : refuse('bad-flag-value', '--subresource');
}

export function allArgs(line: CommandLine): readonly string[] {
  return [...line.args, ...(line.afterDash ?? [])];
}
