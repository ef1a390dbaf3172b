// The plan as an iCalendar file (RFC 5545): one all-day event for each part of a topic or step, in the person's own days.

import { createHash } from 'node:crypto';
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { Plan, PlanEntry } from '../study/plan.ts';
import { addDays } from '../study/user-day.ts';
import { hoursCount } from './study-words.ts';
import { truncate } from './text.ts';

/** SEQUENCE counts seconds from 2024 on: never lower for a later plan, and within 31 bits for decades. */
const FIRST_SEQUENCE_MS = Date.UTC(2024, 0, 1);

export interface CalendarOwner {
  readonly personId: string;
  /** IANA zone; days are the person's own, so events carry dates without a time and the zone stands on the calendar. */
  readonly timezone: string;
  /** When the plan was made, epoch ms. */
  readonly madeAtMs: number;
}

/**
 * All-day events are used since a plan says on which days a topic is studied, never at what time: a made-up time would be
 * wrong in every calendar, while a date is right in every zone. They are marked free, so that they block nothing.
 * @returns the text of the `.ics` file. A plan made anew has the same event ids with a higher SEQUENCE, so that a calendar
 * moves the events that it has (RFC 5545, section 3.8.7.4).
 */
export function planCalendar(plan: Plan, owner: CalendarOwner): string {
  const calendar = ical({
    name: 'Studypod plan',
    prodId: { company: 'studypod', product: 'plan', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    timezone: owner.timezone,
  });
  for (const entry of plan.weeks.flatMap((week) => week.entries)) {
    calendar.createEvent({
      id: eventId(entry, owner.personId),
      summary: eventSummary(entry),
      description: eventDescription(entry),
      allDay: true,
      start: Temporal.PlainDate.from(entry.startOn),
      // The end of an all-day event is the first day after it (RFC 5545, section 3.6.1).
      end: Temporal.PlainDate.from(addDays(entry.endOn, 1)),
      stamp: new Date(owner.madeAtMs),
      sequence: Math.floor((owner.madeAtMs - FIRST_SEQUENCE_MS) / 1000),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}

/** Plain text, e.g. `Kubernetes (6 hours, part 2 of 5)`. */
export function eventSummary(entry: PlanEntry): string {
  const { item } = entry;
  const name = item.kind === 'topic' ? item.topic.shortTitle : `Project: ${item.step.text}`;
  const part = entry.parts === 1 ? '' : `, part ${entry.part} of ${entry.parts}`;
  return `${truncate(name, 120)} (${hoursCount(entry.hours)}${part})`;
}

function eventDescription({ item, focus }: PlanEntry): string {
  if (item.kind === 'step') return item.step.text;
  return focus.length === 0 ? item.topic.title : focus.map((one) => `- ${one.text}`).join('\n');
}

/**
 * Counts a topic's parts from its last: when some of it is done, what is left takes the ids of the last parts, and those of
 * the weeks gone by stay as they were. Says nothing about the person to whom the file is passed on.
 */
function eventId({ item, part, parts }: PlanEntry, personId: string): string {
  const partsAfter = parts - part;
  const id = item.kind === 'topic' ? item.topic.id : item.step.id;
  const digest = createHash('sha256')
    .update(JSON.stringify([personId, item.kind, id, partsAfter]))
    .digest('hex');
  return `${digest.slice(0, 32)}@studypod`;
}
