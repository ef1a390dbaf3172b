// What study and reminders ask of the quiz: how much is due, when, and what was shown of each topic.

import type { ReviewCounts } from '../study/review-counts.ts';
import { studyMomentOf, userDayEndMs } from '../study/user-day.ts';
import type { QuizDeps } from './quiz.ts';
import type { KnownCard } from './quiz-store.ts';
import { forecastLoad } from './review-load.ts';

export type ReviewCountsDeps = Pick<QuizDeps, 'store' | 'catalogue' | 'timezoneOf'>;

/**
 * Counts only cards that the knowledge still has. A card is due on the whole user-day on which FSRS wants it; what is over a
 * day's measure counts for the days after it.
 */
export function createReviewCounts(deps: ReviewCountsDeps): ReviewCounts {
  const load = async (personId: string, nowMs: number) => {
    const timezone = await deps.timezoneOf(personId, nowMs);
    const { byId } = deps.catalogue();
    const known: readonly KnownCard[] = await deps.store.knownCards(personId);
    const activity = await deps.store.activityOn(personId, studyMomentOf(nowMs, timezone).userDay);
    const days = forecastLoad(
      known.filter((card) => byId.has(card.cardId)),
      { nowMs, timezone },
      activity.reviews - activity.newCards,
    );
    return { days, timezone };
  };
  return {
    async dueCount(personId, nowMs) {
      const { days } = await load(personId, nowMs);
      return days[0]?.due ?? 0;
    },
    async dueInstants(personId, { nowMs, untilMs }) {
      const { days, timezone } = await load(personId, nowMs);
      const instants: number[] = [];
      let dayStartMs = nowMs;
      for (const { due } of days) {
        for (let card = 0; card < due; card += 1) instants.push(dayStartMs);
        dayStartMs = userDayEndMs(dayStartMs, timezone);
      }
      return instants.filter((atMs) => atMs < untilMs);
    },
    async topicShowings(personId) {
      const evidence = await deps.store.evidence(personId);
      return evidence.map(({ topicId, right, total }) => ({ topicId, right, answered: total }));
    },
  };
}
