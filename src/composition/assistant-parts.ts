// Puts the assistant together over study, quiz and reminders: what it may know of a learner, and what an accepted proposal does.

import { createAnthropicPort } from '../assistant/anthropic.ts';
import { type Assistant, type AssistantDeps, createAssistant } from '../assistant/assistant.ts';
import type { AssistantStore } from '../assistant/assistant-store.ts';
import { createProposalDesk, type ProposalDesk } from '../assistant/decide-proposal.ts';
import type { LearnerState, ProposalExecutor } from '../assistant/ports.ts';
import type { CommandChecker } from '../assistant/shown-commands.ts';
import type { Config } from '../config.ts';
import type { KnowledgeSource } from '../knowledge/types.ts';
import type { Clock } from '../operations/clock.ts';
import type { Log } from '../operations/log.ts';
import { UserError } from '../operations/user-error.ts';
import type { Catalogue } from '../quiz/catalogue.ts';
import { readCommand } from '../quiz/kubectl/read-command.ts';
import type { QuizStore } from '../quiz/quiz-store.ts';
import { drawId, type Random } from '../quiz/random.ts';
import { RATINGS } from '../quiz/spacing.ts';
import type { ReminderService } from '../reminders/reminder-service.ts';
import { createAssistantRepository } from '../store/assistant-repository.ts';
import type { StudypodDatabase } from '../store/database.ts';
import { streakOf } from '../study/streak.ts';
import { statusOf, TOPIC_STATUSES } from '../study/study-record.ts';
import { nextTopicOf, type StudyService } from '../study/study-service.ts';
import { changeText, reasonText } from '../views/next-topic-text.ts';
import { questionLines } from '../views/quiz-view.ts';
import { createCardDrawer } from './assistant-cards.ts';

export interface AssistantPartsDeps {
  readonly config: Pick<
    Config,
    'anthropicApiKey' | 'anthropicBaseUrl' | 'anthropicModel' | 'assistantDailyTokens' | 'defaultTimezone'
  >;
  readonly db: StudypodDatabase;
  readonly knowledge: KnowledgeSource;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: Random;
  readonly study: StudyService;
  readonly quizStore: Pick<QuizStore, 'knownCards' | 'findOpenSession'>;
  readonly catalogue: () => Catalogue;
  readonly reminders: Pick<ReminderService, 'setDaily' | 'pause'>;
  readonly timezoneOf: (personId: string) => Promise<string | undefined>;
  readonly assistantOptions?: AssistantOptions;
}

/** Limits other than the usual ones, and who is told of each answer. */
export type AssistantOptions = Pick<AssistantDeps, 'limits' | 'onAnswered'>;

export interface AssistantParts {
  readonly assistant: Assistant;
  readonly desk: ProposalDesk;
  readonly store: AssistantStore;
}

/** 14 of 36 characters: two answers never meet, and a custom id has room for it. */
const ID_LENGTH = 14;
const WEAK_CARDS_TOLD = 3;

export function createAssistantParts(deps: AssistantPartsDeps): AssistantParts {
  const { config, knowledge, clock, log } = deps;
  const store = createAssistantRepository(deps.db);
  const assistant = createAssistant({
    model:
      config.anthropicApiKey === undefined
        ? undefined
        : createAnthropicPort({
            apiKey: config.anthropicApiKey,
            baseUrl: config.anthropicBaseUrl,
            model: config.anthropicModel,
          }),
    knowledge,
    store,
    learner: readLearner(deps),
    cards: createCardDrawer(deps),
    commands: KUBECTL_TABLE,
    clock,
    log,
    dailyTokens: config.assistantDailyTokens,
    timezoneOf: async (personId) => (await deps.timezoneOf(personId)) ?? config.defaultTimezone,
    newId: () => drawId(ID_LENGTH, deps.random),
    ...deps.assistantOptions,
  });
  return { assistant, desk: createProposalDesk(store, executeProposals(deps)), store };
}

const KUBECTL_TABLE: CommandChecker = {
  check(line) {
    const read = readCommand(line);
    return read.kind === 'refused' ? { kind: 'refused', reason: read.code, subject: read.subject } : { kind: 'runs' };
  },
};

function readLearner({ study, quizStore, catalogue, random }: AssistantPartsDeps): LearnerState {
  const nextTopic = async (personId: string, nowMs: number): Promise<string> => {
    const next = nextTopicOf(await study.stateOf(personId, nowMs));
    if (next.kind !== 'topic' && next.kind !== 'choose') return 'There is no topic left to study next.';
    return [
      `Next: ${next.topic.shortTitle}.`,
      ...next.reasons.map(reasonText),
      ...next.changes.map((change) => `What would change that: ${changeText(change)}`),
    ].join('\n');
  };
  const weakCards = async (personId: string): Promise<readonly string[]> => {
    const { byId } = catalogue();
    const missed = (await quizStore.knownCards(personId)).filter((card) => card.lastRating === RATINGS.again);
    return missed.flatMap(({ cardId }) => {
      const card = byId.get(cardId);
      const [mode] = card?.modes ?? [];
      const [line] = card === undefined || mode === undefined ? [] : questionLines(card.draw(mode, random));
      return line === undefined ? [] : [line.replaceAll('**', '')];
    });
  };
  return {
    nextTopic,
    async describe(personId, nowMs) {
      const state = await study.stateOf(personId, nowMs);
      const studied = state.knowledge.topics.filter((topic) => statusOf(state.record, topic.id) === 'learning');
      const topics =
        studied.length === 0 ? [] : [`Studies now: ${studied.map((topic) => topic.shortTitle).join(', ')}.`];
      const next = nextTopicOf(state);
      const tier = next.kind === 'topic' ? state.knowledge.tiers.find(({ id }) => id === next.topic.tierId) : undefined;
      const weak = (await weakCards(personId)).slice(0, WEAK_CARDS_TOLD).map((line) => `Missed last time: ${line}`);
      const lines = [...(tier === undefined ? [] : [`Is in the tier “${tier.title}”.`]), ...topics, ...weak];
      return lines.length === 0 ? undefined : ['The learner’s state:', ...lines].join('\n');
    },
    async progress(personId, nowMs) {
      const { knowledge, record, moment } = await study.stateOf(personId, nowMs);
      const byStatus = TOPIC_STATUSES.map((status) => {
        const topics = knowledge.topics.filter((topic) => statusOf(record, topic.id) === status);
        return `${status}: ${topics.map((topic) => topic.shortTitle).join(', ') || 'none'}`;
      });
      const dueCount = await study.reviews.dueCount(personId, nowMs);
      const { days } = streakOf(record.studyDays, moment);
      return [...byStatus, `Streak: ${days} days.`, `Cards due: ${dueCount}.`].join('\n');
    },
  };
}

function executeProposals({ knowledge, study, reminders }: AssistantPartsDeps): ProposalExecutor {
  return {
    async execute(personId, change, nowMs) {
      switch (change.kind) {
        case 'daily-reminder': {
          const wish = { time: change.time, days: change.days, timezone: undefined, channelId: undefined };
          await reminders.setDaily(personId, wish, nowMs);
          return;
        }
        case 'pause-reminder': {
          const outcome = await reminders.pause(personId, change.days, nowMs);
          if (outcome.kind === 'not-active') throw new UserError('no-reminder-to-pause');
          return;
        }
        case 'topic-status': {
          const topic = knowledge.current().knowledge.topics.find((each) => each.id === change.topicId);
          if (topic === undefined) throw new UserError('topic-gone');
          await study.setStatus(personId, topic, change.status, nowMs);
          return;
        }
      }
    },
  };
}
