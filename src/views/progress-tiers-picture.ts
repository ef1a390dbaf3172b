// The tiers in the progress picture: one bar a tier, one part of it a topic.

import type { TierProgress, TopicProgress } from '../study/progress.ts';
import type { TopicStatus } from '../study/study-record.ts';
import { boxPart, PICTURE, PICTURE_COLOURS, type PictureSection, textPart, textWidth } from './picture-parts.ts';
import { countOf, shortCountsText } from './study-words.ts';

const { width: WIDTH, padding: PADDING, inner: INNER } = PICTURE;
/** Tiers drawn; more are counted in a line below. */
const TIERS_SHOWN = 6;
const TIER_HEIGHT = 112;
const BAR_HEIGHT = 50;
/** Narrower parts of a bar carry no name. */
const NAMED_FROM_WIDTH = 150;

const TEXT_COLOURS: Readonly<Record<TopicStatus, string>> = {
  todo: PICTURE_COLOURS.text,
  learning: PICTURE_COLOURS.text,
  done: PICTURE_COLOURS.onBright,
  skipped: PICTURE_COLOURS.muted,
};

export function tiersSection(tiers: readonly TierProgress[]): PictureSection {
  const shown = tiers.slice(0, TIERS_SHOWN);
  const more = tiers.length - shown.length;
  return {
    height: shown.length * TIER_HEIGHT - 22 + (more > 0 ? 48 : 0),
    draw: (top) => [
      ...shown.flatMap((tier, index) => tierParts(tier, top + index * TIER_HEIGHT)),
      ...(more > 0
        ? [
            textPart(`and ${countOf(more, 'more tier')}`, PADDING, top + shown.length * TIER_HEIGHT + 18, {
              size: 28,
              colour: PICTURE_COLOURS.muted,
            }),
          ]
        : []),
    ],
  };
}

function tierParts({ tier, topics, counts }: TierProgress, top: number): readonly string[] {
  const count = shortCountsText(counts);
  const gap = 8;
  const width = (INNER - gap * (topics.length - 1)) / topics.length;
  return [
    textPart(tier.title, PADDING, top + 30, { size: 32, isBold: true, fit: INNER - textWidth(count, 30) - 40 }),
    textPart(count, WIDTH - PADDING, top + 30, { size: 30, colour: PICTURE_COLOURS.muted, anchor: 'end' }),
    ...topics.flatMap((topic, index) =>
      width < 6 ? [] : topicParts(topic, PADDING + index * (width + gap), top + 46, width),
    ),
  ];
}

function topicParts({ topic, status, share }: TopicProgress, x: number, y: number, width: number): readonly string[] {
  const box = { x, y, height: BAR_HEIGHT, radius: Math.min(12, width / 2) };
  const filled = status === 'done' ? width : status === 'skipped' ? 0 : share * width;
  const colour = status === 'done' ? PICTURE_COLOURS.done : PICTURE_COLOURS.begun;
  return [
    boxPart({
      ...box,
      width,
      // What is skipped steps back behind what is open.
      colour: status === 'skipped' ? PICTURE_COLOURS.panel : PICTURE_COLOURS.track,
      ...(status === 'learning' ? { stroke: PICTURE_COLOURS.learning } : {}),
    }),
    ...(filled > 0 ? [boxPart({ ...box, width: Math.max(filled, box.radius * 2), colour })] : []),
    ...(width < NAMED_FROM_WIDTH
      ? []
      : [
          textPart(status === 'skipped' ? `Skipped: ${topic.shortTitle}` : topic.shortTitle, x + 16, y + 34, {
            size: 26,
            colour: TEXT_COLOURS[status],
            fit: width - 32,
          }),
        ]),
  ];
}
