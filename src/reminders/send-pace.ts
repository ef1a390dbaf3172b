// Spaces requests evenly below a rate, so that a full minute's reminders leave room for answers.

export interface SendPace {
  /** Resolves when the given number of requests may be made at once; callers are let through in the order of asking. */
  take(requestCount: number): Promise<void>;
  /** Nothing more is let through for that long, e.g. after a 429. */
  holdFor(durationMs: number): void;
}

/**
 * Discord allows a bot 50 requests a second in all (https://discord.com/developers/docs/topics/rate-limits); answers to
 * interactions do not count. Rate and burst together stay below that in every second, wherever it begins.
 */
export const REMINDER_REQUESTS_PER_SECOND = 46;

/** What may be caught up at once after the process was busy: with less, every small stall would slow the whole minute. */
const BURST = 3;

/**
 * A token bucket that is filled by the time that really passed when a request is let through: requests that piled up
 * behind a busy moment are still spaced, where reserved slots would all come due together.
 *
 * @param timing monotonic time and waiting, in ms: the pace follows the machine's time, not the clock that people see,
 * since it is the network that it spares.
 */
export function createSendPace(
  requestsPerSecond: number,
  timing: { readonly monotonicMs: () => number; readonly wait: (durationMs: number) => Promise<void> },
): SendPace {
  const spacingMs = 1000 / requestsPerSecond;
  let tokens = 1;
  let filledAtMs = Number.NEGATIVE_INFINITY;
  let heldUntilMs = Number.NEGATIVE_INFINITY;
  let turn = Promise.resolve();

  const fill = (): void => {
    const nowMs = timing.monotonicMs();
    tokens = Math.min(BURST, tokens + Math.max(0, nowMs - filledAtMs) / spacingMs);
    filledAtMs = Math.max(filledAtMs, nowMs);
  };

  const letThrough = async (requestCount: number): Promise<void> => {
    for (let holdMs = heldUntilMs - timing.monotonicMs(); holdMs > 0; holdMs = heldUntilMs - timing.monotonicMs()) {
      await timing.wait(holdMs);
      tokens = 0;
      filledAtMs = timing.monotonicMs();
    }
    fill();
    // One token is enough to begin; the rest is a debt that the next one waits for.
    if (tokens < 1) {
      await timing.wait((1 - tokens) * spacingMs);
      fill();
    }
    tokens -= requestCount;
  };

  return {
    take(requestCount) {
      turn = turn.then(() => letThrough(requestCount));
      return turn;
    },
    holdFor(durationMs) {
      heldUntilMs = Math.max(heldUntilMs, timing.monotonicMs() + durationMs);
    },
  };
}
