// Spaces requests evenly below a rate, so that a full minute's reminders leave room for answers.

export interface SendPace {
  /** Resolves when the given number of requests may be made. */
  take(requestCount: number): Promise<void>;
  /** Nothing is let through for that long, e.g. after a 429. */
  holdFor(durationMs: number): void;
}

/** Requests that may follow each other at once after a pause: with it, no second holds more than rate + burst. */
const BURST = 3;

/** Discord allows a bot 50 requests a second in all (https://discord.com/developers/docs/topics/rate-limits). */
export const REMINDER_REQUESTS_PER_SECOND = 46;

/**
 * @param timing monotonic time and waiting, in ms: the pace follows the machine's time, not the clock that people see,
 * since it is the network that it spares.
 */
export function createSendPace(
  requestsPerSecond: number,
  timing: { readonly monotonicMs: () => number; readonly wait: (durationMs: number) => Promise<void> },
): SendPace {
  const spacingMs = 1000 / requestsPerSecond;
  let freeAtMs = Number.NEGATIVE_INFINITY;
  return {
    async take(requestCount) {
      const nowMs = timing.monotonicMs();
      const slotMs = Math.max(freeAtMs, nowMs - BURST * spacingMs);
      freeAtMs = slotMs + requestCount * spacingMs;
      if (slotMs > nowMs) await timing.wait(slotMs - nowMs);
    },
    holdFor(durationMs) {
      freeAtMs = Math.max(freeAtMs, timing.monotonicMs() + durationMs);
    },
  };
}
