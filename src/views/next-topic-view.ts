// What `/next-topic` shows: the topic with its reasons and the buttons to act on it; or that the list is finished, empty or stuck.

import { chosenAlternative, rankCandidates } from '../study/next-topic.ts';
import type { NextTopic } from '../study/next-topic-reasons.ts';
import { shortId } from '../study/short-id.ts';
import { type StatusChange, statusOf, type TopicStatus } from '../study/study-record.ts';
import { nextTopicInput, type StudyState } from '../study/study-service.ts';
import { topicHours } from '../study/topic-hours.ts';
import { encodeCustomId } from './custom-id.ts';
import { LIMITS } from './limits.ts';
import type { ActionRow, MessageBody } from './message.ts';
import { openTopicText } from './next-topic-text.ts';
import {
  alternativeButtons,
  type Button,
  buttonRows,
  type ControlContext,
  explainButton,
  quizButtons,
  selectRow,
  statusButtons,
  undoButton,
} from './study-controls.ts';
import { TOPIC_OPEN } from './study-custom-ids.ts';
import { countOf, difficultyText, hoursCount, namesText, STATUS_WORDS, sourceText, topicName } from './study-words.ts';
import { escapeMarkdown, truncate } from './text.ts';
import { COLOURS } from './theme.ts';

/** What the press before did, so that it can be told and taken back. */
export interface StudyNews {
  readonly change?: StatusChange;
  /** One line, already escaped. */
  readonly note?: string;
}

/** Statuses offered on the card, by the topic's own. */
const OFFERED: Readonly<Record<TopicStatus, readonly TopicStatus[]>> = {
  todo: ['learning', 'done', 'skipped'],
  learning: ['done', 'skipped'],
  done: ['learning'],
  skipped: ['learning'],
};

export function nextTopicView(next: NextTopic, state: StudyState, news: StudyNews): MessageBody {
  switch (next.kind) {
    case 'topic':
    case 'choose':
      return openTopicView(next, state, news);
    case 'finished':
      return closingView(
        state,
        news,
        next.done === 0 ? COLOURS.neutral : COLOURS.success,
        next.done === 0 ? 'Every topic is skipped' : 'You have reached the end of the list',
        finishedText(next, state),
      );
    case 'blocked':
      return closingView(
        state,
        news,
        COLOURS.neutral,
        'The open topics wait for one another',
        `${namesText(next.topics.map(topicName), 5)} are each other's prerequisites in the list, so none can come first. ` +
          'Set one of them to done or skipped with `/topic`, and tell whoever looks after the list.',
      );
    case 'empty':
      return closingView(
        state,
        news,
        COLOURS.neutral,
        'The list has no topics yet',
        'Its owner writes them into the knowledge folder; they show up here as soon as they are saved.',
      );
  }
}

/** The line above a message that says what the press before did; empty clears the line of an edited message. */
export function newsText(news: StudyNews, state: StudyState): string {
  if (news.note !== undefined) return news.note;
  const { change } = news;
  if (change === undefined) return '';
  const topic = state.knowledge.topics.find((candidate) => candidate.id === change.topicId);
  return `${topic === undefined ? 'The topic' : topicName(topic)} is now **${STATUS_WORDS[change.to]}** (it was ${STATUS_WORDS[change.from]}).`;
}

function openTopicView(
  next: Extract<NextTopic, { kind: 'topic' | 'choose' }>,
  state: StudyState,
  news: StudyNews,
): MessageBody {
  const { topic } = next;
  const chosen = chosenAlternative(topic, state.record);
  const name = chosen === undefined ? topicName(topic) : escapeMarkdown(truncate(chosen, 100));
  const lead = next.kind === 'choose' ? 'Next, choose one' : next.purpose === 'refresh' ? 'Next, refresh' : 'Next';
  return {
    content: newsText(news, state),
    embeds: [
      {
        color: COLOURS.study,
        title: truncate(`${lead}: ${name}`, LIMITS.embedTitle),
        description: truncate(openTopicText(next, state), LIMITS.embedDescription),
        footer: { text: truncate(sourceText(topic.place), 500) },
      },
    ],
    components: [...openTopicButtons(next, state, news), ...otherTopicsRow(state, topic.id)],
  };
}

function openTopicButtons(
  next: Extract<NextTopic, { kind: 'topic' | 'choose' }>,
  state: StudyState,
  news: StudyNews,
): readonly ActionRow[] {
  const { topic } = next;
  const context = contextOf(state);
  const status = statusOf(state.record, topic.id);
  const main =
    next.kind === 'choose'
      ? [...alternativeButtons(topic, context), ...statusButtons(topic, status, ['skipped'], context)]
      : [
          ...statusButtons(topic, status, OFFERED[status], context),
          explainButton(topic, state.personId),
          ...quizButtons(topic, state),
        ];
  return buttonRows([...main, ...undoButtons(news, context)]);
}

/** Topics that may be studied instead, to look at. */
function otherTopicsRow(state: StudyState, shownId: string): readonly ActionRow[] {
  const others = rankCandidates(nextTopicInput(state))
    .map((candidate) => candidate.topic)
    .filter((topic) => topic.id !== shownId)
    .slice(0, LIMITS.selectOptions);
  if (others.length === 0) return [];
  return [
    selectRow({
      custom_id: encodeCustomId(TOPIC_OPEN, state.personId, {}),
      placeholder: 'Look at another open topic',
      options: others.map((topic) => ({
        label: truncate(topic.shortTitle, LIMITS.selectOptionLabel),
        value: shortId(topic.id),
        description: `${difficultyText(topic.difficulty)}, ${hoursCount(topicHours(topic).hours)}`,
      })),
    }),
  ];
}

function closingView(
  state: StudyState,
  news: StudyNews,
  color: number,
  title: string,
  description: string,
): MessageBody {
  return {
    content: newsText(news, state),
    embeds: [{ color, title, description: truncate(description, LIMITS.embedDescription) }],
    components: buttonRows(undoButtons(news, contextOf(state))),
  };
}

function finishedText(finished: Extract<NextTopic, { kind: 'finished' }>, state: StudyState): string {
  const steps = state.knowledge.projectSteps;
  const openSteps = steps.filter((step) => !state.record.tickedSteps.has(step.id)).length;
  return [
    finishedCountsText(finished),
    ...(openSteps > 0
      ? [`The capstone project puts it all together: ${countOf(openSteps, 'step')} open in \`/project\`.`]
      : []),
    finished.done === 0
      ? '`/topic` takes any topic up again.'
      : 'To keep it fresh, `/quiz` with the deck `due` asks what you are about to forget. `/topic` takes any topic up again.',
  ].join('\n\n');
}

function finishedCountsText({ done, skipped }: Extract<NextTopic, { kind: 'finished' }>): string {
  if (skipped === 0) return `All ${countOf(done, 'topic')} are done. Well done, that was a long way!`;
  if (done === 0) return `${countOf(skipped, 'topic')} skipped and none done: nothing is left open to study.`;
  return `${countOf(done, 'topic')} done, ${skipped} skipped: nothing is left open.`;
}

function undoButtons(news: StudyNews, context: ControlContext): readonly Button[] {
  return news.change === undefined ? [] : [undoButton(news.change, context)];
}

function contextOf(state: StudyState): ControlContext {
  return { ownerId: state.personId, card: 'next' };
}
