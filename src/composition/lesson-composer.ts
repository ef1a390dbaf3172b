// Puts a reminder's lesson together from study and quiz: a card, the next topic with its reason, and ways to begin.

import type { Topic } from '../knowledge/types.ts';
import type { Quiz } from '../quiz/quiz.ts';
import type { LessonAction, LessonComposer, LessonOutline, LessonOutliner } from '../reminders/lesson.ts';
import { streakOf } from '../study/streak.ts';
import { nextTopicOf, type StudyService } from '../study/study-service.ts';
import { encodeCustomId } from '../views/custom-id.ts';
import { reasonText } from '../views/next-topic-text.ts';
import { QUIZ_START } from '../views/quiz-custom-ids.ts';
import { explainButton } from '../views/study-controls.ts';

/** Short enough for a coffee, long enough to notice something. */
const CARDS_OFFERED = 5;

export function createLessonComposer(study: StudyService, quiz: Pick<Quiz, 'offer'>): LessonComposer & LessonOutliner {
  return {
    async compose(personId, nowMs) {
      const { topic, outline } = await outlineLesson(study, personId, nowMs);
      return { ...outline, card: await quiz.offer({ personId, nowMs, topicId: topic?.id }) };
    },
    outline: async (personId, nowMs) => (await outlineLesson(study, personId, nowMs)).outline,
  };
}

async function outlineLesson(
  study: StudyService,
  personId: string,
  nowMs: number,
): Promise<{ readonly topic: Topic | undefined; readonly outline: LessonOutline }> {
  const state = await study.stateOf(personId, nowMs);
  const next = nextTopicOf(state);
  const topic = next.kind === 'topic' || next.kind === 'choose' ? next.topic : undefined;
  const dueCardCount = await study.reviews.dueCount(personId, nowMs);
  const [reason] = next.kind === 'topic' || next.kind === 'choose' ? next.reasons : [];
  const actions: LessonAction[] = [quizAction(personId, dueCardCount)];
  if (topic !== undefined) {
    const { label = 'Explain', custom_id: customId } = explainButton(topic, personId);
    // Beside a card, plain “Explain” would be taken for the card's.
    actions.push({ label: `${label} ${topic.shortTitle}`, customId });
  }
  const { days: streakDays, hasStudiedToday } = streakOf(state.record.studyDays, state.moment);
  const nextTopic =
    topic === undefined
      ? undefined
      : { title: topic.shortTitle, reason: reason === undefined ? '' : reasonText(reason) };
  return { topic, outline: { nextTopic, dueCardCount, streakDays, hasStudiedToday, actions } };
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
