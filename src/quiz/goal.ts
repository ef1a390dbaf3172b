// Whether a goal in words says all that is graded: no question may be failed for something it did not ask.

import { gradedValues, readWords } from './command-words.ts';

/** Words of which a goal must hold one for each flag that takes no value and changes what is asked or shown. */
const FLAG_WORDS: Readonly<Record<string, RegExp>> = {
  '-A': /\b(?:all|every|each|any|across)\b/i,
  '--all-namespaces': /\b(?:all|every|each|any|across)\b/i,
  '--all': /\b(?:all|every|each)\b/i,
  '-w': /\b(?:watch|follow|live|as (?:it|they) changes?|keep)/i,
  '--watch': /\b(?:watch|follow|live|as (?:it|they) changes?|keep)/i,
  '-f': /\b(?:follow|stream|live|as they (?:come|arrive|appear)|file|from|manifest|keep)/i,
  '--follow': /\b(?:follow|stream|live|as they (?:come|arrive|appear)|keep)/i,
  '-p': /\b(?:previous|last|before|crashed|earlier)\b/i,
  '--previous': /\b(?:previous|last|before|crashed|earlier)\b/i,
  '-it': /\b(?:shell|interactive|interactively|terminal)\b/i,
  '-i': /\b(?:interactive|interactively|input|stdin|pass)\b/i,
  '-t': /\b(?:terminal|tty|interactive)\b/i,
  '--force': /\bforc/i,
  '--show-labels': /\blabels?\b/i,
  '--ignore-daemonsets': /\bdaemon ?sets?\b/i,
  '--delete-emptydir-data': /\bempty ?dir\b/i,
  '--overwrite': /\b(?:overwrite|replac|chang)/i,
  '--containers': /\bcontainers?\b/i,
  '--recursive': /\b(?:recursive|recursively|all|every|whole|full)\b/i,
  '--minify': /\b(?:current|only|minif)/i,
  '--list': /\b(?:list|everything|all|what)\b/i,
};

/** Flags whose meaning stands in their value or in the verb, so that they need no word of their own. */
const PLAIN_FLAGS = new Set(['-n', '--namespace', '-c', '--container', '-l', '--selector', '-o', '--output', '-L']);

/** True when every name, number, file and flag of the key is named by the goal. `goal` has its values filled in. */
export function statesEverything(goal: string, key: string): boolean {
  const words = readWords(key);
  const said = goal.toLowerCase();
  const isNamed = (value: string): boolean => said.includes(value.toLowerCase());
  if (!gradedValues(words).every(isNamed)) return false;
  return words
    .filter((word) => word.role === 'flag')
    .every(({ text }) => PLAIN_FLAGS.has(text) || isFlagSaid(text, goal));
}

function isFlagSaid(flag: string, goal: string): boolean {
  const words = FLAG_WORDS[flag];
  if (words !== undefined) return words.test(goal);
  return goal.includes(flag.replace(/^-+/, ''));
}
