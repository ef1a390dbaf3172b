// A person's decision on a proposal: decided once, carried out once, and open again when it could not be carried out.

import type { AssistantStore, Decision } from './assistant-store.ts';
import type { ProposalExecutor } from './ports.ts';
import { type ProposedChange, proposedChangeSchema } from './proposed-change.ts';

export type DecisionOutcome =
  | {
      readonly kind: 'decided';
      readonly answerId: string;
      readonly decision: Decision;
      readonly change: ProposedChange;
    }
  /** Pressed again: what was decided first holds. */
  | { readonly kind: 'decided-before'; readonly answerId: string; readonly decision: Decision }
  /** Forgotten, not this person's, or of a form that is no longer known. */
  | { readonly kind: 'gone' };

export interface ProposalDesk {
  /** @throws what the executor throws; the proposal is open again then. */
  decide(proposalId: string, personId: string, decision: Decision, nowMs: number): Promise<DecisionOutcome>;
}

export function createProposalDesk(store: AssistantStore, executor: ProposalExecutor): ProposalDesk {
  return {
    async decide(proposalId, personId, decision, nowMs) {
      const proposal = await store.findProposal(proposalId, personId);
      const change = proposedChangeSchema.safeParse(proposal?.change);
      if (proposal === undefined || !change.success) return { kind: 'gone' };
      const { answerId } = proposal;
      if (proposal.decision !== undefined) return { kind: 'decided-before', answerId, decision: proposal.decision };
      // Two presses at once: the conditional update lets one through.
      if (!(await store.decideProposal(proposalId, decision, nowMs))) {
        const first = (await store.findProposal(proposalId, personId))?.decision;
        return first === undefined ? { kind: 'gone' } : { kind: 'decided-before', answerId, decision: first };
      }
      if (decision === 'accepted')
        await carryOut(store, executor, { proposalId, personId, change: change.data, nowMs });
      return { kind: 'decided', answerId, decision, change: change.data };
    },
  };
}

async function carryOut(
  store: AssistantStore,
  executor: ProposalExecutor,
  accepted: {
    readonly proposalId: string;
    readonly personId: string;
    readonly change: ProposedChange;
    readonly nowMs: number;
  },
): Promise<void> {
  try {
    await executor.execute(accepted.personId, accepted.change, accepted.nowMs);
  } catch (fault) {
    await store.reopenProposal(accepted.proposalId);
    throw fault;
  }
}
