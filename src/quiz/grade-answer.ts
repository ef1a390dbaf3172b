// Whether an answer to a stored question is right, and what to say of it: pure, so the same answer always grades the same.

import { compareCommands } from './kubectl/compare.ts';
import type { Difference } from './kubectl/differences.ts';
import type { CommandQuestion, Question } from './question.ts';
import { matchTerm, type TermMatch } from './term-match.ts';

export type Grading =
  /** A typed command. `verdict` and `differences` are against the key, unless another form was met. */
  | {
      readonly kind: 'command';
      readonly isRight: boolean;
      readonly verdict: 'exact' | 'equivalent' | 'accepted' | 'different' | 'invalid';
      readonly differences: readonly Difference[];
    }
  | { readonly kind: 'term'; readonly isRight: boolean; readonly match: TermMatch }
  | { readonly kind: 'choice'; readonly isRight: boolean; readonly chosen: string };

/**
 * Grades what was written, or the index of the option that was picked.
 * @param acceptedForms lines or names accepted on appeal, with their values already in place.
 */
export function gradeAnswer(question: Question, answer: string, acceptedForms: readonly string[]): Grading {
  if (question.mode === 'choice') {
    const index = Number(answer);
    return { kind: 'choice', isRight: index === question.rightOption, chosen: question.options[index] ?? '' };
  }
  switch (question.kind) {
    case 'command':
      return gradeCommand(question, answer, acceptedForms);
    case 'term': {
      const match = matchTerm({ ...question, accepted: [...question.accepted, ...acceptedForms] }, answer);
      return { kind: 'term', isRight: match === 'named' || match === 'slip', match };
    }
    case 'meaning':
      throw new RangeError('a question about a meaning has options');
  }
}

function gradeCommand(question: CommandQuestion, answer: string, acceptedForms: readonly string[]): Grading {
  const { verdict, differences } = compareCommands(question.key, answer);
  if (verdict === 'exact' || verdict === 'equivalent') return { kind: 'command', isRight: true, verdict, differences };
  const isAccepted = [...question.accepted, ...acceptedForms].some((form) => isSameCommand(form, answer));
  if (isAccepted) return { kind: 'command', isRight: true, verdict: 'accepted', differences: [] };
  return { kind: 'command', isRight: false, verdict, differences };
}

export function isSameCommand(expected: string, answer: string): boolean {
  const { verdict } = compareCommands(expected, answer);
  // A form that our table refuses can still be accepted by the owner, as the table may be older than kubectl.
  return verdict === 'exact' || verdict === 'equivalent' || expected.trim() === answer.trim();
}
