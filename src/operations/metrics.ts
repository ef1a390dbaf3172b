// What the bot counts about itself, in Prometheus's terms; no label holds a person, a server or a text.

import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { type AssistantMetrics, createAssistantMetrics } from './assistant-metrics.ts';

export type RequestOutcome = 'answered' | 'refused' | 'failed';

export interface Metrics {
  countRequest(name: string, outcome: RequestOutcome, durationMs: number): void;
  readonly assistant: AssistantMetrics;
  /** The text exposition of everything counted, and its content type. */
  expose(): Promise<{ readonly text: string; readonly contentType: string }>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'studypod_' });
  const requests = new Counter({
    name: 'studypod_requests_total',
    help: 'Commands, component uses and messages handled, by name and outcome.',
    labelNames: ['name', 'outcome'],
    registers: [registry],
  });
  const durations = new Histogram({
    name: 'studypod_request_duration_seconds',
    help: 'Time from the arrival of a request to the end of its answer.',
    labelNames: ['name'],
    // Discord's deadline for the first answer is 3 s.
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  return {
    assistant: createAssistantMetrics(registry),
    countRequest(name, outcome, durationMs) {
      requests.inc({ name, outcome });
      durations.observe({ name }, durationMs / 1_000);
    },
    async expose() {
      return { text: await registry.metrics(), contentType: registry.contentType };
    },
  };
}
