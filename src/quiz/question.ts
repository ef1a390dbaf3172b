// A question as it was put to one person: drawn once, stored with its key, so that grading is the same after a restart or an edit.

import { z } from 'zod';

/** How a question is answered: by writing, or by picking one of its options. */
export type AnswerMode = 'typed' | 'choice';

const COMMON = {
  cardId: z.string(),
  mode: z.enum(['typed', 'choice']),
  /** In the order shown; empty when typed. */
  options: z.array(z.string()).readonly(),
  /** Index into `options`; -1 when typed. */
  rightOption: z.number().int(),
  /** Where the fact stands in the knowledge folder. */
  place: z.object({ file: z.string(), headings: z.array(z.string()).readonly(), line: z.number() }).readonly(),
  /** The public page behind the fact. */
  sourceUrl: z.string().optional(),
  /** Markdown of the knowledge base that says why; shown after the answer. */
  explanation: z.string().optional(),
  /** What to suggest when the person looks something up; never gives the answer away. */
  lookUp: z.string().optional(),
};

const COMMAND_QUESTION = z.object({
  kind: z.literal('command'),
  ...COMMON,
  /** In words, with `{parameter}` marks. */
  goal: z.string(),
  /** What was drawn for each mark. */
  values: z.record(z.string(), z.string()).readonly(),
  /** The same in full, where the goal does not name everything that is graded. */
  precisely: z.string().optional(),
  /** The command line expected. */
  key: z.string(),
  /** Other lines that count, beyond what is equal by meaning. */
  accepted: z.array(z.string()).readonly(),
  /** First kubectl version it holds for. */
  sinceVersion: z.string().optional(),
});

/** What does this command do? Always a choice; the options are goals in words. */
const MEANING_QUESTION = z.object({ kind: z.literal('meaning'), ...COMMON, command: z.string() });

const CLUE = z.discriminatedUnion('kind', [
  /** A definition without the word itself. */
  z.object({ kind: z.literal('definition'), text: z.string() }),
  /** When to use it, and what people mix it up with. */
  z.object({ kind: z.literal('use-when'), text: z.string() }),
  /** The service of another provider for the same need. */
  z.object({ kind: z.literal('counterpart'), service: z.string(), from: z.string(), to: z.string(), need: z.string() }),
]);

const TERM_QUESTION = z.object({
  kind: z.literal('term'),
  ...COMMON,
  clue: CLUE,
  answer: z.string(),
  /** What the knowledge says of it beside the definition: when to use it, how it relates to other things, one at work. */
  useWhen: z.string().optional(),
  relates: z.string().optional(),
  example: z.string().optional(),
  /** Other names of the same thing. */
  accepted: z.array(z.string()).readonly(),
  /** Names of other things, which a small slip of spelling must not turn into the answer; empty unless typed. */
  rivals: z.array(z.string()).readonly(),
});

const QUESTION = z.discriminatedUnion('kind', [COMMAND_QUESTION, MEANING_QUESTION, TERM_QUESTION]);

export type CommandQuestion = z.output<typeof COMMAND_QUESTION>;
export type MeaningQuestion = z.output<typeof MEANING_QUESTION>;
export type TermQuestion = z.output<typeof TERM_QUESTION>;
export type TermClue = z.output<typeof CLUE>;
export type Question = z.output<typeof QUESTION>;

/** As stored in a row; `readQuestion` is its inverse. */
export function writeQuestion(question: Question): string {
  return JSON.stringify(question);
}

/** @throws ZodError when the text was not written by `writeQuestion`: a fault of the program or of the file. */
export function readQuestion(text: string): Question {
  return QUESTION.parse(JSON.parse(text));
}
