// What the Explain button shows: why the topic matters, and what the knowledge base says about its parts.

import { conceptsOfTopic } from '../knowledge/topic-concepts.ts';
import type { Topic } from '../knowledge/types.ts';
import type { StudyState } from '../study/study-service.ts';
import { proseText } from './knowledge-text.ts';
import { LIMITS } from './limits.ts';
import type { MessageBody } from './message.ts';
import { difficultyText, hoursText, sourceText, topicName } from './study-words.ts';
import { escapeMarkdown, truncate } from './text.ts';
import { COLOURS } from './theme.ts';

/** Concepts explained at most; the rest is named, for `/explain`. */
const EXPLAINED = 7;
const NAMED = 12;

export function topicExplanationView(topic: Topic, state: StudyState): MessageBody {
  return {
    embeds: [
      {
        color: COLOURS.knowledge,
        title: truncate(topicName(topic), LIMITS.embedTitle),
        description: truncate(
          [
            `Difficulty: ${difficultyText(topic.difficulty)}${noteText(topic)} · ${hoursText(topic)}`,
            ...(topic.why === undefined ? [] : [`**Why**\n${proseText(truncate(topic.why, 800))}`]),
            ...partsText(topic, state),
          ].join('\n\n'),
          LIMITS.embedDescription,
        ),
        footer: { text: truncate(sourceText(topic.place), 500) },
      },
    ],
  };
}

function noteText({ difficulty }: Topic): string {
  return difficulty?.note === undefined ? '' : ` (${proseText(truncate(difficulty.note, 400))})`;
}

function partsText(topic: Topic, state: StudyState): readonly string[] {
  const concepts = conceptsOfTopic(topic, state.knowledge);
  if (concepts.length === 0) {
    const items = topic.focus.slice(0, 10).map((item) => `- ${proseText(truncate(item.text, 250))}`);
    return items.length === 0 ? [] : [`**What it covers**\n${items.join('\n')}`];
  }
  const explained = concepts
    .slice(0, EXPLAINED)
    .map(
      (concept) => `**${escapeMarkdown(truncate(concept.title, 100))}** – ${proseText(truncate(concept.summary, 300))}`,
    );
  const named = concepts
    .slice(EXPLAINED, EXPLAINED + NAMED)
    .map((concept) => escapeMarkdown(truncate(concept.title, 60)));
  return [
    ...explained,
    named.length === 0
      ? '`/explain` tells more about each.'
      : `\`/explain\` tells more, also about ${named.join(', ')}.`,
  ];
}
