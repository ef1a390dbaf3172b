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

/** The most that is ever let through within WINDOW_MS: how much above the rate it may go to catch up. */
const SPARE_PER_WINDOW = 3;
/** A little over a second, since requests arrive closer together than they left when some are held up and others not. */
const WINDOW_MS = 1_020;
/** How many seconds' worth is caught up, at most, of what late timers and stalls held back. */
const CATCH_UP_SECONDS = 5;
/** How much faster than the rate it goes while it catches up, but for the first BURST requests. */
const CATCH_UP_FACTOR = 2;
/** At most so many leave in one moment: a starved process's timers come late each time, so that several are owed then. */
const BURST = 12;
const SECOND_MS = 1000;

/**
 * Even spacing, with a cap on what any second holds. All goes by the time that really passed when a request is let
 * through: slots reserved ahead would come due together after a busy moment. tests/reminders/send-pace.test.ts starves
 * it in many patterns, which is where the figures above come from.
 *
 * @param timing monotonic time and waiting, in ms: the pace follows the machine's time, not the clock that people see,
 * since it is the network that it spares.
 */
export function createSendPace(
  requestsPerSecond: number,
  timing: { readonly monotonicMs: () => number; readonly wait: (durationMs: number) => Promise<void> },
): SendPace {
  const spacingMs = SECOND_MS / requestsPerSecond;
  const mean = createBucket(spacingMs, requestsPerSecond * CATCH_UP_SECONDS, timing.monotonicMs);
  const peak = createBucket(spacingMs / CATCH_UP_FACTOR, BURST, timing.monotonicMs);
  const recent = createWindow(requestsPerSecond + SPARE_PER_WINDOW);
  let lastAtMs = Number.NEGATIVE_INFINITY;
  let heldUntilMs = Number.NEGATIVE_INFINITY;
  let askingCount = 0;
  let turn = Promise.resolve();

  const waitUntil = async (instantMs: number): Promise<void> => {
    for (let leftMs = instantMs - timing.monotonicMs(); leftMs > 0; leftMs = instantMs - timing.monotonicMs()) {
      await timing.wait(leftMs);
    }
  };

  const letThrough = async (requestCount: number): Promise<void> => {
    const whenFree = (): Promise<void> =>
      waitUntil(Math.max(mean.freeAtMs(), peak.freeAtMs(), recent.freeAtMs(requestCount)));
    await whenFree();
    // A hold may have come during the wait.
    while (heldUntilMs > timing.monotonicMs()) {
      await waitUntil(heldUntilMs);
      mean.startAfresh();
      await whenFree();
    }
    mean.take(requestCount);
    peak.take(requestCount);
    lastAtMs = timing.monotonicMs();
    recent.add(lastAtMs, requestCount);
    askingCount -= 1;
  };

  return {
    take(requestCount) {
      // What came between the last one and now was not a stall: until a moment ago nobody wanted anything.
      if (askingCount === 0 && timing.monotonicMs() - lastAtMs > spacingMs) mean.startAfresh();
      askingCount += 1;
      turn = turn.then(() => letThrough(requestCount));
      return turn;
    },
    holdFor(durationMs) {
      heldUntilMs = Math.max(heldUntilMs, timing.monotonicMs() + durationMs);
    },
  };
}

interface Bucket {
  /** When a token is there. One is enough to begin; what is taken beyond is a debt that the next one waits for. */
  freeAtMs(): number;
  take(count: number): void;
  /** Nothing is owed for a time in which nobody asked, or Discord wanted rest. */
  startAfresh(): void;
}

/** Gets a token every `spacingMs`, and holds at most so many. */
function createBucket(spacingMs: number, most: number, monotonicMs: () => number): Bucket {
  let tokens = 1;
  let filledAtMs = monotonicMs();
  const fill = (): void => {
    const nowMs = monotonicMs();
    tokens = Math.min(Math.max(1, most), tokens + (nowMs - filledAtMs) / spacingMs);
    filledAtMs = nowMs;
  };
  return {
    freeAtMs() {
      fill();
      return filledAtMs + Math.max(0, 1 - tokens) * spacingMs;
    },
    take(count) {
      fill();
      tokens -= count;
    },
    startAfresh() {
      fill();
      tokens = Math.min(tokens, 1);
    },
  };
}

/** The instants of the latest requests, as many as a window may hold. */
function createWindow(limit: number): { freeAtMs(count: number): number; add(atMs: number, count: number): void } {
  const size = Math.max(2, Math.floor(limit));
  const times: number[] = [];
  let oldest = 0;
  return {
    /** When the window has room for so many more, at most two. */
    freeAtMs(count) {
      const leaving = times.length + count - size;
      return leaving <= 0 ? Number.NEGATIVE_INFINITY : (times[(oldest + leaving - 1) % size] ?? 0) + WINDOW_MS;
    },
    add(atMs, count) {
      for (let index = 0; index < count; index += 1) {
        if (times.length < size) times.push(atMs);
        else {
          times[oldest] = atMs;
          oldest = (oldest + 1) % size;
        }
      }
    },
  };
}
