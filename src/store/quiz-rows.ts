// Rows of the quiz tables as the quiz's own values, and back; a value no rule knows is a fault, not a guess.

import type { Selectable } from 'kysely';
import type { Deck, SessionMode } from '../quiz/card.ts';
import type { KnownCard } from '../quiz/quiz-store.ts';
import type { Attempt, ItemOutcome, QuizSession, SessionItem, SessionStatus } from '../quiz/session.ts';
import type { CardMemory, CardRating } from '../quiz/spacing.ts';
import type { AttemptsTable, CardsTable, QuizItemsTable, QuizSessionsTable, ReviewsTable } from './quiz-tables.ts';

// Written out as records, so that the compiler asks for every value that a rule may write.
const DECKS = {
  kubectl: 'kubectl',
  concepts: 'concepts',
  cloud: 'cloud',
  due: 'due',
  missed: 'missed',
} as const satisfies { readonly [D in Deck]: D };
const MODES = { typed: 'typed', choice: 'choice', mixed: 'mixed' } as const satisfies {
  readonly [M in SessionMode]: M;
};
const STATUSES = {
  open: 'open',
  offered: 'offered',
  finished: 'finished',
  stopped: 'stopped',
  replaced: 'replaced',
  overtaken: 'overtaken',
} as const satisfies { readonly [S in SessionStatus]: S };
const OUTCOMES = {
  right: 'right',
  wrong: 'wrong',
  skipped: 'skipped',
  undone: 'undone',
} as const satisfies { readonly [O in ItemOutcome]: O };
const RATINGS = { 1: 1, 2: 2, 3: 3 } as const satisfies { readonly [R in CardRating]: R };

export function toMemory(row: Selectable<CardsTable>): CardMemory {
  return {
    dueAtMs: row.due_at_ms,
    stability: row.stability,
    difficulty: row.difficulty,
    intervalDays: row.interval_days,
    reviews: row.reviews,
    lapses: row.lapses,
    lastReviewAtMs: row.last_review_at_ms,
  };
}

export function toCardRow(personId: string, cardId: string, memory: CardMemory, rating: CardRating): CardsTable {
  return {
    person_id: personId,
    card_id: cardId,
    due_at_ms: memory.dueAtMs,
    stability: memory.stability,
    difficulty: memory.difficulty,
    interval_days: memory.intervalDays,
    reviews: memory.reviews,
    lapses: memory.lapses,
    last_review_at_ms: memory.lastReviewAtMs,
    last_rating: rating,
  };
}

export function toKnownCard(row: Selectable<CardsTable>): KnownCard {
  return { cardId: row.card_id, memory: toMemory(row), lastRating: toRating(row.last_rating) };
}

export function toRating(value: number): CardRating {
  return oneOf(RATINGS, value);
}

export function toSession(
  row: Selectable<QuizSessionsTable>,
  items: readonly Selectable<QuizItemsTable>[],
  attempts: readonly Selectable<AttemptsTable>[],
  reviews: readonly Selectable<ReviewsTable>[],
): QuizSession {
  return {
    id: row.id,
    personId: row.person_id,
    deck: oneOf(DECKS, row.deck),
    mode: oneOf(MODES, row.mode),
    channelId: row.channel_id,
    isDirectMessage: row.is_direct_message === 1,
    status: oneOf(STATUSES, row.status),
    startedAtMs: row.started_at_ms,
    items: items.map((item) =>
      toItem(
        item,
        attempts.filter((attempt) => attempt.position === item.position),
        reviews.find((review) => review.position === item.position),
      ),
    ),
  };
}

function toItem(
  row: Selectable<QuizItemsTable>,
  attempts: readonly Selectable<AttemptsTable>[],
  review: Selectable<ReviewsTable> | undefined,
): SessionItem {
  return {
    position: row.position,
    cardId: row.card_id,
    topicId: row.topic_id ?? undefined,
    question: row.question,
    tries: row.tries,
    hintsUsed: row.hints_used,
    outcome: row.outcome === null ? undefined : oneOf(OUTCOMES, row.outcome),
    attempts: attempts.map(toAttempt),
    review: review === undefined ? undefined : { rating: toRating(review.rating), dueAtMs: review.next_due_at_ms },
  };
}

function toAttempt(row: Selectable<AttemptsTable>): Attempt {
  return { id: row.id, tryNumber: row.try_number, answer: row.answer, isRight: row.is_right === 1 };
}

/** @throws RangeError when the value is none of those that the program writes. */
function oneOf<T extends string | number>(values: Readonly<Record<string | number, T>>, value: string | number): T {
  const found = Object.values(values).find((candidate) => candidate === value);
  if (found === undefined) throw new RangeError(`a quiz row holds ${JSON.stringify(value)}`);
  return found;
}
