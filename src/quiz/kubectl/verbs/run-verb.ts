// Rules of `kubectl run` and `kubectl expose`.

import { canonicalJson, isJson } from '../canonical-json.ts';
import { isImageName } from '../image-name.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { CommandLine } from './command-line.ts';
import { type Draft, firstRefusal, type VerbRule } from './draft.ts';
import { settleManifest, settleOutput } from './output-format.ts';
import { allArgs } from './reading-verbs.ts';
import { dryRunStrategy, hasFiles, settleUnasked } from './shared-flags.ts';
import { checkTypes, settleNamespace, settleTargets } from './target-rules.ts';

/** Taken from the deletion flags that `run` carries along; none plays a part when a pod is created. */
const WITHOUT_EFFECT = [
  '--cascade',
  '--filename',
  '--force',
  '--grace-period',
  '--kustomize',
  '--recursive',
  '--timeout',
  '--wait',
];

export const runRule: VerbRule = (line, draft) => {
  draft.drop(...WITHOUT_EFFECT);
  settleUnasked(line, draft);
  settleNamespace(line, draft, []);
  return firstRefusal(
    () => settlePod(line, draft),
    () => settleLabels(line, draft, 'labels', `run=${line.args[0] ?? line.afterDash?.[0] ?? ''}`),
    () => settleAnnotations(line, draft),
    () => checkAttached(line),
    () => settleAttached(line, draft),
    () => settleOutput(line, draft, 'objects'),
    () => settleManifest(line, draft),
  );
};

function settlePod(line: CommandLine, draft: Draft): Refusal | undefined {
  const [name, ...command] = allArgs(line);
  if (!line.isGiven('image') || !isImageName(line.value('image'))) return refuse('missing-flag', '--image');
  if (name === undefined) return refuse('missing-argument', 'NAME');
  draft.set('name', 'name', name);
  if (command.length > 0) draft.set('argument', 'command', JSON.stringify(command));
  else draft.drop('--command');
  const port = line.value('port');
  if (port !== '' && !/^[+-]?\d{1,9}$/.test(port)) return refuse('bad-flag-value', '--port');
  if (port !== '') draft.set('value', '--port', String(Number(port)));
  if (line.isOn('expose') && port === '') return refuse('missing-flag', '--port');
  if (!['', 'Always', 'Never', 'OnFailure'].includes(line.value('restart')))
    return refuse('bad-flag-value', '--restart');
  if (line.value('restart') === '') draft.drop('--restart');
  if (!['', 'Always', 'IfNotPresent', 'Never'].includes(line.value('image-pull-policy'))) {
    return refuse('bad-flag-value', '--image-pull-policy');
  }
  const badVariable = line.list('env').some((one) => !/^[-._a-zA-Z][-._a-zA-Z0-9]*=/.test(one));
  return badVariable ? refuse('bad-flag-value', '--env') : settleOverrides(line, draft);
}

/** `--overrides` is a JSON text; how it is spelt does not matter. */
export function settleOverrides(line: CommandLine, draft: Draft): Refusal | undefined {
  const text = line.value('overrides');
  if (text === '') {
    draft.drop('--override-type');
    return undefined;
  }
  if (!['merge', 'json', 'strategic'].includes(line.value('override-type')))
    return refuse('bad-flag-value', '--override-type');
  if (!isJson(text)) return refuse('bad-flag-value', '--overrides');
  draft.set('value', '--overrides', canonicalJson(text));
  return undefined;
}

/** `a=b,c=d` as a set, the last of a key counting. */
export function settleLabels(line: CommandLine, draft: Draft, flag: string, usual: string): Refusal | undefined {
  const text = line.value(flag);
  draft.drop(`--${flag}`);
  if (text === '') return undefined;
  const labels = new Map<string, string>();
  for (const pair of text.split(',')) {
    const [key = '', value, ...more] = pair.split('=');
    if (value === undefined || more.length > 0 || key === '') return refuse('bad-flag-value', `--${flag}`);
    labels.set(key, value);
  }
  const canonical = [...labels]
    .map((pair) => pair.join('='))
    .sort()
    .join(', ');
  if (canonical !== usual) draft.set('value', `--${flag}`, canonical);
  return undefined;
}

