// Hints in steps, from a nudge to the shape of the answer; never the whole answer.

import { readWords, verbOf } from './command-words.ts';
import type { Question } from './question.ts';

export type Hint =
  /** How the command begins, e.g. `kubectl rollout undo`. */
  | { readonly kind: 'verb'; readonly text: string }
  /** The command with its values left out. */
  | { readonly kind: 'shape'; readonly text: string }
  | { readonly kind: 'first-letter'; readonly letter: string; readonly length: number }
  /** The name with every other letter left out. */
  | { readonly kind: 'letters'; readonly text: string }
  /** A wrong option, by index. */
  | { readonly kind: 'not-this'; readonly option: number };

const LEFT_OUT = '…';

/** Every hint of a question, in the order in which they are given. */
export function hintsOf(question: Question): readonly Hint[] {
  if (question.mode === 'choice') return eliminations(question);
  if (question.kind === 'command') return commandHints(question.key);
  return question.kind === 'term' ? termHints(question.answer) : [];
}

/** All wrong options but one. Which ones follows from the question alone, so that a restart gives the same. */
function eliminations({ options, rightOption }: Question): readonly Hint[] {
  const wrong = options.flatMap((_, index) => (index === rightOption ? [] : [index]));
  const start = wrong.length === 0 ? 0 : (rightOption + options.length) % wrong.length;
  const turned = [...wrong.slice(start), ...wrong.slice(0, start)];
  return turned.slice(0, -1).map((option) => ({ kind: 'not-this', option }));
}

function commandHints(key: string): readonly Hint[] {
  const words = readWords(key);
  const shape = words.map(({ text, role }) => {
    if (role === 'value') return LEFT_OUT;
    if (role === 'typed-name') return `${text.slice(0, text.indexOf('/'))}/${LEFT_OUT}`;
    if (role === 'flag-with-value') return `${text.slice(0, text.indexOf('='))}=${LEFT_OUT}`;
    return text;
  });
  const verb: Hint = { kind: 'verb', text: `kubectl ${verbOf(words)}` };
  // A shape without anything left out would be the answer itself.
  return shape.includes(LEFT_OUT) || shape.some((word) => word.endsWith(LEFT_OUT))
    ? [verb, { kind: 'shape', text: shape.join(' ') }]
    : [verb];
}

function termHints(answer: string): readonly Hint[] {
  const letters = [...answer];
  const thinned = letters.map((letter, index) => (index % 2 === 0 || !/[\p{L}\p{N}]/u.test(letter) ? letter : '·'));
  const first: Hint = { kind: 'first-letter', letter: letters[0] ?? '', length: letters.length };
  return letters.length < 4 ? [first] : [first, { kind: 'letters', text: thinned.join('') }];
}
