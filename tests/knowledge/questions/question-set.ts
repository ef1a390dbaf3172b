// The questions of learners, read from the JSON files beside this one; which of them tuning may look at is decided here.

import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';

/**
 * What a person who knows the field would want, as `kind: name`. The name is any name of the entry. A task of kubectl is
 * named by its command without `kubectl` and parameters: `= get pods` is that line and no more, `logs -f …` one that holds
 * these words.
 */
const wanted = z.string().regex(/^(?:concept|topic|troubleshooting|kubectl|cloud|note): \S/);
const choice = z.array(wanted).min(1);

const question = z.union([
  z.strictObject({ ask: z.string().min(1), entry: choice }),
  z.strictObject({ ask: z.string().min(1), sides: z.tuple([choice, choice]) }),
  z.strictObject({ ask: z.string().min(1), unknown: z.literal(true) }),
]);

export type Question = z.infer<typeof question> & {
  /** Name of its file, without the ending. */
  readonly field: string;
  /** True for the third of the questions that nobody looks at while tuning the search. */
  readonly isHeldOut: boolean;
};

/** All questions, in the order of the files. */
export function readQuestions(): readonly Question[] {
  const files = globSync('*.json', { cwd: import.meta.dirname }).sort();
  return files.flatMap((file) => {
    const questions = z.array(question).parse(JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')));
    return questions.map((asked) => ({
      ...asked,
      field: basename(file, '.json'),
      isHeldOut: isHeldOut(asked.ask),
    }));
  });
}

/** By a hash of the text, so that a new question moves no other to the other side. */
function isHeldOut(ask: string): boolean {
  return (createHash('sha256').update(ask).digest()[0] ?? 0) % 3 === 0;
}
