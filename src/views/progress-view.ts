// What `/progress` says: tiers and topics, streak, cards due and the forecast, all as text; a picture goes beside it.

import type { APIEmbedField } from 'discord-api-types/v10';
import type { Forecast } from '../study/forecast.ts';
import type { Progress, TierProgress, TopicCounts, TopicProgress } from '../study/progress.ts';
import type { Streak } from '../study/streak.ts';
import { LIMITS } from './limits.ts';
import type { MessageBody } from './message.ts';
import {
  countOf,
  dayText,
  hoursCount,
  STATUS_SIGNS,
  shortCountsText,
  spanText,
  textBar,
  topicCountsText,
} from './study-words.ts';
import { escapeMarkdown, truncate } from './text.ts';
import { COLOURS } from './theme.ts';

const PICTURE_NAME = 'progress.png';
/** Room for all tiers together, so that the embed stays under 6,000 characters with its other fields. */
const TIERS_ROOM = 3_600;
/** Days of the week ahead told one by one. */
const DUE_DAYS_TOLD = 7;

/** @param picture PNG of the same facts; undefined when it could not be drawn. */
export function progressView(progress: Progress, picture: Uint8Array | undefined): MessageBody {
  const { counts } = progress;
  if (counts.total === 0) {
    return {
      embeds: [
        {
          color: COLOURS.neutral,
          title: 'Your progress',
          description:
            'The list has no topics yet, so there is nothing to measure. They show up here once they are written.',
        },
      ],
    };
  }
  return {
    embeds: [
      {
        color: counts.done > 0 && counts.done + counts.skipped === counts.total ? COLOURS.success : COLOURS.study,
        title: `Your progress: ${topicCountsText(counts)}`,
        description: truncate([...emptyHint(progress), tiersText(progress.tiers)].join('\n\n'), TIERS_ROOM),
        fields: [...factFields(progress)],
        ...(picture === undefined ? {} : { image: { url: `attachment://${PICTURE_NAME}` } }),
      },
    ],
    ...(picture === undefined
      ? {}
      : {
          files: [
            {
              name: PICTURE_NAME,
              data: picture,
              description: truncate(pictureDescription(progress), LIMITS.fileDescription),
            },
          ],
        }),
  };
}

/** The picture in words, for screen readers; plain text. */
export function pictureDescription(progress: Progress): string {
  const tiers = progress.tiers.map(
    (tier) => `${tier.tier.title}: ${topicCountsText(tier.counts)}, ${percent(tier.share)}`,
  );
  return [
    `Progress: ${topicCountsText(progress.counts)}.`,
    `${tiers.join('; ')}.`,
    `Streak: ${countOf(progress.streak.days, 'day')}, longest ${progress.streak.longestDays}.`,
    `Studied on ${countOf(progress.studyDays.length, 'day')} in all.`,
    `Cards due now: ${progress.dueNow}; in the next two weeks: ${progress.dueByDay.reduce((sum, count) => sum + count, 0)}.`,
  ].join(' ');
}

function emptyHint(progress: Progress): readonly string[] {
  const { counts } = progress;
  const hasBegun =
    progress.studyDays.length > 0 || counts.skipped === counts.total || progress.tiers.some((tier) => tier.share > 0);
  return hasBegun ? [] : ['Nothing yet, and that is fine. `/next-topic` names the first step.'];
}

function tiersText(tiers: readonly TierProgress[]): string {
  return tiers.map(tierText).join('\n\n');
}

function tierText({ tier, topics, counts, share }: TierProgress): string {
  const title = `**${escapeMarkdown(truncate(tier.title, 80))}** – ${shortCountsText(counts)}`;
  const bar = counts.skipped === counts.total ? [] : [`\`${textBar(share, 16)}\` ${percent(share)}`];
  return [title, ...bar, ...topics.map(topicText)].join('\n');
}

function topicText({ topic, status, evidence }: TopicProgress): string {
  const facts = [
    ...(status === 'skipped' ? ['skipped'] : []),
    ...(evidence.focusTotal > 0 && status !== 'skipped' ? [`${evidence.ticked}/${evidence.focusTotal} ticked`] : []),
    ...(evidence.showing === undefined ? [] : [`quiz ${evidence.showing.right}/${evidence.showing.answered}`]),
  ];
  const name = escapeMarkdown(truncate(topic.shortTitle, 60));
  return `${STATUS_SIGNS[status]} ${name}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`;
}

