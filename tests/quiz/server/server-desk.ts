// A server with its quiz for tests: a real database, a movable clock, and a channel that can be made to fail.

import type { CommandRequest, OptionValues, Reply } from '../../../src/commands/command.ts';
import { createDailyQuizCommand } from '../../../src/commands/daily-quiz.ts';
import { createLog } from '../../../src/operations/log.ts';
import { deriveCatalogue } from '../../../src/quiz/catalogue.ts';
import type { ChannelMessenger, PostOutcome } from '../../../src/quiz/server/server-quiz.ts';
import { createServerQuizRunner, type ServerQuizRunner } from '../../../src/quiz/server/server-quiz-runner.ts';
import { createServerQuizService } from '../../../src/quiz/server/server-quiz-service.ts';
import { createTimezoneFinder } from '../../../src/reminders/timezones.ts';
import { type OpenDatabase, openDatabase } from '../../../src/store/database.ts';
import { createServerQuizRepository } from '../../../src/store/server-quiz-repository.ts';
import { readCustomId } from '../../../src/views/custom-id.ts';
import type { MessageBody } from '../../../src/views/message.ts';
import { serverQuestionView, serverRevealView } from '../../../src/views/server-quiz-view.ts';
import { readFolder, SEED_FOLDER } from '../knowledge-folders.ts';
import { seededRandom } from '../seeded-random.ts';

export const GUILD = '700000000000000001';
export const CHANNEL = '700000000000000002';
export const ADA = '100000000000000001';
export const LINUS = '100000000000000002';
/** Monday, noon UTC. */
export const NOON = Date.parse('2026-05-04T12:00Z');

/** `lost`: it arrived, and the answer did not. */
export type Weather = 'fine' | 'failing' | 'refusing' | 'lost';

export interface FakeChannel {
  weather: Weather;
  readonly messages: { readonly nonce: string; body: MessageBody }[];
}

export interface ServerDesk {
  readonly open: OpenDatabase;
  readonly channel: FakeChannel;
  /** Makes a runner as a fresh process would. */
  newRunner(): ServerQuizRunner;
  travelTo(isoTime: string): void;
  run(
    subcommand: string,
    options?: OptionValues,
    place?: { guildId?: undefined; canManageServer?: boolean },
  ): Promise<Reply>;
  press(customId: string, personId?: string): Promise<MessageBody>;
}

export async function openServerDesk(): Promise<ServerDesk> {
  const open = await openDatabase(':memory:');
  const store = createServerQuizRepository(open.db);
  const service = createServerQuizService(store);
  const command = createDailyQuizCommand({ service, timezones: createTimezoneFinder(), defaultTimezone: 'UTC' });
  const catalogue = deriveCatalogue(await readFolder(SEED_FOLDER));
  const channel: FakeChannel = { weather: 'fine', messages: [] };
  const log = createLog('silent');
  const random = seededRandom(5);
  let nowMs = NOON;
  const asked = (personId: string): Omit<CommandRequest, 'subcommand' | 'options'> => ({
    person: { id: personId, displayName: 'Ada' },
    place: { guildId: GUILD, channelId: CHANNEL, isDirectMessage: false, canManageServer: true },
    nowMs,
  });
  return {
    open,
    channel,
    newRunner: () =>
      createServerQuizRunner({
        store,
        catalogue: () => catalogue,
        messenger: fakeMessenger(channel),
        views: { question: serverQuestionView, reveal: serverRevealView },
        random,
        clock: { nowMs: () => nowMs },
        log,
      }),
    travelTo(isoTime) {
      nowMs = Date.parse(isoTime);
    },
    run(subcommand, options = {}, place = {}) {
      const request = asked(ADA);
      return command.run({ ...request, place: { ...request.place, ...place }, subcommand, options });
    },
    async press(customId, personId = ADA) {
      const raw = readCustomId(customId);
      const handler = command.components.find((candidate) => candidate.kind.name === raw?.name);
      if (raw === undefined || handler === undefined) throw new Error(`nothing handles ${customId}`);
      const reply = await handler.run(raw, { ...asked(personId), args: undefined, values: [], fields: {} });
      if (reply.kind !== 'message') throw new Error(`a private message was expected, not ${reply.kind}`);
      return reply.message;
    },
  };
}

/** Holds messages as Discord does: a nonce makes one message, however often it is sent. */
function fakeMessenger(channel: FakeChannel): ChannelMessenger<MessageBody> {
  const answer = (sent: PostOutcome): PostOutcome => {
    if (channel.weather === 'refusing') return { kind: 'refused' };
    return channel.weather === 'fine' ? sent : { kind: 'failed' };
  };
  return {
    async post(_channelId, body, nonce) {
      const arrives = channel.weather === 'fine' || channel.weather === 'lost';
      if (arrives && !channel.messages.some((message) => message.nonce === nonce))
        channel.messages.push({ nonce, body });
      return answer({ kind: 'sent', messageId: `message-${nonce}` });
    },
    async find(_channelId, postId) {
      const found = channel.messages.find((message) => message.nonce === postId);
      return found === undefined ? undefined : { kind: 'sent', messageId: `message-${postId}` };
    },
    async edit(_channelId, messageId, body) {
      const found = channel.messages.find((message) => `message-${message.nonce}` === messageId);
      if (found !== undefined && channel.weather === 'fine') found.body = body;
      return answer({ kind: 'sent', messageId });
    },
  };
}
