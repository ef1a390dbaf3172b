// What `/topic` shows: one topic with its focus list to tick off, why, effort, prerequisites and evidence; and its explanation.

import type { APIEmbedField } from 'discord-api-types/v10';
import type { FocusItem, Topic } from '../knowledge/types.ts';
import { evidenceOf } from '../study/evidence.ts';
import { chosenAlternative } from '../study/next-topic.ts';
import { fingerprint, shortId } from '../study/short-id.ts';
import { type StatusChange, statusOf, type TopicStatus } from '../study/study-record.ts';
import type { StudyState } from '../study/study-service.ts';
import { userDayOf } from '../study/user-day.ts';
import { encodeCustomId } from './custom-id.ts';
import { LIMITS } from './limits.ts';
import type { ActionRow, MessageBody } from './message.ts';
import { newsText, type StudyNews } from './next-topic-view.ts';
import {
  alternativeButtons,
  type Button,
  button,
  buttonRows,
  type ControlContext,
  explainButton,
  quizButtons,
  selectRow,
  statusButtons,
  undoButton,
} from './study-controls.ts';
import { TOPIC_PAGE, TOPIC_TICK } from './study-custom-ids.ts';
import {
  capitalised,
  countOf,
  dayText,
  difficultyText,
  hoursText,
  namesText,
  STATUS_SIGNS,
  STATUS_WORDS,
  sourceText,
  topicName,
} from './study-words.ts';
import { escapeMarkdown, truncate } from './text.ts';
import { COLOURS } from './theme.ts';

/** Focus items on one page: few enough that their text stays readable and within Discord's limits. */
export const FOCUS_PER_PAGE = 10;

const OFFERED: Readonly<Record<TopicStatus, readonly TopicStatus[]>> = {
  todo: ['learning', 'done', 'skipped'],
  learning: ['done', 'skipped', 'todo'],
  done: ['learning', 'todo'],
  skipped: ['learning', 'todo'],
};

export interface TopicViewInput {
  readonly topic: Topic;
  readonly state: StudyState;
  /** From 0; a page past the end shows the last. */
  readonly page: number;
  readonly news: StudyNews;
  /** Newest first. */
  readonly history: readonly StatusChange[];
}

export function topicView(input: TopicViewInput): MessageBody {
  const { topic, state } = input;
  const page = pageOf(topic, input.page);
  return {
    content: newsText(input.news, state),
    embeds: [
      {
        color: statusOf(state.record, topic.id) === 'done' ? COLOURS.success : COLOURS.study,
        title: truncate(escapeMarkdown(topic.title), LIMITS.embedTitle),
        description: truncate(
          [headText(topic, state), ...whyText(topic), ...effortText(topic), focusText(topic, state, page)]
            .filter((text) => text !== '')
            .join('\n\n'),
          3_500,
        ),
        fields: [...factFields(topic, state, input.history)],
        footer: { text: truncate(sourceText(topic.place), 500) },
      },
    ],
    components: [...topicControls(input, page)].slice(0, LIMITS.actionRows),
  };
}

/** The focus items on a page, and how many pages there are. */
export function pageOf(
  topic: Topic,
  wanted: number,
): { readonly page: number; readonly pages: number; readonly items: readonly FocusItem[] } {
  const pages = Math.max(1, Math.ceil(topic.focus.length / FOCUS_PER_PAGE));
  const page = Math.min(wanted, pages - 1);
  return { page, pages, items: topic.focus.slice(page * FOCUS_PER_PAGE, (page + 1) * FOCUS_PER_PAGE) };
}

type Page = ReturnType<typeof pageOf>;

function headText(topic: Topic, state: StudyState): string {
  const status = statusOf(state.record, topic.id);
  const tier = state.knowledge.tiers.find((candidate) => candidate.id === topic.tierId);
  return [
    `${STATUS_SIGNS[status]} **${capitalised(STATUS_WORDS[status])}**`,
    ...(tier === undefined ? [] : [escapeMarkdown(truncate(tier.title, 100))]),
    difficultyText(topic.difficulty),
    hoursText(topic),
  ].join(' · ');
}

function whyText(topic: Topic): readonly string[] {
  return topic.why === undefined ? [] : [`**Why**\n${escapeMarkdown(truncate(topic.why, 600))}`];
}

/** What the list says about difficulty and effort in its own words. */
function effortText(topic: Topic): readonly string[] {
  const words = topic.difficulty?.note ?? topic.effort;
  return words === undefined ? [] : [`**How hard**\n${escapeMarkdown(truncate(words, 300))}`];
}

function focusText(topic: Topic, state: StudyState, { page, pages, items }: Page): string {
  if (items.length === 0) return 'The list names no focus items for this topic.';
  const ticks = state.record.ticks.get(topic.id);
  const lines = items.map((item) => {
    const sign = (ticks?.has(item.id) ?? false) ? '☑' : '☐';
    return `${sign} ${escapeMarkdown(truncate(item.text, 200))}`;
  });
  const title = pages === 1 ? 'Focus' : `Focus (page ${page + 1} of ${pages})`;
  return `**${title}**\n${lines.join('\n')}`;
}

