// The direct messages that come unasked: the reminder as a small lesson, the question before it falls silent, the probe.

import { type APIEmbed, ButtonStyle } from 'discord-api-types/v10';
import type { ReminderContent } from '../reminders/deliver.ts';
import type { LessonAction, LessonOutline } from '../reminders/lesson.ts';
import type { ClaimedDelivery, DeliveryAction, Reminder } from '../reminders/reminder.ts';
import { isTapered } from '../reminders/taper.ts';
import { encodeCustomId } from './custom-id.ts';
import { LIMITS } from './limits.ts';
import type { ActionRow, MessageBody } from './message.ts';
import { cardEmbed, cardRow } from './reminder-card-view.ts';
import { REMINDER_ACT } from './reminder-custom-ids.ts';
import { countText, plainScheduleText, scheduleText, timestamp } from './reminder-words.ts';
import { type Button, button, buttonRows } from './study-controls.ts';
import { escapeMarkdown, truncate } from './text.ts';
import { COLOURS } from './theme.ts';

const LABELS: Readonly<Record<DeliveryAction, string>> = {
  snooze: 'Snooze 1 h',
  skip: 'Skip today',
  pause: 'Pause a week',
  stop: 'Stop reminders',
  resume: 'Go on as before',
  weekly: 'Once a week',
};

/** Leaves the card its whole description, within what all embeds of a message may hold together. */
const LESSON_LIMIT = 1_200;

/**
 * Every form carries the delivery's id in at least one button, which is how an earlier attempt is found again.
 */
export function reminderView(content: ReminderContent): MessageBody {
  switch (content.delivery.form) {
    case 'lesson':
      return lessonView(content);
    case 'question':
      return questionView(content);
    case 'probe':
      return probeView(content);
  }
}

/** The buttons of a delivered message, for the actions given. */
export function reminderButtons(
  personId: string,
  deliveryId: string,
  actions: readonly DeliveryAction[],
): readonly Button[] {
  return actions.map((action) =>
    button(
      LABELS[action],
      encodeCustomId(REMINDER_ACT, personId, { delivery: deliveryId, action }),
      action === 'resume' ? ButtonStyle.Success : ButtonStyle.Secondary,
    ),
  );
}

/** What the lesson says beside its card. */
export function lessonEmbed({ delivery, reminder }: ClaimedDelivery, outline: LessonOutline | undefined): APIEmbed {
  return {
    title: 'Your next small step',
    description: truncate(lessonText(delivery, outline), LESSON_LIMIT),
    color: COLOURS.reminder,
    footer: { text: wishText(reminder) },
  };
}

/** What was asked for, and why it comes more rarely where it does. */
function wishText(reminder: Reminder): string {
  const rarer = isTapered(reminder)
    ? ` The last ${reminder.unansweredCount} went unanswered, so it comes once a week now; studying brings the usual days back.`
    : '';
  return `You asked for this ${plainScheduleText(reminder.schedule)}.${rarer} /remind changes it.`;
}

/** Other ways to begin; none for none. */
export function actionRow(actions: readonly LessonAction[]): readonly ActionRow[] {
  return buttonRows(
    actions.slice(0, LIMITS.buttonsPerRow).map(({ label, customId }) => button(label, customId, ButtonStyle.Secondary)),
  );
}

function lessonView(content: ReminderContent): MessageBody {
  const { delivery, reminder, lesson } = content;
  const card = lesson?.card;
  const own = reminderButtons(reminder.personId, delivery.id, ['snooze', 'skip', 'pause', 'stop']);
  return {
    content: headline(lesson),
    // The card comes last, so that its options stand next to their buttons.
    embeds: [lessonEmbed(content, lesson), ...(card === undefined ? [] : [cardEmbed(card.screen, card.isNew)])],
    components: [
      ...(card === undefined ? [] : cardRow(delivery.id, card.screen)),
      ...actionRow(lesson?.actions ?? []),
      ...buttonRows(own),
    ],
  };
}

/** What a phone shows before the message is opened. */
function headline(lesson: LessonOutline | undefined): string {
  if (lesson === undefined) return 'Time to study.';
  const cards = lesson.dueCardCount === 0 ? undefined : `${countText(lesson.dueCardCount, 'card')} due`;
  const topic = lesson.nextTopic === undefined ? undefined : escapeMarkdown(truncate(lesson.nextTopic.title, 120));
  const parts = [topic, cards].filter((part) => part !== undefined);
  return parts.length === 0 ? 'Time to study.' : `Time to study: ${parts.join(', ')}.`;
}

function lessonText(delivery: ReminderContent['delivery'], lesson: LessonOutline | undefined): string {
  const parts: string[] = [];
  if (delivery.isLate) {
    parts.push(`-# Late: this was due at ${timestamp(delivery.dueAtMs, 'f')}, but I could not send it then. Sorry.`);
  }
  if (lesson === undefined) {
    parts.push('A few minutes are enough: `/next-topic` says what comes next, `/quiz` asks what is due.');
    return parts.join('\n\n');
  }
  if (lesson.nextTopic !== undefined) {
    const { title, reason } = lesson.nextTopic;
    parts.push(`**Next on your list: ${escapeMarkdown(title)}**\n${reason}`.trimEnd());
  }
  parts.push(streakText(lesson));
  return parts.join('\n\n');
}

function streakText({ streakDays, hasStudiedToday }: LessonOutline): string {
  if (hasStudiedToday) return `You have studied today: your streak is ${countText(streakDays, 'day')}.`;
  if (streakDays === 0) return 'Study anything today and a streak begins.';
  return `Your streak is ${countText(streakDays, 'day')}. Study anything today to keep it.`;
}

function questionView({ delivery, reminder }: ReminderContent): MessageBody {
  return {
    content: 'Shall I keep reminding you?',
    embeds: [
      {
        title: 'I have gone quiet',
        description:
          'My last reminders went unanswered, so I have stopped sending them; nobody needs a bot that nags. Your progress and cards are all still here. What would help?',
        color: COLOURS.reminder,
        footer: {
          text: `They came ${plainScheduleText(reminder.schedule)}${isTapered(reminder) ? ', and lately once a week' : ''}. /remind daily sets another time.`,
        },
      },
    ],
    components: [...buttonRows(reminderButtons(reminder.personId, delivery.id, ['resume', 'weekly', 'stop']))],
  };
}

function probeView({ delivery, reminder }: ReminderContent): MessageBody {
  return {
    content: 'This works: your reminders will come here.',
    embeds: [
      {
        description: `They come ${scheduleText(reminder.schedule)}.`,
        color: COLOURS.reminder,
      },
    ],
    components: [...buttonRows(reminderButtons(reminder.personId, delivery.id, ['pause', 'stop']))],
  };
}
