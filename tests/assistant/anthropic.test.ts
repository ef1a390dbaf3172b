// The real SDK against a scripted Messages API on loopback: what goes out, what comes back, and every way to fail.

import { afterEach, describe, expect, it } from 'vitest';
import { createAnthropicPort } from '../../src/assistant/anthropic.ts';
import { asList } from './prompt-cache.ts';
import { type ScriptedApi, type ScriptedReply, startScriptedApi } from './scripted-messages-api.ts';
import {
  ADA,
  CHANNEL,
  collect,
  endOf,
  NOON_MS,
  SHORT_LIMITS,
  type StartedAssistant,
  startAssistant,
} from './start-assistant.ts';

const started: (StartedAssistant | ScriptedApi)[] = [];

afterEach(async () => {
  for (const part of started.splice(0).reverse()) {
    await ('database' in part ? part.database.close() : part.stop());
  }
});

/** The assistant with the real SDK, and the API that answers with these replies in turn; the last one repeats. */
async function start(...replies: readonly ScriptedReply[]): Promise<StartedAssistant & { readonly api: ScriptedApi }> {
  const api = await startScriptedApi(
    (_request, number) => replies[Math.min(number, replies.length - 1)] ?? { kind: 'silent' },
    { nowMs: () => NOON_MS, minTokens: 1 },
  );
  const model = createAnthropicPort({ apiKey: 'test-key', baseUrl: api.url, model: 'claude-haiku-5-5' });
  const assistant = await startAssistant({ model });
  started.push(api, assistant);
  return { ...assistant, api };
}

const CITED: ScriptedReply = {
  kind: 'message',
  blocks: [
    { text: 'A Service gives pods one stable address.', cites: [0] },
    { text: ' Most people also write a NetworkPolicy sooner or later.' },
  ],
};

describe('an answer through the Messages API', () => {
  it('streams, cites file and heading, and marks what no source says', async () => {
    const { assistant } = await start(CITED);
    const states = await collect(
      assistant.ask({ personId: ADA, channelId: CHANNEL, text: 'what is a service', isPrivate: true }),
    );
    expect(states.filter((state) => state.kind === 'streaming').length).toBeGreaterThan(1);
    expect(endOf(states)).toMatchObject({
      mode: 'assistant',
      text: 'A Service gives pods one stable address. [1] Most people also write a NetworkPolicy sooner or later. ◇',
      sources: [
        {
          number: 1,
          label: 'concepts/kubernetes.md › Concepts: Kubernetes › Service',
          url: 'https://kubernetes.io/docs/concepts/services-networking/service/',
        },
      ],
      general: 'some',
    });
  });

  it('sends tools, prefix, results, state and question in the order that keeps the cache, and nobody’s name or id', async () => {
    const { ask, api } = await start(CITED);
    await ask('what is a service');
    const body = api.requests[0]?.body ?? {};
    expect(Object.keys(body)).not.toContain('temperature');
    expect(asList(body.system)).toEqual([
      expect.objectContaining({ type: 'text', cache_control: { type: 'ephemeral' } }),
    ]);
    const blocks = asList(body.messages).flatMap((message) => asList(message.content));
    expect(blocks.map((block) => block.type).join(' ')).toMatch(/^(search_result )+text text/);
    expect(asList(body.messages).at(-1)).toMatchObject({ role: 'user', content: 'what is a service' });
    expect(JSON.stringify(body)).not.toContain(ADA);
    expect(JSON.stringify(body)).not.toContain(CHANNEL);
  });

  it('runs two tools in turn and answers from what they found', async () => {
    const { ask, api } = await start(
      {
        kind: 'message',
        blocks: [{ text: 'Let me look.' }, { tool: 'compare_concepts', input: { left: 'service', right: 'ingress' } }],
      },
      { kind: 'message', blocks: [{ tool: 'check_kubectl', input: { command: 'kubectl get ingress' } }] },
      {
        kind: 'message',
        blocks: [{ text: 'An Ingress stands before Services. Run `kubectl get ingress`.', cites: [0] }],
      },
    );
    const answer = await ask('hello there');
    expect(answer).toMatchObject({
      mode: 'assistant',
      text: 'An Ingress stands before Services. Run `kubectl get ingress`. [1]',
      warnings: [],
    });
    const results = asList(api.requests[2]?.body.messages)
      .flatMap((message) => asList(message.content))
      .filter((block) => block.type === 'tool_result');
    expect(JSON.stringify(results[0])).toContain('stable address');
    expect(JSON.stringify(results[1])).toContain('kubectl takes this command');
  });

  it('passes over what the model thought, and hands it back unchanged with a tool’s result', async () => {
    const { ask, api } = await start(
      {
        kind: 'message',
        blocks: [{ thinkingSignature: 'sealed' }, { tool: 'search_knowledge', input: { query: 'pod' } }],
      },
      {
        kind: 'message',
        blocks: [{ thinkingSignature: 'again' }, { text: 'A Pod is the smallest thing.', cites: [0] }],
      },
    );
    expect(await ask('hello there')).toMatchObject({ text: 'A Pod is the smallest thing. [1]', general: 'none' });
    const [thought] = asList(asList(api.requests[1]?.body.messages).at(-2)?.content);
    expect(thought).toEqual({ type: 'thinking', thinking: '', signature: 'sealed' });
  });

  it('falls back when the output limit cuts a call of a tool, with no words before it', async () => {
    const { ask } = await start({
      kind: 'message',
      blocks: [{ tool: 'search_knowledge', input: '{"query":"po' }],
      stop: 'max_tokens',
    });
    expect(await ask('what is a pod')).toMatchObject({ mode: 'knowledge', reason: 'empty' });
  });

  it('tells the model of malformed tool input and goes on', async () => {
    const { ask, api } = await start(
      { kind: 'message', blocks: [{ tool: 'search_knowledge', input: { query: 7 } }] },
      { kind: 'message', blocks: [{ text: 'Pods are the smallest thing that Kubernetes runs.' }] },
    );
    expect(await ask('pods?')).toMatchObject({ mode: 'assistant' });
    const [result] = asList(api.requests[1]?.body.messages)
      .flatMap((message) => asList(message.content))
      .filter((block) => block.type === 'tool_result');
    expect(result).toMatchObject({ is_error: true });
  });

  it('drops a citation whose words are not in the knowledge, and so marks the statement as general', async () => {
    const { ask } = await start({
      kind: 'message',
      blocks: [
        {
          text: 'A Service costs four dollars a month everywhere.',
          forges: { source: 'concepts/kubernetes.md:6', cited_text: 'A Service costs four dollars a month.' },
        },
      ],
    });
    expect(await ask('what is a service')).toMatchObject({ sources: [], general: 'all' });
  });

  it('reads the prefix from the cache at the second question, whoever asks it', async () => {
    const { ask, api } = await start(CITED);
    await ask('what is a service');
    await ask('what is a service, please', { person: '175928847299117064' });
    const [first, second] = api.requests;
    expect(first?.usage.cache_creation_input_tokens).toBe(first?.prefixTokens);
    expect(second?.usage.cache_read_input_tokens).toBe(second?.prefixTokens);
  });
});

