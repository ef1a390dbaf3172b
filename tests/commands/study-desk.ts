// A desk for tests of the study commands: a real database, a movable clock, and presses of the buttons that a reply holds.

import type { APIMessageComponent } from 'discord-api-types/v10';
import type { Command, CommandRequest, ComponentRequest, OptionValues, Reply } from '../../src/commands/command.ts';
import { createNextTopicCommand } from '../../src/commands/next-topic.ts';
import type { StudyCommandDeps } from '../../src/commands/study-replies.ts';
import { createTopicCommand } from '../../src/commands/topic.ts';
import type { Knowledge } from '../../src/knowledge/types.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createPeopleRepository, type PeopleRepository } from '../../src/store/people-repository.ts';
import { createStudyRepository } from '../../src/store/study-repository.ts';
import { NO_REVIEWS, type ReviewCounts } from '../../src/study/review-counts.ts';
import { createStudyService, type StudyService } from '../../src/study/study-service.ts';
import type { StudyStore } from '../../src/study/study-store.ts';
import { readCustomId } from '../../src/views/custom-id.ts';
import type { MessageBody } from '../../src/views/message.ts';
import { makeIndex, makeKnowledge } from '../study/sample-list.ts';

export const ADA = '100000000000000001';
/** Monday, noon UTC. */
export const NOON = Date.parse('2026-05-04T12:00Z');

export interface StudyDesk {
  readonly study: StudyService;
  readonly store: StudyStore;
  readonly people: PeopleRepository;
  readonly nextTopic: Command;
  readonly topic: Command;
  /** Takes other knowledge into force, as an edit of the files would. */
  editKnowledge(knowledge: Knowledge): void;
  travel(ms: number): void;
  /** Runs a command as Ada and gives what she sees. */
  run(command: Command, options?: OptionValues): Promise<MessageBody>;
  reply(command: Command, options?: OptionValues): Promise<Reply>;
  complete(command: Command, name: string, value: string): Promise<readonly { name: string; value: string }[]>;
  /** Presses the button with that label, or picks values in the select with that placeholder. */
  use(message: MessageBody, label: string, values?: readonly string[]): Promise<Reply>;
  /** Submits a form with its fields filled in; gives what is seen then. */
  submit(reply: Reply, fields: Readonly<Record<string, string>>): Promise<MessageBody>;
  /** The same, for what edits or answers with a message. */
  see(message: MessageBody, label: string, values?: readonly string[]): Promise<MessageBody>;
  close(): Promise<void>;
}

export interface DeskOptions {
  readonly knowledge?: Knowledge;
  readonly reviews?: ReviewCounts;
  /** More commands, whose components may be pressed too. */
  readonly more?: (deps: StudyCommandDeps) => readonly Command[];
}

export async function openStudyDesk(options: DeskOptions = {}): Promise<StudyDesk> {
  const open = await openDatabase(':memory:');
  const people = createPeopleRepository(open.db);
  await people.ensure(ADA, NOON);
  let index = makeIndex(options.knowledge ?? makeKnowledge());
  let nowMs = NOON;
  const store = createStudyRepository(open.db);
  const study = createStudyService({
    store,
    knowledge: { current: () => index },
    reviews: options.reviews ?? NO_REVIEWS,
    timezoneOf: (personId) => people.timezoneOf(personId),
    defaultTimezone: 'UTC',
  });
  const deps: StudyCommandDeps = { study };
  const nextTopic = createNextTopicCommand(deps);
  const topic = createTopicCommand(deps);
  const handlers = [nextTopic, topic, ...(options.more?.(deps) ?? [])].flatMap((command) => command.components);
  const asked = (): Omit<CommandRequest, 'subcommand' | 'options'> => ({
    person: { id: ADA, displayName: 'Ada' },
    place: { guildId: undefined, channelId: '9', isDirectMessage: true, canManageServer: false },
    nowMs,
  });
  const reply = (command: Command, values: OptionValues = {}): Promise<Reply> =>
    command.run({ ...asked(), subcommand: undefined, options: values });
  const handle = (customId: string, given: Pick<ComponentRequest, 'values' | 'fields'>): Promise<Reply> => {
    const raw = readCustomId(customId);
    const handler = handlers.find((candidate) => candidate.kind.name === raw?.name);
    const answer = raw === undefined ? undefined : handler?.run(raw, { ...asked(), args: undefined, ...given });
    if (answer === undefined) throw new Error(`nothing handles ${customId}`);
    return answer;
  };
  const use: StudyDesk['use'] = (message, label, values = []) =>
    handle(customIdOf(message, label), { values, fields: {} });
  return {
    study,
    store,
    people,
    nextTopic,
    topic,
    editKnowledge: (knowledge) => {
      index = makeIndex(knowledge);
    },
    travel: (ms) => {
      nowMs += ms;
    },
    run: async (command, values) => messageOf(await reply(command, values)),
    reply,
    complete: async (command, name, value) =>
      (await command.complete?.({ ...asked(), subcommand: undefined, options: {}, focused: { name, value } })) ?? [],
    use,
    async submit(reply, fields) {
      if (reply.kind !== 'modal') throw new Error(`a ${reply.kind} is no form`);
      return messageOf(await handle(reply.modal.custom_id, { values: [], fields }));
    },
    see: async (message, label, values) => messageOf(await use(message, label, values)),
    close: () => open.close(),
  };
}

export function messageOf(reply: Reply): MessageBody {
  if (reply.kind === 'message' || reply.kind === 'edit') return reply.message;
  throw new Error(`the reply is a ${reply.kind}`);
}

/** All text of a message's embeds and content. */
export function textOf(message: MessageBody): string {
  const embeds = (message.embeds ?? []).flatMap((embed) => [
    embed.title ?? '',
    embed.description ?? '',
    ...(embed.fields ?? []).flatMap((field) => [field.name, field.value]),
    embed.footer?.text ?? '',
  ]);
  return [message.content ?? '', ...embeds].join('\n');
}

/** Labels of buttons and placeholders of selects, in order. */
export function controlsOf(message: MessageBody): readonly string[] {
  return componentsOf(message).map(nameOf);
}

function customIdOf(message: MessageBody, label: string): string {
  const component = componentsOf(message).find((candidate) => nameOf(candidate) === label);
  if (component === undefined || !('custom_id' in component)) {
    throw new Error(`no control “${label}” among ${controlsOf(message).join(', ')}`);
  }
  return component.custom_id ?? '';
}

function componentsOf(message: MessageBody): readonly APIMessageComponent[] {
  return (message.components ?? []).flatMap((row) => [...row.components]);
}

function nameOf(component: APIMessageComponent): string {
  if ('label' in component && typeof component.label === 'string') return component.label;
  return 'placeholder' in component ? (component.placeholder ?? '') : '';
}
