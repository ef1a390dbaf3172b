// What a goal in words leaves unsaid of its key: no question may be failed for something that it did not ask.

import { gradedValues, readWords, verbOf } from './command-words.ts';

/** Words of which a goal must hold one for each flag that takes no value and changes what is asked or shown. */
const FLAG_WORDS: Readonly<Record<string, RegExp>> = {
  '-A': /\b(?:all|every|each|any|across)\b/i,
  '--all-namespaces': /\b(?:all|every|each|any|across)\b/i,
  '--all': /\b(?:all|every|each)\b/i,
  '-w': /\b(?:watch|follow|live|as (?:it|they) changes?|keep)/i,
  '--watch': /\b(?:watch|follow|live|as (?:it|they) changes?|keep)/i,
  '-f': /\b(?:follow|stream|live|as they (?:come|arrive|appear)|keep)/i,
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
  '--all-containers': /\b(?:all|every|each)\b.*\bcontainers?\b/i,
  '--all-pods': /\b(?:all|every|each)\b.*\bpods?\b/i,
  '--no-headers': /\bheader/i,
  '--ignore-not-found': /\b(?:if (?:it|there|they)|exist|missing|not found)/i,
  '--rm': /\b(?:remov|delet)/i,
  '--force-conflicts': /\bconflict/i,
  '--share-processes': /\bshar\w+ .*\bprocess/i,
  '-R': /\b(?:recursive|recursively|all|every|whole|full)\b/i,
  '--recursive': /\b(?:recursive|recursively|all|every|whole|full)\b/i,
  '--minify': /\b(?:current|only|minif)/i,
  '--list': /\b(?:list|everything|all|what)\b/i,
};

/** Flags whose meaning stands in their value or in the verb, so that they need no word of their own. */
const PLAIN_FLAGS = new Set([
  '-n',
  '--namespace',
  '-c',
  '--container',
  '-l',
  '--selector',
  '-o',
  '--output',
  '-L',
  '--filename',
]);

/** The names, numbers, files and flags of the key that the goal does not name. `goal` has its values filled in. */
export function unsaidParts(goal: string, key: string): readonly string[] {
  const words = readWords(key);
  // The values come without their quotes, so a JSON patch in the goal has to as well.
  const said = goal.toLowerCase().replace(/["']/g, '');
  const values = gradedValues(words).filter((value) => !isSaid(value.toLowerCase(), said));
  const verb = verbOf(words);
  const isPlain = (flag: string): boolean =>
    PLAIN_FLAGS.has(flag) || (flag === '-f' && verb !== 'logs') || (flag === '-p' && verb === 'patch');
  const flags = words.filter(({ role, text }) => role === 'flag' && !isPlain(text) && !isFlagSaid(text, goal));
  return [...new Set([...values, ...flags.map((flag) => flag.text)])];
}

/** As it stands, part by part as in `shop/web-0`, or without the hyphen that takes a label away, as in `team-`. */
function isSaid(value: string, said: string): boolean {
  return said.includes(value.replace(/-$/, '')) || value.split('/').every((part) => said.includes(part));
}

function isFlagSaid(flag: string, goal: string): boolean {
  const words = FLAG_WORDS[flag];
  if (words !== undefined) return words.test(goal);
  return goal.includes(flag.replace(/^-+/, ''));
}
