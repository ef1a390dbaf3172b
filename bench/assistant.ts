// What the assistant costs and how fast it shows: a scripted hour of questions through the real SDK, and one slow stream.

import { DEFAULT_LIMITS } from '../src/assistant/answer-settings.ts';
import { createAnthropicPort } from '../src/assistant/anthropic.ts';
import { type Assistant, createAssistant } from '../src/assistant/assistant.ts';
import { billedInputTokens } from '../src/assistant/budget.ts';
import { listPassages } from '../src/assistant/passages.ts';
import { RULES } from '../src/assistant/prompt.ts';
import { paceLatest, STREAM_EDIT_INTERVAL_MS } from '../src/discord/pace-latest.ts';
import { createKnowledgeIndex } from '../src/knowledge/create-index.ts';
import { loadKnowledge } from '../src/knowledge/load-knowledge.ts';
import type { KnowledgeIndex } from '../src/knowledge/types.ts';
import { createLog } from '../src/operations/log.ts';
import { drawId, type Random } from '../src/quiz/random.ts';
import { createAssistantRepository } from '../src/store/assistant-repository.ts';
import { openDatabase } from '../src/store/database.ts';
import { createPeopleRepository } from '../src/store/people-repository.ts';
import { tokensOfBlocks } from '../tests/assistant/prompt-cache.ts';
import {
  type ApiRequest,
  listSearchResults,
  type ScriptedReply,
  startScriptedApi,
} from '../tests/assistant/scripted-messages-api.ts';
import type { Figure } from './figure.ts';

const QUESTIONS = 200;
const PEOPLE = 20;
const HOUR_MS = 3_600_000;
/** One question in four takes the conversation up; three in ten make the model search first. */
const FOLLOW_UP_SHARE = 0.25;
const TOOL_SHARE = 0.3;
const SEED = 20_261_123;

/** Tokens are estimated at four bytes each, since the API's tokenizer is not at hand offline; the ratios do not depend on it. */
export async function benchAssistant(): Promise<readonly Figure[]> {
  const { knowledge } = await loadKnowledge('knowledge');
  const index = createKnowledgeIndex(knowledge);
  return [...(await benchHour(index)), ...(await benchStream(index))];
}

async function benchHour(index: KnowledgeIndex): Promise<readonly Figure[]> {
  const random = seededRandom(SEED);
  const clock = { timeMs: Date.UTC(2026, 10, 23, 12), nowMs: () => clock.timeMs };
  const api = await startScriptedApi((request) => replyTo(request, random), clock);
  const bot = await startBot(index, api.url, clock, random);
  try {
    const gaps = Array.from({ length: QUESTIONS }, () => -Math.log(1 - random()));
    const scale = HOUR_MS / gaps.reduce((sum, gap) => sum + gap, 0);
    const titles = index.suggest('', 25);
    let modelAnswers = 0;
    for (const gap of gaps) {
      clock.timeMs += Math.round(gap * scale);
      const person = `1${String(Math.floor(random() * PEOPLE)).padStart(17, '0')}`;
      const title = titles[Math.floor(random() * titles.length)] ?? 'Pod';
      const text =
        random() < FOLLOW_UP_SHARE ? 'And when would I rather not use it?' : `What is ${title}, and when do I need it?`;
      for await (const state of bot.assistant.ask({ personId: person, channelId: person, text, isPrivate: true })) {
        if (state.kind === 'ended' && state.answer.mode === 'assistant') modelAnswers += 1;
      }
    }
    return [
      { name: 'questions answered by the model', value: modelAnswers, unit: `of ${QUESTIONS}` },
      ...costOf(api.requests, index),
    ];
  } finally {
    await bot.close();
    await api.stop();
  }
}

function costOf(requests: readonly ApiRequest[], index: KnowledgeIndex): readonly Figure[] {
  const sum = (of: (request: ApiRequest) => number): number => requests.reduce((total, each) => total + of(each), 0);
  const prefix = sum((request) => request.prefixTokens);
  const read = sum((request) => request.usage.cache_read_input_tokens);
  const billed = sum(({ usage }) =>
    billedInputTokens({
      uncached: usage.input_tokens,
      cacheWrite: usage.cache_creation_input_tokens,
      cacheRead: usage.cache_read_input_tokens,
      output: 0,
    }),
  );
  const perQuestion = billed / QUESTIONS;
  const naive = naiveTokens(index);
  return [
    { name: 'requests to the model', value: requests.length, unit: '' },
    { name: 'prefix (tools and system)', value: requests[0]?.prefixTokens ?? 0, unit: 'tokens' },
    { name: 'prefix read from the cache (at least 90)', value: (100 * Math.min(read, prefix)) / prefix, unit: '%' },
    { name: 'rules and all the knowledge in one request', value: naive, unit: 'tokens' },
    { name: 'mean billed input a question', value: perQuestion, unit: 'tokens' },
    { name: 'of all the knowledge in every request (at most 15)', value: (100 * perQuestion) / naive, unit: '%' },
  ];
}

