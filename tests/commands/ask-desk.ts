// A desk for tests of /ask: the assistant on a real database with a model of the test's choice, and presses of its buttons.

import type { AssistantDeps } from '../../src/assistant/assistant.ts';
import { createProposalDesk } from '../../src/assistant/decide-proposal.ts';
import type { ProposedChange } from '../../src/assistant/proposed-change.ts';
import { createAskCommand, createAskMessageHandler } from '../../src/commands/ask.ts';
import type { Command, MessageHandler, Reply } from '../../src/commands/command.ts';
import type { KnowledgeIndex } from '../../src/knowledge/types.ts';
import { readCustomId } from '../../src/views/custom-id.ts';
import type { MessageBody } from '../../src/views/message.ts';
import { sampleIndex } from '../assistant/sample-knowledge.ts';
import { ADA, CHANNEL, collect, NOON_MS, type StartedAssistant, startAssistant } from '../assistant/start-assistant.ts';

export interface AskDesk extends StartedAssistant {
  readonly command: Command;
  readonly handler: MessageHandler;
  /** What accepted proposals changed, in order; the next one can be made to fail. */
  readonly executed: { readonly personId: string; readonly change: ProposedChange }[];
  failNext: Error | undefined;
  /** Runs /ask and gives every message it shows in turn. */
  run(question: string): Promise<readonly MessageBody[]>;
  say(text: string, isDirectMessage?: boolean): Promise<readonly MessageBody[]>;
  press(message: MessageBody, label: string, personId?: string): Promise<Reply>;
  pressId(customId: string, personId?: string): Promise<Reply>;
}

const PLACE = { guildId: '1', channelId: CHANNEL, canManageServer: false };

export async function openAskDesk(
  overrides: Partial<AssistantDeps> & { readonly index?: KnowledgeIndex } = {},
): Promise<AskDesk> {
  const started = await startAssistant(overrides);
  const index = overrides.index ?? sampleIndex();
  const executed: AskDesk['executed'] = [];
  const desk = createProposalDesk(started.store, {
    async execute(personId, change) {
      const fault = result.failNext;
      result.failNext = undefined;
      if (fault !== undefined) throw fault;
      executed.push({ personId, change });
    },
  });
  const deps = { assistant: started.assistant, desk, feedback: started.store, knowledge: { current: () => index } };
  const command = createAskCommand(deps);
  const handler = createAskMessageHandler(deps);
  const asked = (personId: string, isDirectMessage = false) => ({
    person: { id: personId, displayName: 'Ada' },
    place: { ...PLACE, isDirectMessage },
    nowMs: NOON_MS,
  });
  const pressId = async (customId: string, personId = ADA): Promise<Reply> => {
    const raw = readCustomId(customId);
    const component = command.components.find((each) => each.kind.name === raw?.name);
    if (raw === undefined || component === undefined) throw new Error(`nothing handles ${customId}`);
    return component.run(raw, { ...asked(personId), args: undefined, values: [], fields: {} });
  };
  const result: AskDesk = {
    ...started,
    command,
    handler,
    executed,
    failNext: undefined,
    run: async (question) => shown(await command.run({ ...asked(ADA), subcommand: undefined, options: { question } })),
    async say(text, isDirectMessage = true) {
      const reply = await handler({ ...asked(ADA, isDirectMessage), text });
      if (reply === undefined) throw new Error('nobody answered');
      return shown(reply);
    },
    press: (message, label, personId) => pressId(buttonId(message, label), personId),
    pressId,
  };
  return result;
}

/** Every message that a reply shows. */
export async function shown(reply: Reply): Promise<readonly MessageBody[]> {
  if (reply.kind === 'stream') return collect(reply.messages);
  if (reply.kind === 'modal') throw new Error('a modal is no message');
  return [reply.message];
}

function buttonId(message: MessageBody, label: string): string {
  for (const { components } of message.components ?? []) {
    for (const component of components) {
      if ('label' in component && component.label === label && 'custom_id' in component) return component.custom_id;
    }
  }
  throw new Error(`there is no button ${label}`);
}

export function textOf(message: MessageBody | undefined): string {
  const embeds = (message?.embeds ?? []).flatMap((embed) => [
    embed.title ?? '',
    embed.description ?? '',
    ...(embed.fields ?? []).map((field) => `${field.name}\n${field.value}`),
    embed.footer?.text ?? '',
  ]);
  return [message?.content ?? '', ...embeds].join('\n').replaceAll('\\', '');
}

export function labelsOf(message: MessageBody | undefined): readonly string[] {
  return (message?.components ?? []).flatMap((row) =>
    row.components.flatMap((each) => ('label' in each && each.label !== undefined ? [each.label] : [])),
  );
}
