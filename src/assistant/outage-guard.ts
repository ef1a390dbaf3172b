// Keeps an outage of the model from costing every person the wait: a circuit breaker, and the pause that the API asked for.

import { BrokenCircuitError, CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel';
import type { Clock } from '../operations/clock.ts';
import { type ModelEvent, ModelFault, type ModelFaultCode, type ModelPort } from './model-port.ts';

export interface OutageSettings {
  /** Failures in a row that open the circuit. */
  readonly failures: number;
  /** How long it stays open before one question tries again. */
  readonly pauseMs: number;
}

/** Faults that say something of the model, not of one request. A broken stream says too little. */
const OUTAGE_CODES: ReadonlySet<ModelFaultCode> = new Set(['overloaded', 'down', 'slow', 'rejected']);

export interface GuardedModel extends ModelPort {
  /** Why there is no use in asking now; undefined when there is. */
  unavailable(): 'down' | 'rate-limited' | undefined;
}

/** Counts what happens before the first event: from then on the model is there. */
export function guardModel(port: ModelPort, settings: OutageSettings, clock: Clock): GuardedModel {
  const policy = circuitBreaker(
    handleWhen((fault) => fault instanceof ModelFault && OUTAGE_CODES.has(fault.code)),
    { halfOpenAfter: settings.pauseMs, breaker: new ConsecutiveBreaker(settings.failures) },
  );
  let openedAtMs = 0;
  let notBeforeMs = 0;
  policy.onBreak(() => {
    openedAtMs = clock.nowMs();
  });

  const open = async (events: AsyncIterator<ModelEvent>): Promise<IteratorResult<ModelEvent>> => {
    try {
      return await policy.execute(() => events.next());
    } catch (fault) {
      if (fault instanceof BrokenCircuitError) throw new ModelFault('down', 'circuit is open', { cause: fault });
      if (fault instanceof ModelFault && fault.retryAfterMs !== undefined) {
        notBeforeMs = clock.nowMs() + fault.retryAfterMs;
      }
      throw fault;
    }
  };

  return {
    unavailable() {
      if (clock.nowMs() < notBeforeMs) return 'rate-limited';
      // While one question tries again, the others are not made to wait for it.
      if (policy.state === CircuitState.HalfOpen) return 'down';
      const isPausing = policy.state === CircuitState.Open && clock.nowMs() < openedAtMs + settings.pauseMs;
      return isPausing ? 'down' : undefined;
    },
    async *answer(request, signal) {
      const events = port.answer(request, signal)[Symbol.asyncIterator]();
      try {
        for (let next = await open(events); next.done !== true; next = await events.next()) yield next.value;
      } finally {
        await events.return?.();
      }
    },
  };
}
