// The card of a reminder, answered where it stands: the message keeps its lesson and gets the feedback.

import type { Quiz } from '../quiz/quiz.ts';
import type { LessonOutliner } from '../reminders/lesson.ts';
import type { ReminderStore } from '../reminders/reminder-store.ts';
import { reactionView } from '../views/remind-view.ts';
import { reminderAnswerView } from '../views/reminder-answer-view.ts';
import { REMINDER_CARD } from '../views/reminder-custom-ids.ts';
import { type ComponentHandler, handleComponent } from './command.ts';
import { learnerOf } from './quiz-components.ts';

export interface ReminderCardDeps {
  readonly store: Pick<ReminderStore, 'find' | 'findDelivery' | 'noteReaction'>;
  readonly quiz: Pick<Quiz, 'choose' | 'skip' | 'undo'>;
  readonly lessons: LessonOutliner;
}

const GONE = { kind: 'gone' } as const;

export function reminderCardComponent({ store, quiz, lessons }: ReminderCardDeps): ComponentHandler {
  return handleComponent(REMINDER_CARD, { ack: 'immediate', visibility: 'personal' }, async (request) => {
    const { person, nowMs, args } = request;
    const delivery = await store.findDelivery(args.delivery);
    let reminder = await store.find(person.id);
    if (delivery === undefined || reminder === undefined) {
      const reaction = reminder === undefined ? GONE : ({ kind: 'past', nextAtMs: reminder.nextAtMs } as const);
      return { kind: 'edit', message: reactionView(person.id, args.delivery, reaction) };
    }
    // A press shows that somebody is there, whatever became of the answer.
    if (reminder.status === 'active') {
      await store.noteReaction(person.id, nowMs);
      reminder = { ...reminder, lastReactionAtMs: nowMs, unansweredCount: 0 };
    }
    const address = { sessionId: args.session, position: 0 };
    const learner = learnerOf(request);
    const outcome =
      args.step === 'undo'
        ? await quiz.undo(learner, address)
        : args.step === 'show'
          ? await quiz.skip(learner, address)
          : await quiz.choose(learner, address, Number(args.step));
    const outline = await lessons.outline(person.id, nowMs);
    return { kind: 'edit', message: reminderAnswerView({ delivery, reminder, outline, nowMs }, outcome) };
  });
}
