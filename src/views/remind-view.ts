// What /remind answers, and the words after a press on a reminder.

import { ButtonStyle } from 'discord-api-types/v10';
import type { Reaction } from '../reminders/reactions.ts';
import type { Delivery, DeliveryReason, DeliveryState, Reminder } from '../reminders/reminder.ts';
import type { PauseOutcome, ReminderState, RetryOutcome, SetOutcome } from '../reminders/reminder-service.ts';
import { paceOf } from '../reminders/taper.ts';
import { encodeCustomId } from './custom-id.ts';
import type { MessageBody } from './message.ts';
import { REMINDER_OFF, REMINDER_RESUME, REMINDER_RETRY } from './reminder-custom-ids.ts';
import { reminderButtons } from './reminder-view.ts';
import { scheduleText, timestamp, WEEKDAY_NAMES, whenText } from './reminder-words.ts';
import { type Button, button, buttonRows } from './study-controls.ts';
import { escapeMarkdown } from './text.ts';
import { COLOURS } from './theme.ts';

const HOW_TO_SET = '`/remind daily` sets one, e.g. with the time `08:00`.';
const HOW_TO_OPEN_DMS =
  'Discord refused my message, so your direct messages seem to be closed to me. To open them: in a server that we share, open its menu, then Privacy Settings, then allow direct messages; and unblock me if you have blocked me. Then try again.';

export function reminderSetView(personId: string, outcome: SetOutcome): MessageBody {
  const { schedule, nextAtMs, hadTodays, isZoneAssumed } = outcome;
  const lines = [
    `I will send you a direct message ${scheduleText(schedule)}.`,
    `**Next:** ${whenText(nextAtMs)}`,
    'It comes only on days on which you have not studied yet.',
  ];
  if (hadTodays)
    lines.push('You have had your one reminder for that day already, so the first at the new time comes after it.');
  if (isZoneAssumed) {
    lines.push(
      `I do not know where you are, so I take ${escapeMarkdown(schedule.timezone)}. The option \`timezone\` finds yours by your city.`,
    );
  }
  return card('Reminder set', lines, COLOURS.reminder, [turnOffButton(personId)]);
}

export function reminderPausedView(personId: string, outcome: PauseOutcome): MessageBody {
  if (outcome.kind === 'not-active') return inactiveView(personId, outcome.reminder);
  const lines = [`No reminders until ${whenText(outcome.nextAtMs)}; then they go on as before.`];
  return card('Reminders paused', lines, COLOURS.neutral, [resumeButton(personId, 'End the pause')]);
}

export function reminderOffView(personId: string, before: Reminder | undefined): MessageBody {
  if (before === undefined) return card('No reminder', [`You have none. ${HOW_TO_SET}`], COLOURS.neutral, []);
  const lines = [`You get no more reminders. I remember that they came ${scheduleText(before.schedule)}.`];
  return card('Reminders are off', lines, COLOURS.neutral, [resumeButton(personId, 'Turn them on again')]);
}

export function reminderStatusView(personId: string, state: ReminderState | undefined): MessageBody {
  if (state === undefined) return card('No reminder', [`You have none yet. ${HOW_TO_SET}`], COLOURS.neutral, []);
  const { reminder } = state;
  const lines = [`**Schedule:** ${scheduleText(reminder.schedule)}`, standingText(state), ...taperLines(reminder)];
  if (state.deliveries.length > 0) lines.push(`**Lately**\n${state.deliveries.map(deliveryText).join('\n')}`);
  return card('Your reminder', lines, COLOURS.reminder, statusButtons(personId, state));
}

export function reminderRetryView(personId: string, outcome: RetryOutcome): MessageBody {
  if (outcome.kind === 'trying') {
    const lines = [
      'I am sending you a direct message now. If none arrives within a minute, they are still closed; `/remind status` tells.',
    ];
    return card('Trying again', lines, COLOURS.reminder, []);
  }
  if (outcome.reminder?.status !== 'active') return inactiveView(personId, outcome.reminder);
  const lines = [
    'Your direct messages are not closed to me, as far as I know. `/remind status` shows what comes next.',
  ];
  return card('Nothing to try', lines, COLOURS.neutral, []);
}

/** Told once, at the first command after a reminder was refused. */
export function directMessagesClosedView(personId: string, sinceMs: number): MessageBody {
  const lines = [
    `I could not deliver your reminder of ${timestamp(sinceMs, 'f')}. ${HOW_TO_OPEN_DMS}`,
    'Your schedule is kept; until then I send nothing.',
  ];
  return card('Your reminder did not reach you', lines, COLOURS.failure, [
    retryButton(personId),
    turnOffButton(personId),
  ]);
}

/** Takes the place of the reminder: what was done, and what can be done about it. Its lesson is over with the press. */
export function reactionView(personId: string, deliveryId: string, reaction: Reaction): MessageBody {
  const [title, text] = reactionText(reaction);
  const isOn = reaction.kind === 'snoozed' || reaction.kind === 'resumed' || reaction.kind === 'weekly';
  return {
    content: '',
    ...card(
      title,
      [text],
      isOn ? COLOURS.reminder : COLOURS.neutral,
      reminderButtons(personId, deliveryId, FURTHER_ACTIONS[reaction.kind]),
    ),
  };
}

/** What can still be wanted after each press. */
const FURTHER_ACTIONS = {
  snoozed: ['skip', 'pause', 'stop'],
  'snoozed-enough': ['pause', 'stop'],
  skipped: ['pause', 'stop'],
  paused: ['resume', 'stop'],
  stopped: ['resume'],
  resumed: ['pause', 'stop'],
  weekly: ['pause', 'stop'],
  past: ['pause', 'stop'],
  off: ['resume'],
  gone: [],
} as const satisfies Readonly<Record<Reaction['kind'], Parameters<typeof reminderButtons>[2]>>;

