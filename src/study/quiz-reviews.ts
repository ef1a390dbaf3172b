// Answers what the study rules ask of the quiz, from what the quiz's own store offers.

import type { QuizStore } from '../quiz/quiz-store.ts';
import type { ReviewCounts } from './review-counts.ts';

export function reviewCountsFrom(quiz: Pick<QuizStore, 'knownCards' | 'evidence'>): ReviewCounts {
  return {
    async dueCount(personId, nowMs) {
      const cards = await quiz.knownCards(personId);
      return cards.filter((card) => card.memory.dueAtMs <= nowMs).length;
    },
    async dueInstants(personId, untilMs) {
      const cards = await quiz.knownCards(personId);
      return cards.map((card) => card.memory.dueAtMs).filter((dueAtMs) => dueAtMs < untilMs);
    },
    async topicShowings(personId) {
      const evidence = await quiz.evidence(personId);
      return evidence.map(({ topicId, right, total }) => ({ topicId, right, answered: total }));
    },
  };
}
