// Puts the quiz together: people's own sessions, and the card a day of a server.

import type { DailyQuizCommandDeps } from '../commands/daily-quiz.ts';
import type { KnowledgeSource } from '../knowledge/types.ts';
import type { Clock } from '../operations/clock.ts';
import type { Log } from '../operations/log.ts';
import { type Catalogue, followCatalogue } from '../quiz/catalogue.ts';
import type { Quiz } from '../quiz/quiz.ts';
import { createQuiz } from '../quiz/quiz-service.ts';
import type { QuizStore } from '../quiz/quiz-store.ts';
import type { Random } from '../quiz/random.ts';
import { createReviewCounts } from '../quiz/review-counts.ts';
import type { ChannelMessenger } from '../quiz/server/server-quiz.ts';
import { createServerQuizRunner, type ServerQuizRunner } from '../quiz/server/server-quiz-runner.ts';
import { createServerQuizService } from '../quiz/server/server-quiz-service.ts';
import type { TimezoneFinder } from '../reminders/timezones.ts';
import type { StudypodDatabase } from '../store/database.ts';
import { createQuizRepository } from '../store/quiz-repository.ts';
import { createServerQuizRepository } from '../store/server-quiz-repository.ts';
import type { ReviewCounts } from '../study/review-counts.ts';
import type { MessageBody } from '../views/message.ts';
import { serverQuestionView, serverRevealView } from '../views/server-quiz-view.ts';

export interface QuizPartsDeps {
  readonly db: StudypodDatabase;
  readonly knowledge: KnowledgeSource;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: Random;
  /** The person's zone, or the default one. */
  readonly timezoneOf: (personId: string) => Promise<string>;
  readonly defaultTimezone: string;
  readonly timezones: TimezoneFinder;
  readonly channelMessenger: ChannelMessenger<MessageBody>;
}

export interface QuizParts {
  readonly store: QuizStore;
  readonly catalogue: () => Catalogue;
  readonly quiz: Quiz;
  readonly reviews: ReviewCounts;
  readonly dailyQuiz: DailyQuizCommandDeps;
  readonly runner: ServerQuizRunner;
}

export function createQuizParts(deps: QuizPartsDeps): QuizParts {
  const { db, clock, log, random, timezoneOf, timezones, defaultTimezone } = deps;
  const store = createQuizRepository(db);
  const serverStore = createServerQuizRepository(db);
  const catalogue = followCatalogue(deps.knowledge);
  return {
    store,
    catalogue,
    quiz: createQuiz({ store, catalogue, random, timezoneOf }),
    reviews: createReviewCounts({ store, catalogue, timezoneOf }),
    dailyQuiz: { service: createServerQuizService(serverStore), timezones, defaultTimezone },
    runner: createServerQuizRunner({
      store: serverStore,
      catalogue,
      messenger: deps.channelMessenger,
      views: { question: serverQuestionView, reveal: serverRevealView },
      random,
      clock,
      log,
    }),
  };
}
