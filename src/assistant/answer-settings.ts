// How long, how many and how often: the limits of the assistant that are not settings of the operator.

import type { QueueLimits } from './answer-queue.ts';
import type { Deadlines } from './deadlines.ts';
import type { OutageSettings } from './outage-guard.ts';

export interface AssistantLimits {
  readonly deadlines: Deadlines;
  readonly outage: OutageSettings;
  readonly queue: QueueLimits;
  /** How long a question may wait for its turn before the knowledge base answers it. */
  readonly maxWaitMs: number;
  /** Least time between two states of a growing text; the sender shows one a second at most. */
  readonly progressEveryMs: number;
  /** Passages given with a question. */
  readonly passages: number;
  /** Longer questions are cut, in characters; Discord's own limit for a message of a subscriber is 4,000. */
  readonly maxQuestionCharacters: number;
}

export const DEFAULT_LIMITS: AssistantLimits = {
  // 20 s of silence leave room for the model's thinking between a tool's result and its answer.
  deadlines: { firstEventMs: 8_000, silenceMs: 20_000, totalMs: 60_000 },
  outage: { failures: 3, pauseMs: 30_000 },
  queue: { maxRunning: 4, maxWaiting: 40, maxWaitingPerPerson: 2 },
  maxWaitMs: 90_000,
  progressEveryMs: 200,
  passages: 4,
  maxQuestionCharacters: 4_000,
};
