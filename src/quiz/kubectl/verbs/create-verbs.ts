// Rules of `kubectl create TYPE …`; what RBAC, services and configuration need is in files of their own.

import { canonicalAmounts } from '../quantities.ts';
import { refuse } from '../refusal.ts';
import { isSelector, readEqualities } from '../selectors.ts';
import type { VerbRule } from './draft.ts';
import { settleManifest, settleOutput } from './output-format.ts';
import { isPathSegment, readResourceArguments } from './resource-arguments.ts';
import { settleUnasked } from './shared-flags.ts';
import { settleNamespace } from './target-rules.ts';

/** `create TYPE NAME`, with the checks of its type. `takesCommand` allows words after `--`. */
export function createRule(
  check: VerbRule = () => undefined,
  options: { readonly isNamespaced?: boolean; readonly takesCommand?: boolean } = {},
): VerbRule {
  return (line, draft) => {
    const { isNamespaced = true, takesCommand = false } = options;
    const names = takesCommand ? line.args : [...line.args, ...(line.afterDash ?? [])];
    const [name, ...more] = names;
    if (name === undefined) return refuse('missing-argument', 'NAME');
    if (more.length > 0) return refuse('too-many-arguments', more[0]);
    draft.set('name', 'name', name);
    const command = takesCommand ? (line.afterDash ?? []) : [];
    if (command.length > 0) draft.set('argument', 'command', JSON.stringify(command));
    if (isNamespaced) {
      settleNamespace(line, draft, []);
      settleManifest(line, draft);
    } else draft.drop('--namespace');
    settleUnasked(line, draft);
    return settleOutput(line, draft, 'objects') ?? check(line, draft);
  };
}

export const deploymentCheck: VerbRule = (line, draft) => {
  const images = line.list('image');
  if (!line.isGiven('image')) return refuse('missing-flag', '--image');
  if (images.length > 1 && (line.afterDash ?? []).length > 0) return refuse('conflicting-flags', '--image');
  draft.set('value', '--image', images.join(', '));
  return undefined;
};

export const jobCheck: VerbRule = (line, draft) => {
  const from = line.value('from');
  const hasImage = line.value('image') !== '';
  if (hasImage === (from !== '')) return refuse('missing-flag', '--image');
  if (from === '') return undefined;
  if ((line.afterDash ?? []).length > 0) return refuse('conflicting-flags', '--from');
  const targets = readResourceArguments([from]);
  if (targets.kind === 'refused') return targets;
  const [object] = targets.objects;
  if (object === undefined || object.type.entry.plural !== 'cronjobs') return refuse('bad-flag-value', '--from');
  draft.set('value', '--from', `cronjobs/${object.name}`);
  return undefined;
};

export const cronJobCheck: VerbRule = (line, draft) => {
  if (line.value('restart') === 'OnFailure') draft.drop('--restart');
  if (!line.isGiven('image') || line.value('image') === '') return refuse('missing-flag', '--image');
  if (!line.isGiven('schedule') || line.value('schedule') === '') return refuse('missing-flag', '--schedule');
  return undefined;
};

const INGRESS_RULE = /^[^/=,]*\/[^=,]*=[^:=,]+:[^:=,]+(?:,tls(?:=[^=,]*)?)?$/;

export const ingressCheck: VerbRule = (line, draft) => {
  const rules = line.list('rule');
  const backend = line.value('default-backend');
  if (rules.length === 0 && backend === '') return refuse('missing-flag', '--rule');
  if (backend !== '' && !/^[^:]+:[^:]+$/.test(backend)) return refuse('bad-flag-value', '--default-backend');
  if (!rules.every((rule) => INGRESS_RULE.test(rule))) return refuse('bad-flag-value', '--rule');
  const annotations = line.list('annotation');
  if (!annotations.every((one) => one.indexOf('=') > 0)) return refuse('bad-flag-value', '--annotation');
  // The last of a key counts.
  const byKey = new Map(annotations.map((one) => [one.slice(0, one.indexOf('=')), one]));
  if (byKey.size > 0) draft.set('value', '--annotation', JSON.stringify([...byKey.values()].sort()));
  return undefined;
};

export const quotaCheck: VerbRule = (line, draft) => {
  const amounts = canonicalAmounts(line.value('hard'));
  if (amounts === undefined) return refuse('bad-flag-value', '--hard');
  if (amounts !== '') draft.set('value', '--hard', amounts);
  return undefined;
};

export const disruptionBudgetCheck: VerbRule = (line, draft) => {
  const selector = line.value('selector');
  if (selector === '' || !isSelector(selector)) return refuse('missing-flag', '--selector');
  draft.set('value', '--selector', readEqualities(selector)?.join(',') ?? selector.trim());
  const hasMin = line.value('min-available') !== '';
  const hasMax = line.value('max-unavailable') !== '';
  const isAmount = (text: string) => /^(?:\d+%?)?$/.test(text);
  if (!isAmount(line.value('min-available'))) return refuse('bad-flag-value', '--min-available');
  if (!isAmount(line.value('max-unavailable'))) return refuse('bad-flag-value', '--max-unavailable');
  if (hasMin && hasMax) return refuse('conflicting-flags', '--max-unavailable');
  return hasMin || hasMax ? undefined : refuse('missing-flag', '--min-available');
};

const BOUND_KINDS = new Set(['Pod', 'Secret', 'Node']);

export const tokenCheck: VerbRule = (line) => {
  if (!isPathSegment(line.args[0] ?? line.afterDash?.[0] ?? '')) return refuse('bad-argument', line.args[0]);
  if (line.value('duration').startsWith('-')) return refuse('bad-flag-value', '--duration');
  const kind = line.value('bound-object-kind');
  const name = line.value('bound-object-name');
  if (kind !== '' && !BOUND_KINDS.has(kind)) return refuse('bad-flag-value', '--bound-object-kind');
  if (kind !== '' && name === '') return refuse('missing-flag', '--bound-object-name');
  if (kind === '' && (name !== '' || line.value('bound-object-uid') !== ''))
    return refuse('missing-flag', '--bound-object-kind');
  return undefined;
};
