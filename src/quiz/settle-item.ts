// Answers, hints and skips of one item: each is stored once, whatever else is pressed at the same time.

import { studyMomentOf } from '../study/user-day.ts';
import { gradeAnswer } from './grade-answer.ts';
import { hintsOf } from './hints.ts';
import { readQuestion } from './question.ts';
import type { ItemAddress, Learner, QuizDeps, StepOutcome } from './quiz.ts';
import type { ItemAsRead, Settlement, WriteOutcome } from './quiz-store.ts';
import { fillForms, type ScreenNote, summaryScreen } from './screen.ts';
import { isUnderWay, type SessionItem } from './session.ts';
import { readOwnSession, showItem } from './show-session.ts';
import { type CardRating, RATINGS, rateAnswer, reviewCard } from './spacing.ts';

/** Answers that a typed item takes: one more after the first wrong one. */
export const TRIES_TYPED = 2;
/** Readings of an item that others keep changing before giving up; each lost race means that somebody else got through. */
const MAX_RACES = 8;

interface Step {
  /** What to store for the item as it was read; a note when the press no longer fits it. */
  run(item: SessionItem, asRead: ItemAsRead): Promise<WriteOutcome | ScreenNote>;
  /** Whether the press only repeats what was counted, so that nothing needs to be said about it. */
  isRepeat(item: SessionItem): boolean;
}

/** @param tries undefined when the answer holds whatever was answered before, as a picked option does. */
export function answerItem(
  deps: QuizDeps,
  learner: Learner,
  address: ItemAddress,
  answer: string,
  tries: number | undefined,
): Promise<StepOutcome> {
  return changeItem(deps, learner, address, {
    isRepeat: (item) => item.attempts.at(-1)?.answer === answer,
    async run(item, asRead) {
      if (tries !== undefined && item.tries !== tries) return { kind: 'already-answered' };
      const question = readQuestion(item.question);
      const forms = fillForms(question, await deps.store.acceptedForms(item.cardId));
      const { isRight } = gradeAnswer(question, answer, forms);
      const isFinal = isRight || question.mode === 'choice' || item.tries + 1 >= TRIES_TYPED;
      if (!isFinal) return deps.store.recordMiss(asRead, answer, learner.nowMs);
      const rating = rateAnswer({ isRight, hintsUsed: item.hintsUsed, missesBefore: item.tries });
      const outcome = isRight ? 'right' : 'wrong';
      return deps.store.settleItem(asRead, { outcome, answer, ...(await reviewNow(deps, learner, rating)) });
    },
  });
}

/** Skipping shows the answer, so the card counts as forgotten. */
export function skipItem(deps: QuizDeps, learner: Learner, address: ItemAddress): Promise<StepOutcome> {
  return changeItem(deps, learner, address, {
    isRepeat: (item) => item.outcome === 'skipped',
    async run(_item, asRead) {
      const review = await reviewNow(deps, learner, RATINGS.again);
      return deps.store.settleItem(asRead, { outcome: 'skipped', answer: undefined, ...review });
    },
  });
}

/** @param step how many hints were shown when it was pressed: a second press of one button gives no second hint. */
export function giveHint(deps: QuizDeps, learner: Learner, address: ItemAddress, step: number): Promise<StepOutcome> {
  return changeItem(deps, learner, address, {
    isRepeat: () => false,
    async run(item, asRead) {
      const isNext = item.hintsUsed === step && hintsOf(readQuestion(item.question)).length > step;
      return isNext ? deps.store.recordHint(asRead) : 'counted';
    },
  });
}

/** Runs a step on an open item until it is stored, or shows why there is nothing left to do. */
async function changeItem(
  deps: QuizDeps,
  learner: Learner,
  { sessionId, position }: ItemAddress,
  step: Step,
): Promise<StepOutcome> {
  for (let race = 0; race < MAX_RACES; race += 1) {
    const session = await readOwnSession(deps, learner, sessionId);
    if (session === undefined) return { kind: 'unknown-session' };
    const item = session.items[position];
    if (item?.outcome !== undefined) {
      return showItem(deps, session, position, step.isRepeat(item) ? undefined : { kind: 'already-answered' });
    }
    if (item === undefined || !isUnderWay(session)) {
      return { ...summaryScreen(session), note: { kind: 'session-over' } };
    }
    const outcome = await step.run(item, { sessionId, position, tries: item.tries, hintsUsed: item.hintsUsed });
    if (typeof outcome !== 'string') return showItem(deps, session, position, outcome);
    if (outcome === 'counted') {
      const after = await readOwnSession(deps, learner, sessionId);
      return after === undefined ? { kind: 'unknown-session' } : showItem(deps, after, position);
    }
  }
  throw new Error(`item ${position} of session ${sessionId} kept changing`);
}

async function reviewNow(
  deps: QuizDeps,
  { personId, nowMs }: Learner,
  rating: CardRating,
): Promise<Pick<Settlement, 'rating' | 'moment' | 'schedule'>> {
  const moment = studyMomentOf(nowMs, await deps.timezoneOf(personId, nowMs));
  return { rating, moment, schedule: (before) => reviewCard(before, { atMs: nowMs, rating }) };
}
