// When a card comes again: FSRS over what a person remembers of it. Pure: the instant and the rating are arguments.

import { type Card as FsrsCard, fsrs, type Grade, generatorParameters, State } from 'ts-fsrs';

/** The three grades in use, with FSRS's own numbers; Easy (4) is left out, since nobody is asked how it felt. */
export const RATINGS = { again: 1, hard: 2, good: 3 } as const;

export type CardRating = (typeof RATINGS)[keyof typeof RATINGS];

/** What FSRS knows of one person and one card. Absent before the first review. */
export interface CardMemory {
  readonly dueAtMs: number;
  /** Days until recall falls to 90 %. */
  readonly stability: number;
  /** 1 (easy) to 10. */
  readonly difficulty: number;
  readonly intervalDays: number;
  readonly reviews: number;
  /** How often it was forgotten after it had been learnt. */
  readonly lapses: number;
  readonly lastReviewAtMs: number;
}

/** One line of the review log, all that a refit of the parameters needs. */
export interface ReviewEvent {
  readonly atMs: number;
  readonly rating: CardRating;
}

/** How an answer came about. */
export interface AnswerCircumstances {
  readonly isRight: boolean;
  readonly hintsUsed: number;
  /** Wrong tries before this one. */
  readonly missesBefore: number;
}

/**
 * Parameters of the scheduler: FSRS's defaults without its learning steps of minutes, since people here study once a day and
 * a card that is due ten minutes after the session would only make tomorrow's pile look larger. No fuzz: a history always
 * gives the same intervals.
 */
export const FSRS_PARAMETERS = generatorParameters({ enable_fuzz: false, enable_short_term: false });

const SCHEDULER = fsrs(FSRS_PARAMETERS);
const DAY_MS = 86_400_000;

/** Again for a wrong or skipped one, Hard when help or a second try was needed, else Good. */
export function rateAnswer(answer: AnswerCircumstances): CardRating {
  if (!answer.isRight) return RATINGS.again;
  return answer.hintsUsed > 0 || answer.missesBefore > 0 ? RATINGS.hard : RATINGS.good;
}

/** The memory after a review. An instant before the last review counts as that review's, as clocks may be set back. */
export function reviewCard(before: CardMemory | undefined, event: ReviewEvent): CardMemory {
  const atMs = Math.max(event.atMs, before?.lastReviewAtMs ?? event.atMs);
  const grade: Grade = event.rating;
  const { card } = SCHEDULER.next(toFsrsCard(before, atMs), atMs, grade);
  return {
    dueAtMs: card.due.getTime(),
    stability: card.stability,
    difficulty: card.difficulty,
    intervalDays: card.scheduled_days,
    reviews: card.reps,
    lapses: card.lapses,
    lastReviewAtMs: atMs,
  };
}

/** The memory before each review and after the last one, from the first review on; used when a grade of the past changes. */
export function replayReviews(events: readonly ReviewEvent[]): {
  readonly before: readonly (CardMemory | undefined)[];
  readonly after: CardMemory | undefined;
} {
  const before: (CardMemory | undefined)[] = [];
  let memory: CardMemory | undefined;
  for (const event of events) {
    before.push(memory);
    memory = reviewCard(memory, event);
  }
  return { before, after: memory };
}

/** Chance that the person still knows the card, 0 to 1. */
export function recallChance(memory: CardMemory, nowMs: number): number {
  const elapsedDays = Math.max(0, (nowMs - memory.lastReviewAtMs) / DAY_MS);
  return SCHEDULER.forgetting_curve(elapsedDays, memory.stability);
}

function toFsrsCard(memory: CardMemory | undefined, nowMs: number): FsrsCard {
  const common = { elapsed_days: 0, learning_steps: 0 };
  if (memory === undefined) {
    const due = new Date(nowMs);
    return { ...common, due, stability: 0, difficulty: 0, scheduled_days: 0, reps: 0, lapses: 0, state: State.New };
  }
  return {
    ...common,
    due: new Date(memory.dueAtMs),
    stability: memory.stability,
    difficulty: memory.difficulty,
    scheduled_days: memory.intervalDays,
    reps: memory.reviews,
    lapses: memory.lapses,
    // Without learning steps a card is in review from its first answer on.
    state: State.Review,
    last_review: new Date(memory.lastReviewAtMs),
  };
}