/**
 * What a question would cost with all the knowledge in its request and no cache: the rules and every passage, as the same
 * kind of block; no tools, no conversation, no second round, so the comparison is not flattered.
 */
function naiveTokens(index: KnowledgeIndex): number {
  const passages = listPassages(index.knowledge).map(({ source, title, blocks }) => ({
    type: 'search_result',
    source,
    title,
    content: blocks.map((text) => ({ type: 'text', text })),
  }));
  return tokensOfBlocks([{ type: 'text', text: RULES }, ...passages]);
}

/** One answer over some five seconds: when its first words show after the first token, and how fast its edits follow. */
async function benchStream(index: KnowledgeIndex): Promise<readonly Figure[]> {
  const random = seededRandom(SEED);
  const clock = { nowMs: () => Date.now() };
  let firstTokenAt = 0;
  const slow: ScriptedReply = {
    kind: 'message',
    blocks: [{ text: 'A sentence about pods that goes on for a while. '.repeat(25) }],
    delayMs: 200,
    pieceDelayMs: 100,
  };
  const api = await startScriptedApi(
    () => slow,
    clock,
    () => {
      firstTokenAt = performance.now();
    },
  );
  const bot = await startBot(index, api.url, clock, random);
  try {
    const shownAt: number[] = [];
    const question = { personId: `1${'0'.repeat(17)}`, channelId: '1', text: 'What is a pod?', isPrivate: true };
    for await (const _state of paceLatest(bot.assistant.ask(question), STREAM_EDIT_INTERVAL_MS))
      shownAt.push(performance.now());
    const gaps = shownAt.slice(1).map((at, number) => at - (shownAt[number] ?? at));
    return [
      { name: 'first words after the first token (at most 300)', value: (shownAt[0] ?? 0) - firstTokenAt, unit: 'ms' },
      { name: 'edits of one answer', value: shownAt.length, unit: '' },
      { name: 'shortest time between two edits (at least 1,000)', value: Math.min(...gaps), unit: 'ms' },
    ];
  } finally {
    await bot.close();
    await api.stop();
  }
}

/** A search first, in three cases of ten; else an answer of some 90 words that cites what it was given. */
function replyTo({ body }: ApiRequest, random: Random): ScriptedReply {
  const isAfterTool = JSON.stringify(body.messages).includes('tool_result');
  if (!isAfterTool && random() < TOOL_SHARE) {
    return { kind: 'message', blocks: [{ tool: 'search_knowledge', input: { query: 'service and ingress' } }] };
  }
  const cites = listSearchResults(body).length > 0 ? { cites: [0] } : {};
  return {
    kind: 'message',
    blocks: [
      { text: 'It gives you a stable name for something that comes and goes. '.repeat(5), ...cites },
      { text: 'In practice you will meet it early, so try it once on your own machine. '.repeat(2) },
    ],
  };
}

async function startBot(
  index: KnowledgeIndex,
  baseUrl: string,
  clock: { nowMs(): number },
  random: Random,
): Promise<{ readonly assistant: Assistant; close(): Promise<void> }> {
  const database = await openDatabase(':memory:');
  const people = createPeopleRepository(database.db);
  for (let number = 0; number < PEOPLE; number += 1) await people.ensure(`1${String(number).padStart(17, '0')}`, 0);
  const assistant = createAssistant({
    model: createAnthropicPort({ apiKey: 'scripted', baseUrl, model: 'claude-haiku-5-5' }),
    knowledge: { current: () => index },
    store: createAssistantRepository(database.db),
    learner: {
      describe: async () =>
        'The learner’s state:\nIs in the tier “Top priority”.\nStudies now: Kubernetes.\nMissed last time: Restart a deployment.',
      progress: async () => 'learning: Kubernetes',
      nextTopic: async () => 'Next: Kubernetes.',
    },
    cards: { open: async () => undefined, draw: async () => undefined },
    commands: { check: () => ({ kind: 'runs' }) },
    clock,
    log: createLog('silent'),
    dailyTokens: 10_000_000,
    timezoneOf: async () => 'UTC',
    newId: () => drawId(14, random),
    limits: DEFAULT_LIMITS,
  });
  return { assistant, close: () => database.close() };
}

/** Mulberry32: the same hour at every run. https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
function seededRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
