// Who may be answered now: one running answer a person, a few for the whole bot, and a place in the queue for the rest.

export interface QueueLimits {
  /** Answers at once for the whole bot. */
  readonly maxRunning: number;
  readonly maxWaiting: number;
  readonly maxWaitingPerPerson: number;
}

export interface Ticket {
  /** 0: it is this one's turn. 1: the next to wait for, and so on. */
  place(): number;
  /** Resolves at the next change of any place. */
  changed(): Promise<void>;
  /** Must be called once it is over, also without a turn; more calls do nothing. */
  leave(): void;
}

export interface AnswerQueue {
  counts(): { readonly running: number; readonly waiting: number };
  /** undefined when too many wait already. */
  enter(personId: string): Ticket | undefined;
}

interface Entry {
  readonly personId: string;
  isRunning: boolean;
}

/** First come, first served, but nobody waits behind a person whose own earlier answer still runs. */
export function createAnswerQueue(limits: QueueLimits): AnswerQueue {
  const waiting: Entry[] = [];
  const running = new Set<Entry>();
  let change = Promise.withResolvers<void>();

  const admit = (): void => {
    const busy = new Set([...running].map((entry) => entry.personId));
    for (const entry of [...waiting]) {
      if (running.size >= limits.maxRunning) break;
      if (busy.has(entry.personId)) continue;
      busy.add(entry.personId);
      waiting.splice(waiting.indexOf(entry), 1);
      running.add(entry);
      entry.isRunning = true;
    }
    const passed = change;
    change = Promise.withResolvers<void>();
    passed.resolve();
  };

  return {
    counts: () => ({ running: running.size, waiting: waiting.length }),
    enter(personId) {
      const own = waiting.filter((entry) => entry.personId === personId).length;
      if (waiting.length >= limits.maxWaiting || own >= limits.maxWaitingPerPerson) return undefined;
      const entry: Entry = { personId, isRunning: false };
      waiting.push(entry);
      admit();
      return {
        place: () => (entry.isRunning ? 0 : waiting.indexOf(entry) + 1),
        changed: () => change.promise,
        leave() {
          const at = waiting.indexOf(entry);
          if (at >= 0) waiting.splice(at, 1);
          if (running.delete(entry) || at >= 0) admit();
        },
      };
    },
  };
}
