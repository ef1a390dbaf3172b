// Tables of the assistant subject: answers (which are the conversations), proposals, feedback, and what was spent.

/** A row appears before the model is asked, so that an answer whose process died is known to be unfinished. */
export interface AssistantAnswersTable {
  id: string;
  person_id: string;
  channel_id: string;
  /** 1: asked where others read along. */
  is_public: number;
  question: string;
  /** The model's words; null while it runs, and when the knowledge base answered. */
  answer: string | null;
  /** `assistant` or `knowledge`; null while it runs. */
  mode: string | null;
  /** Why the model did not answer, or was stopped. */
  reason: string | null;
  /** JSON list of the labels of the sources shown. */
  sources: string;
  /** 1: nothing in the knowledge carried it. */
  is_uncovered: number;
  asked_at_ms: number;
  ended_at_ms: number | null;
}

/** Tokens charged to a person on one of their user-days. */
export interface AssistantUsageTable {
  person_id: string;
  /** `YYYY-MM-DD`. */
  user_day: string;
  tokens: number;
}

/** What the API billed for everybody on one UTC day; of no person. */
export interface AssistantSpendingTable {
  /** `YYYY-MM-DD`. */
  utc_day: string;
  uncached_tokens: number;
  cache_write_tokens: number;
  cache_read_tokens: number;
  output_tokens: number;
}

export interface AssistantProposalsTable {
  id: string;
  answer_id: string;
  person_id: string;
  /** JSON of the proposed change. */
  change: string;
  proposed_at_ms: number;
  /** `accepted` or `declined`; null until the person decides. */
  decision: string | null;
  decided_at_ms: number | null;
}

/** Holds copies, because the answer is forgotten earlier. */
export interface AssistantFeedbackTable {
  answer_id: string;
  person_id: string;
  question: string;
  mode: string;
  reason: string | null;
  /** JSON list. */
  sources: string;
  is_helpful: number;
  given_at_ms: number;
}

export interface AssistantTables {
  assistant_answers: AssistantAnswersTable;
  assistant_usage: AssistantUsageTable;
  assistant_spending: AssistantSpendingTable;
  assistant_proposals: AssistantProposalsTable;
  assistant_feedback: AssistantFeedbackTable;
}