function settleAnnotations(line: CommandLine, draft: Draft): Refusal | undefined {
  const annotations = new Map<string, string>();
  for (const pair of line.list('annotations')) {
    const equals = pair.indexOf('=');
    if (equals <= 0) return refuse('bad-flag-value', '--annotations');
    annotations.set(pair.slice(0, equals), pair.slice(equals + 1));
  }
  if (annotations.size > 0) draft.set('value', '--annotations', JSON.stringify([...annotations].sort()));
  return undefined;
}

function isAttached(line: CommandLine): boolean {
  return line.isGiven('attach') ? line.isOn('attach') : line.isOn('stdin');
}

function checkAttached(line: CommandLine): Refusal | undefined {
  if (line.isOn('tty') && !line.isOn('stdin')) return refuse('missing-flag', '--stdin');
  if (line.isOn('rm') && !isAttached(line)) return refuse('missing-flag', '--attach');
  const isTied = line.isOn('attach') || line.isOn('stdin') || line.isOn('tty');
  return isTied && dryRunStrategy(line) !== 'none' ? refuse('conflicting-flags', '--dry-run') : undefined;
}

function settleAttached(line: CommandLine, draft: Draft): undefined {
  draft.drop('--attach', '--quiet');
  if (isAttached(line) !== line.isOn('stdin')) draft.set('flag', '--attach', String(isAttached(line)));
  if (!line.isOn('stdin')) draft.drop('--leave-stdin-open');
  if (!isAttached(line)) draft.drop('--pod-running-timeout');
  return undefined;
}

const EXPOSED = new Set(['pods', 'services', 'replicationcontrollers', 'deployments.apps', 'replicasets.apps']);

export const exposeRule: VerbRule = (line, draft) => {
  const refusal = settleOutput(line, draft, 'objects') ?? settleOverrides(line, draft) ?? settleService(line, draft);
  if (refusal !== undefined) return refusal;
  const targets = settleTargets(line, draft, allArgs(line), { isTypeEnough: false });
  if (targets.kind === 'refused') return targets;
  // The service is named after what it exposes, and reaches its pods at its own port.
  if (targets.objects.length === 1 && targets.objects[0]?.name === line.value('name')) draft.drop('--name');
  return hasFiles(line) ? undefined : checkTypes(targets, EXPOSED);
};

function settleService(line: CommandLine, draft: Draft): Refusal | undefined {
  if (!/^(?:[+-]?\d+(?:,|$))*$/.test(line.value('port'))) return refuse('bad-flag-value', '--port');
  const ports = line.value('port').split(',').map(plainNumber).join(',');
  const target = plainNumber(line.value('target-port'));
  if (ports !== '') draft.set('value', '--port', ports);
  draft.drop('--target-port');
  if (target !== '' && target !== ports) draft.set('value', '--target-port', target);
  if (!['', 'None', 'ClientIP'].includes(line.value('session-affinity')))
    return refuse('bad-flag-value', '--session-affinity');
  if (line.value('protocol') === 'TCP') draft.drop('--protocol');
  if (line.value('type') !== 'LoadBalancer') draft.drop('--load-balancer-ip');
  const selector = line.value('selector');
  if (selector !== '') {
    const refusal = settleLabels(line, draft, 'selector', '');
    if (refusal !== undefined) return refusal;
  }
  return settleLabels(line, draft, 'labels', '');
}

/** `080` is 80 to Go; a name stays. */
function plainNumber(text: string): string {
  return /^[+-]?\d+$/.test(text) ? String(Number(text)) : text;
}
