// Words and small pieces that every message of a quiz shares.

import type { SourcePlace } from '../knowledge/types.ts';
import type { Deck } from '../quiz/card.ts';
import { kubectlTable } from '../quiz/kubectl/table/kubectl-table.ts';
import type { Question } from '../quiz/question.ts';
import type { QuizSession, SessionItem } from '../quiz/session.ts';
import { escapeMarkdown, inlineCode, truncate } from './text.ts';

export const DECK_NAMES: Readonly<Record<Deck, string>> = {
  kubectl: 'kubectl',
  concepts: 'Concepts',
  cloud: 'Cloud services',
  due: 'Due cards',
  missed: 'Missed cards',
};

export const PROVIDER_NAMES: Readonly<Record<string, string>> = { aws: 'AWS', azure: 'Azure', gcp: 'Google Cloud' };

/** The version that answers are judged by. */
export const KUBECTL_VERSION = kubectlTable.kubectlVersion.replace(/^v/, '');

const MARKS: Readonly<Record<NonNullable<SessionItem['outcome']>, string>> = {
  right: '✓',
  wrong: '✗',
  skipped: '–',
  undone: '↺',
};

/** An item still open: not the dot that separates the parts of the line. */
const OPEN_MARK = '○';

/** E.g. `kubectl quiz · 3 of 5 · ✓ ✗ ○ ○ ○`; plain text for an embed's author line. */
export function progressLine(session: QuizSession, position: number): string {
  const marks = session.items.map((item) => (item.outcome === undefined ? OPEN_MARK : MARKS[item.outcome])).join(' ');
  return `${DECK_NAMES[session.deck]} quiz · ${position + 1} of ${session.items.length} · ${marks}`;
}

/** A, B, C … */
export function optionLetter(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}

/** Text of the knowledge base in one line: its inline code stays code, everything else shows as written. */
export function knowledgeLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .split(/(`[^`]+`)/)
    .map((part) => (/^`[^`]+`$/.test(part) ? inlineCode(part.slice(1, -1)) : escapeMarkdown(part)))
    .join('');
}

/** A goal as a sentence, with what was drawn for its marks as code. */
export function goalText(goal: string, values: Readonly<Record<string, string>>): string {
  // A mark that its author made code is not made code twice.
  const bare = goal.replace(/`(\{[A-Za-z][\w-]*\})`/g, '$1');
  return (bare.charAt(0).toUpperCase() + bare.slice(1))
    .split(/(\{[A-Za-z][\w-]*\})/)
    .map((part) => {
      const value = values[part.slice(1, -1)];
      return part.startsWith('{') && value !== undefined ? inlineCode(value) : knowledgeLine(part);
    })
    .join('');
}

/** Where a fact comes from: file and heading, and the public page behind it. */
export function sourceLine(question: Question): string {
  const page = question.sourceUrl === undefined ? '' : ` · ${linkText(question.sourceUrl)}`;
  return `Source: ${placeText(question.place)}${page}`;
}

/** A day as Discord shows it in the reader's own zone, with how far off it is. */
export function dayText(atMs: number): string {
  const seconds = Math.floor(atMs / 1000);
  return `<t:${seconds}:D> (<t:${seconds}:R>)`;
}

function placeText({ file, headings }: Pick<SourcePlace, 'file' | 'headings'>): string {
  const path = [file, ...headings.slice(-2)].map((part) => escapeMarkdown(truncate(part, 120)));
  return path.join(' › ');
}

/** Only web addresses become links; anything else in their place is left out. */
function linkText(url: string): string {
  return /^https?:\/\/[^\s<>()]+$/.test(url) ? `<${url}>` : escapeMarkdown(truncate(url, 200));
}
