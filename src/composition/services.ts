// The domains over the database and the knowledge: everything that answers, before anything is connected.

import { createAskMessageHandler } from '../commands/ask.ts';
import type { MessageHandler } from '../commands/command.ts';
import { createQuizMessageHandler } from '../commands/quiz-components.ts';
import type { CommandServices } from '../commands/registry.ts';
import type { Config } from '../config.ts';
import { gapQuestion } from '../knowledge/gaps.ts';
import type { Knowledge, KnowledgeSource } from '../knowledge/types.ts';
import type { Clock } from '../operations/clock.ts';
import type { Log } from '../operations/log.ts';
import type { PictureRenderer } from '../operations/picture-renderer.ts';
import { takeOverCards } from '../quiz/card-renames.ts';
import type { Random } from '../quiz/random.ts';
import type { ChannelMessenger } from '../quiz/server/server-quiz.ts';
import type { ServerQuizRunner } from '../quiz/server/server-quiz-runner.ts';
import type { DirectMessenger } from '../reminders/direct-messenger.ts';
import type { Dispatcher } from '../reminders/dispatcher.ts';
import { createTimezoneFinder } from '../reminders/timezones.ts';
import { createCardRenameRepository } from '../store/card-rename-repository.ts';
import type { StudypodDatabase } from '../store/database.ts';
import { createGapRepository } from '../store/gap-repository.ts';
import { createPeopleRepository, type PeopleRepository } from '../store/people-repository.ts';
import { createPersonDataRepository } from '../store/person-data-repository.ts';
import { createStudyRepository } from '../store/study-repository.ts';
import type { Orphan } from '../study/orphans.ts';
import { createStudyService } from '../study/study-service.ts';
import { takeOverEdit } from '../study/take-over-edit.ts';
import type { MessageBody } from '../views/message.ts';
import { type AssistantOptions, type AssistantParts, createAssistantParts } from './assistant-parts.ts';
import { createLessonComposer } from './lesson-composer.ts';
import { createQuizParts } from './quiz-parts.ts';
import { createReminderParts, type ReminderParts } from './reminder-parts.ts';

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
  readonly assistantOptions?: AssistantOptions;
}

export interface Services extends CommandServices {
  readonly people: PeopleRepository;
  readonly reminders: ReminderParts;
  readonly dispatcher: Dispatcher;
  readonly serverQuizRunner: ServerQuizRunner;
  readonly assistant: AssistantParts['assistant'];
  readonly messageHandlers: readonly MessageHandler[];
  isDatabaseAnswering(): Promise<boolean>;
  /** Moves people's progress along the renames of an edit, and tells what it would leave behind. */
  takeOverEdit(knowledge: Knowledge): Promise<readonly Orphan[]>;
}

export function createServices(parts: ServiceParts): Services {
  const { config, db, knowledge } = parts;
  const { defaultTimezone } = config;
  const people = createPeopleRepository(db);
  const timezoneOf = (personId: string) => people.timezoneOf(personId);
  const zoneInForce = async (personId: string) => (await timezoneOf(personId)) ?? defaultTimezone;
  const timezones = createTimezoneFinder();

  const quizParts = createQuizParts({ ...parts, defaultTimezone, timezones, timezoneOf: zoneInForce });
  const { quiz, reviews, catalogue, store: quizStore } = quizParts;
  const studyStore = createStudyRepository(db);
  const study = createStudyService({ store: studyStore, knowledge, reviews, timezoneOf, defaultTimezone });
  const reminders = createReminderParts({ ...parts, people, defaultTimezone, timezones });
  const {
    assistant,
    desk,
    store: feedback,
  } = createAssistantParts({
    ...parts,
    study,
    quizStore,
    catalogue,
    reminders: reminders.service,
    timezoneOf,
  });
  const lessons = createLessonComposer(study, quiz);
  const ask = { assistant, desk, feedback, knowledge };
  const gaps = createGapRepository(db);

  return {
    knowledge,
    study,
    quiz,
    ask,
    assistant,
    isAssistantOn: config.anthropicApiKey !== undefined && config.assistantDailyTokens > 0,
    countGap: (query, nowMs) => gaps.count(gapQuestion(query), nowMs),
    pictures: parts.pictures,
    personData: createPersonDataRepository(db),
    remind: { ...reminders.command, card: { quiz, lessons } },
    reminders,
    dispatcher: reminders.createDispatcher(lessons),
    dailyQuiz: quizParts.dailyQuiz,
    serverQuizRunner: quizParts.runner,
    people,
    // A card that waits for its answer comes before a question to the assistant.
    messageHandlers: [createQuizMessageHandler(quiz), createAskMessageHandler(ask)],
    async isDatabaseAnswering() {
      try {
        await people.timezoneOf('0');
        return true;
      } catch {
        return false;
      }
    },
    takeOverEdit: async (edited) => [
      ...(await takeOverEdit(studyStore, edited)),
      ...(await takeOverCards(createCardRenameRepository(db), edited, quizParts.catalogue())),
    ],
  };
}
