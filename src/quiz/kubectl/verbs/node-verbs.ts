// Rules of the verbs that work on nodes: cordon, uncordon, drain, taint; and of certificate, which reads its names alike.

import { type Refusal, refuse } from '../refusal.ts';
import { findResourceType, typeName } from '../resources.ts';
import { isSelector } from '../selectors.ts';
import type { CommandLine } from './command-line.ts';
import type { Draft, VerbRule } from './draft.ts';
import { settleOutput } from './output-format.ts';
import { allArgs } from './reading-verbs.ts';
import { isPathSegment, type TargetObject } from './resource-arguments.ts';
import { hasFiles } from './shared-flags.ts';
import { checkTypes, readOneObject, setTargetFacets } from './target-rules.ts';

export const cordonRule: VerbRule = (line, draft) => {
  draft.drop('--namespace');
  const names = allArgs(line);
  const hasSelector = line.value('selector') !== '';
  if (names.length === 0 && !hasSelector) return refuse('missing-argument', 'NODE');
  if (names.length > 0 && hasSelector) return refuse('conflicting-flags', '--selector');
  if (!isSelector(line.value('pod-selector'))) return refuse('bad-flag-value', '--pod-selector');
  if (Number(line.value('grace-period')) < 0) draft.drop('--grace-period');
  return settleUsualType(draft, names, 'nodes');
};

export const certificateRule: VerbRule = (line, draft) => {
  const refusal = settleOutput(line, draft, 'objects');
  if (refusal !== undefined) return refusal;
  draft.drop('--namespace');
  const names = allArgs(line);
  if (names.length === 0 && !hasFiles(line)) return refuse('missing-argument', 'NAME');
  if (names.length > 0 && hasFiles(line)) return refuse('conflicting-flags', '--filename');
  return settleUsualType(draft, names, 'certificatesigningrequests');
};

/** Names of one type, each of which may have the type before it. */
function settleUsualType(draft: Draft, names: readonly string[], plural: string): Refusal | undefined {
  const objects: TargetObject[] = [];
  for (const name of names) {
    const target = readOneObject(name, plural);
    if (target.kind === 'refused') return target;
    objects.push(...target.objects);
  }
  const targets = { kind: 'targets', types: objects.map((object) => object.type), objects } as const;
  setTargetFacets(draft, targets);
  const type = findResourceType(plural);
  return checkTypes(targets, new Set(type === undefined ? [] : [typeName(type)]));
}

const EFFECTS = new Set(['NoSchedule', 'PreferNoSchedule', 'NoExecute']);

export const taintRule: VerbRule = (line, draft) => {
  const refusal = settleOutput(line, draft, 'objects');
  if (refusal !== undefined) return refusal;
  draft.drop('--namespace');
  const args = allArgs(line);
  const isTaint = (word: string) => word.includes('=') || word.includes(':') || word.endsWith('-');
  const start = args.findIndex(isTaint);
  const [typeWord, ...names] = start < 0 ? args : args.slice(0, start);
  const taints = start < 0 ? [] : args.slice(start);
  if (typeWord === undefined) return refuse('missing-resource');
  const type = findResourceType(typeWord);
  if (type === undefined) return refuse('unknown-resource', typeWord);
  if (typeName(type) !== 'nodes') return refuse('bad-argument', typeWord);
  if (taints.length === 0) return refuse('missing-argument', 'KEY=VALUE:EFFECT');
  const stray = taints.find((word) => !isTaint(word));
  if (stray !== undefined) return refuse('bad-argument', stray);
  const hasSelector = line.value('selector') !== '';
  if (names.length === 0 && !line.isOn('all') && !hasSelector) return refuse('missing-argument', 'NODE');
  if (hasSelector && line.isOn('all')) return refuse('conflicting-flags', '--selector');
  // With --all or a selector the names are taken and not used.
  const objects = line.isOn('all') || hasSelector ? [] : names.map((name) => ({ type, name }));
  const unfit = objects.find((object) => !isPathSegment(object.name));
  if (unfit !== undefined) return refuse('bad-argument', unfit.name);
  setTargetFacets(draft, { kind: 'targets', types: [type], objects });
  return settleTaints(line, draft, taints);
};

function settleTaints(_line: CommandLine, draft: Draft, words: readonly string[]): Refusal | undefined {
  const seen = new Set<string>();
  const canonical: string[] = [];
  for (const word of words) {
    const taint = readTaint(word);
    if (taint === undefined) return refuse('bad-argument', word);
    if (seen.has(taint.identity)) return refuse('bad-argument', word);
    seen.add(taint.identity);
    canonical.push(taint.text);
  }
  draft.set('argument', 'taints', canonical.join(' '));
  return undefined;
}

/** `key=value:effect`, `key:effect`, and with a dash behind it what is to go; there a value is taken and not used. */
function readTaint(word: string): { text: string; identity: string } | undefined {
  const isRemoval = word.endsWith('-');
  const spec = isRemoval ? word.slice(0, -1) : word;
  const [whole, key, value = '', effect = ''] =
    /^([A-Za-z0-9][A-Za-z0-9._/-]*)(?:=([A-Za-z0-9._-]*))?(?::([A-Za-z]+))?$/.exec(spec) ?? [];
  if (whole === undefined || (effect !== '' && !EFFECTS.has(effect)) || (effect === '' && (!isRemoval || value !== '')))
    return undefined;
  const identity = `${key}:${effect}${isRemoval ? '-' : ''}`;
  return { text: isRemoval ? identity : `${key}=${value}:${effect}`, identity };
}
