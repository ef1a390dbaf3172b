// Spaces requests evenly below a rate, so that a full minute's reminders leave room for answers.

export interface SendPace {
  /**
   * Runs what makes so many requests, one or two, once they may be made; callers get their turns in the order of asking.
   * @returns what it returns.
   */
  run<T>(requestCount: number, requests: () => Promise<T>): Promise<T>;
  /** Nothing more is let through for that long, e.g. after a 429. */
  holdFor(durationMs: number): void;
}

/**
 * Discord allows a bot 50 requests a second in all (https://discord.com/developers/docs/topics/rate-limits); answers to
 * interactions do not count.
 */
export const REMINDER_REQUESTS_PER_SECOND = 46;

/** How much above the rate any second may be, to catch up. */
const SPARE_PER_WINDOW = 3;
/** How many seconds' worth is caught up, at most, of what late timers and stalls held back. */
const CATCH_UP_SECONDS = 5;
/** How much faster than the rate it goes while it catches up, but for the first BURST requests. */
const CATCH_UP_FACTOR = 2;
/** At most so many leave in one moment: a starved process's timers come late each time, so that several are owed then. */
const BURST = 12;
/** How long a wait may be before it is looked again: an answer, or a hold, changes what there is to wait for. */
const LONGEST_WAIT_MS = 100;
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
  const recent = createWindow(requestsPerSecond + SPARE_PER_WINDOW, timing.monotonicMs);
  let lastAtMs = Number.NEGATIVE_INFINITY;
  let heldUntilMs = Number.NEGATIVE_INFINITY;
  let askingCount = 0;
  let turn: Promise<unknown> = Promise.resolve();

  const waitUntil = async (whenMs: () => number): Promise<void> => {
    for (let leftMs = whenMs() - timing.monotonicMs(); leftMs > 0; leftMs = whenMs() - timing.monotonicMs()) {
      await timing.wait(Math.min(leftMs, LONGEST_WAIT_MS));
    }
  };

  /** @returns what to call once the requests are answered. */
  const letThrough = async (requestCount: number): Promise<() => void> => {
    const freeAtMs = (): number => Math.max(mean.freeAtMs(), peak.freeAtMs(), recent.freeAtMs(requestCount));
    await waitUntil(freeAtMs);
    // A hold may have come during the wait.
    while (heldUntilMs > timing.monotonicMs()) {
      await waitUntil(() => heldUntilMs);
      mean.startAfresh();
      await waitUntil(freeAtMs);
    }
    mean.take(requestCount);
    peak.take(requestCount);
    lastAtMs = timing.monotonicMs();
    askingCount -= 1;
    return recent.add(requestCount);
  };

  return {
    async run(requestCount, requests) {
      // What came between the last one and now was not a stall: until a moment ago nobody wanted anything.
      if (askingCount === 0 && timing.monotonicMs() - lastAtMs > spacingMs) mean.startAfresh();
      askingCount += 1;
      const through = turn.then(() => letThrough(requestCount));
      turn = through;
      const setAnswered = await through;
      try {
        return await requests();
      } finally {
        setAnswered();
      }
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

/** A request that never comes to an end counts no longer than this: well beyond the client's own patience, 15 s. */
const FORGOTTEN_AFTER_MS = 60_000;
/** Answers from which the shortest tells how long the way to Discord and back takes by itself. */
const ANSWERS_KEPT = 50;

/**
 * The latest requests, as many as a second may hold. When a request arrives is known only to lie between its departure
 * and its answer: held up on the way, it may arrive together with others that left a second later. So it counts from its
 * departure until a second after its answer, less the way back: half of the shortest way there and back.
 */
function createWindow(
  limit: number,
  monotonicMs: () => number,
): { freeAtMs(count: number): number; add(count: number): () => void } {
  const size = Math.max(2, Math.floor(limit));
  let slots: { freeAtMs: number }[] = [];
  const answerMs: number[] = [];
  return {
    /** When there is room for so many more, at most two, as far as is known by now. */
    freeAtMs(count) {
      const nowMs = monotonicMs();
      slots = slots.filter((slot) => slot.freeAtMs > nowMs);
      const leaving = slots.length + count - size;
      const ends = slots.map((slot) => slot.freeAtMs).sort((left, right) => left - right);
      return leaving <= 0 ? nowMs : (ends[leaving - 1] ?? nowMs);
    },
    add(count) {
      const leftAtMs = monotonicMs();
      const added = Array.from({ length: count }, () => ({ freeAtMs: leftAtMs + FORGOTTEN_AFTER_MS }));
      slots.push(...added);
      return () => {
        const nowMs = monotonicMs();
        answerMs.push(nowMs - leftAtMs);
        if (answerMs.length > ANSWERS_KEPT) answerMs.shift();
        const countsUntilMs = nowMs - Math.min(...answerMs) / 2 + SECOND_MS;
        for (const slot of added) slot.freeAtMs = Math.min(slot.freeAtMs, countsUntilMs);
      };
    },
  };
}
