// The words on who answered and why: the assistant, general knowledge, or the knowledge base alone.

import type { AssistantAnswer, FallbackReason } from '../assistant/answer.ts';
import { GENERAL_MARK } from '../assistant/grounding.ts';
import { HIDDEN_MARK } from '../assistant/hide-solution.ts';

const FALLBACKS: Readonly<Record<FallbackReason, string>> = {
  'no-key': 'the assistant is not set up here',
  off: 'the assistant is switched off here',
  budget: 'your assistant budget for today is used up (`/usage` shows when it comes back)',
  ceiling: 'all that the assistant may spend today is used up',
  busy: 'too many questions are waiting for the assistant right now',
  'rate-limited': 'the assistant has too much to do right now',
  overloaded: 'the assistant is overloaded right now',
  down: 'the assistant cannot be reached right now',
  slow: 'the assistant took too long',
  cut: 'the assistant was cut off in the middle of its answer',
  rejected: 'the assistant is not available; its owner has to look at the settings',
  refusal: 'the assistant declined this question',
  empty: 'the assistant came to no answer',
  withheld: 'what the assistant said was not fit to show',
  cancelled: 'you stopped the assistant',
  interrupted: 'the bot was restarted before the assistant had answered (ask again for its answer)',
};

/** Failures that cost the person nothing and that another try may mend. */
const WORTH_A_RETRY: ReadonlySet<FallbackReason> = new Set([
  'busy',
  'rate-limited',
  'overloaded',
  'down',
  'slow',
  'cut',
]);

/** One line: who answered, and why not the assistant. */
export function fallbackText(reason: FallbackReason): string {
  const retry = WORTH_A_RETRY.has(reason) ? ' Nothing was charged; try again in a minute.' : '';
  return `**From the knowledge base alone:** ${FALLBACKS[reason]}.${retry}`;
}

/** What an answer of the model rests on: the footer, and a lead where nothing of it is ours. */
export function generalText(general: AssistantAnswer['general']): { readonly lead?: string; readonly footer: string } {
  switch (general) {
    case 'none':
      return { footer: 'Answered by the assistant from the knowledge base · [n] is a source' };
    case 'some':
      return {
        footer: `Answered by the assistant · [n] is a source · ${GENERAL_MARK} is general knowledge, not from the knowledge base`,
      };
    case 'all':
      return {
        lead: '**General knowledge.** The knowledge base says nothing of what follows.',
        footer: 'Answered by the assistant from general knowledge, without a source',
      };
    case 'own':
      return { footer: 'Answered by the assistant about your own studies, not from the knowledge base' };
  }
}

/** For what is asked of the bot itself rather than of the fields. */
export const ELSEWHERE_TEXT =
  'What to learn next is in `/next-topic`, how you stand in `/progress`, and all I can do in `/help`.';

export const HIDDEN_TEXT = `${HIDDEN_MARK} hides the answer of the quiz card that you have open here.`;

export const REDACTED_TEXT =
  'I took out what looked like a key, a password or an address before I passed your question on. If it was a real key, change it.';
