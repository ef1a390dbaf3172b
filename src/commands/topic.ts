// `/topic`: one topic's card, found by any of its names; sets its status and ticks off its focus items.

import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { KnowledgeIndex, Topic } from '../knowledge/types.ts';
import { fingerprint, shortId } from '../study/short-id.ts';
import { isTopicStatus, TOPIC_STATUSES } from '../study/study-record.ts';
import type { StudyState } from '../study/study-service.ts';
import { LIMITS } from '../views/limits.ts';
import type { StudyNews } from '../views/next-topic-view.ts';
import { TOPIC_PAGE, TOPIC_TICK } from '../views/study-custom-ids.ts';
import { alreadyNote, listChangedNote } from '../views/study-notes.ts';
import { STATUS_WORDS, topicChoiceName } from '../views/study-words.ts';
import { pageOf } from '../views/topic-view.ts';
import {
  type Choice,
  type Command,
  type CommandRequest,
  type ComponentHandler,
  EVERYWHERE,
  handleComponent,
} from './command.ts';
import { type StudyCommandDeps, topicMessage, topicOfName, topicOfShortId } from './study-replies.ts';

const POLICY = { ack: 'immediate', visibility: 'personal' } as const;

export function createTopicCommand(deps: StudyCommandDeps): Command {
  return {
    payload: {
      name: 'topic',
      description: 'One topic: what to tick off, why it matters, how long it takes',
      ...EVERYWHERE,
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'name',
          description: 'The topic, by its name or a short form of it',
          required: true,
          autocomplete: true,
        },
        {
          type: ApplicationCommandOptionType.String,
          name: 'status',
          description: 'Where you stand with it',
          choices: TOPIC_STATUSES.map((status) => ({ name: STATUS_WORDS[status], value: status })),
        },
      ],
    },
    ack: 'immediate',
    visibility: 'personal',
    run: (request) => runTopic(deps, request),
    async complete({ person, nowMs, focused }) {
      const { index } = await deps.study.stateOf(person.id, nowMs);
      return index.suggestTopics(focused.value, LIMITS.choices).map((topic) => toChoice(topic, index));
    },
    components: [tickHandler(deps), pageHandler(deps)],
  };
}

async function runTopic(deps: StudyCommandDeps, request: CommandRequest): ReturnType<Command['run']> {
  const { person, nowMs, options } = request;
  let state: StudyState = await deps.study.stateOf(person.id, nowMs);
  const topic = topicOfName(state.index, String(options.name ?? ''));
  const status = String(options.status ?? '');
  let news: StudyNews = {};
  if (isTopicStatus(status)) {
    const change = await deps.study.setStatus(person.id, topic, status, nowMs);
    news = change === undefined ? { note: alreadyNote(topic, status) } : { change };
    state = await deps.study.stateOf(person.id, nowMs);
  }
  return { kind: 'message', message: await topicMessage(deps, topic, state, { news }) };
}

function toChoice(topic: Topic, index: KnowledgeIndex): Choice {
  const { shortTitle } = topic;
  const isNamedByTitle = shortTitle.length <= LIMITS.choiceValue && index.findTopic(shortTitle)?.id === topic.id;
  return {
    name: topicChoiceName(topic, index.knowledge.tiers),
    value: isNamedByTitle ? shortTitle : topic.id.slice(0, LIMITS.choiceValue),
  };
}

function tickHandler(deps: StudyCommandDeps): ComponentHandler {
  return handleComponent(TOPIC_TICK, POLICY, async ({ person, nowMs, args, values }) => {
    const before = await deps.study.stateOf(person.id, nowMs);
    const topic = topicOfShortId(before, args.topic);
    const { items } = pageOf(topic, args.page);
    // After an edit of the list the picks say nothing about items that the message never showed: those keep their ticks.
    const isAsShown = fingerprint(items) === args.shown;
    const ticked = topic.focus.filter((item) => values.includes(shortId(item.id))).map((item) => item.id);
    const shown = isAsShown ? items.map((item) => item.id) : [];
    await deps.study.tickFocus(person.id, topic, { shown, ticked }, nowMs);
    const state = await deps.study.stateOf(person.id, nowMs);
    const news: StudyNews = isAsShown ? {} : { note: listChangedNote() };
    return { kind: 'edit', message: await topicMessage(deps, topic, state, { page: args.page, news }) };
  });
}

function pageHandler(deps: StudyCommandDeps): ComponentHandler {
  return handleComponent(TOPIC_PAGE, POLICY, async ({ person, nowMs, args }) => {
    const state = await deps.study.stateOf(person.id, nowMs);
    const topic = topicOfShortId(state, args.topic);
    return { kind: 'edit', message: await topicMessage(deps, topic, state, { page: args.page }) };
  });
}
