// Mends slips in the words that only frame a question, such as `diffrence betwen`; words of its subject are left as they are.

import { createSpellingCorrector } from './spelling.ts';
import { FRAME, SOFT } from './word-classes.ts';
import { strengthOf, wordsOf } from './words.ts';

/** Shorter words are too near to a stranger's: a `whale` is no `while`. */
const LEAST_LENGTH = 7;
const WORD = /\p{L}{6,}/gu;
/** Longer texts are pasted, and frame no question. */
const MAX_LENGTH = 300;

/** The question with its frame spelt right. Words for which `isKnown` holds are somebody's subject. */
export function createFrameMender(isKnown: (word: string) => boolean): (question: string) => string {
  const mend = createSpellingCorrector([...FRAME, ...SOFT].filter((word) => word.length >= LEAST_LENGTH));
  const mendWord = (typed: string): string => {
    const [word = ''] = wordsOf(typed);
    return strengthOf(word) !== 'strong' || isKnown(word) ? typed : (mend(word) ?? typed);
  };
  return (question) => (question.length > MAX_LENGTH ? question : question.replace(WORD, mendWord));
}