function reactionText(reaction: Reaction): readonly [title: string, text: string] {
  switch (reaction.kind) {
    case 'snoozed':
      return ['Put off', `I will come back at ${timestamp(reaction.untilMs, 't')}, unless you have studied by then.`];
    case 'snoozed-enough':
      return ['Not put off again', `That was often enough for one day. ${nextText(reaction.nextAtMs)}`];
    case 'skipped':
      return ['Skipped for today', nextText(reaction.nextAtMs)];
    case 'paused':
      return ['Paused', `No reminders until ${whenText(reaction.nextAtMs)}; then they go on as before.`];
    case 'stopped':
      return ['Stopped', 'You get no more reminders. Your schedule is remembered, should you want it back.'];
    case 'resumed':
      return ['Reminders are on', `The next one comes ${whenText(reaction.nextAtMs)}.`];
    case 'weekly':
      return [
        'Once a week from now on',
        `It comes every ${WEEKDAY_NAMES[reaction.day]}. The next one comes ${whenText(reaction.nextAtMs)}.`,
      ];
    case 'past':
      return [
        'An earlier reminder',
        `It is from an earlier time, so there is nothing to put off or to skip. ${nextText(reaction.nextAtMs)}`,
      ];
    case 'off':
      return ['Reminders are off', 'They are not on at the moment, so nothing was changed.'];
    case 'gone':
      return ['This reminder is gone', 'What it was about has been deleted since. `/remind daily` sets a new one.'];
  }
}

function nextText(nextAtMs: number | undefined): string {
  return nextAtMs === undefined
    ? '`/remind status` says how things stand.'
    : `The next one comes ${whenText(nextAtMs)}.`;
}

function inactiveView(personId: string, reminder: Reminder | undefined): MessageBody {
  if (reminder === undefined) return card('No reminder', [`You have none. ${HOW_TO_SET}`], COLOURS.neutral, []);
  if (reminder.status === 'dm-closed') {
    return card('Your direct messages are closed', [HOW_TO_OPEN_DMS], COLOURS.failure, [retryButton(personId)]);
  }
  const lines = [`They are off; they came ${scheduleText(reminder.schedule)}.`];
  return card('Reminders are off', lines, COLOURS.neutral, [resumeButton(personId, 'Turn them on again')]);
}

function standingText({ reminder, isPaused, nextAtMs }: ReminderState): string {
  switch (reminder.status) {
    case 'active':
      return `**${isPaused ? 'Paused until' : 'Next'}:** ${nextAtMs === undefined ? 'not known' : whenText(nextAtMs)}`;
    case 'off':
      return '**Off:** you turned it off.';
    case 'stopped':
      return '**Stopped:** the last ones went unanswered, so I asked you and stopped.';
    case 'dm-closed':
      return `**Held up** since ${timestamp(reminder.dmClosedAtMs ?? 0, 'f')}: ${HOW_TO_OPEN_DMS}`;
  }
}

function taperLines({ status, unansweredCount }: Reminder): readonly string[] {
  if (status !== 'active' || unansweredCount === 0) return [];
  const unanswered = `${unansweredCount} in a row went unanswered`;
  return paceOf(unansweredCount) === 'daily'
    ? [`**Unanswered:** ${unanswered}. Studying, or any button on one, starts the count anew.`]
    : [`**Rarer now:** ${unanswered}, so they come once a week. Studying brings the usual days back.`];
}

function deliveryText(delivery: Delivery): string {
  return `${timestamp(delivery.dueAtMs, 'f')}: ${deliveryStateText(delivery)}`;
}

function deliveryStateText({ state, reason, isLate }: Delivery): string {
  const words: Readonly<Record<DeliveryState, string>> = {
    waiting: 'put off',
    claimed: 'on its way',
    sent: isLate ? 'sent, late' : 'sent',
    skipped: 'not sent',
    failed: 'did not reach you',
  };
  return reason === undefined ? words[state] : `${words[state]} (${REASON_WORDS[reason]})`;
}

const REASON_WORDS: Readonly<Record<DeliveryReason, string>> = {
  studied: 'you had studied',
  'too-late': 'I was away for more than 12 hours',
  'turned-off': 'turned off meanwhile',
  unreachable: 'Discord could not be reached',
  'dm-closed': 'direct messages closed',
  replaced: 'the schedule was changed',
};

function statusButtons(personId: string, { reminder, isPaused }: ReminderState): readonly Button[] {
  if (reminder.status === 'dm-closed') return [retryButton(personId), turnOffButton(personId)];
  if (reminder.status !== 'active') return [resumeButton(personId, 'Turn them on again')];
  return isPaused ? [resumeButton(personId, 'End the pause'), turnOffButton(personId)] : [turnOffButton(personId)];
}

function turnOffButton(personId: string): Button {
  return button('Turn off', encodeCustomId(REMINDER_OFF, personId, {}));
}

function resumeButton(personId: string, label: string): Button {
  return button(label, encodeCustomId(REMINDER_RESUME, personId, {}), ButtonStyle.Success);
}

function retryButton(personId: string): Button {
  return button('Try again', encodeCustomId(REMINDER_RETRY, personId, {}), ButtonStyle.Primary);
}

function card(title: string, lines: readonly string[], color: number, buttons: readonly Button[]): MessageBody {
  return {
    embeds: [{ title, description: lines.join('\n\n'), color }],
    components: [...buttonRows(buttons)],
  };
}
