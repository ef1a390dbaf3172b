// What the study rules ask of the quiz: cards due and what a person has shown; implemented on the quiz's side.

/** Results on the cards of one topic. */
export interface TopicShowing {
  readonly topicId: string;
  /** Cards answered at least once. */
  readonly answered: number;
  /** Of these, the cards whose last answer was right. */
  readonly right: number;
}

export interface ReviewCounts {
  /** Cards of the person due at or before the instant. */
  dueCount(personId: string, nowMs: number): Promise<number>;
  /** When each card due before `untilMs` is due, epoch ms in any order; what is due already counts at `nowMs`. */
  dueInstants(personId: string, span: { readonly nowMs: number; readonly untilMs: number }): Promise<readonly number[]>;
  /** Topics without an answered card are absent. */
  topicShowings(personId: string): Promise<readonly TopicShowing[]>;
}

/** For a bot without cards, and for tests of what does not need them. */
export const NO_REVIEWS: ReviewCounts = {
  dueCount: async () => 0,
  dueInstants: async () => [],
  topicShowings: async () => [],
};
