// /usage: what is left of today's assistant budget.

import type { Assistant } from '../assistant/assistant.ts';
import { usageView } from '../views/usage-view.ts';
import { type Command, EVERYWHERE } from './command.ts';

export function createUsageCommand(deps: { readonly assistant: Pick<Assistant, 'usage'> }): Command {
  return {
    payload: {
      name: 'usage',
      description: 'What is left of your assistant budget today, and what happens at its end',
      ...EVERYWHERE,
    },
    ack: 'immediate',
    visibility: 'personal',
    components: [],
    async run({ person }) {
      return { kind: 'message', message: usageView(await deps.assistant.usage(person.id)) };
    },
  };
}
