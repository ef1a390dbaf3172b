// Puts a reminder's lesson together from study and quiz: the next topic with its reason, what is due, and ways to begin.

import type { Lesson, LessonAction, LessonComposer } from '../reminders/lesson.ts';
import { streakOf } from '../study/streak.ts';
import { nextTopicOf, type StudyService } from '../study/study-service.ts';
import { encodeCustomId } from '../views/custom-id.ts';
import { reasonText } from '../views/next-topic-text.ts';
import { QUIZ_START } from '../views/quiz-custom-ids.ts';
import { explainButton } from '../views/study-controls.ts';

/** Short enough for a coffee, long enough to notice something. */
const CARDS_OFFERED = 5;

export function createLessonComposer(study: StudyService): LessonComposer {
  return {
    async compose(personId, nowMs): Promise<Lesson> {
      const state = await study.stateOf(personId, nowMs);
      const next = nextTopicOf(state);
      const topic = next.kind === 'topic' || next.kind === 'choose' ? next.topic : undefined;
      const dueCardCount = await study.reviews.dueCount(personId, nowMs);
      const [reason] = next.kind === 'topic' || next.kind === 'choose' ? next.reasons : [];
      const actions: LessonAction[] = [quizAction(personId, dueCardCount)];
      if (topic !== undefined) {
        const { label = 'Explain', custom_id: customId } = explainButton(topic, personId);
        actions.push({ label, customId });
      }
      return {
        nextTopic:
          topic === undefined
            ? undefined
            : { title: topic.shortTitle, reason: reason === undefined ? '' : reasonText(reason) },
        dueCardCount,
        card: undefined,
        streakDays: streakOf(state.record.studyDays, state.moment).days,
        actions,
      };
    },
  };
}

/** Due cards come first; without any, a few kubectl ones keep the day going. */
function quizAction(personId: string, dueCardCount: number): LessonAction {
  const isDue = dueCardCount > 0;
  const args = { deck: isDue ? 'due' : 'kubectl', count: CARDS_OFFERED, mode: 'mixed' } as const;
  return {
    label: isDue ? 'Review what is due' : `Quiz: ${CARDS_OFFERED} kubectl cards`,
    customId: encodeCustomId(QUIZ_START, personId, args),
  };
}
