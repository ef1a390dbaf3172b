// Every way in which the model can fail, as a person meets it: the whole bot in the sandbox, the real SDK, a scripted API.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/assistant/answer-settings.ts';
import { labelsOf } from '../e2e/studypod.ts';
import { PATIENT, type SandboxBot, startSandboxBot } from './sandbox-bot.ts';
import type { ScriptedReply } from './scripted-messages-api.ts';

const status = (code: number, type: string, headers: Record<string, string> = {}): ScriptedReply => ({
  kind: 'status',
  status: code,
  type,
  headers,
});
const broken = (how: 'reset' | 'ends' | 'error-event' | 'hangs'): ScriptedReply => ({
  kind: 'broken',
  text: 'A Service is a thing that',
  how,
});

/** What goes wrong, and what the one line under the person's question then says. */
const FAILURES: readonly { readonly name: string; readonly reply: ScriptedReply; readonly line: RegExp }[] = [
  { name: '429 at every try', reply: status(429, 'rate_limit_error'), line: /has too much to do right now/ },
  { name: '529', reply: status(529, 'overloaded_error'), line: /is overloaded right now/ },
  { name: '500', reply: status(500, 'api_error'), line: /cannot be reached right now/ },
  { name: '503', reply: status(503, 'api_error'), line: /cannot be reached right now/ },
  { name: 'a wrong key', reply: status(401, 'authentication_error'), line: /its owner has to look at the settings/ },
  { name: 'a model that is gone', reply: status(404, 'not_found_error'), line: /its owner has to look/ },
  { name: 'a timeout: nothing comes at all', reply: { kind: 'silent' }, line: /took too long/ },
  { name: 'no first token', reply: { kind: 'silent', after: 'message-start' }, line: /took too long/ },
  { name: 'a connection torn down in the middle', reply: broken('reset'), line: /cut off in the middle/ },
  { name: 'a stream that ends early', reply: broken('ends'), line: /cut off in the middle/ },
  { name: 'an error inside the stream', reply: broken('error-event'), line: /cut off in the middle/ },
  { name: 'a stream that falls silent', reply: broken('hangs'), line: /cut off in the middle/ },
  {
    name: 'tool input that is no JSON',
    reply: { kind: 'message', blocks: [{ tool: 'search_knowledge', input: 'no JSON at all' }] },
    line: /cut off in the middle/,
  },
  {
    name: 'a refusal',
    reply: { kind: 'message', blocks: [], stop: 'refusal' },
    line: /declined this question/,
  },
  {
    name: 'a refusal in the middle',
    reply: { kind: 'message', blocks: [{ text: 'A Service is a thing that' }], stop: 'refusal' },
    line: /declined this question/,
  },
  { name: 'an empty answer', reply: { kind: 'message', blocks: [] }, line: /came to no answer/ },
];

/** Short, but with room for the SDK's own retry half a second after the first try, and for a busy machine. */
const DEADLINES = { firstEventMs: 4_000, silenceMs: 2_000, totalMs: 20_000 };

