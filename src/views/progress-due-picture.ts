// The cards due in the progress picture: one column a user-day for two weeks, today first.

import type { Progress } from '../study/progress.ts';
import { addDays } from '../study/user-day.ts';
import { boxPart, PICTURE, PICTURE_COLOURS, type PictureSection, textPart } from './picture-parts.ts';
import { countOf } from './study-words.ts';

const { width: WIDTH, padding: PADDING, inner: INNER } = PICTURE;
const BARS_TOP = 94;
const BARS_HEIGHT = 104;
const LABELS_HEIGHT = 80;
const WEEKDAY_FORMAT = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });

export function dueSection({ dueByDay, today }: Progress): PictureSection {
  const total = dueByDay.reduce((sum, count) => sum + count, 0);
  const most = Math.max(1, ...dueByDay);
  const column = INNER / dueByDay.length;
  return {
    height: BARS_TOP + BARS_HEIGHT + LABELS_HEIGHT,
    draw: (top) => [
      textPart('Cards due in the next two weeks', PADDING, top + 30, { size: 34, isBold: true }),
      textPart(total === 0 ? 'none' : countOf(total, 'card'), WIDTH - PADDING, top + 30, {
        size: 28,
        colour: PICTURE_COLOURS.muted,
        anchor: 'end',
      }),
      ...(total === 0 ? [emptyPart(top + BARS_TOP + BARS_HEIGHT / 2)] : []),
      ...dueByDay.flatMap((count, index) =>
        columnParts({
          count,
          height: (count / most) * BARS_HEIGHT,
          x: PADDING + index * column,
          width: column,
          bottom: top + BARS_TOP + BARS_HEIGHT,
          day: addDays(today, index),
          isToday: index === 0,
        }),
      ),
    ],
  };
}

function emptyPart(y: number): string {
  const style = { size: 28, colour: PICTURE_COLOURS.muted, anchor: 'middle' } as const;
  return textPart('Nothing yet: what you answer in /quiz comes back here.', WIDTH / 2, y, style);
}

interface Column {
  readonly count: number;
  readonly height: number;
  readonly x: number;
  readonly width: number;
  readonly bottom: number;
  readonly day: string;
  readonly isToday: boolean;
}

function columnParts({ count, height, x, width, bottom, day, isToday }: Column): readonly string[] {
  const middle = x + width / 2;
  const barHeight = count === 0 ? 6 : Math.max(12, height);
  const weekday = WEEKDAY_FORMAT.format(new Date(`${day}T00:00:00Z`));
  const label = { size: 28, colour: isToday ? PICTURE_COLOURS.text : PICTURE_COLOURS.muted, anchor: 'middle' } as const;
  return [
    boxPart({
      x: x + 10,
      y: bottom - barHeight,
      width: width - 20,
      height: barHeight,
      colour: count === 0 ? PICTURE_COLOURS.track : isToday ? PICTURE_COLOURS.due : PICTURE_COLOURS.learning,
      radius: count === 0 ? 3 : 10,
    }),
    ...(count === 0
      ? []
      : [textPart(String(count), middle, bottom - barHeight - 12, { size: 28, isBold: true, anchor: 'middle' })]),
    textPart(isToday ? 'today' : weekday, middle, bottom + 38, label),
    textPart(String(Number(day.slice(8))), middle, bottom + 72, label),
  ];
}
