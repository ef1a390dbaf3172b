// Every command, one by one, in the order of /help.

import type { KnowledgeSource } from '../knowledge/types.ts';
import type { PictureRenderer } from '../operations/picture-renderer.ts';
import type { Quiz } from '../quiz/quiz.ts';
import type { PersonDataStore } from '../study/person-data.ts';
import type { StudyService } from '../study/study-service.ts';
import { askDeeperButton } from '../views/ask-custom-ids.ts';
import { explainView } from '../views/explain-view.ts';
import { type AskDeps, createAskCommand } from './ask.ts';
import { createCloudCommand } from './cloud.ts';
import type { Command } from './command.ts';
import { createDailyQuizCommand, type DailyQuizCommandDeps } from './daily-quiz.ts';
import { createDataCommand } from './data.ts';
import { createExplainCommand, createExplainMessageCommand } from './explain.ts';
import { createHelpCommand } from './help.ts';
import { createNextTopicCommand } from './next-topic.ts';
import { createPlanCommand } from './plan.ts';
import { createProgressCommand } from './progress.ts';
import { createProjectCommand } from './project.ts';
import { createQuizCommand } from './quiz.ts';
import type { QuizLookUp } from './quiz-components.ts';
import { createRemindCommand, type RemindCommandDeps } from './remind.ts';
import { createTopicCommand } from './topic.ts';
import { createUsageCommand } from './usage.ts';

/** What the commands ask; made by the composition root. */
export interface CommandServices {
  readonly knowledge: KnowledgeSource;
  readonly study: StudyService;
  readonly quiz: Quiz;
  readonly dailyQuiz: DailyQuizCommandDeps;
  readonly remind: RemindCommandDeps;
  readonly ask: AskDeps;
  /** Whether a model answers: without one, nothing offers to go deeper. */
  readonly isAssistantOn: boolean;
  /** Counts a question that found nothing. */
  readonly countGap: (query: string, nowMs: number) => Promise<void>;
  readonly personData: PersonDataStore;
  readonly pictures: Pick<PictureRenderer, 'draw'>;
}

export function createCommands(services: CommandServices): readonly Command[] {
  const { knowledge, study, quiz } = services;
  const explain = {
    knowledge,
    onUnanswered: services.countGap,
    ...(services.isAssistantOn ? { deeperButton: askDeeperButton } : {}),
  };
  const lookUpInQuiz: QuizLookUp = async (query, personId) => {
    const index = knowledge.current();
    return explainView(query, index.lookUp(query), { knowledge: index.knowledge, ownerId: personId });
  };
  return [
    createNextTopicCommand({ study }),
    createTopicCommand({ study }),
    createExplainCommand(explain),
    createExplainMessageCommand(explain),
    createCloudCommand({ knowledge }),
    createQuizCommand({ quiz, knowledge, lookUp: lookUpInQuiz }),
    createDailyQuizCommand(services.dailyQuiz),
    createRemindCommand(services.remind),
    createProgressCommand({ study, pictures: services.pictures }),
    createPlanCommand({ study }),
    createProjectCommand({ study }),
    createAskCommand(services.ask),
    createUsageCommand(services.ask),
    createDataCommand({ data: services.personData }),
    createHelpCommand({ knowledge }),
  ];
}
