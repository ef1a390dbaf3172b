// Says in plain English what a command achieves, stating every value that an answer is graded on.

import { readCommand } from './read-command.ts';

/** The goal of a command, without a full stop; undefined where the command cannot be read or put into words. */
export function describeCommand(text: string): string | undefined {
  const command = readCommand(text);
  if (command.kind === 'refused') return undefined;
  const parts = command.facets.filter((part) => part.kind !== 'verb').map((part) => `${part.key} ${part.value}`);
  return [`Run ${command.command.path.join(' ')}: ${command.command.summary}`, ...parts].join('; ');
}
