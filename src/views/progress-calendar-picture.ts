// The calendar in the progress picture: half a year of user-days, one column a week, brighter the more was done.

import { CALENDAR_WEEKS, mondayOf, type Progress } from '../study/progress.ts';
import { addDays, daysBetween } from '../study/user-day.ts';
import { boxPart, PICTURE, PICTURE_COLOURS, type PictureSection, textPart } from './picture-parts.ts';
import { countOf } from './study-words.ts';

const { width: WIDTH, padding: PADDING, inner: INNER } = PICTURE;
const LABELS_WIDTH = 74;
const COLUMN = (INNER - LABELS_WIDTH) / CALENDAR_WEEKS;
const CELL = COLUMN - 6;
const CELLS_TOP = 98;
/** On a phone a third of it: about the smallest that is read without holding it closer. */
const LABEL_SIZE = 28;
const LEGEND_HEIGHT = 58;
/** Least activities for each brightness: something, a quiz session's worth, three of them, six of them. */
const HEAT_FROM = [1, 5, 15, 30] as const;
const WEEKDAYS = ['Mon', '', 'Wed', '', 'Fri', '', 'Sun'] as const;
const MONTH_FORMAT = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

export function calendarSection(progress: Progress): PictureSection {
  const firstDay = addDays(mondayOf(progress.today), -7 * (CALENDAR_WEEKS - 1));
  return {
    height: CELLS_TOP + 7 * COLUMN + LEGEND_HEIGHT,
    draw: (top) => [
      textPart('Study days', PADDING, top + 30, { size: 34, isBold: true }),
      textPart(`${countOf(progress.studyDays.length, 'day')} in all`, WIDTH - PADDING, top + 30, {
        size: 28,
        colour: PICTURE_COLOURS.muted,
        anchor: 'end',
      }),
      ...monthParts(firstDay, top + CELLS_TOP - 18),
      ...WEEKDAYS.map((name, row) =>
        textPart(name, PADDING, top + CELLS_TOP + row * COLUMN + CELL * 0.72, {
          size: LABEL_SIZE,
          colour: PICTURE_COLOURS.muted,
        }),
      ),
      ...dayParts(progress, firstDay, top + CELLS_TOP),
      ...legendParts(progress, top + CELLS_TOP + 7 * COLUMN + 18),
    ],
  };
}

/** A month's name above the first column that begins in it, where there is room since the one before. */
function monthParts(firstDay: string, y: number): readonly string[] {
  const parts: string[] = [];
  let lastColumn = -3;
  for (let column = 0; column < CALENDAR_WEEKS; column += 1) {
    const day = addDays(firstDay, column * 7);
    const isNew = column === 0 || day.slice(0, 7) !== addDays(day, -7).slice(0, 7);
    // A month that begins right after the first column would run into the name there: it goes first.
    const isCutShort = column === 0 && addDays(day, 14).slice(0, 7) !== day.slice(0, 7);
    if (!isNew || isCutShort || column - lastColumn < 3) continue;
    lastColumn = column;
    const name = MONTH_FORMAT.format(new Date(`${day}T00:00:00Z`));
    // A name over the last columns would stand out of the picture's edge.
    const isLast = column > CALENDAR_WEEKS - 2;
    const style = { size: LABEL_SIZE, colour: PICTURE_COLOURS.muted, anchor: isLast ? 'end' : 'start' } as const;
    parts.push(textPart(name, isLast ? WIDTH - PADDING : cellX(column), y, style));
  }
  return parts;
}

function dayParts({ studyDays, streak, today }: Progress, firstDay: string, top: number): readonly string[] {
  const activities = new Map(studyDays.map((day) => [day.userDay, day.activities]));
  const days = daysBetween(firstDay, today) + 1;
  return Array.from({ length: days }, (_, index) => {
    const day = addDays(firstDay, index);
    const isRepaired = streak.repairedDays.includes(day);
    const stroke = day === today ? PICTURE_COLOURS.text : isRepaired ? PICTURE_COLOURS.due : undefined;
    return cellPart(cellX(Math.floor(index / 7)), top + (index % 7) * COLUMN, heatOf(activities.get(day) ?? 0), stroke);
  });
}

function legendParts({ streak }: Progress, y: number): readonly string[] {
  const colours = [PICTURE_COLOURS.panel, ...PICTURE_COLOURS.heat];
  const style = { size: LABEL_SIZE, colour: PICTURE_COLOURS.muted } as const;
  const textY = y + CELL * 0.72;
  const cellsX = PADDING + LABELS_WIDTH + 70;
  const afterX = cellsX + colours.length * COLUMN + 8;
  return [
    textPart('less', PADDING + LABELS_WIDTH, textY, style),
    ...colours.map((colour, index) => cellPart(cellsX + index * COLUMN, y, colour, undefined)),
    textPart('more', afterX, textY, style),
    ...(streak.repairedDays.length === 0
      ? []
      : [
          cellPart(afterX + 124, y, PICTURE_COLOURS.panel, PICTURE_COLOURS.due),
          textPart('missed, and repaired', afterX + 124 + COLUMN + 4, textY, style),
        ]),
  ];
}

function cellPart(x: number, y: number, colour: string, stroke: string | undefined): string {
  return boxPart({ x, y, width: CELL, height: CELL, colour, radius: 8, ...(stroke === undefined ? {} : { stroke }) });
}

function cellX(column: number): number {
  return PADDING + LABELS_WIDTH + column * COLUMN;
}

function heatOf(activities: number): string {
  const level = HEAT_FROM.filter((from) => activities >= from).length;
  return level === 0 ? PICTURE_COLOURS.panel : (PICTURE_COLOURS.heat[level - 1] ?? PICTURE_COLOURS.panel);
}
