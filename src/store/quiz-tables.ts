// Tables of the quiz subject. Rows of cards that left the knowledge are kept: they may come back.

import type { Generated } from 'kysely';

/** What a person remembers of a card (FSRS); no row before the first review. */
export interface CardsTable {
  person_id: string;
  card_id: string;
  due_at_ms: number;
  stability: number;
  difficulty: number;
  interval_days: number;
  reviews: number;
  lapses: number;
  last_review_at_ms: number;
  /** Of the newest review: 1 again, 2 hard, 3 good. */
  last_rating: number;
}

/** The review log, in the order of `id`; a grade taken back loses its row, so FSRS can be refitted to what is left. */
export interface ReviewsTable {
  id: Generated<number>;
  person_id: string;
  card_id: string;
  session_id: string;
  position: number;
  rating: number;
  reviewed_at_ms: number;
  /** `YYYY-MM-DD` in the zone the person was in. */
  user_day: string;
  next_due_at_ms: number;
  /** The row of `cards` before this review, as JSON; null when there was none. */
  card_before: string | null;
}

export interface QuizSessionsTable {
  id: string;
  person_id: string;
  deck: string;
  mode: string;
  channel_id: string;
  is_direct_message: number;
  /** `open` (one a person at most), `offered`, `finished`, `stopped`, `replaced` or `overtaken`. */
  status: string;
  started_at_ms: number;
  ended_at_ms: number | null;
}

export interface QuizItemsTable {
  session_id: string;
  position: number;
  card_id: string;
  topic_id: string | null;
  /** The question as drawn, with its key, as JSON. */
  question: string;
  tries: number;
  hints_used: number;
  /** null while open; `right`, `wrong`, `skipped` or `undone`. */
  outcome: string | null;
}

/** Answers that counted; one a try. */
export interface AttemptsTable {
  id: Generated<number>;
  session_id: string;
  position: number;
  try_number: number;
  answer: string;
  is_right: number;
  answered_at_ms: number;
}

/** "My answer should count", once an attempt. */
export interface AppealsTable {
  id: Generated<number>;
  attempt_id: number;
  /** `pending`, `accepted` or `rejected`. */
  status: string;
  created_at_ms: number;
  decided_at_ms: number | null;
}

/** Command lines that the owner accepted for a card; they stay when the person who asked is deleted. */
export interface AcceptedFormsTable {
  card_id: string;
  /** With `{parameter}` marks. */
  form: string;
  accepted_at_ms: number;
}

export interface QuizTables {
  cards: CardsTable;
  reviews: ReviewsTable;
  quiz_sessions: QuizSessionsTable;
  quiz_items: QuizItemsTable;
  attempts: AttemptsTable;
  appeals: AppealsTable;
  accepted_forms: AcceptedFormsTable;
}
