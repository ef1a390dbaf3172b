// Words that the study views share: tiers, difficulty, hours, statuses, dates and where a fact was read.

import type { Difficulty, DifficultyLevel, SourcePlace, Tier, Topic } from '../knowledge/types.ts';
import type { TopicCounts } from '../study/progress.ts';
import type { TopicStatus } from '../study/study-record.ts';
import { type TopicHours, topicHours } from '../study/topic-hours.ts';
import { LIMITS } from './limits.ts';
import { escapeMarkdown, truncate } from './text.ts';

const LEVEL_WORDS: Readonly<Record<DifficultyLevel, string>> = { easy: 'easy', medium: 'medium', high: 'high' };

export const STATUS_WORDS: Readonly<Record<TopicStatus, string>> = {
  todo: 'to do',
  learning: 'learning',
  done: 'done',
  skipped: 'skipped',
};

/** A sign before a topic; the word always stands somewhere beside it. */
export const STATUS_SIGNS: Readonly<Record<TopicStatus, string>> = {
  todo: '○',
  learning: '◐',
  done: '●',
  skipped: '–',
};

const DAY_FORMAT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

const MONTH_FORMAT = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** Short title, escaped, at most 100 characters before escaping. */
export function topicName(topic: Pick<Topic, 'shortTitle'>): string {
  return escapeMarkdown(truncate(topic.shortTitle, 100));
}

/** A topic in an autocomplete list: plain text, at most 100 characters. */
export function topicChoiceName(topic: Pick<Topic, 'shortTitle' | 'tierId'>, tiers: readonly Tier[]): string {
  const tier = tiers.find((candidate) => candidate.id === topic.tierId);
  return truncate(tier === undefined ? topic.shortTitle : `${topic.shortTitle} – ${tier.title}`, LIMITS.choiceName);
}

/** `A`, `A and B`, or `A, B and 3 more`. */
export function namesText(names: readonly string[], most = 3, joint: 'and' | 'or' = 'and'): string {
  if (names.length > most) return `${names.slice(0, most - 1).join(', ')} and ${names.length - most + 1} more`;
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${joint} ${names.at(-1) ?? ''}`;
}

export function difficultyText(difficulty: Difficulty | undefined): string {
  if (difficulty === undefined) return 'difficulty not stated';
  const { low, high } = difficulty;
  return low === high ? LEVEL_WORDS[low] : `${LEVEL_WORDS[low]} to ${LEVEL_WORDS[high]}`;
}

/** Hours with where the figure comes from. */
export function hoursText(topic: Pick<Topic, 'difficulty' | 'effortHours'>): string {
  const { hours, basis } = topicHours(topic);
  const sources: Readonly<Record<TopicHours['basis'], string>> = {
    stated: 'as the list says',
    difficulty: 'by its difficulty',
    assumed: 'assumed, since the list gives no difficulty',
  };
  return `about ${hoursCount(hours)} (${sources[basis]})`;
}

/** Hours to the nearest half, e.g. `1 hour`, `2.5 hours`. */
export function hoursCount(hours: number): string {
  return countOf(roundedHours(hours), 'hour');
}

/** To the nearest half. */
export function roundedHours(hours: number): number {
  return Math.round(hours * 2) / 2;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `1 day`, `2 days`. */
export function countOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`;
}

/** `2026-03-09` as `9 March 2026`. */
export function dayText(day: string): string {
  return DAY_FORMAT.format(new Date(`${day}T00:00:00Z`));
}

/** `2026-03-09` as `Mar 2026`. */
export function monthText(day: string): string {
  return MONTH_FORMAT.format(new Date(`${day}T00:00:00Z`));
}

/** Where a fact was read: file and headings. Plain text, for a footer. */
export function sourceText(place: SourcePlace): string {
  return `Source: ${[place.file, ...place.headings].join(' › ')}`;
}

/** `[done]`-like bar of text, `width` cells wide; any progress shows, and only all of it fills the bar. */
export function textBar(share: number, width = 10): string {
  const exact = Math.max(0, Math.min(1, share)) * width;
  const cells = share > 0 && share < 1 ? Math.min(width - 1, Math.max(1, Math.round(exact))) : Math.round(exact);
  return '█'.repeat(cells) + '░'.repeat(width - cells);
}

/** A span in the unit that can be pictured: days to 60, then weeks, from half a year months, from three years years. */
export function spanText(days: number): string {
  if (days <= 60) return countOf(days, 'day');
  if (days <= 182) return `about ${countOf(Math.round(days / 7), 'week')}`;
  if (days <= 1_095) return `about ${countOf(Math.round(days / 30.44), 'month')}`;
  return `about ${countOf(Math.round(days / 365.25), 'year')}`;
}

/** Done and skipped apart, e.g. `1 of 8 topics, 1 skipped`: what is skipped does not count as done. */
export function topicCountsText(counts: TopicCounts): string {
  const { skipped, total } = counts;
  if (total > 0 && skipped === total)
    return `no topic done, ${skipped === 1 ? 'the only one' : `all ${total}`} skipped`;
  return `${counts.done} of ${countOf(total - skipped, 'topic')}${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}

/** The same where it is clear that topics are counted, e.g. `1 of 2, 1 skipped` or `all skipped`. */
export function shortCountsText({ done, skipped, total }: TopicCounts): string {
  if (total > 0 && skipped === total) return 'all skipped';
  return `${done} of ${total - skipped}${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}
