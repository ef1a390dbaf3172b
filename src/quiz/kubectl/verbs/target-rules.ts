// What a command works on: arguments, files or a selection, and when kubectl refuses the combination.

import { type Refusal, refuse } from '../refusal.ts';
import { findResourceType, type ResourceType, typeName } from '../resources.ts';
import type { CommandLine } from './command-line.ts';
import type { Draft } from './draft.ts';
import { isPathSegment, readResourceArguments, type Targets } from './resource-arguments.ts';
import { dryRunStrategy, hasFiles } from './shared-flags.ts';

export interface TargetOptions {
  /** True where a bare type stands for all objects of it, as in `get pods`. */
  readonly isTypeEnough: boolean;
}

/** Found by giving both to kubectl 1.32; the other verbs then take no notice of `--all`. */
const MINDS_NAMES_BESIDE_ALL = new Set(['delete', 'apply view-last-applied']);
const LOOKS_ONLY = new Set(['get', 'describe']);
const MINDS_FIELDS_BESIDE_ALL = new Set(['delete', 'label', 'annotate']);
const MINDS_LABELS_BESIDE_ALL = new Set([
  ...MINDS_NAMES_BESIDE_ALL,
  ...MINDS_FIELDS_BESIDE_ALL,
  'set image',
  'set env',
  'set resources',
  'set subject',
]);

/** Reads the arguments as resources, sets their facets and the namespace, and checks selections. */
export function settleTargets(
  line: CommandLine,
  draft: Draft,
  args: readonly string[],
  options: TargetOptions,
): Targets | Refusal {
  if (hasFiles(line)) return settleFileTargets(line, draft, args);
  if (args.length === 0) return refuse('missing-resource');
  const targets = readResourceArguments(args);
  if (targets.kind === 'refused') return targets;
  const refusal = checkSelection(line, targets, options);
  if (refusal !== undefined) return refusal;
  if (targets.objects.length > 0 || line.value('selector') !== '') draft.drop('--all');
  setTargetFacets(draft, targets);
  settleNamespace(line, draft, targets.types);
  return targets;
}

function settleFileTargets(line: CommandLine, draft: Draft, args: readonly string[]): Targets | Refusal {
  if (args.length > 0) return refuse('conflicting-flags', '--filename');
  const isClash = clashesWithAll(line, line.value('selector') !== '', line.value('field-selector') !== '');
  if (isClash) return refuse('conflicting-flags', '--all');
  // An object of a file is looked up in one namespace, if it is looked up.
  const isRehearsed = line.verb === 'delete' && dryRunStrategy(line) === 'client';
  if (line.isOn('all-namespaces') && line.verb !== 'describe' && !isRehearsed)
    return refuse('conflicting-flags', '--all-namespaces');
  settleNamespace(line, draft, []);
  // What is not looked up is printed as it stands in the file.
  if (line.isOn('local')) draft.drop('--namespace');
  // What the files name is all there is to work on.
  draft.drop('--all', '--field-selector');
  return { kind: 'targets', types: [], objects: [] };
}

/** True where objects are chosen by something else than their names. */
export function hasSelection(line: CommandLine): boolean {
  const hasLabels = line.value('selector') !== '' && line.verb !== 'expose';
  return line.isOn('all') || hasLabels || line.value('field-selector') !== '';
}

function checkSelection(line: CommandLine, targets: Targets, options: TargetOptions): Refusal | undefined {
  const isNamed = targets.objects.length > 0;
  // The selector of `expose` is the new service's, and chooses nothing here.
  const hasLabels = line.value('selector') !== '' && line.verb !== 'expose';
  const hasFields = line.value('field-selector') !== '';
  if (isNamed && (hasLabels || hasFields)) return refuse('conflicting-flags', '--selector');
  if (targets.objects.some((object) => object.name === '')) return refuse('bad-argument', "''");
  if (line.isOn('all')) {
    if (isNamed && MINDS_NAMES_BESIDE_ALL.has(line.verb)) return refuse('conflicting-flags', '--all');
    if (clashesWithAll(line, hasLabels, hasFields)) return refuse('conflicting-flags', '--all');
  }
  if (!isNamed && !options.isTypeEnough && !hasSelection(line)) return refuse('missing-argument', 'NAME');
  const isAnyNamespaced = targets.types.some((type) => type.entry.isNamespaced);
  if (isNamed && line.isOn('all-namespaces') && isAnyNamespaced) return refuse('conflicting-flags', '--all-namespaces');
  return checkNamespaces(line, isAnyNamespaced);
}

/** True where a selector stands beside `--all` and the verb minds. */
function clashesWithAll(line: CommandLine, hasLabels: boolean, hasFields: boolean): boolean {
  if (!line.isOn('all')) return false;
  return (hasLabels && MINDS_LABELS_BESIDE_ALL.has(line.verb)) || (hasFields && MINDS_FIELDS_BESIDE_ALL.has(line.verb));
}

/** Verbs that only look take `-A` with a namespace beside it; the others find each object in the wrong one. */
function checkNamespaces(line: CommandLine, isAnyNamespaced: boolean): Refusal | undefined {
  const isBoth = line.isOn('all-namespaces') && line.value('namespace') !== '';
  if (isBoth && isAnyNamespaced && !LOOKS_ONLY.has(line.verb)) return refuse('conflicting-flags', '--namespace');
  return undefined;
}

/** The types as one facet and the names as another; their order means nothing, since each is asked for apart. */
export function setTargetFacets(draft: Draft, targets: Targets): void {
  const types = [...new Set(targets.types.map(typeName))].sort();
  const names = targets.objects.map(({ type, name }) => (types.length > 1 ? `${typeName(type)}/${name}` : name)).sort();
  if (types.length > 0) draft.set('resource', 'resource', types.join(', '));
  if (names.length > 0) draft.set('name', 'name', names.join(', '));
}

/** The namespace counts only where something lives in one. No types at all stands for what a file may hold. */
export function settleNamespace(line: CommandLine, draft: Draft, types: readonly ResourceType[]): void {
  draft.drop('--namespace', '--all-namespaces');
  if (types.length > 0 && !types.some((type) => type.entry.isNamespaced)) return;
  const isAll = line.isOn('all-namespaces');
  draft.set('namespace', '--namespace', isAll ? '*' : line.value('namespace') || 'default');
}

/** One `TYPE/NAME`, or a name of the type that the command takes for granted. */
export function readOneObject(word: string, usualType: string): Targets | Refusal {
  const slash = word.indexOf('/');
  if (slash >= 0) return readResourceArguments([word]);
  const type = findResourceType(usualType);
  if (type === undefined || word === '' || !isPathSegment(word)) return refuse('bad-argument', word);
  return { kind: 'targets', types: [type], objects: [{ type, name: word }] };
}

/** Refuses types outside of `plurals`, which are written as `deployments.apps`. */
export function checkTypes(targets: Targets, plurals: ReadonlySet<string>): Refusal | undefined {
  const other = targets.types.find((type) => !plurals.has(typeName(type)));
  return other === undefined ? undefined : refuse('bad-argument', typeName(other));
}
