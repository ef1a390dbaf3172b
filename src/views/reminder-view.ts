// The direct messages that come unasked: the reminder as a small lesson, the question before it falls silent, the probe.

import { ButtonStyle } from 'discord-api-types/v10';
import type { ReminderContent } from '../reminders/deliver.ts';
import type { Lesson, LessonAction } from '../reminders/lesson.ts';
import type { DeliveryAction } from '../reminders/reminder.ts';
import { encodeCustomId } from './custom-id.ts';
import { LIMITS } from './limits.ts';
import type { ActionRow, MessageBody } from './message.ts';
import { REMINDER_ACT } from './reminder-custom-ids.ts';
import { plainScheduleText, scheduleText, timestamp } from './reminder-words.ts';
import { type Button, button, buttonRows } from './study-controls.ts';
import { escapeMarkdown, truncate } from './text.ts';
import { COLOURS } from './theme.ts';

const LABELS: Readonly<Record<DeliveryAction, string>> = {
  snooze: 'Snooze 1 h',
  skip: 'Skip today',
  pause: 'Pause a week',
  stop: 'Stop reminders',
  resume: 'Keep them daily',
  weekly: 'Once a week',
};

/** Room for the question of a card; the card's own message shows it whole. */
const QUESTION_LIMIT = 1_500;

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

function lessonView({ delivery, reminder, lesson }: ReminderContent): MessageBody {
  const own = reminderButtons(reminder.personId, delivery.id, ['snooze', 'skip', 'pause', 'stop']);
  return {
    content: headline(lesson),
    embeds: [
      {
        title: 'Your next small step',
        description: truncate(lessonText(delivery, lesson), LIMITS.embedDescription),
        color: COLOURS.reminder,
        footer: { text: `You asked for this ${plainScheduleText(reminder.schedule)}. /remind changes it.` },
      },
    ],
    components: [...lessonRows(lesson), ...buttonRows(own)],
  };
}

/** What a phone shows before the message is opened. */
function headline(lesson: Lesson | undefined): string {
  if (lesson === undefined) return 'Time to study.';
  const cards = lesson.dueCardCount === 0 ? undefined : `${countOf(lesson.dueCardCount, 'card')} due`;
  const topic = lesson.nextTopic === undefined ? undefined : escapeMarkdown(truncate(lesson.nextTopic.title, 120));
  const parts = [topic, cards].filter((part) => part !== undefined);
  return parts.length === 0 ? 'Time to study.' : `Time to study: ${parts.join(', ')}.`;
}

function lessonText(delivery: ReminderContent['delivery'], lesson: Lesson | undefined): string {
  const parts: string[] = [];
  if (delivery.isLate) {
    parts.push(`-# Late: this was due at ${timestamp(delivery.dueAtMs, 'f')}, but I could not send it then. Sorry.`);
  }
  if (lesson === undefined) {
    parts.push('A few minutes are enough: `/next-topic` says what comes next, `/quiz` asks what is due.');
    return parts.join('\n\n');
  }
  if (lesson.card !== undefined) {
    parts.push(`**A card that is due**\n${truncate(lesson.card.question, QUESTION_LIMIT)}`);
  }
  if (lesson.nextTopic !== undefined) {
    const { title, reason } = lesson.nextTopic;
    parts.push(`**Next on your list: ${escapeMarkdown(title)}**\n${reason}`.trimEnd());
  }
  parts.push(streakText(lesson.streakDays));
  return parts.join('\n\n');
}

function streakText(days: number): string {
  if (days === 0) return 'Study anything today and a streak begins.';
  return `Your streak is ${countOf(days, 'day')}. Study anything today to keep it.`;
}

/** Two rows at most for the card and two for other beginnings, so that one stays for the reminder's own buttons. */
function lessonRows(lesson: Lesson | undefined): readonly ActionRow[] {
  const toRows = (actions: readonly LessonAction[], style: Button['style']): readonly ActionRow[] =>
    buttonRows(actions.slice(0, LIMITS.buttonsPerRow).map(({ label, customId }) => button(label, customId, style)));
  return [
    ...toRows(lesson?.card?.actions ?? [], ButtonStyle.Primary),
    ...toRows(lesson?.actions ?? [], ButtonStyle.Secondary),
  ];
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
        footer: { text: `They came ${plainScheduleText(reminder.schedule)}. /remind daily sets another time.` },
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

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
