// What `npm run appeals` prints: cases for the keeper of the knowledge to decide, and what a decision did.

import type { Acceptance, AppealCase } from '../quiz/appeals.ts';
import { fillMarks } from '../quiz/parameters.ts';
import { readQuestion, type TermClue } from '../quiz/question.ts';
import { expectedAnswer } from './quiz-feedback-view.ts';

export const APPEALS_USAGE = `Usage:
  npm run appeals                  the answers that people say should count
  npm run appeals -- accept 3      the answer of case 3 counts from now on, and counted before
  npm run appeals -- reject 3      it does not`;

export function pendingText(cases: readonly AppealCase[]): string {
  if (cases.length === 0) return 'No answer waits for a decision.';
  return [...cases.map(caseText), APPEALS_USAGE].join('\n\n');
}

export function acceptanceText(id: number, { form, regraded, people }: Acceptance): string {
  return `Case ${id} is accepted. The card now also takes: ${form}\n${regraded} answers turned right; the spacing of ${people} people was worked out anew.`;
}

export function rejectionText(id: number): string {
  return `Case ${id} is rejected. Nothing was changed.`;
}

export function unknownCaseText(id: number): string {
  return `There is no case ${id} that waits for a decision.`;
}

function caseText({ id, cardId, question, answer, createdAtMs }: AppealCase): string {
  const read = readQuestion(question);
  const asked =
    read.kind === 'command' ? fillMarks(read.goal, read.values) : read.kind === 'term' ? clueText(read.clue) : '';
  return [
    `Case ${id}, ${new Date(createdAtMs).toISOString().slice(0, 10)}, card ${cardId}`,
    `  asked:    ${oneLine(asked)}`,
    `  expected: ${oneLine(expectedAnswer(read))}`,
    `  answered: ${oneLine(answer)}`,
  ].join('\n');
}

function clueText(clue: TermClue): string {
  return clue.kind === 'counterpart' ? `counterpart of ${clue.service} on ${clue.to}` : clue.text;
}

/** People's text in a terminal: one line, without control characters that could act on it. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').slice(0, 500);
}
