// What happens when something of a quiz is pressed, written in a form, or sent as a plain message in the bot's DM.

import type { Learner, Quiz, StepOutcome } from '../quiz/quiz.ts';
import type { MessageBody } from '../views/message.ts';
import {
  ANSWER_FIELD,
  QUERY_FIELD,
  QUIZ_APPEAL,
  QUIZ_CHOOSE,
  QUIZ_HINT,
  QUIZ_LOOK_UP,
  QUIZ_LOOKED_UP,
  QUIZ_NEXT,
  QUIZ_SKIP,
  QUIZ_STOP,
  QUIZ_SUBMIT,
  QUIZ_TYPE,
  QUIZ_UNDO,
  QUIZ_WHY,
} from '../views/quiz-custom-ids.ts';
import { feedbackView, whyView } from '../views/quiz-feedback-view.ts';
import { summaryView, unknownSessionView } from '../views/quiz-summary-view.ts';
import { answerModal, lookUpModal, questionView } from '../views/quiz-view.ts';
import {
  type CommandRequest,
  type ComponentHandler,
  handleComponent,
  type MessageHandler,
  type MessageRequest,
  type Reply,
} from './command.ts';

/** Explains something to somebody in the middle of a session, as `/explain` would. */
export type QuizLookUp = (query: string, personId: string) => Promise<MessageBody>;

/** Presses change the message of the session; what is said beside it is private. */
export const QUIZ_POLICY = { ack: 'immediate', visibility: 'personal' } as const;
/** A form must be Discord's first answer, so these are never deferred. */
const FORM_POLICY = { ack: 'modal', visibility: 'personal' } as const;

type Asked = Pick<CommandRequest, 'person' | 'place' | 'nowMs'>;
type ItemArgs = { readonly session: string; readonly position: number };

export function quizComponents(quiz: Quiz, lookUp: QuizLookUp): readonly ComponentHandler[] {
  return [
    handleComponent(QUIZ_CHOOSE, QUIZ_POLICY, async (request) =>
      edit(await quiz.choose(learnerOf(request), addressOf(request.args), request.args.option)),
    ),
    handleComponent(QUIZ_TYPE, FORM_POLICY, async (request): Promise<Reply> => {
      const screen = await quiz.look(learnerOf(request), addressOf(request.args));
      const isWaiting = screen.kind === 'question' && screen.question.mode === 'typed';
      return isWaiting ? { kind: 'modal', modal: answerModal(request.person.id, screen) } : edit(screen);
    }),
    handleComponent(QUIZ_SUBMIT, QUIZ_POLICY, async (request) => {
      const { args, fields } = request;
      const text = fields[ANSWER_FIELD] ?? '';
      return edit(await quiz.submit(learnerOf(request), addressOf(args), args.tries, text));
    }),
    handleComponent(QUIZ_HINT, QUIZ_POLICY, async (request) =>
      edit(await quiz.hint(learnerOf(request), addressOf(request.args), request.args.step)),
    ),
    handleComponent(QUIZ_SKIP, QUIZ_POLICY, async (request) =>
      edit(await quiz.skip(learnerOf(request), addressOf(request.args))),
    ),
    handleComponent(QUIZ_STOP, QUIZ_POLICY, async (request) =>
      edit(await quiz.stop(learnerOf(request), request.args.session)),
    ),
    handleComponent(QUIZ_NEXT, QUIZ_POLICY, async (request) =>
      edit(await quiz.next(learnerOf(request), request.args.session)),
    ),
    handleComponent(QUIZ_UNDO, QUIZ_POLICY, async (request) =>
      edit(await quiz.undo(learnerOf(request), addressOf(request.args))),
    ),
    handleComponent(QUIZ_APPEAL, QUIZ_POLICY, async (request) =>
      edit(await quiz.appeal(learnerOf(request), addressOf(request.args))),
    ),
    ...explainingComponents(quiz, lookUp),
  ];
}

/**
 * Takes a plain message in the bot's DM as the answer to the typed item that waits there; anything else is left to others.
 * A question mark at the end, where a command is asked for, means that the person is asking and not answering.
 */
export function createQuizMessageHandler(quiz: Quiz): MessageHandler {
  return async (request: MessageRequest): Promise<Reply | undefined> => {
    if (!request.place.isDirectMessage || request.text.trim() === '') return undefined;
    const learner = learnerOf(request);
    const waiting = await quiz.findWaiting(learner);
    if (waiting === undefined || isAsking(request.text)) return undefined;
    const outcome = await quiz.submit(learner, waiting, waiting.tries, request.text);
    return { kind: 'message', message: screenMessage(outcome) };
  };
}

/** Every outcome of a step as the message that shows it. */
export function screenMessage(outcome: StepOutcome, above = ''): MessageBody {
  switch (outcome.kind) {
    case 'question':
      return questionView(outcome, above);
    case 'feedback':
      return feedbackView(outcome);
    case 'summary':
      return summaryView(outcome);
    case 'unknown-session':
      return unknownSessionView();
  }
}

export function learnerOf({ person, place, nowMs }: Asked): Learner {
  return { personId: person.id, channelId: place.channelId, isDirectMessage: place.isDirectMessage, nowMs };
}

function explainingComponents(quiz: Quiz, lookUp: QuizLookUp): readonly ComponentHandler[] {
  return [
    handleComponent(QUIZ_WHY, QUIZ_POLICY, async (request): Promise<Reply> => {
      const screen = await quiz.look(learnerOf(request), addressOf(request.args));
      if (screen.kind !== 'feedback') return edit(screen);
      return { kind: 'message', message: whyView(screen.question) };
    }),
    handleComponent(QUIZ_LOOK_UP, FORM_POLICY, async (request): Promise<Reply> => {
      const screen = await quiz.look(learnerOf(request), addressOf(request.args));
      const suggestion = screen.kind === 'question' ? screen.question.lookUp : undefined;
      return { kind: 'modal', modal: lookUpModal(request.person.id, suggestion) };
    }),
    handleComponent(QUIZ_LOOKED_UP, QUIZ_POLICY, async (request): Promise<Reply> => {
      const message = await lookUp(request.fields[QUERY_FIELD] ?? '', request.person.id);
      return { kind: 'message', message };
    }),
  ];
}

function isAsking(text: string): boolean {
  return text.trimEnd().endsWith('?');
}

function edit(outcome: StepOutcome): Reply {
  return { kind: 'edit', message: screenMessage(outcome) };
}

function addressOf({ session, position }: ItemArgs) {
  return { sessionId: session, position };
}