describe('when the model fails, the knowledge base answers', () => {
  const FAILURES: readonly {
    readonly name: string;
    readonly replies: readonly ScriptedReply[];
    readonly reason: string;
  }[] = [
    {
      name: 'a 429 with a long retry-after',
      replies: [{ kind: 'status', status: 429, type: 'rate_limit_error', headers: { 'retry-after': '60' } }],
      reason: 'rate-limited',
    },
    { name: 'a 401', replies: [{ kind: 'status', status: 401, type: 'authentication_error' }], reason: 'rejected' },
    { name: 'silence', replies: [{ kind: 'silent' }], reason: 'slow' },
    { name: 'silence after the start', replies: [{ kind: 'silent', after: 'message-start' }], reason: 'slow' },
    {
      name: 'a connection torn down',
      replies: [{ kind: 'broken', text: 'A Service is', how: 'reset' }],
      reason: 'cut',
    },
    {
      name: 'a stream that ends early',
      replies: [{ kind: 'broken', text: 'A Service is', how: 'ends' }],
      reason: 'cut',
    },
    {
      name: 'an error inside the stream',
      replies: [{ kind: 'broken', text: 'A Service is', how: 'error-event' }],
      reason: 'cut',
    },
    { name: 'a refusal', replies: [{ kind: 'message', blocks: [], stop: 'refusal' }], reason: 'refusal' },
    { name: 'an empty answer', replies: [{ kind: 'message', blocks: [] }], reason: 'empty' },
  ];

  for (const { name, replies, reason } of FAILURES) {
    it(`after ${name}, and nothing is charged`, async () => {
      const { ask, assistant } = await start(...replies);
      const answer = await ask('what is a service');
      expect(answer).toMatchObject({ mode: 'knowledge', reason, answer: { result: { kind: 'entry' } } });
      expect((await assistant.usage(ADA)).usedTokens).toBe(0);
    });
  }

  for (const { status, type, reason } of [
    { status: 529, type: 'overloaded_error', reason: 'overloaded' },
    { status: 500, type: 'api_error', reason: 'down' },
  ]) {
    it(`after ${status} at every try`, async () => {
      // The SDK waits about half a second before its one retry, so the first event has to be given longer.
      const api = await startScriptedApi(() => ({ kind: 'status', status, type }), { nowMs: () => NOON_MS });
      const patient = { ...SHORT_LIMITS, deadlines: { ...SHORT_LIMITS.deadlines, firstEventMs: 5_000 } };
      const model = createAnthropicPort({ apiKey: 'test-key', baseUrl: api.url, model: 'claude-haiku-5-5' });
      const assistant = await startAssistant({ model, limits: patient });
      started.push(api, assistant);
      expect(await assistant.ask('what is a service')).toMatchObject({ mode: 'knowledge', reason });
      expect(api.requests).toHaveLength(2);
    });
  }

  it('does not try again when the API asks for a long wait', async () => {
    const { ask, api } = await start({
      kind: 'status',
      status: 429,
      type: 'rate_limit_error',
      headers: { 'retry-after': '60' },
    });
    await ask('what is a service');
    await ask('what is a pod');
    expect(api.requests).toHaveLength(1);
  });

  it('keeps what was said when the output limit cuts the answer', async () => {
    const { ask } = await start({
      kind: 'message',
      blocks: [{ text: 'A Service gives pods one', cites: [0] }],
      stop: 'max_tokens',
    });
    expect(await ask('what is a service')).toMatchObject({ mode: 'assistant', cut: 'length' });
  });
});
