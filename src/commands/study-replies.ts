// The two study messages as replies, composed from a person's state: what comes next, and one topic's card.

import type { KnowledgeIndex, Topic } from '../knowledge/types.ts';
import { UserError } from '../operations/user-error.ts';
import { findByShortId, shortId } from '../study/short-id.ts';
import { nextTopicOf, type StudyService, type StudyState } from '../study/study-service.ts';
import type { MessageBody } from '../views/message.ts';
import { nextTopicView, type StudyNews } from '../views/next-topic-view.ts';
import type { StudyCard } from '../views/study-custom-ids.ts';
import { topicView } from '../views/topic-view.ts';

export interface StudyCommandDeps {
  readonly study: StudyService;
}

/** Changes shown on a topic's card. */
const HISTORY_SHOWN = 3;

export function nextTopicMessage(state: StudyState, news: StudyNews = {}): MessageBody {
  return nextTopicView(nextTopicOf(state), state, news);
}

export async function topicMessage(
  deps: StudyCommandDeps,
  topic: Topic,
  state: StudyState,
  shown: { readonly page?: number; readonly news?: StudyNews } = {},
): Promise<MessageBody> {
  return topicView({
    topic,
    state,
    page: shown.page ?? 0,
    news: shown.news ?? {},
    history: await deps.study.history(state.personId, topic, HISTORY_SHOWN),
  });
}

/** The message that a press on `card` turns into. */
export async function cardMessage(
  deps: StudyCommandDeps,
  card: StudyCard,
  topic: Topic | undefined,
  state: StudyState,
  news: StudyNews,
): Promise<MessageBody> {
  return card === 'next' || topic === undefined
    ? nextTopicMessage(state, news)
    : topicMessage(deps, topic, state, { news });
}

/**
 * The topic a pressed control stands for, also when it was renamed since the message was sent.
 * @throws UserError `topic-gone` when the list no longer has it.
 */
export function topicOfShortId(state: StudyState, short: string): Topic {
  const topic = findTopicByShortId(state, short);
  if (topic === undefined) throw new UserError('topic-gone');
  return topic;
}

/** As `topicOfShortId`; undefined when the list no longer has it. */
export function findTopicByShortId({ knowledge }: StudyState, short: string): Topic | undefined {
  let wanted = short;
  for (const { subject, from, to } of knowledge.renames ?? []) {
    if (subject === 'topic' && shortId(from) === wanted) wanted = shortId(to);
  }
  return findByShortId(knowledge.topics, short) ?? findByShortId(knowledge.topics, wanted);
}

/**
 * The topic that a person named.
 * @throws UserError `unknown-topic` with `name` and up to three names in `near`, or, where none is, in `first`.
 */
export function topicOfName(index: KnowledgeIndex, name: string): Topic {
  const topic = index.findTopic(name);
  if (topic !== undefined) return topic;
  const namesOf = (topics: readonly Topic[]): string => topics.map((candidate) => candidate.shortTitle).join(', ');
  const near = namesOf(index.suggestTopics(name, 3));
  throw new UserError('unknown-topic', { name, near, first: namesOf(index.knowledge.topics.slice(0, 3)) });
}
