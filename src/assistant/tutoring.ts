// When the learner is to find something out alone: what the model is told beside such a question.

import type { DrawnCard } from './ports.ts';

/** Words by which people ask for help to find an answer, rather than for the answer. */
const WANTS_HINTS =
  /\bhelp me (?:to )?(?:understand|work|figure|find|think)|\bhints?\b|\bdon['’]?t (?:tell|give|show) me\b|\b(?:quiz|test) me\b|\blet me (?:try|guess)\b|\b(?:am i|is (?:this|that|it)|is my (?:answer|attempt)) (?:right|correct)\b|\bmy (?:attempt|guess|answer)\b/i;
const WANTS_SOLUTION =
  /\bi give up\b|\b(?:just|now|please) (?:tell|give|show) me\b|(?<!\bdon['’]?t )\b(?:tell|give|show) me the (?:answer|solution)\b/i;

const HINT_FIRST =
  'The learner wants to find this out: answer with one hint or one leading question, and keep the solution until they ask for it.';

/**
 * A note for the model, or undefined where the question may simply be answered.
 * @param card the quiz card that the learner has open where they ask. Its answer is worth nothing when it is told.
 */
export function tutoringNote(question: string, card: DrawnCard | undefined): string | undefined {
  if (card !== undefined) {
    const hints = card.hints.map((hint) => `Hint: ${hint}`);
    return [
      'The learner has this quiz card open. When they ask about it, help with one hint or one leading question, never with its answer.',
      `Card: ${card.question}`,
      ...hints,
    ].join('\n');
  }
  return WANTS_HINTS.test(question) && !WANTS_SOLUTION.test(question) ? HINT_FIRST : undefined;
}
