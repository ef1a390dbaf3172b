// Rules of the verbs that change objects that exist: delete, edit, patch, scale, autoscale, label, annotate, wait.

import { canonicalRelaxedPath } from '../json-path.ts';
import { type PatchText, readPatchText } from '../patch-text.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { CommandLine } from './command-line.ts';
import { type Draft, firstRefusal, type VerbRule } from './draft.ts';
import { settleOutput } from './output-format.ts';
import { allArgs } from './reading-verbs.ts';
import type { Targets } from './resource-arguments.ts';
import { canonicalPath, dryRunStrategy, hasFiles, settleRaw } from './shared-flags.ts';
import { hasSelection, settleTargets } from './target-rules.ts';

export const deleteRule: VerbRule = (line, draft) => {
  if (line.value('raw') !== '') return settleRaw(draft, allArgs(line));
  const refusal = settleOutput(line, draft, ['', 'name']) ?? settleGrace(line, draft);
  if (refusal !== undefined) return refusal;
  const targets = settleTargets(line, draft, allArgs(line), { isTypeEnough: false });
  if (targets.kind === 'refused') return targets;
  settleNotFound(line, draft);
  if (dryRunStrategy(line) !== 'none') draft.drop('--wait', '--timeout');
  if (dryRunStrategy(line) === 'client') draft.drop('--cascade', '--grace-period');
  return undefined;
};

/** `--now` is a grace period of 1, and so is 0 without `--force`; `--force` makes it 0. */
function settleGrace(line: CommandLine, draft: Draft): Refusal | undefined {
  const seconds = Number(line.value('grace-period'));
  if (line.isOn('now') && seconds >= 0) return refuse('conflicting-flags', '--now');
  if (line.isOn('force') && (seconds > 0 || line.isOn('now'))) return refuse('conflicting-flags', '--force');
  draft.drop('--now', '--grace-period');
  if (line.isOn('force')) return undefined;
  const inForce = line.isOn('now') || seconds === 0 ? 1 : seconds;
  if (inForce >= 0) draft.set('value', '--grace-period', String(inForce));
  return undefined;
}

/** Where a selection is deleted, what is gone already is no error unless the flag says so. */
function settleNotFound(line: CommandLine, draft: Draft): void {
  const isUsual = hasSelection(line);
  const isOn = line.isGiven('ignore-not-found') ? line.isOn('ignore-not-found') : isUsual;
  draft.drop('--ignore-not-found');
  if (isOn !== isUsual) draft.set('value', '--ignore-not-found', String(isOn));
}

export const editRule: VerbRule = (line, draft) => {
  // Unlike other verbs with few formats, `edit` takes capitals too.
  const format = line.value('output').toLowerCase();
  const refusal = ['', 'json', 'yaml'].includes(format) ? undefined : refuse('bad-flag-value', '--output');
  if (draft.has('--output')) draft.set('value', '--output', format);
  if (refusal !== undefined) return refusal;
  // How lines end in the editor is made good again when it closes.
  draft.drop('--windows-line-endings');
  return targetsOnly(line, draft, allArgs(line), true);
};

const PATCH_TYPES = new Set(['strategic', 'merge', 'json']);

export const patchRule: VerbRule = (line, draft) => {
  const refusal = settleOutput(line, draft, 'objects');
  if (refusal !== undefined) return refusal;
  const type = line.value('type').toLowerCase();
  if (!PATCH_TYPES.has(type)) return refuse('bad-flag-value', '--type');
  draft.drop('--type');
  if (type !== 'strategic') draft.set('value', '--type', type);
  const text = line.value('patch');
  if (text !== '' && line.value('patch-file') !== '') return refuse('conflicting-flags', '--patch-file');
  if (text === '' && line.value('patch-file') === '') return refuse('missing-flag', '--patch');
  const patch = text === '' ? undefined : readPatchText(text);
  if (patch?.kind === 'unreadable') return refuse('bad-flag-value', '--patch');
  if (patch !== undefined) draft.set('value', '--patch', patch.canonical);
  else draft.set('value', '--patch-file', canonicalPath(line.value('patch-file')));
  return firstRefusal(
    () => checkLocal(line),
    () => targetsOnly(line, draft, allArgs(line), false),
    () => checkSubresource(line),
    () => checkRehearsedPatch(line, type, patch),
  );
};

/** Where nothing is sent, kubectl itself applies the patch: a list of steps for `json`, an object for the others. */
function checkRehearsedPatch(line: CommandLine, type: string, patch: PatchText | undefined): Refusal | undefined {
  if (patch?.kind !== 'patch' || (dryRunStrategy(line) !== 'client' && !line.isOn('local'))) return undefined;
  const fits = type === 'json' ? patch.shape === 'list' : patch.shape === 'object' || patch.shape === 'nothing';
  return fits ? undefined : refuse('bad-flag-value', '--patch');
}

function checkSubresource(line: CommandLine): Refusal | undefined {
  return ['', 'status', 'scale', 'resize'].includes(line.value('subresource'))
    ? undefined
    : refuse('bad-flag-value', '--subresource');
}

/** `--local` works on files alone. */
export function checkLocal(line: CommandLine): Refusal | undefined {
  return line.isOn('local') && !hasFiles(line) ? refuse('conflicting-flags', '--local') : undefined;
}

