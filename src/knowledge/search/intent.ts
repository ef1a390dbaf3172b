// Reads what kind of answer a question asks for: a deed to do, a trouble to mend, or anything.

import { strengthOf, wordsOf } from './words.ts';

/** `task`: how something is done; `trouble`: why something does not work. */
export type Intent = 'task' | 'trouble' | 'any';

const HOW_TO =
  /^(?:how\s+(?:do|can|to|would|should|could)\b|what(?:'s| is) the command\b|command\s+(?:to|for)\b|kubectl\b)/i;
const DEEDS = new Set(
  'restart scale delete list show see view apply create expose undo roll rollback drain cordon uncordon forward copy exec run watch tail set edit label annotate taint patch pause resume force check find stream follow stop open get describe update change remove add print trigger generate'.split(
    ' ',
  ),
);
const TROUBLE =
  /\b(?:errors?|fail(?:s|ed|ing|ure)?|stuck|crash(?:es|ed|ing)?|broken|not\s+work\w*|cannot|can'?t|won'?t|denied|refused|forbidden|unauthori[sz]ed|timed?\s?out|timeout|unhealthy|hangs?|hanging|dies|died|killed|evicted|keeps?\s+\w+ing|no\s+such|not\s+found|unable|exceeded|invalid|unknown|missing|unexpected|exception|warning|troubleshoot|debug)\b/i;

export function intentOf(question: string): Intent {
  if (TROUBLE.test(question)) return 'trouble';
  const first = wordsOf(question).find((word) => DEEDS.has(word) || strengthOf(word) === 'strong') ?? '';
  return HOW_TO.test(question.trim()) || DEEDS.has(first) || /\bkubectl\b/i.test(question) ? 'task' : 'any';
}
