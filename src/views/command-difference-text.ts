// How an answered command differs from the expected one, in sentences: what could do harm first, then what was right.

import type { Difference, DifferenceKind } from '../quiz/kubectl/differences.ts';
import type { RefusalCode } from '../quiz/kubectl/refusal.ts';
import { inlineCode, truncate } from './text.ts';

/** More than this is a different command, not one with slips. */
const MAX_SENTENCES = 6;

/** With one of these the answer is not the same command with a slip. */
const OFF_TARGET: ReadonlySet<DifferenceKind> = new Set(['verb', 'resource', 'refused', 'shell']);

const REFUSALS: Readonly<Record<RefusalCode, (subject: string) => string>> = {
  empty: () => 'There is no command in it.',
  'too-long': () => 'It is too long to be a command line.',
  'unclosed-quote': (subject) => `A quote ${subject} is opened and never closed.`,
  'shell-syntax': (subject) =>
    `${subject} is for the shell: write one plain ${inlineCode('kubectl')} command, without pipes or variables.`,
  'not-kubectl': (subject) => `It begins with ${subject}; begin with ${inlineCode('kubectl')} (or ${inlineCode('k')}).`,
  'unknown-command': (subject) => `kubectl has no command ${subject}.`,
  'unknown-flag': (subject) => `This command has no flag ${subject}.`,
  'missing-flag-value': (subject) => `The flag ${subject} needs a value.`,
  'bad-flag-value': (subject) => `The value of ${subject} is not one that kubectl takes.`,
  'bad-flag-syntax': (subject) => `kubectl cannot read ${subject} as a flag.`,
  'missing-flag': (subject) => `kubectl insists on ${subject} here.`,
  'conflicting-flags': (subject) => `kubectl does not take these flags together: ${subject}.`,
  'unknown-resource': (subject) => `The cluster has no resource type ${subject}.`,
  'missing-resource': () => 'It does not say which kind of resource.',
  'missing-argument': () => 'Something is missing after the command, such as a name.',
  'too-many-arguments': (subject) => `There is more in it than the command takes, from ${subject} on.`,
  'bad-argument': (subject) => `kubectl does not take ${subject} there.`,
};

/** Why kubectl would refuse a command line, in one sentence. */
export function commandRefusalText(reason: RefusalCode, subject: string): string {
  return REFUSALS[reason](code(subject));
}

/** Markdown lines, at most seven; empty when there are no differences. */
export function differenceLines(differences: readonly Difference[]): readonly string[] {
  const shown = differences.slice(0, MAX_SENTENCES).map((difference) => {
    const sentence = sentenceOf(difference);
    return difference.isDangerous ? `**Careful, this could do harm:** ${sentence}` : sentence;
  });
  const rest = differences.length - shown.length;
  const isNear = differences.length > 0 && !differences.some(({ kind }) => OFF_TARGET.has(kind));
  return [
    ...(isNear ? ['The verb is right, and so is the resource. But:'] : []),
    ...shown.map((line) => `- ${line}`),
    ...(rest > 0 ? [`- and ${rest} more.`] : []),
  ];
}

function sentenceOf(difference: Difference): string {
  const { kind, subject = '', reason } = difference;
  switch (kind) {
    case 'refused':
      return reason === undefined
        ? 'kubectl would refuse it.'
        : `kubectl would refuse it. ${REFUSALS[reason](code(subject))}`;
    case 'verb':
      return contrast('the verb', difference);
    case 'resource':
      return contrast('the resource', difference);
    case 'name':
      return contrast('the name', difference);
    case 'namespace':
      return contrast('the namespace', difference);
    case 'order':
      return 'the order of the parts matters here, and it is another one.';
    case 'shell':
      return contrast('what the shell would see', difference);
    case 'argument':
      return contrast('what follows the command', difference);
    case 'flag':
    case 'value':
      return flagSentence(subject, difference);
  }
}

function flagSentence(flag: string, { expected, answer }: Difference): string {
  const withValue = (value: string): string => code(value === 'true' ? flag : `${flag}=${plain(value)}`);
  if (expected === undefined) return `${withValue(answer ?? 'true')} was not asked for.`;
  if (answer === undefined) return `${withValue(expected)} is missing.`;
  return `${code(flag)} is ${code(answer)} where ${code(expected)} was asked.`;
}

function contrast(what: string, { expected, answer }: Difference): string {
  if (expected === undefined)
    return answer === undefined ? `${what} is another.` : `${what} ${code(answer)} was not asked for.`;
  if (answer === undefined) return `${what} ${code(expected)} is missing.`;
  return `${what} is ${code(answer)} where ${code(expected)} was asked.`;
}

function code(value: string): string {
  return inlineCode(truncate(plain(value), 120));
}

/** Lists of words, which the comparer writes as JSON, as a shell would show them. */
function plain(value: string): string {
  if (!value.startsWith('[')) return value;
  try {
    const parts: unknown = JSON.parse(value);
    return Array.isArray(parts)
      ? parts
          .flat(3)
          .filter((part) => typeof part === 'string')
          .join(' ')
      : value;
  } catch {
    return value;
  }
}
