// The words of every refusal, by its code: what was wrong and what to do instead.

import type { RefusalDetails } from '../operations/user-error.ts';
import { LIMITS } from './limits.ts';
import { escapeMarkdown, truncate } from './text.ts';

type Wording = (detail: (name: string) => string) => string;

/** One line a code. A test holds this list against every code that the sources throw. */
export const REFUSALS: Readonly<Record<string, Wording>> = {
  'unknown-topic': (detail) =>
    `There is no topic “${detail('name')}” on the list. ${detail('near') === '' ? 'The list has no topics yet.' : `Near it: ${detail('near')}.`}`,
  'topic-gone': () =>
    'That topic has left the list since this message was sent. What you noted about it is kept; `/next-topic` shows what comes now.',
  'alternative-gone': () => 'The list no longer offers that choice. `/next-topic` shows what it offers now.',
};

/** @returns the words of the refusal, at most 2,000 characters; details are escaped. */
export function refusalText(code: string, details: RefusalDetails): string {
  const wording = REFUSALS[code];
  const detail = (name: string): string => escapeMarkdown(truncate(String(details[name] ?? ''), 200));
  if (wording === undefined) return `That could not be done (\`${code}\`).`;
  return truncate(wording(detail), LIMITS.content);
}
