// The picture of `/progress` as SVG: counts, tiers as bars, a calendar of study days, and the cards due in two weeks.

import type { Forecast } from '../study/forecast.ts';
import type { Progress, TopicCounts } from '../study/progress.ts';
import { boxPart, PICTURE, PICTURE_COLOURS, type PictureSection, textPart } from './picture-parts.ts';
import { calendarSection } from './progress-calendar-picture.ts';
import { dueSection } from './progress-due-picture.ts';
import { tiersSection } from './progress-tiers-picture.ts';
import { countOf, monthText, roundedHours } from './study-words.ts';

const { width: WIDTH, padding: PADDING, inner: INNER } = PICTURE;
/** Between the sections. */
const GAP = 46;
const TILE_HEIGHT = 180;

/** @param font name of the typeface. */
export function progressPicture(progress: Progress, font: string): string {
  const sections = [
    tilesSection(progress),
    tiersSection(progress.tiers),
    calendarSection(progress),
    dueSection(progress),
  ];
  const parts: string[] = [];
  let top = PADDING;
  for (const section of sections) {
    parts.push(...section.draw(top));
    top += section.height + GAP;
  }
  const height = top - GAP + PADDING;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="${font}">`,
    boxPart({ x: 0, y: 0, width: WIDTH, height, colour: PICTURE_COLOURS.card, radius: 36 }),
    ...parts,
    '</svg>',
  ].join('\n');
}

function tilesSection(progress: Progress): PictureSection {
  const tiles = tilesOf(progress);
  const gap = 20;
  const width = (INNER - gap * (tiles.length - 1)) / tiles.length;
  return {
    height: TILE_HEIGHT,
    draw: (top) =>
      tiles.flatMap(({ label, value, note, colour }, index) => {
        const x = PADDING + index * (width + gap);
        const fit = width - 44;
        return [
          boxPart({ x, y: top, width, height: TILE_HEIGHT, colour: PICTURE_COLOURS.panel, radius: 24 }),
          textPart(label, x + 24, top + 46, { size: 28, colour: PICTURE_COLOURS.muted, fit }),
          textPart(value, x + 24, top + 106, {
            size: 44,
            isBold: true,
            fit: width - 12,
            ...(colour === undefined ? {} : { colour }),
          }),
          textPart(note, x + 24, top + 152, { size: 28, colour: PICTURE_COLOURS.muted, fit }),
        ];
      }),
  };
}

interface Tile {
  readonly label: string;
  readonly value: string;
  readonly note: string;
  readonly colour?: string;
}

function tilesOf({ counts, streak, dueNow, dueByDay, forecast }: Progress): readonly Tile[] {
  return [
    topicsTile(counts),
    {
      label: 'Streak',
      value: countOf(streak.days, 'day'),
      note: streak.longestDays === 0 ? 'begins today' : `longest ${streak.longestDays}`,
    },
    { label: 'Cards due now', value: String(dueNow), note: dueNote(dueNow, dueByDay) },
    endTile(forecast, counts),
  ];
}

/** The share is of what is not skipped. */
function topicsTile({ done, skipped, total }: TopicCounts): Tile {
  const kept = total - skipped;
  if (kept === 0) return { label: 'Topics', value: 'none done', note: `all ${skipped} skipped` };
  const share = done / kept;
  return {
    label: 'Topics',
    value: `${done} of ${kept}`,
    note: skipped === 0 ? `${Math.floor(share * 100)} % done` : `${skipped} skipped`,
    colour: share === 1 ? PICTURE_COLOURS.done : PICTURE_COLOURS.heat[2],
  };
}

function dueNote(dueNow: number, dueByDay: readonly number[]): string {
  if (dueNow > 0) return '/quiz, deck due';
  return dueByDay.some((count) => count > 0) ? 'all caught up' : 'none planned';
}

function endTile({ hoursLeft, hoursPerWeek, basis, endsOn }: Forecast, { done, skipped }: TopicCounts): Tile {
  if (hoursLeft <= 0 && skipped > 0)
    return { label: 'Still open', value: 'nothing', note: done === 0 ? 'all skipped' : `${skipped} skipped` };
  if (hoursLeft <= 0)
    return { label: 'Finished', value: 'all of it', note: 'list and project', colour: PICTURE_COLOURS.done };
  const note = `${basis === 'assumed' ? 'if' : 'at'} ${roundedHours(hoursPerWeek)} h a week`;
  // A month is as exact as a forecast of months can be.
  return { label: 'Finished about', value: endsOn === undefined ? '10 years+' : monthText(endsOn), note };
}
