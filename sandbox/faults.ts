// Faults in force: what is to go wrong on purpose, and for how long. Real time, never the sandbox's clock.

import { createChance } from './chance.ts';
import type { Fault, FaultsView } from './protocol.ts';

const DEFAULT_SEED = 1;

export interface Faults {
  view(): FaultsView;
  areSocketsRefused(): boolean;
  /** Milliseconds that the storm still lasts; 0 without one. */
  stormLeftMs(): number;
  /** Draws once: what happens to one REST request. `lost`: it is carried out, but its answer is a 5xx. */
  drawServerError(): 'none' | 'refused' | 'lost';
  /** Takes over the part of a fault that lasts; cutting sockets and losing sessions is the gateway's. */
  set(fault: Fault): void;
}

interface FaultState {
  refuseSocketsUntilMs: number;
  serverErrorProbability: number;
  isAnswerLost: boolean;
  rateLimitStormUntilMs: number;
  slowRestMs: number;
  areRateLimitsOn: boolean;
  chance: () => number;
}

export function createFaults(realNowMs: () => number = Date.now): Faults {
  const state = calm();
  return {
    view: () => ({
      refuseSocketsUntilMs: state.refuseSocketsUntilMs,
      serverErrorProbability: state.serverErrorProbability,
      rateLimitStormUntilMs: state.rateLimitStormUntilMs,
      slowRestMs: state.slowRestMs,
      areRateLimitsOn: state.areRateLimitsOn,
    }),
    areSocketsRefused: () => realNowMs() < state.refuseSocketsUntilMs,
    stormLeftMs: () => Math.max(0, state.rateLimitStormUntilMs - realNowMs()),
    drawServerError() {
      if (state.serverErrorProbability === 0 || state.chance() >= state.serverErrorProbability) return 'none';
      return state.isAnswerLost ? 'lost' : 'refused';
    },
    set: (fault) => apply(state, fault, realNowMs()),
  };
}

function calm(): FaultState {
  return {
    refuseSocketsUntilMs: 0,
    serverErrorProbability: 0,
    isAnswerLost: false,
    rateLimitStormUntilMs: 0,
    slowRestMs: 0,
    areRateLimitsOn: false,
    chance: createChance(DEFAULT_SEED),
  };
}

function apply(state: FaultState, fault: Fault, nowMs: number): void {
  switch (fault.kind) {
    case 'refuse-sockets':
      state.refuseSocketsUntilMs = nowMs + fault.seconds * 1000;
      break;
    case 'server-errors':
      state.serverErrorProbability = fault.probability;
      state.isAnswerLost = fault.isAnswerLost ?? false;
      state.chance = createChance(fault.seed ?? DEFAULT_SEED);
      break;
    case 'rate-limit-storm':
      state.rateLimitStormUntilMs = nowMs + fault.seconds * 1000;
      break;
    case 'rate-limits':
      state.areRateLimitsOn = fault.on;
      break;
    case 'slow-rest':
      state.slowRestMs = fault.ms;
      break;
    case 'clear':
      Object.assign(state, calm());
      break;
    case 'cut-sockets':
    case 'reconnect':
    case 'lose-sessions':
      break;
  }
}
