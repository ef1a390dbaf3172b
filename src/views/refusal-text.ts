// The words of every refusal, by its code: what was wrong and what to do instead.

import type { RefusalDetails } from '../operations/user-error.ts';
import { LIMITS } from './limits.ts';
import { escapeMarkdown, truncate } from './text.ts';

type Wording = (detail: (name: string) => string) => string;

/** One line a code. A test holds this list against every code that the sources throw. */
export const REFUSALS: Readonly<Record<string, Wording>> = {
  'bad-reminder-time': (detail) =>
    `“${detail('got')}” is no time of day that I can read. Write hours and minutes, e.g. \`08:00\` or \`19:30\`.`,
  'bad-reminder-days': (detail) =>
    `“${detail('got')}” names no days that I can read. Take \`daily\`, \`weekdays\`, \`weekends\`, or a list such as \`mon,wed,fri\`.`,
  'unknown-timezone': (detail) =>
    !detail('near').includes(',')
      ? `I know no time zone or city “${detail('got')}”. ${detail('near') === '' ? '' : `Near it: ${detail('near')}. `}Type a large city near you and pick from the list, or write a name such as \`Europe/Berlin\`.`
      : `“${detail('got')}” could be in more than one time zone: ${detail('near')}. Pick one of them in the option \`timezone\`.`,
  'bad-pause-days': (detail) => `A pause takes 1 to ${detail('most')} whole days, not “${detail('got')}”.`,
  'no-reminder-to-pause': () =>
    'You have no reminder that could be paused. `/remind daily` sets one; nothing was changed.',
  'unknown-topic': (detail) => `There is no topic “${detail('name')}” on the list. ${topicsInstead(detail)}`,
  'topic-gone': () =>
    'That topic has left the list since this message was sent. What you noted about it is kept; `/next-topic` shows what comes now.',
  'plan-hours': (detail) =>
    `A plan takes ${detail('min')} to ${detail('max')} hours a week, and “${detail('asked')}” is not among them.`,
  'unreadable-day': (detail) =>
    `“${detail('asked')}” is no day that I can read. Write it as year, month and day, like \`2027-01-31\`.`,
  'no-such-day': (detail) => `The calendar has no day “${detail('asked')}”.`,
  'day-out-of-range': (detail) =>
    `“${detail('asked')}” is out of range: it can be any day from \`${detail('first')}\`, which is today, to \`${detail('last')}\`.`,
  'plan-too-long': (detail) =>
    `About ${detail('total')} hours are left, and at ${detail('hours')} a week that would take more than ten years. Try more hours a week.`,
  restarting: () => 'I am just restarting, so I have not begun with that. Try again in a minute; nothing was lost.',
  'servers-only': () => 'That works in servers only.',
  'manage-server-only': () => 'That takes the permission Manage Server. Ask somebody who has it.',
  'alternative-gone': () => 'The list no longer offers that choice. `/next-topic` shows what it offers now.',
};

function topicsInstead(detail: Parameters<Wording>[0]): string {
  if (detail('near') !== '') return `Near it: ${detail('near')}.`;
  return detail('first') === ''
    ? 'The list has no topics yet.'
    : `On your list are, for instance, ${detail('first')}. Type a few letters to pick from all of it.`;
}

/** @returns the words of the refusal, at most 2,000 characters; details are escaped. */
export function refusalText(code: string, details: RefusalDetails): string {
  const wording = REFUSALS[code];
  const detail = (name: string): string => escapeMarkdown(truncate(String(details[name] ?? ''), 200));
  if (wording === undefined) return `That could not be done (\`${code}\`).`;
  return truncate(wording(detail), LIMITS.content);
}
