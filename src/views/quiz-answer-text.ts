// What there is to say about an answer: what was written, how it differs, and why it counts or does not.

import type { Grading } from '../quiz/grade-answer.ts';
import type { GivenAnswer } from '../quiz/screen.ts';
import { differenceLines } from './command-difference-text.ts';
import { codeFence, escapeMarkdown, inlineCode, truncate } from './text.ts';

/** An answer is shown up to this length; nobody learns from the rest. */
const ECHO_MAX_CHARACTERS = 300;

/** The answer as given, with what to say of it. */
export function answerLines({ text, grading }: GivenAnswer): readonly string[] {
  const shown = truncate(text.trim(), ECHO_MAX_CHARACTERS);
  const echo = grading.kind === 'command' ? codeFence(shown, 'sh') : `You answered: ${inlineCode(shown)}`;
  return [echo, ...gradingLines(grading)];
}

function gradingLines(grading: Grading): readonly string[] {
  switch (grading.kind) {
    case 'choice':
      return [];
    case 'term':
      return termLines(grading.match);
    case 'command':
      break;
  }
  switch (grading.verdict) {
    case 'exact':
      return [];
    case 'equivalent':
      return ['Written differently, and the same to kubectl: it counts.'];
    case 'accepted':
      return ['Another way that counts here.'];
    case 'different':
    case 'invalid':
      return differenceLines(grading.differences);
  }
}

function termLines(match: Extract<Grading, { kind: 'term' }>['match']): readonly string[] {
  switch (match) {
    case 'named':
      return [];
    case 'slip':
      return ['A letter is off, but it is clear what you mean.'];
    case 'other':
      return ['That is the name of something else.'];
    case 'unknown':
      return ['That is not one of its names.'];
  }
}

/** The title of a card in one line of a list, e.g. in a summary. */
export function shortLine(text: string): string {
  return escapeMarkdown(truncate(text.replace(/\s+/g, ' '), 120));
}