describe('in the sandbox, when the model fails', PATIENT, () => {
  let bot: SandboxBot;

  beforeAll(async () => {
    // The breaker has tests of its own; here it would answer for the failures that come after it.
    const outage = { ...DEFAULT_LIMITS.outage, failures: FAILURES.length + 1 };
    bot = await startSandboxBot({ limits: { ...DEFAULT_LIMITS, deadlines: DEADLINES, outage } });
  });
  afterAll(() => bot.dispose());

  const leftOf = async (): Promise<string> => (await bot.ada.slash('usage')).text;

  it.each(FAILURES)('with $name, the knowledge base answers, and nothing is charged', async ({ reply, line }) => {
    bot.script(reply);
    const startedAt = performance.now();
    const answer = await bot.ada.slash('ask', { question: 'what is a service in kubernetes' });
    await answer.waitFor((message) => line.test(message.content));
    expect(performance.now() - startedAt).toBeLessThan(DEADLINES.totalMs);
    expect(bot.asked().length).toBeGreaterThan(0);
    expect(answer.text).toMatch(/From the knowledge base alone/);
    expect(answer.text).toMatch(/\bService\b.*\.md › /s);
    expect(answer.text).not.toContain('is a thing that');
    expect(labelsOf(answer)).not.toContain('Stop');
    expect(await leftOf()).toContain('100 % left');
  });

  it('says so where the knowledge base has nothing either', async () => {
    bot.script(status(529, 'overloaded_error'));
    const answer = await bot.ada.slash('ask', { question: 'what is the capital of France' });
    await answer.waitFor((message) => message.content.includes('From the knowledge base alone'));
    expect(answer.text).toMatch(/nothing on this here/i);
  });

  it('ends a message in the DM in the same way, over what was shown of the half', async () => {
    bot.script(broken('hangs'));
    await bot.ada.say('dm', 'what is a service in kubernetes');
    const half = await bot.ada.waitForDm((message) => JSON.stringify(message.embeds).includes('A Service is a'));
    const whole = await bot.ada.waitForDm((message) => /cut off in the middle/.test(message.content));
    expect(whole.id).toBe(half.id);
    expect(JSON.stringify(whole)).not.toContain('A Service is a thing');
  });

  it('asks no more while the API has asked for a wait, and again after it', async () => {
    bot.script(status(429, 'rate_limit_error', { 'retry-after': '60' }));
    for (const question of ['what is a service', 'what is a pod']) {
      const answer = await bot.ada.slash('ask', { question });
      await answer.waitFor((message) => message.content.includes('has too much to do right now'));
    }
    expect(bot.asked()).toHaveLength(1);
    bot.sandbox.clock.advance(60_001);
    bot.script(status(401, 'authentication_error'));
    await bot.ada.slash('ask', { question: 'what is a pod' });
    expect(bot.asked()).toHaveLength(1);
  });
});

describe('in the sandbox, without a model', PATIENT, () => {
  /** Each command as a person types it, and something that its answer says. */
  const COMMANDS: readonly {
    readonly name: string;
    readonly options?: Record<string, string | number>;
    readonly subcommand?: string;
    readonly says: RegExp;
  }[] = [
    { name: 'explain', options: { query: 'service vs ingress' }, says: /Service vs Ingress/ },
    { name: 'cloud', options: { service: 'EKS' }, says: /AKS/ },
    { name: 'next-topic', says: /Kubernetes/ },
    { name: 'topic', options: { name: 'MLflow' }, says: /MLflow/ },
    { name: 'progress', says: /streak/i },
    { name: 'plan', options: { hours: 6 }, says: /week/i },
    { name: 'project', says: /project/i },
    { name: 'quiz', options: { deck: 'kubectl', count: 1, mode: 'choice' }, says: /1 of 1/ },
    { name: 'remind', subcommand: 'status', says: /reminder/i },
    { name: 'data', subcommand: 'export', says: /Everything stored about you/ },
    { name: 'help', says: /\/next-topic/ },
    { name: 'usage', says: /assistant/i },
  ];

  it.each([
    { name: 'without a key', environment: { ANTHROPIC_API_KEY: '' }, says: /is not set up here/ },
    // Port 9 is “discard”, on which nothing listens here.
    {
      name: 'with the API down',
      environment: { ANTHROPIC_BASE_URL: 'http://127.0.0.1:9' },
      says: /cannot be reached right now/,
    },
  ])('$name, /ask says who answered, and every other command answers as before', async ({ environment, says }) => {
    const bot = await startSandboxBot({ environment });
    try {
      const answer = await bot.ada.slash('ask', { question: 'service vs ingress' });
      await answer.waitFor((message) => says.test(message.content));
      expect(answer.text).toMatch(/From the knowledge base alone/);
      expect(answer.text).toMatch(/Service vs Ingress/);
      for (const { name, options = {}, subcommand, says: expected } of COMMANDS) {
        const reply = await bot.ada.slash(name, options, subcommand === undefined ? {} : { subcommand });
        expect(reply.text, name).toMatch(expected);
      }
      expect(bot.asked()).toEqual([]);
    } finally {
      await bot.dispose();
    }
  });
});
