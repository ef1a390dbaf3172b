// A reminder after its card was pressed: the lesson stays, the card makes room for what there is to say about the answer.

import type { StepOutcome } from '../quiz/quiz.ts';
import type { FeedbackScreen } from '../quiz/screen.ts';
import type { LessonOutline } from '../reminders/lesson.ts';
import { type ClaimedDelivery, isPaused } from '../reminders/reminder.ts';
import type { ActionRow, MessageBody } from './message.ts';
import { noteText } from './quiz-view.ts';
import { answeredEmbed, answeredRow, cardEmbed, cardRow } from './reminder-card-view.ts';
import { actionRow, lessonEmbed, reminderButtons } from './reminder-view.ts';
import { countText } from './reminder-words.ts';
import { buttonRows } from './study-controls.ts';

export interface AnsweredReminder extends ClaimedDelivery {
  /** As it is after the press. */
  readonly outline: LessonOutline;
  readonly nowMs: number;
}

/** An edit of the reminder. Where nothing can be said about the card, what was written of it stays. */
export function reminderAnswerView(answered: AnsweredReminder, outcome: StepOutcome): MessageBody {
  const { delivery, outline } = answered;
  switch (outcome.kind) {
    case 'feedback':
      return {
        content: [noteText(outcome.note), afterText(outcome, outline)].filter((line) => line !== '').join('\n'),
        embeds: [lessonEmbed(answered, outline), answeredEmbed(outcome)],
        components: [...answeredRow(delivery.id, outcome), ...otherRows(answered)],
      };
    case 'question':
      return {
        content: noteText(outcome.note),
        embeds: [lessonEmbed(answered, outline), cardEmbed(outcome, false)],
        components: [...cardRow(delivery.id, outcome), ...otherRows(answered)],
      };
    case 'summary':
      return {
        content: 'You have met this card again since, so here it no longer counts.',
        components: [...otherRows(answered)],
      };
    case 'unknown-session':
      return {
        content: 'This card is no longer stored, so there is nothing to answer. `/quiz due` asks what is due now.',
        components: [...otherRows(answered)],
      };
  }
}

function afterText({ item }: FeedbackScreen, { dueCardCount }: LessonOutline): string {
  if (item.outcome === 'undone') return '';
  const left =
    dueCardCount === 0 ? [] : [`${countText(dueCardCount, 'more card')} ${dueCardCount === 1 ? 'is' : 'are'} due.`];
  // Only to be shown the answer is no study.
  const counts = item.outcome === 'skipped' ? [] : ['That counts for today.'];
  return [...counts, ...left].join(' ');
}

/** Other ways to begin, and the reminder's own buttons: there is nothing left to put off or to skip. */
function otherRows({ delivery, reminder, outline, nowMs }: AnsweredReminder): readonly ActionRow[] {
  const isComing = reminder.status === 'active' && !isPaused(reminder, nowMs);
  const own = reminderButtons(reminder.personId, delivery.id, isComing ? ['pause', 'stop'] : ['resume']);
  return [...actionRow(outline.actions), ...buttonRows(own)];
}
