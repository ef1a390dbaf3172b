// "My answer should count": what an accepted answer becomes, and which answers of the past it turns right.

import { gradeAnswer, isSameCommand } from './grade-answer.ts';
import { repairChatText } from './kubectl/chat-repair.ts';
import { fillMarks, markValues } from './parameters.ts';
import { type Question, readQuestion } from './question.ts';
import { type CardMemory, type CardRating, type ReviewEvent, rateAnswer, replayReviews } from './spacing.ts';

export interface AppealCase {
  readonly id: number;
  readonly cardId: string;
  /** As stored with the item. */
  readonly question: string;
  readonly answer: string;
  readonly createdAtMs: number;
}

/** The rules that the store applies within the transaction of a decision. */
export interface RegradeRules {
  /** What joins the card: the answer with its drawn values as marks. */
  formOf(question: string, answer: string): string;
  /** Whether an answer of the past, to another showing of the card, says the same as the form. */
  isMet(form: string, question: string, answer: string): boolean;
  /** The grade of an item whose first right answer came after so many misses. */
  rate(hintsUsed: number, missesBefore: number): CardRating;
  replay(events: readonly ReviewEvent[]): {
    readonly before: readonly (CardMemory | undefined)[];
    readonly after: CardMemory | undefined;
  };
}

export interface Acceptance {
  readonly form: string;
  /** Items that turned from wrong to right. */
  readonly regraded: number;
  /** People whose spacing was replayed. */
  readonly people: number;
}

export interface AppealStore {
  /** Oldest first. */
  pending(): Promise<readonly AppealCase[]>;
  /** undefined when there is no such pending appeal. */
  accept(id: number, rules: RegradeRules, atMs: number): Promise<Acceptance | undefined>;
  /** False when there is no such pending appeal. */
  reject(id: number, atMs: number): Promise<boolean>;
}

/**
 * Whether another answer could count as well: one that was written. A comparison asks now for one and now for the other of
 * its two, so a name accepted for the card would count for both.
 */
export function isAppealable(question: Question): boolean {
  if (question.mode !== 'typed') return false;
  return question.kind === 'command' || (question.kind === 'term' && question.clue.kind !== 'use-when');
}

export const REGRADE_RULES: RegradeRules = {
  formOf(question, answer) {
    const read = readQuestion(question);
    return read.kind === 'command' ? markValues(repairChatText(answer), read.values) : answer.trim();
  },
  isMet(form, question, answer) {
    const read = readQuestion(question);
    if (read.kind === 'command') return isSameCommand(fillMarks(form, read.values), answer);
    return isAppealable(read) && gradeAnswer(read, answer, [form]).isRight;
  },
  rate: (hintsUsed, missesBefore) => rateAnswer({ isRight: true, hintsUsed, missesBefore }),
  replay: replayReviews,
};
