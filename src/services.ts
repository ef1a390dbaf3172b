// The domains over the database and the knowledge: everything that answers, before anything is connected.

import { setTimeout } from 'node:timers/promises';
import { type AssistantParts, createAssistantParts } from './assistant-parts.ts';
import { createAskMessageHandler } from './commands/ask.ts';
import type { MessageHandler } from './commands/command.ts';
import { createQuizMessageHandler } from './commands/quiz-components.ts';
import type { CommandServices } from './commands/registry.ts';
import type { Config } from './config.ts';
import { gapQuestion } from './knowledge/gaps.ts';
import type { Knowledge, KnowledgeSource } from './knowledge/types.ts';
import { createLessonComposer } from './lesson-composer.ts';
import type { Clock } from './operations/clock.ts';
import type { Log } from './operations/log.ts';
import type { PictureRenderer } from './operations/picture-renderer.ts';
import { followCatalogue } from './quiz/catalogue.ts';
import { createQuiz } from './quiz/quiz-service.ts';
import { drawId, type Random } from './quiz/random.ts';
import { createReviewCounts } from './quiz/review-counts.ts';
import type { ChannelMessenger } from './quiz/server/server-quiz.ts';
import { createServerQuizRunner, type ServerQuizRunner } from './quiz/server/server-quiz-runner.ts';
import { createServerQuizService } from './quiz/server/server-quiz-service.ts';
import type { DirectMessenger } from './reminders/direct-messenger.ts';
import { createDispatcher, type Dispatcher } from './reminders/dispatcher.ts';
import { createReminderService, type ReminderService } from './reminders/reminder-service.ts';
import { createSendPace, REMINDER_REQUESTS_PER_SECOND } from './reminders/send-pace.ts';
import { createTimezoneFinder } from './reminders/timezones.ts';
import type { StudypodDatabase } from './store/database.ts';
import { createDeliveryRepository } from './store/delivery-repository.ts';
import { createGapRepository } from './store/gap-repository.ts';
import { createPeopleRepository, type PeopleRepository } from './store/people-repository.ts';
import { createPersonDataRepository } from './store/person-data-repository.ts';
import { createQuizRepository } from './store/quiz-repository.ts';
import { createReminderRepository } from './store/reminder-repository.ts';
import { createServerQuizRepository } from './store/server-quiz-repository.ts';
import { createStudyRepository } from './store/study-repository.ts';
import type { Orphan } from './study/orphans.ts';
import { createStudyService } from './study/study-service.ts';
import { takeOverEdit } from './study/take-over-edit.ts';
import type { MessageBody } from './views/message.ts';
import { reminderView } from './views/reminder-view.ts';
import { serverQuestionView, serverRevealView } from './views/server-quiz-view.ts';

export interface ServiceParts {
  readonly config: Config;
  readonly db: StudypodDatabase;
  readonly knowledge: KnowledgeSource;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: Random;
  readonly messenger: DirectMessenger<MessageBody>;
  readonly channelMessenger: ChannelMessenger<MessageBody>;
  readonly pictures: Pick<PictureRenderer, 'draw'>;
}

export interface Services extends CommandServices {
  readonly people: PeopleRepository;
  readonly reminders: ReminderService;
  readonly dispatcher: Dispatcher;
  readonly serverQuizRunner: ServerQuizRunner;
  readonly assistant: AssistantParts['assistant'];
  readonly messageHandlers: readonly MessageHandler[];
  /** When the earliest reminder of anybody is next due, epoch ms; undefined when there is none. */
  nextReminderAtMs(): Promise<number | undefined>;
  isDatabaseAnswering(): Promise<boolean>;
  /** Moves people's progress along the renames of an edit, and tells what it would leave behind. */
  takeOverEdit(knowledge: Knowledge): Promise<readonly Orphan[]>;
  /** Sets who is told when a reminder should be looked for at once. */
  onDispatchWish(listener: () => void): void;
}

/** A Discord nonce holds 25 characters, a custom id 100; 16 random ones never meet. */
const DELIVERY_ID_LENGTH = 16;

export function createServices(parts: ServiceParts): Services {
  const { config, db, knowledge, clock, log, random, messenger } = parts;
  const people = createPeopleRepository(db);
  const timezoneOf = (personId: string) => people.timezoneOf(personId);
  const newDeliveryId = () => drawId(DELIVERY_ID_LENGTH, random);
  let dispatchSoon = (): void => {};

  const quizStore = createQuizRepository(db);
  const catalogue = followCatalogue(knowledge);
  const zoneInForce = async (personId: string) => (await timezoneOf(personId)) ?? config.defaultTimezone;
  const quiz = createQuiz({ store: quizStore, catalogue, random, timezoneOf: zoneInForce });
  const timezones = createTimezoneFinder();
  const serverQuizStore = createServerQuizRepository(db);
  const gaps = createGapRepository(db);
  const studyStore = createStudyRepository(db);
  const study = createStudyService({
    store: studyStore,
    knowledge,
    reviews: createReviewCounts({ store: quizStore, catalogue, timezoneOf: zoneInForce, clock }),
    timezoneOf,
    defaultTimezone: config.defaultTimezone,
  });
  const reminderStore = createReminderRepository(db);
  const deliveries = createDeliveryRepository(db);
  const reminders = createReminderService({
    store: reminderStore,
    people,
    defaultTimezone: config.defaultTimezone,
    openChannel: messenger.openChannel,
    newDeliveryId,
  });
  const {
    assistant,
    desk,
    store: feedback,
  } = createAssistantParts({
    config,
    db,
    knowledge,
    clock,
    log,
    random,
    study,
    quizStore,
    catalogue,
    reminders,
    timezoneOf,
  });
  const ask = { assistant, desk, feedback, knowledge };
  const dispatcher = createDispatcher({
    store: deliveries,
    messenger,
    composer: createLessonComposer(study),
    render: reminderView,
    pace: createSendPace(REMINDER_REQUESTS_PER_SECOND, { monotonicMs: () => performance.now(), wait: setTimeout }),
    clock,
    log,
    newDeliveryId,
  });

  return {
    knowledge,
    study,
    quiz,
    ask,
    countGap: (query, nowMs) => gaps.count(gapQuestion(query), nowMs),
    isAssistantOn: config.anthropicApiKey !== undefined && config.assistantDailyTokens > 0,
    pictures: parts.pictures,
    personData: createPersonDataRepository(db),
    remind: {
      service: reminders,
      store: reminderStore,
      timezones,
      newDeliveryId,
      dispatchSoon: () => dispatchSoon(),
    },
    dailyQuiz: {
      service: createServerQuizService(serverQuizStore),
      timezones,
      defaultTimezone: config.defaultTimezone,
    },
    serverQuizRunner: createServerQuizRunner({
      store: serverQuizStore,
      catalogue,
      messenger: parts.channelMessenger,
      views: { question: serverQuestionView, reveal: serverRevealView },
      random,
      clock,
      log,
    }),
    people,
    reminders,
    dispatcher,
    assistant,
    // A card that waits for its answer comes before a question to the assistant.
    messageHandlers: [createQuizMessageHandler(quiz), createAskMessageHandler(ask)],
    async nextReminderAtMs() {
      const [earliest] = await deliveries.findDue(Number.MAX_SAFE_INTEGER, 1);
      return earliest?.nextAtMs;
    },
    async isDatabaseAnswering() {
      try {
        await people.timezoneOf('0');
        return true;
      } catch {
        return false;
      }
    },
    takeOverEdit: (edited) => takeOverEdit(studyStore, edited),
    onDispatchWish(listener) {
      dispatchSoon = listener;
    },
  };
}