function factFields(topic: Topic, state: StudyState, history: readonly StatusChange[]): readonly APIEmbedField[] {
  const prerequisites = state.knowledge.topics.filter((other) => topic.prerequisiteIds.includes(other.id));
  const fields: APIEmbedField[] = [
    {
      name: 'Know first',
      value:
        prerequisites.length === 0
          ? 'Nothing on this list.'
          : prerequisites
              .slice(0, 8)
              .map((other) => {
                const status = statusOf(state.record, other.id);
                return `${STATUS_SIGNS[status]} ${topicName(other)} (${STATUS_WORDS[status]})`;
              })
              .join('\n'),
    },
    { name: 'Evidence', value: evidenceText(topic, state) },
  ];
  if (topic.alternatives.length > 0) fields.push({ name: 'Choose one', value: alternativesText(topic, state) });
  if (history.length > 0) fields.push({ name: 'Last changes', value: historyText(history, state) });
  return fields.map((field) => ({ ...field, value: truncate(field.value, LIMITS.embedFieldValue / 2) }));
}

function evidenceText(topic: Topic, state: StudyState): string {
  const evidence = evidenceOf(topic, state.record, state.showings);
  const said =
    evidence.focusTotal === 0
      ? 'What you said: nothing to tick here'
      : `What you said: ${evidence.ticked} of ${evidence.focusTotal} focus items ticked`;
  const { showing } = evidence;
  const showed =
    showing === undefined
      ? 'What you showed: no quiz answers yet'
      : `What you showed: ${showing.right} of ${showing.answered} quiz answers right`;
  return `${said}\n${showed}${evidence.isWeak ? ' – worth another look' : ''}`;
}

function alternativesText(topic: Topic, state: StudyState): string {
  const chosen = chosenAlternative(topic, state.record);
  const names = topic.alternatives.map((name) =>
    name === chosen ? `**${escapeMarkdown(truncate(name, 100))}** (your choice)` : escapeMarkdown(truncate(name, 100)),
  );
  return namesText(names, 10);
}

function historyText(history: readonly StatusChange[], state: StudyState): string {
  return history
    .slice(0, 3)
    .map((change) => {
      const day = dayText(userDayOf(change.changedAtMs, state.moment.timezone));
      return `${day}: ${STATUS_WORDS[change.from]} → ${STATUS_WORDS[change.to]}`;
    })
    .join('\n');
}

function topicControls(input: TopicViewInput, page: Page): readonly ActionRow[] {
  const { topic, state } = input;
  const context: ControlContext = { ownerId: state.personId, card: 'topic' };
  const status = statusOf(state.record, topic.id);
  const main = [
    ...statusButtons(topic, status, OFFERED[status], context),
    explainButton(topic, state.personId),
    ...quizButtons(topic, state),
    ...undoButtons(input, context),
  ];
  const chosen = chosenAlternative(topic, state.record);
  const others = alternativeButtons(topic, context).filter((_, index) => topic.alternatives[index] !== chosen);
  return [
    ...tickRow(topic, state, page),
    ...buttonRows(main),
    ...buttonRows([...pageButtons(topic, state, page), ...others]),
  ];
}

/** The change just made, or the last one on record: its own message may be long gone. */
function undoButtons({ news, history }: TopicViewInput, context: ControlContext): readonly Button[] {
  if (news.change !== undefined) return [undoButton(news.change, context)];
  const [last] = history;
  return last === undefined ? [] : [undoButton(last, context, 'Undo the last change')];
}

function tickRow(topic: Topic, state: StudyState, { page, items }: Page): readonly ActionRow[] {
  if (items.length === 0) return [];
  const ticks = state.record.ticks.get(topic.id);
  return [
    selectRow({
      custom_id: encodeCustomId(TOPIC_TICK, state.personId, {
        topic: shortId(topic.id),
        page,
        shown: fingerprint(items),
      }),
      placeholder: 'Tick off what you know',
      min_values: 0,
      max_values: items.length,
      options: items.map((item) => ({
        label: truncate(item.text, LIMITS.selectOptionLabel),
        value: shortId(item.id),
        default: ticks?.has(item.id) ?? false,
      })),
    }),
  ];
}

function pageButtons(topic: Topic, state: StudyState, { page, pages }: Page): readonly Button[] {
  const to = (label: string, target: number): Button =>
    button(label, encodeCustomId(TOPIC_PAGE, state.personId, { topic: shortId(topic.id), page: target }));
  return [
    ...(page > 0 ? [to('Previous items', page - 1)] : []),
    ...(page < pages - 1
      ? [
          to(
            `Next ${countOf(Math.min(FOCUS_PER_PAGE, topic.focus.length - (page + 1) * FOCUS_PER_PAGE), 'item')}`,
            page + 1,
          ),
        ]
      : []),
  ];
}
