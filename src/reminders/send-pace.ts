// Spaces requests evenly below a rate, so that a full minute's reminders leave room for answers.

export interface SendPace {
  /** Resolves when the given number of requests may be made at once; callers are let through in the order of asking. */
  take(requestCount: number): Promise<void>;
  /** Nothing more is let through for that long, e.g. after a 429. */
  holdFor(durationMs: number): void;
}

/**
 * Discord allows a bot 50 requests a second in all (https://discord.com/developers/docs/topics/rate-limits); answers to
 * interactions do not count.
 */
export const REMINDER_REQUESTS_PER_SECOND = 46;

/** Above the rate by so much may any second be: what a busy process did not send is caught up, but never in one crowd. */
const SPARE_PER_SECOND = 1;
/** How much faster than the rate it goes while it catches up. */
const CATCH_UP_FACTOR = 2;
/** The longest stall, in seconds, that is caught up. */
const CATCH_UP_SECONDS = 0.5;
const SECOND_MS = 1000;

/**
 * Even spacing by a token bucket, with a cap on what any second holds. Both go by the time that really passed when a
 * request is let through: slots reserved ahead would all come due together after a busy moment.
 *
 * @param timing monotonic time and waiting, in ms: the pace follows the machine's time, not the clock that people see,
 * since it is the network that it spares.
 */
export function createSendPace(
  requestsPerSecond: number,
  timing: { readonly monotonicMs: () => number; readonly wait: (durationMs: number) => Promise<void> },
): SendPace {
  const spacingMs = SECOND_MS / requestsPerSecond;
  const mostTokens = Math.max(1, requestsPerSecond * CATCH_UP_SECONDS);
  const recent = createWindow(requestsPerSecond + SPARE_PER_SECOND);
  let tokens = 1;
  let filledAtMs = Number.NEGATIVE_INFINITY;
  let lastAtMs = Number.NEGATIVE_INFINITY;
  let heldUntilMs = Number.NEGATIVE_INFINITY;
  let askingCount = 0;
  let turn = Promise.resolve();

  const waitUntil = async (instantMs: number): Promise<void> => {
    for (let leftMs = instantMs - timing.monotonicMs(); leftMs > 0; leftMs = instantMs - timing.monotonicMs()) {
      await timing.wait(leftMs);
    }
  };
  /** Nothing is owed for a time in which nobody asked, or Discord wanted rest. */
  const startAfresh = (): void => {
    tokens = Math.min(tokens, 1);
    filledAtMs = timing.monotonicMs();
  };
  const fill = (): void => {
    const nowMs = timing.monotonicMs();
    tokens = Math.min(mostTokens, tokens + (nowMs - filledAtMs) / spacingMs);
    filledAtMs = nowMs;
  };

  const letThrough = async (requestCount: number): Promise<void> => {
    if (heldUntilMs > timing.monotonicMs()) {
      await waitUntil(heldUntilMs);
      startAfresh();
    }
    fill();
    // One token is enough to begin; a second request of the same delivery is a debt that the next one waits for.
    const tokenAtMs = timing.monotonicMs() + Math.max(0, 1 - tokens) * spacingMs;
    await waitUntil(Math.max(tokenAtMs, lastAtMs + spacingMs / CATCH_UP_FACTOR, recent.freeAtMs()));
    fill();
    tokens -= requestCount;
    lastAtMs = timing.monotonicMs();
    recent.add(lastAtMs, requestCount);
    askingCount -= 1;
  };

  return {
    take(requestCount) {
      // What came between the last one and now was not a stall: until a moment ago nobody wanted anything.
      if (askingCount === 0 && timing.monotonicMs() - lastAtMs > spacingMs) {
        fill();
        startAfresh();
      }
      askingCount += 1;
      turn = turn.then(() => letThrough(requestCount));
      return turn;
    },
    holdFor(durationMs) {
      heldUntilMs = Math.max(heldUntilMs, timing.monotonicMs() + durationMs);
    },
  };
}

/** The instants of the latest requests, as many as a second may hold. */
function createWindow(limit: number): { freeAtMs(): number; add(atMs: number, count: number): void } {
  const size = Math.max(1, Math.floor(limit));
  const times: number[] = [];
  let oldest = 0;
  return {
    freeAtMs: () => (times.length < size ? Number.NEGATIVE_INFINITY : (times[oldest] ?? 0) + SECOND_MS),
    add(atMs, count) {
      for (let index = 0; index < Math.min(count, size); index += 1) {
        if (times.length < size) times.push(atMs);
        else {
          times[oldest] = atMs;
          oldest = (oldest + 1) % size;
        }
      }
    },
  };
}
