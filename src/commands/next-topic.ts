// `/next-topic`: what to study next and why, and the buttons by which a topic is started, finished, skipped or chosen.

import type { Topic } from '../knowledge/types.ts';
import { UserError } from '../operations/user-error.ts';
import { shortId } from '../study/short-id.ts';
import type { StudyState } from '../study/study-service.ts';
import type { UndoOutcome } from '../study/study-store.ts';
import type { StudyNews } from '../views/next-topic-view.ts';
import { TOPIC_CHOOSE, TOPIC_EXPLAIN, TOPIC_OPEN, TOPIC_SET, TOPIC_UNDO } from '../views/study-custom-ids.ts';
import { alreadyNote, chosenNote, notUndoneNote, undoneNote } from '../views/study-notes.ts';
import { topicExplanationView } from '../views/topic-explanation-view.ts';
import { type Command, type ComponentHandler, EVERYWHERE, handleComponent } from './command.ts';
import {
  cardMessage,
  findTopicByShortId,
  nextTopicMessage,
  type StudyCommandDeps,
  topicMessage,
  topicOfShortId,
} from './study-replies.ts';

/** Buttons only edit what was sent, or answer privately. */
const POLICY = { ack: 'immediate', visibility: 'personal' } as const;

export function createNextTopicCommand(deps: StudyCommandDeps): Command {
  return {
    payload: {
      name: 'next-topic',
      description: 'What to study next, and why',
      ...EVERYWHERE,
    },
    ack: 'immediate',
    visibility: 'personal',
    async run({ person, nowMs }) {
      const state = await deps.study.stateOf(person.id, nowMs);
      return { kind: 'message', message: nextTopicMessage(state) };
    },
    components: [setHandler(deps), undoHandler(deps), chooseHandler(deps), explainHandler(deps), openHandler(deps)],
  };
}

function setHandler(deps: StudyCommandDeps): ComponentHandler {
  return handleComponent(TOPIC_SET, POLICY, async ({ person, nowMs, args }) => {
    const before = await deps.study.stateOf(person.id, nowMs);
    const topic = topicOfShortId(before, args.topic);
    const change = await deps.study.setStatus(person.id, topic, args.status, nowMs);
    const news: StudyNews = change === undefined ? { note: alreadyNote(topic, args.status) } : { change };
    const state = await deps.study.stateOf(person.id, nowMs);
    return { kind: 'edit', message: await cardMessage(deps, args.card, topic, state, news) };
  });
}

function undoHandler(deps: StudyCommandDeps): ComponentHandler {
  return handleComponent(TOPIC_UNDO, POLICY, async ({ person, nowMs, args }) => {
    const outcome = await deps.study.undo(person.id, args.change, nowMs);
    const state = await deps.study.stateOf(person.id, nowMs);
    const topic = findTopicByShortId(state, args.topic);
    const news = { note: undoNote(outcome, topic) };
    return { kind: 'edit', message: await cardMessage(deps, args.card, topic, state, news) };
  });
}

function undoNote(outcome: UndoOutcome, topic: Topic | undefined): string {
  return outcome.kind === 'undone' ? undoneNote(topic, outcome.change) : notUndoneNote(topic, outcome.kind);
}

function chooseHandler(deps: StudyCommandDeps): ComponentHandler {
  return handleComponent(TOPIC_CHOOSE, POLICY, async ({ person, nowMs, args }) => {
    const before = await deps.study.stateOf(person.id, nowMs);
    const topic = topicOfShortId(before, args.topic);
    const alternative = topic.alternatives.find((name) => shortId(name) === args.alternative);
    if (alternative === undefined) throw new UserError('alternative-gone');
    await deps.study.choose(person.id, topic, alternative, nowMs);
    const state = await deps.study.stateOf(person.id, nowMs);
    const news = { note: chosenNote(alternative) };
    return { kind: 'edit', message: await cardMessage(deps, args.card, topic, state, news) };
  });
}

function explainHandler(deps: StudyCommandDeps): ComponentHandler {
  return handleComponent(TOPIC_EXPLAIN, POLICY, async ({ person, nowMs, args }) => {
    const state = await deps.study.stateOf(person.id, nowMs);
    return { kind: 'message', message: topicExplanationView(topicOfShortId(state, args.topic), state) };
  });
}

function openHandler(deps: StudyCommandDeps): ComponentHandler {
  return handleComponent(TOPIC_OPEN, POLICY, async ({ person, nowMs, values }) => {
    const state: StudyState = await deps.study.stateOf(person.id, nowMs);
    const topic = topicOfShortId(state, values[0] ?? '');
    return { kind: 'message', message: await topicMessage(deps, topic, state) };
  });
}
