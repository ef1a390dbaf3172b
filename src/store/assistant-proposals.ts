// Proposals of the assistant, each decided once.

import type { AssistantStore } from '../assistant/assistant-store.ts';
import type { StudypodDatabase } from './database.ts';

type ProposalQueries = Pick<AssistantStore, 'saveProposal' | 'findProposal' | 'decideProposal' | 'reopenProposal'>;

export function createProposalQueries(db: StudypodDatabase): ProposalQueries {
  return {
    async saveProposal({ id, answerId, personId, change, proposedAtMs }) {
      await db
        .insertInto('assistant_proposals')
        .values({
          id,
          answer_id: answerId,
          person_id: personId,
          change: JSON.stringify(change),
          proposed_at_ms: proposedAtMs,
          decision: null,
          decided_at_ms: null,
        })
        .execute();
    },
    async findProposal(id, personId) {
      const row = await db
        .selectFrom('assistant_proposals')
        .select(['id', 'answer_id', 'change', 'decision'])
        .where('id', '=', id)
        .where('person_id', '=', personId)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const { decision } = row;
      return {
        id: row.id,
        answerId: row.answer_id,
        change: JSON.parse(row.change),
        decision: decision === 'accepted' || decision === 'declined' ? decision : undefined,
      };
    },
    async decideProposal(id, decision, nowMs) {
      const { numUpdatedRows } = await db
        .updateTable('assistant_proposals')
        .set({ decision, decided_at_ms: nowMs })
        .where('id', '=', id)
        .where('decision', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async reopenProposal(id) {
      await db
        .updateTable('assistant_proposals')
        .set({ decision: null, decided_at_ms: null })
        .where('id', '=', id)
        .execute();
    },
  };
}
