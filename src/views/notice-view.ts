// Short private words that any command may need: not yours, out of date, something broke, and refusals.

import type { RefusalDetails } from '../operations/user-error.ts';
import type { MessageBody } from './message.ts';
import { refusalText } from './refusal-text.ts';

/** Somebody pressed what belongs to another person. */
export function strangerView(): MessageBody {
  return { content: 'That one belongs to somebody else. Use the command or ask the bot yourself to get your own.' };
}

/** A component whose id is from another version, or that nothing handles any more. */
export function staleView(): MessageBody {
  return {
    content:
      'Studypod has changed since this message was sent, so this control no longer fits. Run the command again for a fresh one.',
  };
}

/** An unexpected fault. The reference stands in the log beside the cause. */
export function apologyView(reference: string): MessageBody {
  return {
    content: `Sorry, something went wrong on our side and nothing was changed by halves. Try again in a moment. (Reference \`${reference}\`)`,
  };
}

/** An expected refusal, in words that say how to mend it. */
export function refusalView(code: string, details: RefusalDetails): MessageBody {
  return { content: refusalText(code, details) };
}
