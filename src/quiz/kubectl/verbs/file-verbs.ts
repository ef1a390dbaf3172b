// Rules of the verbs that work on files: apply, create -f, replace, diff, auth reconcile, and the last applied configuration.

import { type Refusal, refuse } from '../refusal.ts';
import { findKind, typeName } from '../resources.ts';
import { isSelector } from '../selectors.ts';
import type { CommandLine } from './command-line.ts';
import { type Draft, firstRefusal, type VerbRule } from './draft.ts';
import { settleOutput } from './output-format.ts';
import { allArgs } from './reading-verbs.ts';
import { dryRunStrategy, hasFiles, settleRaw, settleUnasked } from './shared-flags.ts';
import { settleNamespace, settleTargets } from './target-rules.ts';

export const applyRule: VerbRule = (line, draft) =>
  firstRefusal(
    () => settleFilesOnly(line, draft),
    () => settleServerSide(line, draft),
    () => checkForce(line),
    () => settlePrune(line, draft),
    () => settleDeletion(line, draft),
  );

function settleServerSide(line: CommandLine, draft: Draft): Refusal | undefined {
  const isServerSide = line.isOn('server-side');
  if (!isServerSide && line.isOn('force-conflicts')) return refuse('missing-flag', '--server-side');
  if (!isServerSide && line.value('subresource') !== '') return refuse('missing-flag', '--server-side');
  if (isServerSide && dryRunStrategy(line) === 'client') return refuse('conflicting-flags', '--dry-run');
  // With --server-side the manager's usual name is `kubectl`.
  if (isServerSide && line.isGiven('field-manager')) {
    draft.drop('--field-manager');
    if (line.value('field-manager') !== 'kubectl') draft.set('value', '--field-manager', line.value('field-manager'));
  }
  return undefined;
}

function checkForce(line: CommandLine): Refusal | undefined {
  if (!line.isOn('force')) return undefined;
  if (line.isOn('server-side')) return refuse('conflicting-flags', '--server-side');
  return dryRunStrategy(line) === 'server' ? refuse('conflicting-flags', '--dry-run') : undefined;
}

/** How to delete matters only where something may be deleted. */
function settleDeletion(line: CommandLine, draft: Draft): undefined {
  if (!line.isOn('force') && !line.isOn('prune')) draft.drop('--cascade', '--grace-period', '--timeout', '--wait');
  return undefined;
}

function settlePrune(line: CommandLine, draft: Draft): Refusal | undefined {
  const hasSelector = line.value('selector') !== '';
  if (line.isOn('all') && hasSelector && line.isOn('prune')) return refuse('conflicting-flags', '--all');
  if (line.isOn('prune') && !line.isOn('all') && !hasSelector) return refuse('missing-flag', '--all');
  if (!line.isOn('prune')) draft.drop('--all');
  return settlePruned(line, draft);
}

/** `core/v1/Pod`, `apps/v1/Deployment`: the kinds that may be pruned. */
function settlePruned(line: CommandLine, draft: Draft): Refusal | undefined {
  draft.drop('--prune-allowlist');
  if (!line.isOn('prune')) return undefined;
  const names = line.list('prune-allowlist').map((text) => {
    const [group = '', version, kind, ...more] = text.split('/');
    const type = more.length > 0 ? undefined : findKind(group === 'core' ? '' : group, version ?? '', kind ?? '');
    return type && typeName(type);
  });
  if (names.includes(undefined)) return refuse('bad-flag-value', '--prune-allowlist');
  if (names.length > 0) draft.set('value', '--prune-allowlist', [...new Set(names)].sort().join(', '));
  return undefined;
}

export const createFromFileRule: VerbRule = (line, draft) => {
  if (line.value('raw') !== '') {
    const clash = ['edit', 'kustomize', 'output', 'selector'].find((flag) => line.isChanged(flag));
    if (clash !== undefined) return refuse('conflicting-flags', `--${clash}`);
    if (line.list('filename').length !== 1) return refuse('missing-flag', '--filename');
    return settleRaw(draft, allArgs(line));
  }
  // It is about the text that an editor is given.
  if (!line.isOn('edit')) draft.drop('--windows-line-endings');
  settleUnasked(line, draft);
  return settleFilesOnly(line, draft);
};

export const replaceRule: VerbRule = (line, draft) => {
  if (line.isOn('force') && dryRunStrategy(line) !== 'none') return refuse('conflicting-flags', '--dry-run');
  const isForced = line.isOn('force');
  if (!isForced && Number(line.value('grace-period')) >= 0) return refuse('missing-flag', '--force');
  if (!isForced && line.isChanged('timeout')) return refuse('missing-flag', '--force');
  if (!isForced) draft.drop('--cascade', '--wait');
  return settleFilesOnly(line, draft);
};

export const diffRule: VerbRule = (line, draft) => {
  if (line.isOn('force-conflicts') && !line.isOn('server-side')) return refuse('missing-flag', '--server-side');
  const refusal = settlePruned(line, draft);
  if (refusal !== undefined) return refusal;
  draft.drop('--concurrency');
  if (line.isOn('server-side') && line.value('field-manager') === 'kubectl') draft.drop('--field-manager');
  return settleFilesOnly(line, draft);
};

export const reconcileRule: VerbRule = (line, draft) => {
  const refusal = settleOutput(line, draft, 'objects');
  if (refusal !== undefined) return refusal;
  if (!hasFiles(line)) return refuse('missing-flag', '--filename');
  settleNamespace(line, draft, []);
  return undefined;
};

export const viewLastAppliedRule: VerbRule = (line, draft) => {
  const refusal = settleOutput(line, draft, ['', 'json', 'yaml']);
  if (refusal !== undefined) return refusal;
  // kubectl hands on whether a namespace is given where whether a type is enough was meant.
  const isTypeEnough = line.value('namespace') !== '';
  const targets = settleTargets(line, draft, allArgs(line), { isTypeEnough });
  return targets.kind === 'refused' ? targets : undefined;
};

/** Without an argument but files. */
function settleFilesOnly(line: CommandLine, draft: Draft): Refusal | undefined {
  const [stray] = allArgs(line);
  if (stray !== undefined) return refuse('too-many-arguments', stray);
  if (!hasFiles(line)) return refuse('missing-flag', '--filename');
  // Here kubectl itself chooses from what the files hold.
  if (!isSelector(line.value('selector'))) return refuse('bad-flag-value', '--selector');
  settleNamespace(line, draft, []);
  return line.verb === 'diff' ? undefined : settleOutput(line, draft, 'objects');
}

export const setLastAppliedRule: VerbRule = (line, draft) => settleFilesOnly(line, draft);