function factFields(progress: Progress): readonly APIEmbedField[] {
  return [
    { name: 'Streak', value: streakText(progress.streak) },
    { name: 'Cards due', value: dueText(progress) },
    ...(progress.totalSteps === 0
      ? []
      : [
          {
            name: 'Project',
            value: `${progress.closedSteps} of ${countOf(progress.totalSteps, 'step')} (\`/project\`)`,
          },
        ]),
    { name: 'Forecast', value: forecastText(progress.forecast, progress.counts) },
  ];
}

function streakText(streak: Streak): string {
  const longest = `longest ${countOf(streak.longestDays, 'day')}`;
  const repaired =
    streak.repairedDays.length === 0
      ? ''
      : ` ${countOf(streak.repairedDays.length, 'missed day')} repaired on the way.`;
  if (streak.days === 0) {
    return streak.longestDays === 0
      ? 'None yet: study today and it begins.'
      : `None at the moment (${longest}). Study today and a new one begins.`;
  }
  if (streak.needsRepairToday) {
    return `${countOf(streak.days, 'day')} (${longest}). Yesterday was missed: study today and this month's repair bridges it.`;
  }
  const today = streak.hasStudiedToday ? 'Today counts already.' : 'Not yet today: the day ends at 03:00.';
  return `${countOf(streak.days, 'day')} (${longest}). ${today}${repaired}`;
}

function dueText({ dueNow, dueByDay }: Progress): string {
  const week = dueByDay.slice(0, DUE_DAYS_TOLD);
  const total = dueByDay.reduce((sum, count) => sum + count, 0);
  if (total === 0 && dueNow === 0) return 'None now, and none in the next two weeks. `/quiz` adds some.';
  const now = dueNow === 0 ? 'None now' : `${countOf(dueNow, 'card')} now (\`/quiz\`, deck \`due\`)`;
  return `${now}; day by day from today: ${week.join(' · ')}; ${total} in two weeks.`;
}

function forecastText(forecast: Forecast, counts: TopicCounts): string {
  const { hoursLeft, hoursPerWeek, basis, endsOn, daysLate } = forecast;
  if (hoursLeft <= 0) return nothingLeftText(counts);
  const left = `About ${hoursCount(hoursLeft)} left.`;
  if (endsOn === undefined)
    return `${left} At ${hoursCount(hoursPerWeek)} a week that takes over ten years: \`/plan\` sets another pace.`;
  const end = `At ${paceText(forecast)} the end is about ${dayText(endsOn)}.`;
  if (basis === 'assumed') return `${left} ${end} That pace is assumed: \`/plan\` sets yours.`;
  return [left, end, ...(daysLate === undefined ? [] : [latenessText(daysLate)]), ...goalTexts(forecast)].join(' ');
}

function nothingLeftText({ done, skipped }: TopicCounts): string {
  if (skipped === 0) return 'Nothing is left: list and project are complete.';
  return `Nothing is left open: ${done === 0 ? 'every topic is skipped' : 'all that you did not skip is done'}. \`/topic\` takes any topic up again.`;
}

function paceText({ hoursPerWeek, basis, weeksKept }: Forecast): string {
  const hours = `${hoursCount(hoursPerWeek)} a week`;
  if (basis === 'kept') return `the ${hours} that you kept over the last ${weeksKept} weeks`;
  return basis === 'planned' ? `the ${hours} of your plan` : hours;
}

function goalTexts({ goal }: Forecast): readonly string[] {
  if (goal === undefined) return [];
  if (goal.daysLate > 0) return [`Your goal, ${dayText(goal.on)}, would be missed by ${spanText(goal.daysLate)}.`];
  return [`Your goal, ${dayText(goal.on)}, would be met.`];
}

function latenessText(daysLate: number): string {
  if (daysLate > 3) return `That is ${spanText(daysLate)} after your plan: \`/plan\` makes a new one.`;
  if (daysLate < -3) return `That is ${spanText(-daysLate)} ahead of your plan.`;
  return 'You are on course with your plan.';
}

function percent(share: number): string {
  // Only all of it is 100 %, and anything at all is at least 1 %.
  if (share <= 0 || share >= 1) return `${share <= 0 ? 0 : 100} %`;
  return `${Math.min(99, Math.max(1, Math.round(share * 100)))} %`;
}
