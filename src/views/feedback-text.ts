// What `npm run feedback` prints: people's words on answers, and what the knowledge could not answer.

import type { Feedback } from '../assistant/assistant-store.ts';

export interface FeedbackReport {
  /** Newest first. */
  readonly feedback: readonly Feedback[];
  /** Each question once, the most frequent first. */
  readonly uncovered: readonly { readonly question: string; readonly count: number }[];
}

export const FEEDBACK_USAGE = `npm run feedback                 the last 30 days
npm run feedback -- --days 7     the last 7 days
npm run feedback -- --json       the same as JSON`;

export function feedbackText({ feedback, uncovered }: FeedbackReport, days: number): string {
  const helpful = feedback.filter((word) => word.isHelpful).length;
  return [
    `Feedback of the last ${days} days: ${helpful} helpful, ${feedback.length - helpful} not.`,
    ...feedback.flatMap(feedbackLines),
    '',
    `Questions that the knowledge did not answer: ${uncovered.length}.`,
    ...uncovered.map(({ question, count }) => `  ${String(count).padStart(3)} × ${oneLine(question)}`),
  ].join('\n');
}

function feedbackLines({ question, mode, reason, sources, isHelpful, givenAtMs }: Feedback): readonly string[] {
  const day = new Date(givenAtMs).toISOString().slice(0, 10);
  const by = reason === undefined ? mode : `${mode}, ${reason}`;
  return [
    `  ${day}  ${isHelpful ? '+' : '-'}  ${oneLine(question)}  (${by})`,
    ...sources.map((source) => `                from ${oneLine(source)}`),
  ];
}

/** People's words cannot move the cursor or colour the terminal. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}
