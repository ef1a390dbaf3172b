// /ask, messages to the bot, "Deeper" under an explanation, and the buttons under the assistant's answers.

import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { Assistant } from '../assistant/assistant.ts';
import type { AssistantStore } from '../assistant/assistant-store.ts';
import type { ProposalDesk } from '../assistant/decide-proposal.ts';
import type { Question } from '../assistant/question.ts';
import type { KnowledgeSource } from '../knowledge/types.ts';
import {
  answerEndedView,
  answerForgottenView,
  answerOverView,
  answerProgressView,
  feedbackButtons,
  feedbackThanksView,
  nothingAskedView,
  stoppingView,
} from '../views/answer-view.ts';
import { ASK_CANCEL, ASK_DECIDE, ASK_DEEPER, ASK_FEEDBACK } from '../views/ask-custom-ids.ts';
import type { MessageBody } from '../views/message.ts';
import { decisionView } from '../views/proposal-view.ts';
import { buttonRows } from '../views/study-controls.ts';
import {
  type Command,
  type ComponentHandler,
  EVERYWHERE,
  handleComponent,
  type MessageHandler,
  type Reply,
} from './command.ts';

export interface AskDeps {
  readonly assistant: Assistant;
  readonly desk: ProposalDesk;
  readonly feedback: Pick<AssistantStore, 'giveFeedback'>;
  readonly knowledge: KnowledgeSource;
}

const PRIVATE = { ack: 'immediate', visibility: 'personal' } as const;

/** The answer may speak of the person's progress, so in servers only they see it. */
export function createAskCommand(deps: AskDeps): Command {
  return {
    payload: {
      name: 'ask',
      description: 'Ask the assistant anything about your skills list',
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'question',
          description: 'For example: when do I need an Ingress in front of a Service?',
          required: true,
          max_length: 1_000,
        },
      ],
      ...EVERYWHERE,
    },
    ack: 'immediate',
    visibility: 'personal',
    async run({ person, place, options }) {
      const text = String(options.question ?? '');
      return streamAnswer(deps.assistant, { personId: person.id, channelId: place.channelId, text, isPrivate: true });
    },
    components: [cancelHandler(deps), feedbackHandler(deps), deeperHandler(deps), decideHandler(deps)],
  };
}

/** Answers what is written to the bot in its DM, and what it is mentioned in; there others read along. */
export function createAskMessageHandler(deps: Pick<AskDeps, 'assistant'>): MessageHandler {
  return async ({ person, place, text }) => {
    const words = text.replace(/<@!?\d+>/g, ' ').trim();
    if (isSmallTalk(words)) return { kind: 'message', message: nothingAskedView() };
    return streamAnswer(deps.assistant, {
      personId: person.id,
      channelId: place.channelId,
      text: words,
      isPrivate: place.isDirectMessage,
      isInThread: place.isThread ?? false,
    });
  };
}

const SMALL_TALK =
  /^(?:hi|hiya|hello|hey|yo|help|help me|start|commands|menu|thanks?|thank you|thx|cheers|great|ok(?:ay)?|good (?:morning|afternoon|evening)|who are you|what (?:can|do) you do)$/;

/** No question of anything: nobody's budget is spent on a greeting. */
function isSmallTalk(words: string): boolean {
  const bare = words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return bare === '' || SMALL_TALK.test(bare);
}

function streamAnswer(assistant: Assistant, question: Question): Reply {
  return { kind: 'stream', messages: toMessages(assistant, question) };
}

async function* toMessages(assistant: Assistant, question: Question): AsyncGenerator<MessageBody> {
  for await (const progress of assistant.ask(question)) yield answerProgressView(progress, question.personId);
}

function cancelHandler({ assistant }: AskDeps): ComponentHandler {
  return handleComponent(ASK_CANCEL, PRIVATE, async ({ person, args }) => {
    const outcome = await assistant.cancel(args.answer, person.id);
    if (outcome.kind === 'interrupted') return { kind: 'edit', message: answerEndedView(outcome.answer, person.id) };
    return { kind: 'message', message: outcome.kind === 'stopping' ? stoppingView() : answerOverView() };
  });
}

function feedbackHandler({ feedback }: AskDeps): ComponentHandler {
  return handleComponent(ASK_FEEDBACK, PRIVATE, async ({ person, args, nowMs }) => {
    const isHelpful = args.helpful === 'yes';
    const isKept = await feedback.giveFeedback(args.answer, person.id, isHelpful, nowMs);
    return { kind: 'message', message: isKept ? feedbackThanksView(isHelpful) : answerForgottenView() };
  });
}

/** A new message, so that the explanation it stands under stays. */
function deeperHandler({ assistant }: AskDeps): ComponentHandler {
  return handleComponent(ASK_DEEPER, PRIVATE, async ({ person, place, args }) => {
    const text = `Take me deeper into this, step by step, with an example: ${args.about}`;
    const question = { personId: person.id, channelId: place.channelId, text, isPrivate: true };
    return { kind: 'stream', messages: toMessages(assistant, question), inNewMessage: true };
  });
}

function decideHandler({ desk, knowledge }: AskDeps): ComponentHandler {
  return handleComponent(ASK_DECIDE, PRIVATE, async ({ person, args, nowMs }) => {
    const outcome = await desk.decide(args.proposal, person.id, args.decision, nowMs);
    const change = outcome.kind === 'decided' ? outcome.change : undefined;
    const topic = knowledge
      .current()
      .knowledge.topics.find((each) => change?.kind === 'topic-status' && each.id === change.topicId);
    const rows = outcome.kind === 'gone' ? [] : buttonRows(feedbackButtons(outcome.answerId, person.id));
    // What was decided cannot be decided again, so its buttons go.
    return { kind: 'edit', message: { components: rows }, followUp: decisionView(outcome, topic?.shortTitle) };
  });
}
