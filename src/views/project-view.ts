// What `/project` shows: the capstone's steps to tick off, each with its topics and what to do next about them.

import type { ProjectStep } from '../knowledge/types.ts';
import { isOpen } from '../study/next-topic.ts';
import { fingerprint, shortId } from '../study/short-id.ts';
import { statusOf } from '../study/study-record.ts';
import type { StudyState } from '../study/study-service.ts';
import { PROJECT_STEP_HOURS } from '../study/topic-hours.ts';
import { encodeCustomId } from './custom-id.ts';
import { LIMITS } from './limits.ts';
import type { ActionRow, MessageBody } from './message.ts';
import { type Button, button, buttonRows, selectRow } from './study-controls.ts';
import { PROJECT_PAGE, PROJECT_TICK } from './study-custom-ids.ts';
import {
  countOf,
  hoursCount,
  namesText,
  STATUS_SIGNS,
  STATUS_WORDS,
  sourceText,
  textBar,
  topicName,
} from './study-words.ts';
import { escapeMarkdown, truncate } from './text.ts';
import { COLOURS } from './theme.ts';

/** Steps on one page. */
export const STEPS_PER_PAGE = 10;

/** @param page from 0; past the end shows the last. @param note one line about the press before, escaped. */
export function projectView(state: StudyState, page: number, note = ''): MessageBody {
  const steps = state.knowledge.projectSteps;
  if (steps.length === 0) {
    return {
      content: note,
      embeds: [
        {
          color: COLOURS.neutral,
          title: 'The list has no project yet',
          description: 'Its owner writes the steps below the topics; they show up here as soon as they are saved.',
        },
      ],
      components: [],
    };
  }
  const shown = stepPage(steps, page);
  const done = steps.filter((step) => state.record.tickedSteps.has(step.id)).length;
  const place = shown.items[0]?.place;
  return {
    content: note,
    embeds: [
      {
        color: done === steps.length ? COLOURS.success : COLOURS.study,
        title: `The capstone project: ${done} of ${countOf(steps.length, 'step')}`,
        description: truncate(descriptionText(state, shown, done), LIMITS.embedDescription),
        ...(place === undefined ? {} : { footer: { text: truncate(sourceText(place), 500) } }),
      },
    ],
    components: [tickRow(state, shown), ...buttonRows(pageButtons(state, shown))],
  };
}

export interface StepPage {
  readonly page: number;
  readonly pages: number;
  readonly items: readonly ProjectStep[];
}

export function stepPage(steps: readonly ProjectStep[], wanted: number): StepPage {
  const pages = Math.max(1, Math.ceil(steps.length / STEPS_PER_PAGE));
  const page = Math.min(wanted, pages - 1);
  return { page, pages, items: steps.slice(page * STEPS_PER_PAGE, (page + 1) * STEPS_PER_PAGE) };
}

function descriptionText(state: StudyState, { page, pages, items }: StepPage, done: number): string {
  const { length } = state.knowledge.projectSteps;
  const head = [
    `\`${textBar(done / length, 16)}\``,
    done === length
      ? 'All of it is built. Put it where others can see it!'
      : `Each step is a few evenings of practice, counted as ${hoursCount(PROJECT_STEP_HOURS)} in \`/plan\`.`,
    ...(pages > 1 ? [`Page ${page + 1} of ${pages}.`] : []),
  ].join(' ');
  const first = page * STEPS_PER_PAGE;
  return [head, ...items.map((step, index) => stepText(step, first + index + 1, state))].join('\n\n');
}

function stepText(step: ProjectStep, number: number, state: StudyState): string {
  const isTicked = state.record.tickedSteps.has(step.id);
  const title = `${isTicked ? '☑' : '☐'} **${number}. ${escapeMarkdown(truncate(step.text, 160))}**`;
  if (isTicked) return title;
  return `${title}\n${topicsText(step, state)}${nextActionText(step, number, state)}`;
}

function topicsText(step: ProjectStep, state: StudyState): string {
  const topics = state.knowledge.topics.filter((topic) => step.topicIds.includes(topic.id));
  if (topics.length === 0) return '';
  const named = topics.map((topic) => {
    const status = statusOf(state.record, topic.id);
    return `${STATUS_SIGNS[status]} ${topicName(topic)} (${STATUS_WORDS[status]})`;
  });
  return `Uses ${namesText(named, 3)}.\n`;
}

/** The one thing that brings the step forward. */
function nextActionText(step: ProjectStep, number: number, state: StudyState): string {
  const open = state.knowledge.topics.filter(
    (topic) => step.topicIds.includes(topic.id) && isOpen(topic, state.record),
  );
  const started = open.find((topic) => statusOf(state.record, topic.id) === 'learning');
  const [first] = open;
  if (started !== undefined) return `Next: finish ${topicName(started)} (\`/topic\`), or practise it right here.`;
  if (first !== undefined) return `Next: learn ${topicName(first)} first (\`/topic\`).`;
  const before = state.knowledge.projectSteps
    .slice(0, number - 1)
    .findIndex((earlier) => !state.record.tickedSteps.has(earlier.id));
  if (before === -1) return 'Next: build it, then tick it off below.';
  const isAllDone =
    step.topicIds.length > 0 && step.topicIds.every((topicId) => statusOf(state.record, topicId) === 'done');
  return `Next: step ${before + 1} comes before it${isAllDone ? '; all it needs to know is behind you' : ''}.`;
}

function tickRow(state: StudyState, { page, items }: StepPage): ActionRow {
  return selectRow({
    custom_id: encodeCustomId(PROJECT_TICK, state.personId, { page, shown: fingerprint(items) }),
    placeholder: 'Tick off the steps you have built',
    min_values: 0,
    max_values: items.length,
    options: items.map((step) => ({
      label: truncate(step.text, LIMITS.selectOptionLabel),
      value: shortId(step.id),
      default: state.record.tickedSteps.has(step.id),
    })),
  });
}

function pageButtons(state: StudyState, { page, pages }: StepPage): readonly Button[] {
  const to = (label: string, target: number): Button =>
    button(label, encodeCustomId(PROJECT_PAGE, state.personId, { page: target }));
  return [
    ...(page > 0 ? [to('Previous steps', page - 1)] : []),
    ...(page < pages - 1 ? [to('Next steps', page + 1)] : []),
  ];
}
