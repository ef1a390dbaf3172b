// What `/plan` says: the weeks to the end of the list, and the calendar file beside them.

import type { GoalCheck } from '../study/goal-check.ts';
import type { KeptPace } from '../study/kept-pace.ts';
import type { Plan, PlanEntry, PlanWeek } from '../study/plan.ts';
import { LIMITS } from './limits.ts';
import type { MessageBody } from './message.ts';
import { goalButtons, goalText } from './plan-goal-view.ts';
import { countOf, dayText, hoursCount, roundedHours } from './study-words.ts';
import { escapeMarkdown, truncate } from './text.ts';
import { COLOURS } from './theme.ts';

const CALENDAR_NAME = 'studypod-plan.ics';
/** Room for the weeks, so that the embed stays under its limits with the lines around them. */
const WEEKS_ROOM = 3_300;
/** Focus items named in one week. */
const FOCUS_NAMED = 2;

export interface PlanNotes {
  readonly personId: string;
  /** The person gave no hours, and has no earlier plan: the pace is assumed. */
  readonly isPaceAssumed: boolean;
  /** IANA zone in whose days the plan is. */
  readonly timezone: string;
  /** Today's user-day. */
  readonly today: string;
  /** How it stands to the person's goal date; undefined without one. */
  readonly goal: GoalCheck | undefined;
  /** The pace really kept, where enough is known of it. */
  readonly kept: KeptPace | undefined;
}

/** @param calendar text of the `.ics` file. */
export function planView(plan: Plan, calendar: string, notes: PlanNotes): MessageBody {
  return {
    embeds: [
      {
        color: COLOURS.study,
        title: truncate(`Your plan: ${countOf(plan.weeks.length, 'week')} to the end of the list`, LIMITS.embedTitle),
        description: [headText(plan, notes), ...goalLines(notes), weeksText(plan.weeks)].join('\n\n'),
        footer: {
          text: 'The file holds every week for your calendar. Ask again when reality differs: finished topics and ticked items are left out.',
        },
      },
    ],
    files: [
      {
        name: CALENDAR_NAME,
        data: new TextEncoder().encode(calendar),
        description: `Calendar file with all ${countOf(plan.weeks.length, 'week')} of the plan`,
      },
    ],
    components: goalButtons(notes.personId, notes.goal),
  };
}

/** Everything is done or skipped. */
export function nothingToPlanView(): MessageBody {
  return {
    embeds: [
      {
        color: COLOURS.success,
        title: 'Nothing is left to plan',
        description:
          'No topic is open, and no step of the project. `/quiz` with the deck `due` keeps it fresh; `/topic` takes one up again.',
      },
    ],
    components: [],
  };
}

function headText(plan: Plan, notes: PlanNotes): string {
  const end = plan.endOn === undefined ? '' : ` and ends about **${dayText(plan.endOn)}**`;
  return [
    `${hoursCount(plan.totalHours)} are left. At ${hoursCount(plan.hoursPerWeek)} a week it starts on ${dayText(plan.startOn)}${end}.`,
    ...(notes.isPaceAssumed ? ['That pace is assumed: give `hours` to set yours.'] : []),
    ...(plan.startOn < notes.today ? ['It starts in the past, so its first weeks are over already.'] : []),
    ...keptLines(plan, notes),
    `Days are those of ${escapeMarkdown(notes.timezone)}.`,
  ].join(' ');
}

/** Only where it tells something that the plan does not. */
function keptLines({ hoursPerWeek }: Plan, { kept }: PlanNotes): readonly string[] {
  if (kept === undefined || roundedHours(kept.hoursPerWeek) === roundedHours(hoursPerWeek)) return [];
  return [`Over the last ${kept.weeks} weeks you kept about ${hoursCount(kept.hoursPerWeek)} a week.`];
}

function goalLines({ goal }: PlanNotes): readonly string[] {
  return goal === undefined ? [] : [goalText(goal)];
}

/** As many weeks as there is room for; the rest is counted. */
function weeksText(weeks: readonly PlanWeek[]): string {
  const texts: string[] = [];
  let length = 0;
  for (const week of weeks) {
    const text = weekText(week);
    if (length + text.length > WEEKS_ROOM) break;
    texts.push(text);
    length += text.length + 1;
  }
  const more = weeks.length - texts.length;
  return [...texts, ...(more > 0 ? [`… and ${countOf(more, 'more week')} in the file.`] : [])].join('\n');
}

function weekText(week: PlanWeek): string {
  return `**Week ${week.number}** – from ${dayText(week.startOn)}\n${week.entries.map(entryText).join('\n')}`;
}

function entryText(entry: PlanEntry): string {
  const { item } = entry;
  const name =
    item.kind === 'topic'
      ? escapeMarkdown(truncate(item.topic.shortTitle, 80))
      : `Project: ${escapeMarkdown(truncate(item.step.text, 120))}`;
  const named = entry.focus.slice(0, FOCUS_NAMED).map((one) => escapeMarkdown(truncate(one.text, 60)));
  const more = entry.focus.length - named.length;
  const focus = named.length === 0 ? '' : `: ${named.join('; ')}${more > 0 ? ` and ${more} more` : ''}`;
  return `- ${name}, ${hoursCount(entry.hours)}${focus}`;
}
