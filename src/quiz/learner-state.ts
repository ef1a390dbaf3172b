// What a person knows of the cards there are, and what they have done today: read once before cards are chosen.

import { studyMomentOf, userDayEndMs } from '../study/user-day.ts';
import type { Catalogue } from './catalogue.ts';
import type { Learner, QuizDeps } from './quiz.ts';
import type { LearnerState } from './session-plan.ts';

/** What is known of the person now; cards that left the knowledge are left out. */
export async function readLearner(
  deps: Pick<QuizDeps, 'store' | 'timezoneOf'>,
  { personId, nowMs }: Pick<Learner, 'personId' | 'nowMs'>,
  { byId }: Pick<Catalogue, 'byId'>,
): Promise<LearnerState & { readonly userDay: string }> {
  const { timezone, userDay } = studyMomentOf(nowMs, await deps.timezoneOf(personId, nowMs));
  const known = await deps.store.knownCards(personId);
  const activity = await deps.store.activityOn(personId, userDay);
  return {
    startedTopicIds: new Set(await deps.store.startedTopicIds(personId)),
    known: known.filter((card) => byId.has(card.cardId)),
    newCardsToday: activity.newCards,
    reviewsToday: activity.reviews - activity.newCards,
    nowMs,
    userDay,
    userDayEndMs: userDayEndMs(nowMs, timezone),
  };
}
