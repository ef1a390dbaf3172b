// Buttons and selects of the study views, as Discord's component JSON.

import {
  type APIButtonComponentWithCustomId,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import type { Topic } from '../knowledge/types.ts';
import { shortId } from '../study/short-id.ts';
import type { StatusChange, TopicStatus } from '../study/study-record.ts';
import type { StudyState } from '../study/study-service.ts';
import { encodeCustomId } from './custom-id.ts';
import { LIMITS } from './limits.ts';
import type { ActionRow } from './message.ts';
import { QUIZ_TOPIC } from './quiz-custom-ids.ts';
import { type StudyCard, TOPIC_CHOOSE, TOPIC_EXPLAIN, TOPIC_SET, TOPIC_UNDO } from './study-custom-ids.ts';
import { truncate } from './text.ts';

/** Whose controls they are, and on which message they stand. */
export interface ControlContext {
  readonly ownerId: string;
  readonly card: StudyCard;
}

const SET_LABELS: Readonly<Record<TopicStatus, string>> = {
  todo: 'Back to the list',
  learning: 'Start',
  done: 'Finish',
  skipped: 'Skip',
};

const SET_STYLES: Readonly<Record<TopicStatus, Button['style']>> = {
  todo: ButtonStyle.Secondary,
  learning: ButtonStyle.Primary,
  done: ButtonStyle.Success,
  skipped: ButtonStyle.Secondary,
};

/** Cards in a session started from a topic, as many as `/quiz` takes unless told otherwise. */
const QUIZ_CARDS = 5;

export type Button = APIButtonComponentWithCustomId;

export function button(label: string, customId: string, style: Button['style'] = ButtonStyle.Secondary): Button {
  return { type: ComponentType.Button, style, label: truncate(label, LIMITS.buttonLabel), custom_id: customId };
}

/** Rows of up to five buttons; none for none. */
export function buttonRows(buttons: readonly Button[]): readonly ActionRow[] {
  const rows: ActionRow[] = [];
  for (let at = 0; at < buttons.length; at += LIMITS.buttonsPerRow) {
    rows.push({ type: ComponentType.ActionRow, components: buttons.slice(at, at + LIMITS.buttonsPerRow) });
  }
  return rows;
}

export function selectRow(select: Omit<APIStringSelectComponent, 'type'>): ActionRow {
  return { type: ComponentType.ActionRow, components: [{ type: ComponentType.StringSelect, ...select }] };
}

/** One button a status that the topic can be given. */
export function statusButtons(
  topic: Topic,
  current: TopicStatus,
  offered: readonly TopicStatus[],
  context: ControlContext,
): readonly Button[] {
  return offered.map((status) => {
    const label = current === 'done' && status === 'learning' ? 'Study it again' : SET_LABELS[status];
    const customId = encodeCustomId(TOPIC_SET, context.ownerId, {
      topic: shortId(topic.id),
      status,
      card: context.card,
    });
    return button(label, customId, SET_STYLES[status]);
  });
}

export function undoButton(change: StatusChange, context: ControlContext, label = 'Undo'): Button {
  const customId = encodeCustomId(TOPIC_UNDO, context.ownerId, {
    change: change.id,
    topic: shortId(change.topicId),
    card: context.card,
  });
  return button(label, customId);
}

export function explainButton(topic: Topic, ownerId: string): Button {
  return button('Explain', encodeCustomId(TOPIC_EXPLAIN, ownerId, { topic: shortId(topic.id) }));
}

/** Starts a session of five on the deck that knows the topic, its own cards first; none where no deck does. */
export function quizButtons(topic: Topic, { knowledge, personId }: StudyState): readonly Button[] {
  const isAboutKubectl = [topic.title, ...topic.aliases].some((name) => /kubectl|kubernetes/i.test(name));
  const hasConcepts = knowledge.concepts.some((concept) => concept.topicId === topic.id);
  const deck = isAboutKubectl && knowledge.kubectlTasks.length > 0 ? 'kubectl' : hasConcepts ? 'concepts' : undefined;
  if (deck === undefined) return [];
  const wish = { deck, count: QUIZ_CARDS, mode: 'mixed', topic: shortId(topic.id) } as const;
  const customId = encodeCustomId(QUIZ_TOPIC, personId, wish);
  return [button(`Quiz: ${deck}`, customId)];
}

/** One button an alternative, at most fifteen: three rows. */
export function alternativeButtons(topic: Topic, context: ControlContext): readonly Button[] {
  return topic.alternatives.slice(0, 15).map((alternative) =>
    button(
      alternative,
      encodeCustomId(TOPIC_CHOOSE, context.ownerId, {
        topic: shortId(topic.id),
        alternative: shortId(alternative),
        card: context.card,
      }),
      ButtonStyle.Primary,
    ),
  );
}
