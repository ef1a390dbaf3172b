// The card under a reminder, pressed as the router presses it, on a real database: whatever became of it, a plain word.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ComponentHandler, Reply } from '../../src/commands/command.ts';
import { reminderCardComponent } from '../../src/commands/reminder-card.ts';
import { createLessonComposer } from '../../src/composition/lesson-composer.ts';
import { createKnowledgeIndex } from '../../src/knowledge/create-index.ts';
import { deriveCatalogue } from '../../src/quiz/catalogue.ts';
import { createQuiz } from '../../src/quiz/quiz-service.ts';
import { createReviewCounts } from '../../src/quiz/review-counts.ts';
import type { Dispatcher } from '../../src/reminders/dispatcher.ts';
import { createQuizRepository } from '../../src/store/quiz-repository.ts';
import { createStudyRepository } from '../../src/store/study-repository.ts';
import { createStudyService } from '../../src/study/study-service.ts';
import { readCustomId } from '../../src/views/custom-id.ts';
import type { MessageBody } from '../../src/views/message.ts';
import { readFolder, SEED_FOLDER } from '../quiz/knowledge-folders.ts';
import { seededRandom } from '../quiz/seeded-random.ts';
import { createReminderWorld, type ReminderWorld } from '../reminders/reminder-world.ts';
import { expectWithinLimits } from './expect-within-limits.ts';
import { buttonsOf, idOf, textOf } from './quiz-desk.ts';

const ADA = '100000000000000001';
const knowledge = await readFolder(SEED_FOLDER);

let world: ReminderWorld;
let handler: ComponentHandler;
let dispatcher: Dispatcher;

beforeEach(async () => {
  world = await createReminderWorld('2026-06-01T06:00Z');
  const index = createKnowledgeIndex(knowledge);
  const cards = deriveCatalogue(knowledge);
  const shared = { store: createQuizRepository(world.db), catalogue: () => cards, timezoneOf: async () => 'UTC' };
  const quiz = createQuiz({ ...shared, random: seededRandom(1) });
  const study = createStudyService({
    store: createStudyRepository(world.db),
    knowledge: { current: () => index },
    reviews: createReviewCounts(shared),
    timezoneOf: async () => undefined,
    defaultTimezone: 'UTC',
  });
  const lessons = createLessonComposer(study, quiz);
  handler = reminderCardComponent({ store: world.reminders, quiz, lessons });
  dispatcher = world.newDispatcher({ compose: (personId) => lessons.compose(personId, world.clock.nowMs()) });
  await world.addReminder(ADA, '08:00');
});

afterEach(() => world.close());

/** The reminder of the day, as it arrived at eight. */
async function receive(): Promise<MessageBody> {
  world.setTime('2026-06-01T08:00Z');
  await dispatcher.tick();
  const body = world.discord.receivedBy(ADA).at(-1)?.body;
  if (body === undefined) throw new Error('nothing came');
  expectWithinLimits(body);
  return body;
}

async function press(message: MessageBody, label: string): Promise<MessageBody> {
  const raw = readCustomId(idOf(message, label));
  if (raw === undefined || !handler.accepts(raw)) throw new Error(`${label} is not the card’s`);
  const place = { guildId: undefined, channelId: 'dm', isDirectMessage: true, canManageServer: false };
  const request = { person: { id: ADA, displayName: 'Ada' }, place, nowMs: world.clock.nowMs() };
  const reply: Reply = await handler.run(raw, { ...request, args: undefined, values: [], fields: {} });
  if (reply.kind !== 'edit') throw new Error(`a ${reply.kind} is no edit`);
  expectWithinLimits(reply.message);
  return reply.message;
}

const labelsOf = (message: MessageBody): readonly string[] => buttonsOf(message).map((each) => each.label);
const reviewCount = async (): Promise<number> => (await world.db.selectFrom('reviews').select('id').execute()).length;

describe('a press', () => {
  it('puts the feedback in the card’s place and keeps the lesson, today’s study counted in', async () => {
    const answered = await press(await receive(), 'A');
    expect(answered.embeds).toHaveLength(2);
    expect(textOf(answered)).toContain('That counts for today.');
    expect(textOf(answered)).toContain('Next on your list: Kubernetes');
    expect(textOf(answered)).toContain('You have studied today: your streak is 1 day.');
    expect(labelsOf(answered)).toEqual(
      expect.arrayContaining(['Undo', 'Explain Kubernetes', 'Pause a week', 'Stop reminders']),
    );
    expect(labelsOf(answered)).not.toContain('Snooze 1 h');
    expect((await world.reminders.find(ADA))?.lastReactionAtMs).toBe(world.clock.nowMs());
  });

  it('on another option of an answered card shows what counted', async () => {
    const message = await receive();
    const first = await press(message, 'A');
    const second = await press(message, 'B');
    expect(second.content).toContain('answered before; here is what counted');
    expect(second.embeds).toEqual(first.embeds);
    expect(await reviewCount()).toBe(1);
  });

  it('counts also after the reminder was turned off, and offers to turn it on again', async () => {
    const message = await receive();
    await world.service.turnOff(ADA, world.clock.nowMs());
    const answered = await press(message, 'Skip and show');
    expect(await reviewCount()).toBe(1);
    expect(textOf(answered)).not.toContain('counts for today');
    expect(textOf(answered)).toContain('Study anything today and a streak begins.');
    expect(labelsOf(answered)).toContain('Go on as before');
    expect(labelsOf(answered)).not.toContain('Pause a week');
  });

  it('on a card that is no longer stored says so, and changes nothing else in the message', async () => {
    const message = await receive();
    await world.db.deleteFrom('quiz_sessions').execute();
    const answered = await press(message, 'A');
    expect(answered.content).toContain('no longer stored');
    expect(answered.embeds).toBeUndefined();
    expect(labelsOf(answered)).toContain('Stop reminders');
    expect(labelsOf(answered)).not.toContain('A');
  });

  it('after all about the person was deleted says so', async () => {
    const message = await receive();
    await world.db.deleteFrom('people').execute();
    const answered = await press(message, 'A');
    expect(JSON.stringify(answered.embeds)).toContain('has been deleted since');
    expect(labelsOf(answered)).toEqual([]);
  });
});

it('a lesson composed again after a crash asks the same, and leaves one offer', async () => {
  const first = await receive();
  await world.db.deleteFrom('reminder_deliveries').execute();
  await world.db.updateTable('reminders').set({ next_at_ms: world.clock.nowMs() }).execute();
  const again = await receive();
  expect(world.discord.receivedBy(ADA)).toHaveLength(2);
  expect(again.embeds?.at(-1)).toEqual(first.embeds?.at(-1));
  expect(await world.db.selectFrom('quiz_sessions').select('status').execute()).toEqual([{ status: 'offered' }]);
});