export const scaleRule: VerbRule = (line, draft) => {
  if (!line.isGiven('replicas') || Number(line.value('replicas')) < 0) return refuse('missing-flag', '--replicas');
  const refusal = settleOutput(line, draft, 'objects');
  if (refusal !== undefined) return refusal;
  draft.set('value', '--replicas', line.value('replicas'));
  if (Number(line.value('current-replicas')) < 0) draft.drop('--current-replicas');
  const targets = settleTargets(line, draft, allArgs(line), { isTypeEnough: false });
  return targets.kind === 'refused' ? targets : checkScalable(targets);
};

export const autoscaleRule: VerbRule = (line, draft) => {
  const max = Number(line.value('max'));
  const min = Number(line.value('min'));
  if (!line.isGiven('max') || max < 1) return refuse('missing-flag', '--max');
  if (max < min) return refuse('conflicting-flags', '--min');
  const refusal = settleOutput(line, draft, 'objects');
  if (refusal !== undefined) return refusal;
  if (min < 1) draft.drop('--min');
  if (Number(line.value('cpu-percent')) < 0) draft.drop('--cpu-percent');
  const targets = settleTargets(line, draft, allArgs(line), { isTypeEnough: false });
  if (targets.kind === 'refused') return targets;
  // Without the flag the autoscaler is named after what it scales.
  if (targets.objects.length === 1 && targets.objects[0]?.name === line.value('name')) draft.drop('--name');
  return checkScalable(targets);
};

/** Only what has a `scale` part can be scaled; the server refuses the rest. */
function checkScalable(targets: Targets): Refusal | undefined {
  const other = targets.types.find((type) => !type.entry.subresources.includes('scale'));
  return other === undefined ? undefined : refuse('bad-argument', other.entry.plural);
}

export function pairsRule(kind: 'label' | 'annotation'): VerbRule {
  return (line, draft) => {
    const refusal = settleOutput(line, draft, 'objects');
    if (refusal !== undefined) return refusal;
    if (kind === 'label' && line.isOn('list') && line.value('output') !== '')
      return refuse('conflicting-flags', '--list');
    const split = splitPairs(allArgs(line));
    if ('kind' in split) return split;
    const changes = readPairs(split.pairs, kind);
    if ('kind' in changes) return changes;
    if (line.isOn('list')) draft.drop('--dry-run', '--field-manager');
    if (changes.size === 0 && !line.isOn('list')) return refuse('missing-argument', 'KEY=VALUE');
    const local = checkLocal(line);
    if (local !== undefined) return local;
    const texts = [...changes].map(([key, value]) => (value === undefined ? `${key}-` : `${key}=${value}`));
    if (texts.length > 0) draft.set('argument', kind, texts.sort().join(' '));
    return targetsOnly(line, draft, split.resources, false);
  };
}

export interface SplitPairs {
  readonly resources: readonly string[];
  readonly pairs: readonly string[];
}

/** Resources come first, then `KEY=VALUE` and `KEY-` (cmdutil's GetResourcesAndPairs). */
export function splitPairs(args: readonly string[]): SplitPairs | Refusal {
  const isPair = (word: string) => word.indexOf('=') > 0 || (word.endsWith('-') && word !== '-');
  const start = args.findIndex(isPair);
  if (start < 0) return { resources: args, pairs: [] };
  const stray = args.slice(start).find((word) => !isPair(word));
  return stray === undefined
    ? { resources: args.slice(0, start), pairs: args.slice(start) }
    : refuse('bad-argument', stray);
}

const LABEL_VALUE = /^(?:[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$/;

/** Undefined stands for a key that is taken away. */
function readPairs(pairs: readonly string[], kind: 'label' | 'annotation'): Map<string, string | undefined> | Refusal {
  const changes = new Map<string, string | undefined>();
  const removed = new Set<string>();
  for (const pair of pairs) {
    const equals = pair.indexOf('=');
    if (equals > 0) {
      const value = pair.slice(equals + 1);
      if (kind === 'label' && !LABEL_VALUE.test(value)) return refuse('bad-argument', pair);
      changes.set(pair.slice(0, equals), value);
    } else removed.add(pair.slice(0, -1));
  }
  for (const key of removed) {
    if (changes.has(key)) return refuse('bad-argument', `${key}-`);
    changes.set(key, undefined);
  }
  return changes;
}

export const waitRule: VerbRule = (line, draft) => {
  const refusal = settleOutput(line, draft, 'objects') ?? checkLocal(line);
  if (refusal !== undefined) return refusal;
  const condition = canonicalCondition(line.value('for'));
  if (condition === undefined) return refuse('bad-flag-value', '--for');
  draft.set('value', '--for', condition);
  return targetsOnly(line, draft, allArgs(line), false);
};

function canonicalCondition(text: string): string | undefined {
  const lower = text.toLowerCase();
  if (lower === 'delete' || lower === 'create') return lower;
  if (text.startsWith('condition=')) {
    const [name = '', value = 'true'] = lower.slice('condition='.length).split('=');
    return `condition=${name}=${value}`;
  }
  const [whole, path, value] = /^jsonpath=(\{.+\}|[^{}=]+)(?:=(.*))?$/s.exec(text) ?? [];
  const canonical = path === undefined ? undefined : canonicalRelaxedPath(path);
  if (whole === undefined || canonical === undefined || value === '') return undefined;
  return `jsonpath=${canonical}${value === undefined ? '' : `=${value}`}`;
}

export function targetsOnly(
  line: CommandLine,
  draft: Draft,
  args: readonly string[],
  isTypeEnough: boolean,
): Refusal | undefined {
  const targets = settleTargets(line, draft, args, { isTypeEnough });
  return targets.kind === 'refused' ? targets : undefined;
}
