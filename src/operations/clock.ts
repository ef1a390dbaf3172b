// The only source of "now": everything that needs the time is handed a Clock, so tests and the sandbox can move it.

export interface Clock {
  /** The current instant, epoch milliseconds UTC. */
  nowMs(): number;
}

/** The machine's own clock. */
export const systemClock: Clock = { nowMs: () => Date.now() };
