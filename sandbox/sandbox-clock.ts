// The sandbox's own time: real time plus an offset that people move. Discord's own deadlines (3 s, 15 min) never use it.

import type { ClockChange, ClockView } from './protocol.ts';

/** Finds the instant (epoch ms) of the next reminder that the bot will send, if any. */
export type NextReminder = () => Promise<number | undefined>;

export interface SandboxClock {
  nowMs(): number;
  /** Moves forward by `ms` (back when negative). */
  advance(ms: number): void;
  /** Calls the listener after each jump of the clock; the returned function ends that. */
  onChange(listener: () => void): () => void;
  /** Lets people jump to the next reminder; set by whoever starts the bot beside the sandbox. */
  setNextReminder(find: NextReminder): void;
  /** @throws RangeError when there is no next reminder to jump to. */
  change(change: ClockChange): Promise<void>;
  view(): ClockView;
}

export function createSandboxClock(realNowMs: () => number = Date.now): SandboxClock {
  let offsetMs = 0;
  let nextReminder: NextReminder | undefined;
  const listeners = new Set<() => void>();
  const nowMs = () => realNowMs() + offsetMs;
  const setOffset = (value: number) => {
    offsetMs = value;
    for (const listener of listeners) listener();
  };
  return {
    nowMs,
    advance: (ms) => setOffset(offsetMs + ms),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setNextReminder(find) {
      nextReminder = find;
    },
    async change(change) {
      if (change.kind === 'real') setOffset(0);
      else if (change.kind === 'advance') setOffset(offsetMs + change.ms);
      else {
        const targetMs = change.kind === 'set' ? change.nowMs : await nextReminder?.();
        if (targetMs === undefined) throw new RangeError('There is no reminder ahead to jump to.');
        setOffset(targetMs - realNowMs());
      }
    },
    view: () => ({ nowMs: nowMs(), offsetMs, knowsNextReminder: nextReminder !== undefined }),
  };
}
