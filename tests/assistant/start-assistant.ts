// The assistant over a real database and a small knowledge base, with a model of the test's choice.

import type { AnswerProgress, EndedAnswer } from '../../src/assistant/answer.ts';
import { DEFAULT_LIMITS } from '../../src/assistant/answer-settings.ts';
import { type Assistant, type AssistantDeps, createAssistant } from '../../src/assistant/assistant.ts';
import type { AssistantStore } from '../../src/assistant/assistant-store.ts';
import type { ModelEvent, ModelPort, ModelRequest } from '../../src/assistant/model-port.ts';
import type { CommandChecker } from '../../src/assistant/shown-commands.ts';
import type { KnowledgeIndex } from '../../src/knowledge/types.ts';
import { createLog } from '../../src/operations/log.ts';
import { createAssistantRepository } from '../../src/store/assistant-repository.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { createPeopleRepository } from '../../src/store/people-repository.ts';
import { sampleIndex } from './sample-knowledge.ts';

export const ADA = '175928847299117063';
export const BOB = '175928847299117064';
export const CHANNEL = '175928847299117100';
/** 2026-11-23 12:00 UTC. */
export const NOON_MS = Date.UTC(2026, 10, 23, 12);

export interface StartedAssistant {
  readonly assistant: Assistant;
  readonly store: AssistantStore;
  readonly database: OpenDatabase;
  /** Moved by tests. */
  readonly clock: { timeMs: number };
  /** Asks in a private place and waits for the end. */
  ask(
    text: string,
    options?: { person?: string; channel?: string; isPrivate?: boolean; isInThread?: boolean },
  ): Promise<EndedAnswer>;
}

/** Deadlines short enough for a test, long enough for a busy machine. */
export const SHORT_LIMITS = {
  ...DEFAULT_LIMITS,
  deadlines: { firstEventMs: 400, silenceMs: 400, totalMs: 5_000 },
  progressEveryMs: 0,
};

export async function startAssistant(
  overrides: Partial<AssistantDeps> & { readonly index?: KnowledgeIndex; readonly path?: string } = {},
): Promise<StartedAssistant> {
  const database = await openDatabase(overrides.path ?? ':memory:');
  const people = createPeopleRepository(database.db);
  await people.ensure(ADA, NOON_MS);
  await people.ensure(BOB, NOON_MS);
  const store = overrides.store ?? createAssistantRepository(database.db);
  const index = overrides.index ?? sampleIndex();
  const clock = { timeMs: NOON_MS, nowMs: () => clock.timeMs };
  let ids = 0;
  const assistant = createAssistant({
    model: undefined,
    knowledge: { current: () => index },
    store,
    learner: {
      describe: async () => 'The learner is in tier 1 and studies Kubernetes. Weak cards: Ingress.',
      progress: async () => 'Kubernetes: learning. Streak: 3 days.',
      nextTopic: async () => 'Next: MLflow, because Kubernetes is under way.',
    },
    cards: {
      open: async () => undefined,
      draw: async () => ({ question: 'What gives pods one stable address?', hints: ['It is short: svc.'] }),
    },
    commands: kubectlOnly,
    clock,
    log: createLog('silent'),
    dailyTokens: 100_000,
    timezoneOf: async () => 'UTC',
    newId: () => {
      ids += 1;
      return `id-${ids}-${Math.random().toString(36).slice(2, 8)}`;
    },
    limits: SHORT_LIMITS,
    ...overrides,
  });
  return {
    assistant,
    store,
    database,
    clock,
    async ask(text, { person = ADA, channel = CHANNEL, isPrivate = true, isInThread = false } = {}) {
      const states = await collect(
        assistant.ask({ personId: person, channelId: channel, text, isPrivate, isInThread }),
      );
      return endOf(states);
    },
  };
}

/** Takes `kubectl get|describe|logs …` without unknown flags; enough to tell a checked command from an unchecked one. */
const kubectlOnly: CommandChecker = {
  check(line) {
    const flag = line.split(/\s+/).find((word) => word.startsWith('--') && !word.startsWith('--namespace'));
    if (flag !== undefined) return { kind: 'refused', reason: 'unknown-flag', subject: flag };
    return /^(?:kubectl|k) (?:get|describe|logs) /.test(line)
      ? { kind: 'runs' }
      : { kind: 'refused', reason: 'unknown-command', subject: line.split(/\s+/)[1] ?? '' };
  },
};

export async function collect<T>(source: AsyncIterable<T>): Promise<readonly T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}

export function endOf(states: readonly AnswerProgress[]): EndedAnswer {
  const last = states.at(-1);
  if (last?.kind !== 'ended') throw new Error(`the answer did not end: ${JSON.stringify(states)}`);
  return last.answer;
}

/** A model that does what it is told; each call takes the next script. */
export function fakeModel(
  script: (request: ModelRequest, signal: AbortSignal) => AsyncIterable<ModelEvent>,
): ModelPort & { readonly requests: readonly ModelRequest[] } {
  const requests: ModelRequest[] = [];
  return {
    requests,
    answer(request, signal) {
      requests.push(request);
      return script(request, signal);
    },
  };
}

/** Says one text with the first search result cited, and ends. */
export async function* saying(
  text: string,
  citing?: { source: string; citedText: string },
): AsyncGenerator<ModelEvent> {
  yield { kind: 'started' };
  yield { kind: 'usage', usage: { uncached: 1_000, cacheWrite: 0, cacheRead: 4_000, output: 0 } };
  if (citing !== undefined) yield { kind: 'citation', block: 0, citation: citing };
  yield { kind: 'text', block: 0, text };
  yield { kind: 'usage', usage: { uncached: 0, cacheWrite: 0, cacheRead: 0, output: 100 } };
  yield { kind: 'end', stop: 'complete' };
}
