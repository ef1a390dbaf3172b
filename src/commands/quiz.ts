// `/quiz`: a session of cards. Every press acts on stored rows, so that any button works after any restart.

import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { KnowledgeSource } from '../knowledge/types.ts';
import { DECKS, SESSION_MODES } from '../quiz/card.ts';
import type { Learner, Quiz, StartOutcome } from '../quiz/quiz.ts';
import type { SessionWish } from '../quiz/session-plan.ts';
import { findByShortId } from '../study/short-id.ts';
import { QUIZ_START, QUIZ_TOPIC } from '../views/quiz-custom-ids.ts';
import { emptyDeckView, openingLines } from '../views/quiz-summary-view.ts';
import { type Command, type CommandRequest, EVERYWHERE, handleComponent, type Reply } from './command.ts';
import { learnerOf, QUIZ_POLICY, type QuizLookUp, quizComponents, screenMessage } from './quiz-components.ts';

export interface QuizCommandDeps {
  readonly quiz: Quiz;
  readonly knowledge: KnowledgeSource;
  /** Answers a look-up in the middle of a session. */
  readonly lookUp: QuizLookUp;
}

const DEFAULT_COUNT = 5;
const MAX_COUNT = 20;

export function createQuizCommand(deps: QuizCommandDeps): Command {
  return {
    payload: {
      name: 'quiz',
      description: 'A few cards, spaced so that what you miss comes back sooner',
      ...EVERYWHERE,
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'deck',
          description: 'What to be asked about',
          required: true,
          choices: DECKS.map((deck) => ({ name: deck, value: deck })),
        },
        {
          type: ApplicationCommandOptionType.Integer,
          name: 'count',
          description: `How many cards (${DEFAULT_COUNT} unless you say)`,
          min_value: 1,
          max_value: MAX_COUNT,
        },
        {
          type: ApplicationCommandOptionType.String,
          name: 'mode',
          description: 'Write the answers, pick them, or both in turn (mixed)',
          choices: SESSION_MODES.map((mode) => ({ name: mode, value: mode })),
        },
      ],
    },
    ack: 'immediate',
    visibility: 'personal',
    async run(request) {
      const outcome = await deps.quiz.start(learnerOf(request), wishOf(request));
      return { kind: 'message', message: startMessage(outcome, request.person.id) };
    },
    components: [
      handleComponent(QUIZ_START, QUIZ_POLICY, async (request): Promise<Reply> => {
        const outcome = await deps.quiz.start(learnerOf(request), request.args);
        return { kind: 'message', message: startMessage(outcome, request.person.id) };
      }),
      handleComponent(QUIZ_TOPIC, QUIZ_POLICY, async (request): Promise<Reply> => {
        const { topic, ...wish } = request.args;
        const topicId = findByShortId(deps.knowledge.current().knowledge.topics, topic)?.id;
        const outcome = await deps.quiz.start(learnerOf(request), { ...wish, topicId });
        return { kind: 'message', message: startMessage(outcome, request.person.id) };
      }),
      ...quizComponents(deps.quiz, deps.lookUp),
    ],
  };
}

function wishOf({ options }: CommandRequest): SessionWish {
  const count = Number(options.count ?? DEFAULT_COUNT);
  return {
    deck: DECKS.find((deck) => deck === options.deck) ?? 'kubectl',
    mode: SESSION_MODES.find((mode) => mode === options.mode) ?? 'mixed',
    count: Math.min(MAX_COUNT, Math.max(1, Number.isInteger(count) ? count : DEFAULT_COUNT)),
  };
}

function startMessage(outcome: StartOutcome, personId: Learner['personId']) {
  return outcome.kind === 'empty'
    ? emptyDeckView(outcome, personId)
    : screenMessage(outcome.screen, openingLines(outcome));
}
