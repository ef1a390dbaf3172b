// What `/plan` says: the weeks to the end of the list, and the calendar file beside them.

import type { FocusItem } from '../knowledge/types.ts';
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
/** Focus items named in one week, and in several that are told together. */
const FOCUS_NAMED = 2;
const FOCUS_NAMED_OF_RUN = 4;
/** Characters of an item: enough to know it by. */
const FOCUS_LENGTH = 100;

export interface PlanNotes {
  readonly personId: string;
  /** The person gave no hours, and has no earlier plan: the pace is assumed. */
  readonly isPaceAssumed: boolean;
  /** IANA zone in whose days the plan is. */
  readonly timezone: string;
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
  let more = weeks.length;
  for (const run of equalWeeks(weeks)) {
    const text = runText(run);
    if (length + text.length > WEEKS_ROOM) break;
    texts.push(text);
    length += text.length + 1;
    more -= run.length;
  }
  return [...texts, ...(more > 0 ? [`… and ${countOf(more, 'more week')} in the file.`] : [])].join('\n');
}

/** Weeks in a row that go to the same one item for as many hours, together; every other week for itself. */
function equalWeeks(weeks: readonly PlanWeek[]): readonly (readonly PlanWeek[])[] {
  const runs: PlanWeek[][] = [];
  for (const week of weeks) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run !== undefined && before !== undefined && isAlike(before, week)) run.push(week);
    else runs.push([week]);
  }
  return runs;
}

function isAlike(left: PlanWeek, right: PlanWeek): boolean {
  const [one, other] = [left.entries[0], right.entries[0]];
  return (
    one !== undefined &&
    left.entries.length === 1 &&
    right.entries.length === 1 &&
    one.item === other?.item &&
    roundedHours(one.hours) === roundedHours(other.hours)
  );
}

function runText(run: readonly PlanWeek[]): string {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return '';
  const from = `from ${dayText(first.startOn)}`;
  if (run.length === 1) {
    return `**Week ${first.number}** – ${from}\n${first.entries.map((entry) => entryText(entry, entry.focus, '')).join('\n')}`;
  }
  const focus = run.flatMap((week) => week.entries).flatMap((entry) => entry.focus);
  const lines = first.entries.map((entry) => entryText(entry, focus, ' a week'));
  return `**Weeks ${first.number}–${last.number}** – ${from}\n${lines.join('\n')}`;
}

/** @param per what the hours are for, e.g. ` a week`; empty for a single week. */
function entryText({ item, hours }: PlanEntry, focus: readonly FocusItem[], per: string): string {
  const name =
    item.kind === 'topic'
      ? escapeMarkdown(truncate(item.topic.shortTitle, 80))
      : `Project: ${escapeMarkdown(truncate(item.step.text, 120))}`;
  const named = focus
    .slice(0, per === '' ? FOCUS_NAMED : FOCUS_NAMED_OF_RUN)
    .map((one) => escapeMarkdown(truncate(one.text, FOCUS_LENGTH)));
  const more = focus.length - named.length;
  const items = named.length === 0 ? '' : `: ${named.join('; ')}${more > 0 ? ` and ${more} more` : ''}`;
  return `- ${name}, ${hoursCount(hours)}${per}${items}`;
}
