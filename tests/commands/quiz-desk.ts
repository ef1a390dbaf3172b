// A desk for tests of the quiz: a database file, a movable clock, presses of the buttons a message holds, and restarts.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandRequest, OptionValues, Reply } from '../../src/commands/command.ts';
import { createQuizCommand } from '../../src/commands/quiz.ts';
import { createQuizMessageHandler } from '../../src/commands/quiz-components.ts';
import { createKnowledgeIndex } from '../../src/knowledge/create-index.ts';
import type { Knowledge } from '../../src/knowledge/types.ts';
import { deriveCatalogue } from '../../src/quiz/catalogue.ts';
import { createQuiz } from '../../src/quiz/quiz-service.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { createQuizRepository } from '../../src/store/quiz-repository.ts';
import { readCustomId } from '../../src/views/custom-id.ts';
import type { MessageBody, ModalBody } from '../../src/views/message.ts';
import { readFolder, SEED_FOLDER } from '../quiz/knowledge-folders.ts';
import { seededRandom } from '../quiz/seeded-random.ts';

export const ADA = '100000000000000001';
export const LINUS = '100000000000000002';
/** Monday, noon UTC. */
export const NOON = Date.parse('2026-05-04T12:00Z');
export const DAY_MS = 86_400_000;

export interface Visit {
  readonly personId?: string;
  readonly isDirectMessage?: boolean;
}

export interface QuizDesk {
  /** The database in use now. */
  db(): OpenDatabase['db'];
  travel(ms: number): void;
  /** Closes everything and starts again on the same file, as after a crash of the process. */
  restart(): Promise<void>;
  quiz(options: OptionValues, visit?: Visit): Promise<MessageBody>;
  /** Presses what stands under the label, or a custom id as such. */
  press(message: MessageBody, label: string | RegExp, visit?: Visit): Promise<Reply>;
  pressId(customId: string, fields?: Readonly<Record<string, string>>, visit?: Visit): Promise<Reply>;
  /** A plain message in the DM; undefined when the quiz leaves it to others. */
  say(text: string, visit?: Visit): Promise<Reply | undefined>;
  close(): Promise<void>;
}

export async function openQuizDesk(options: { knowledge?: Knowledge; seed?: number } = {}): Promise<QuizDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'studypod-quiz-'));
  const path = join(folder, 'studypod.sqlite');
  const knowledge = options.knowledge ?? (await readFolder(SEED_FOLDER));
  const catalogue = deriveCatalogue(knowledge);
  const index = createKnowledgeIndex(knowledge);
  const random = seededRandom(options.seed ?? 1);
  let nowMs = NOON;
  const build = (open: OpenDatabase) => {
    const store = createQuizRepository(open.db);
    const quiz = createQuiz({ store, catalogue: () => catalogue, random, timezoneOf: async () => 'UTC' });
    const lookUp = async (query: string): Promise<MessageBody> => ({ content: `looked up ${query}` });
    return {
      open,
      command: createQuizCommand({ quiz, knowledge: { current: () => index }, lookUp }),
      listen: createQuizMessageHandler(quiz),
    };
  };
  let parts = build(await openDatabase(path));
  const asked = ({
    personId = ADA,
    isDirectMessage = false,
  }: Visit = {}): Omit<CommandRequest, 'subcommand' | 'options'> => ({
    person: { id: personId, displayName: 'Ada' },
    place: {
      guildId: isDirectMessage ? undefined : '7',
      channelId: `${personId}0`,
      isDirectMessage,
      canManageServer: false,
    },
    nowMs,
  });

  const desk: QuizDesk = {
    db: () => parts.open.db,
    travel(ms) {
      nowMs += ms;
    },
    async restart() {
      await parts.open.close();
      parts = build(await openDatabase(path));
    },
    async quiz(values, visit) {
      return messageOf(await parts.command.run({ ...asked(visit), subcommand: undefined, options: values }));
    },
    press: (message, label, visit) => desk.pressId(idOf(message, label), {}, visit),
    async pressId(customId, fields = {}, visit) {
      const raw = readCustomId(customId);
      const handler = parts.command.components.find((candidate) => candidate.kind.name === raw?.name);
      if (raw === undefined || handler === undefined) throw new Error(`nothing handles ${customId}`);
      return handler.run(raw, { ...asked(visit), args: undefined, values: [], fields });
    },
    say: (text, visit) => parts.listen({ ...asked({ isDirectMessage: true, ...visit }), text }),
    async close() {
      await parts.open.close();
      rmSync(folder, { recursive: true });
    },
  };
  return desk;
}

/** What the person sees after a reply. */
export function messageOf(reply: Reply | undefined): MessageBody {
  if (reply?.kind !== 'message' && reply?.kind !== 'edit') throw new Error(`no message but ${reply?.kind}`);
  return reply.message;
}

export function modalOf(reply: Reply): ModalBody {
  if (reply.kind !== 'modal') throw new Error(`no form but ${reply.kind}`);
  return reply.modal;
}

export interface SeenButton {
  readonly label: string;
  readonly customId: string;
  readonly isDisabled: boolean;
}

export function buttonsOf(message: MessageBody): readonly SeenButton[] {
  return (message.components ?? []).flatMap((row) =>
    row.components.flatMap((component) =>
      'label' in component && 'custom_id' in component && component.custom_id !== undefined
        ? [{ label: component.label ?? '', customId: component.custom_id, isDisabled: component.disabled === true }]
        : [],
    ),
  );
}

export function idOf(message: MessageBody, label: string | RegExp): string {
  const found = buttonsOf(message).find((button) =>
    typeof label === 'string' ? button.label === label : label.test(button.label),
  );
  if (found === undefined)
    throw new Error(
      `no button ${label} among ${buttonsOf(message)
        .map((button) => button.label)
        .join(', ')}`,
    );
  return found.customId;
}

/** All text of a message that a person reads. */
export function textOf(message: MessageBody): string {
  const embeds = (message.embeds ?? []).map((embed) =>
    [embed.author?.name, embed.title, embed.description, embed.footer?.text].join('\n'),
  );
  return [message.content ?? '', ...embeds].join('\n');
}
