// Rules of `kubectl rollout …`.

import { type Refusal, refuse } from '../refusal.ts';
import type { VerbRule } from './draft.ts';
import { outputFormat, settleOutput } from './output-format.ts';
import { allArgs } from './reading-verbs.ts';
import { checkTypes, settleTargets } from './target-rules.ts';

const ROLLED = new Set(['deployments.apps', 'daemonsets.apps', 'statefulsets.apps']);
/** Only deployments can be paused. */
const PAUSABLE = new Set(['deployments.apps']);

export const rolloutHistoryRule = rolloutRule(ROLLED, (line) =>
  Number(line.value('revision')) < 0 ? refuse('bad-flag-value', '--revision') : undefined,
);

export const rolloutStatusRule = rolloutRule(ROLLED, (line) =>
  Number(line.value('revision')) < 0 ? refuse('bad-flag-value', '--revision') : undefined,
);

export const rolloutUndoRule = rolloutRule(ROLLED, (line) =>
  Number(line.value('to-revision')) < 0 ? refuse('bad-flag-value', '--to-revision') : undefined,
);
export const rolloutRestartRule = rolloutRule(ROLLED);
export const rolloutPauseRule = rolloutRule(PAUSABLE);

function rolloutRule(
  types: ReadonlySet<string>,
  check: (line: Parameters<VerbRule>[0]) => Refusal | undefined = () => undefined,
): VerbRule {
  return (line, draft) => {
    // `rollout status` has no output flag, and what it prints goes by the rollout.
    const refusal = check(line) ?? (line.verb === 'rollout status' ? undefined : settleOutput(line, draft, 'objects'));
    if (refusal !== undefined) return refusal;
    if (outputFormat(line) === '') draft.drop('--show-managed-fields');
    const targets = settleTargets(line, draft, allArgs(line), { isTypeEnough: true });
    return targets.kind === 'refused' ? targets : checkTypes(targets, types);
  };
}
