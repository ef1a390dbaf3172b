// Reads difficulty and effort out of the sentences of a skills list.

import type { Difficulty, DifficultyLevel, Topic } from '../types.ts';

/**
 * Hours of study in a unit of time, for lists that state an effort in days or weeks of practice: an evening's session of
 * four hours a day, five days a week. A convention of this project, not a measurement.
 */
export const STUDY_HOURS = { hour: 1, day: 4, week: 20, month: 80 } as const;

/** What "a few" stands for, low and high. */
const A_FEW = { low: 3, high: 5 } as const;

const COUNTS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 };
const LEVELS: Readonly<Record<string, DifficultyLevel>> = {
  easy: 'easy',
  medium: 'medium',
  high: 'high',
  hard: 'high',
};
const LABEL = /^(?:estimated\s+)?difficulty\s*:\s*/i;
const LEVEL_RANGE = /^(easy|medium|high|hard)(?:\s*(?:to|-|–|\/)\s*(easy|medium|high|hard))?\b/i;
const COUNT = '(\\d+|an?|one|two|three|four|five|six)';
const UNIT = '(hour|day|week|month)s?';
const SPAN = new RegExp(`\\b${COUNT}\\s+${UNIT}\\s+or\\s+${COUNT}\\b`, 'i');
const RANGE = new RegExp(`\\b${COUNT}\\s*(?:to|or|-|–)\\s*${COUNT}\\s+${UNIT}\\b`, 'i');
const FEW = new RegExp(`\\b(?:a\\s+)?few\\s+${UNIT}\\b`, 'i');
const SINGLE = new RegExp(`\\b${COUNT}\\s+${UNIT}\\b`, 'i');

/** Whether a line of a topic states its difficulty. */
export function isDifficultyLine(text: string): boolean {
  return LABEL.test(text);
}

/** Reads e.g. `Estimated Difficulty: Easy to Medium (building on …).`; undefined when no level is named. */
export function readDifficulty(text: string): Difficulty | undefined {
  const stated = text.replace(LABEL, '').trim();
  const found = LEVEL_RANGE.exec(stated);
  const low = LEVELS[found?.[1]?.toLowerCase() ?? ''];
  if (found === null || low === undefined) return undefined;
  const high = LEVELS[found[2]?.toLowerCase() ?? ''] ?? low;
  const note = withoutOuterMarks(stated.slice(found[0].length));
  return { low, high, ...(note === '' ? {} : { note }) };
}

/** The first sentence that states hours, days, weeks or months, with its hours; empty when there is none. */
export function readEffort(text: string): Pick<Topic, 'effort' | 'effortHours'> {
  for (const sentence of text.split(/(?<=\.)\s+/)) {
    const effortHours = hoursIn(sentence);
    if (effortHours !== undefined) return { effort: sentence, effortHours };
  }
  return {};
}

function hoursIn(sentence: string): Topic['effortHours'] {
  const span = SPAN.exec(sentence);
  if (span !== null) return hours(span[1], span[3], span[2]);
  const range = RANGE.exec(sentence);
  if (range !== null) return hours(range[1], range[2], range[3]);
  const few = FEW.exec(sentence);
  if (few !== null) return hours(String(A_FEW.low), String(A_FEW.high), few[1]);
  const single = SINGLE.exec(sentence);
  return single === null ? undefined : hours(single[1], single[1], single[2]);
}

function hours(low = '', high = '', unit = ''): Topic['effortHours'] {
  const perUnit = Object.entries(STUDY_HOURS).find(([name]) => name === unit.toLowerCase())?.[1];
  const from = COUNTS[low.toLowerCase()] ?? Number(low);
  const to = COUNTS[high.toLowerCase()] ?? Number(high);
  return perUnit === undefined ? undefined : { low: from * perUnit, high: to * perUnit };
}

/** `. Words` → `Words`; `(words). More` → `Words. More`. */
function withoutOuterMarks(rest: string): string {
  const bare = rest.replace(/^[\s.,;:–-]+/, '').replace(/^\(([^()]*)\)/, '$1');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}
