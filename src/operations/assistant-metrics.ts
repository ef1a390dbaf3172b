// What is counted of the assistant, in Prometheus's terms: answers, tokens, waiting, and whether the model is left alone.

import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** An answer that ended; nothing of it names a person or quotes anybody. */
export interface CountedAnswer {
  /** `assistant` or `knowledge`. */
  readonly mode: string;
  /** Why the knowledge base answered, or what cut the model's answer; undefined for a whole one. */
  readonly reason: string | undefined;
  /** Tokens as they are billed; the kinds do not overlap. */
  readonly usage: {
    readonly uncached: number;
    readonly cacheWrite: number;
    readonly cacheRead: number;
    readonly output: number;
  };
  /** From the question to the first text of the model, the wait for its turn included; undefined when none was shown. */
  readonly firstTextMs: number | undefined;
}

/** How the assistant stands now. */
export interface AssistantLoad {
  /** Answers under way. */
  readonly running: number;
  /** Questions in the queue. */
  readonly waiting: number;
  /** Why the model is left alone for the moment; undefined when it is asked. */
  readonly pausedFor: PauseReason | undefined;
}

type PauseReason = 'down' | 'rate-limited';

export interface AssistantMetrics {
  countAnswer(answer: CountedAnswer): void;
  /** From now on each exposition reads how the assistant stands. */
  watch(readLoad: () => AssistantLoad): void;
}

const PAUSE_REASONS: readonly PauseReason[] = ['down', 'rate-limited'];

export function createAssistantMetrics(registry: Registry): AssistantMetrics {
  const registers = [registry];
  const answers = new Counter({
    name: 'studypod_assistant_answers_total',
    help: 'Questions answered, by who answered and why not the model alone (empty for its whole answers).',
    labelNames: ['mode', 'reason'],
    registers,
  });
  const tokens = new Counter({
    name: 'studypod_assistant_tokens_total',
    help: 'Tokens that the model API billed, also for what failed: uncached, cache_write, cache_read, output.',
    labelNames: ['kind'],
    registers,
  });
  const firstText = new Histogram({
    name: 'studypod_assistant_first_text_seconds',
    help: 'Time from a question to the first text of its answer, the wait for a turn included.',
    buckets: [0.5, 1, 2, 4, 8, 15, 30, 60, 120],
    registers,
  });
  return {
    countAnswer({ mode, reason = '', usage, firstTextMs }) {
      answers.inc({ mode, reason });
      tokens.inc({ kind: 'uncached' }, usage.uncached);
      tokens.inc({ kind: 'cache_write' }, usage.cacheWrite);
      tokens.inc({ kind: 'cache_read' }, usage.cacheRead);
      tokens.inc({ kind: 'output' }, usage.output);
      if (firstTextMs !== undefined) firstText.observe(firstTextMs / 1_000);
    },
    watch(readLoad) {
      new Gauge({
        name: 'studypod_assistant_questions',
        help: 'Questions now, by state: running or waiting.',
        labelNames: ['state'],
        registers,
        collect() {
          const { running, waiting } = readLoad();
          this.set({ state: 'running' }, running);
          this.set({ state: 'waiting' }, waiting);
        },
      });
      new Gauge({
        name: 'studypod_assistant_paused',
        help: '1 while the model is left alone: down (the circuit breaker is open) or rate-limited (it asked for a wait).',
        labelNames: ['reason'],
        registers,
        collect() {
          const { pausedFor } = readLoad();
          for (const reason of PAUSE_REASONS) this.set({ reason }, reason === pausedFor ? 1 : 0);
        },
      });
    },
  };
}
