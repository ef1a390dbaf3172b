// What a session shows at one moment, worked out from its rows alone: a question, the feedback on an answer, or the summary.

import { type Grading, gradeAnswer } from './grade-answer.ts';
import { type Hint, hintsOf } from './hints.ts';
import { fillMarks } from './parameters.ts';
import { type Question, readQuestion } from './question.ts';
import { isUnderWay, type QuizSession, type SessionItem } from './session.ts';

/** An item with its question read. */
export interface AskedItem {
  readonly item: SessionItem;
  readonly question: Question;
}

/** The newest answer to an item with its grading. */
export interface GivenAnswer {
  readonly attemptId: number;
  /** As written, or the text of the option. */
  readonly text: string;
  readonly grading: Grading;
}

/** Something to say beside what is shown. */
export type ScreenNote =
  /** Another answer to this item was counted before. */
  | { readonly kind: 'already-answered' }
  /** The session had ended before the press. */
  | { readonly kind: 'session-over' }
  /** A later grade stands upon this one, so it stays. */
  | { readonly kind: 'too-late-to-undo' }
  | { readonly kind: 'appeal-stored' }
  | { readonly kind: 'appeal-known' };

interface Shown {
  readonly session: QuizSession;
  readonly note?: ScreenNote;
}

export interface QuestionScreen extends Shown, AskedItem {
  readonly kind: 'question';
  /** Those given so far, in order. */
  readonly hints: readonly Hint[];
  readonly hasMoreHints: boolean;
  /** The wrong answer after which the item stayed open. */
  readonly missed: GivenAnswer | undefined;
}

export interface FeedbackScreen extends Shown, AskedItem {
  readonly kind: 'feedback';
  /** undefined when it was skipped. */
  readonly given: GivenAnswer | undefined;
  readonly isLast: boolean;
}

export interface SummaryScreen extends Shown {
  readonly kind: 'summary';
  readonly items: readonly AskedItem[];
}

export type Screen = QuestionScreen | FeedbackScreen | SummaryScreen;

/** The item as it stands: its question while it is open, else the feedback. Summary when there is no such item. */
export function itemScreen(session: QuizSession, position: number, acceptedForms: readonly string[]): Screen {
  const item = session.items[position];
  if (item === undefined || (item.outcome === undefined && !isUnderWay(session))) return summaryScreen(session);
  const question = readQuestion(item.question);
  const given = givenAnswer(item, question, acceptedForms);
  if (item.outcome !== undefined) {
    const isLast = session.items.every((other) => other.outcome !== undefined);
    return { kind: 'feedback', session, item, question, given, isLast };
  }
  const hints = hintsOf(question);
  return {
    kind: 'question',
    session,
    item,
    question,
    hints: hints.slice(0, item.hintsUsed),
    hasMoreHints: hints.length > item.hintsUsed,
    missed: given,
  };
}

/** The first open item, or the summary when the session is over. */
export function currentScreen(session: QuizSession, acceptedForms: readonly string[]): Screen {
  const open = isUnderWay(session) ? session.items.find((item) => item.outcome === undefined) : undefined;
  return open === undefined ? summaryScreen(session) : itemScreen(session, open.position, acceptedForms);
}

export function summaryScreen(session: QuizSession): SummaryScreen {
  const items = session.items.map((item) => ({ item, question: readQuestion(item.question) }));
  return { kind: 'summary', session, items };
}

/** Accepted forms with the values of this showing in place; names have none. */
export function fillForms(question: Question, forms: readonly string[]): readonly string[] {
  return question.kind === 'command' ? forms.map((form) => fillMarks(form, question.values)) : forms;
}

function givenAnswer(item: SessionItem, question: Question, acceptedForms: readonly string[]): GivenAnswer | undefined {
  const attempt = item.attempts.at(-1);
  if (attempt === undefined || item.outcome === 'skipped') return undefined;
  const grading = gradeAnswer(question, attempt.answer, fillForms(question, acceptedForms));
  const text = grading.kind === 'choice' ? grading.chosen : attempt.answer;
  return { attemptId: attempt.id, text, grading };
}
