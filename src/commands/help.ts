// /help: what the bot can do.

import type { KnowledgeSource } from '../knowledge/types.ts';
import { helpView } from '../views/help-view.ts';
import { type Command, EVERYWHERE } from './command.ts';

export function createHelpCommand(deps: { readonly knowledge: KnowledgeSource }): Command {
  return {
    payload: { name: 'help', description: 'What Studypod can do, in the order you will need it', ...EVERYWHERE },
    ack: 'immediate',
    visibility: 'personal',
    components: [],
    async run() {
      const { knowledge } = deps.knowledge.current();
      const entries = [
        knowledge.concepts,
        knowledge.comparisons,
        knowledge.troubleshooting,
        knowledge.cloudRows,
        knowledge.kubectlTasks,
        knowledge.notes,
      ];
      const entryCount = entries.reduce((sum, list) => sum + list.length, 0);
      return { kind: 'message', message: helpView({ topicCount: knowledge.topics.length, entryCount }) };
    },
  };
}
