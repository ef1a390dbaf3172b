// What an answer costs, who waits for whom, and what is kept of a word on it: the whole bot in the sandbox.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { asList, tokensOf } from './prompt-cache.ts';
import { CITED, hasSources, PATIENT, type SandboxBot, startSandboxBot } from './sandbox-bot.ts';

const run = promisify(execFile);
const SAID = 'A Service gives a changing set of pods one stable address.';

describe('in the sandbox, the assistant', PATIENT, () => {
  let bot: SandboxBot;

  beforeAll(async () => {
    bot = await startSandboxBot({ environment: { HTTP_PORT: '0' } });
  });
  afterAll(() => bot.dispose());

  it('charges exactly what the API says it used, the cached part at its price', async () => {
    bot.script(
      { kind: 'message', blocks: [{ tool: 'search_knowledge', input: { query: 'service' } }] },
      { kind: 'message', blocks: [{ text: SAID, cites: [0] }] },
    );
    const reply = await bot.linus.slash('ask', { question: 'what is a service' });
    await reply.waitFor(hasSources);
    const requests = bot.asked().map(({ usage }) => usage);
    expect(requests).toHaveLength(2);
    const plain = requests.reduce((sum, usage) => sum + usage.input_tokens, 0);
    const cached = requests.reduce(
      (sum, usage) => sum + usage.cache_read_input_tokens + usage.cache_creation_input_tokens,
      0,
    );
    const output = tokensOf(JSON.stringify({ query: 'service' })) + tokensOf(SAID);
    // The price of a cache read is a tenth of plain input; a write is charged to the person like a read.
    const charged = plain + output + Math.ceil(0.1 * cached);
    expect((await bot.linus.slash('usage')).text).toContain(`${charged.toLocaleString('en-GB')} of 100,000 tokens`);
    expect((await bot.ada.slash('usage')).text).toContain('100 % left');
  });

  it('shows its counts at /metrics, without anybody in them', async () => {
    bot.script(CITED, { kind: 'status', status: 401, type: 'authentication_error' });
    for (const isDone of [hasSources, () => true]) {
      const reply = await bot.ada.slash('ask', { question: 'what is a service' });
      await reply.waitFor(isDone);
    }
    const port = /"healthPort":(\d+)/.exec(bot.logLines.join('\n'))?.[1];
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    const ours = text.split('\n').filter((line) => line.startsWith('studypod_assistant_'));
    const value = (line: string) =>
      Number(
        ours
          .find((each) => each.startsWith(`${line} `))
          ?.split(' ')
          .at(-1),
      );
    expect(value('studypod_assistant_answers_total{mode="assistant",reason=""}')).toBe(2);
    expect(value('studypod_assistant_answers_total{mode="knowledge",reason="rejected"}')).toBe(1);
    const billed = bot.api.requests.map(({ usage }) => usage);
    // The one that was refused was not billed.
    const read = billed.slice(0, -1).reduce((sum, usage) => sum + usage.cache_read_input_tokens, 0);
    expect(value('studypod_assistant_tokens_total{kind="cache_read"}')).toBe(read);
    expect(value('studypod_assistant_tokens_total{kind="output"}')).toBeGreaterThan(0);
    expect(value('studypod_assistant_first_text_seconds_count')).toBe(2);
    expect(value('studypod_assistant_questions{state="running"}')).toBe(0);
    expect(value('studypod_assistant_questions{state="waiting"}')).toBe(0);
    expect(value('studypod_assistant_paused{reason="down"}')).toBe(0);
    expect(ours.join('\n')).not.toMatch(/(?<![.\d])\d{17}/);
  });

  it('keeps a word on an answer for its owner, until the person’s data is deleted', async () => {
    bot.script(CITED);
    const reply = await bot.ada.slash('ask', { question: 'what is a service' });
    await reply.waitFor(hasSources);
    expect((await bot.ada.press(reply, 'Not helpful')).text).toContain('Thank you for saying so');
    const before = await feedback();
    expect(before).toMatch(/- {2}what is a service {2}\(assistant\)/);
    expect(before).toMatch(/from .*\.md › /);
    expect(before).not.toContain(bot.ada.id);

    const question = await bot.ada.slash('data', {}, { subcommand: 'delete' });
    await bot.ada.press(question, 'Delete everything');
    expect(await feedback()).toContain('0 helpful, 0 not.');
    expect((await bot.ada.press(reply, 'Helpful')).text).toContain('no longer stored');
  });

  /** What the owner's command prints beside the running bot. */
  async function feedback(): Promise<string> {
    const { stdout } = await run(process.execPath, ['src/cli/feedback.ts'], {
      env: { PATH: process.env.PATH, DATABASE_URL: `sqlite:${bot.databasePath}` },
    });
    return stdout;
  }
});

describe('in the sandbox, when there is no more to give', PATIENT, () => {
  let bot: SandboxBot | undefined;
  afterEach(() => bot?.dispose());

  it('the knowledge base answers once the person’s budget is used up, and /usage says when it comes back', async () => {
    bot = await startSandboxBot({ environment: { ASSISTANT_DAILY_TOKENS: '100' } });
    bot.script(CITED);
    const first = await bot.ada.slash('ask', { question: 'what is a service' });
    await first.waitFor(hasSources);
    const second = await bot.ada.slash('ask', { question: 'what is a pod' });
    expect(second.text).toContain('your assistant budget for today is used up');
    expect(second.text).toMatch(/\bPod\b.*\.md › /s);
    expect(bot.asked()).toHaveLength(1);
    expect((await bot.ada.slash('usage')).text).toMatch(/0 % left.*Your next budget comes <t:\d+:R>/s);
  });

  it('/usage says so where the assistant is switched off, and nothing is asked', async () => {
    bot = await startSandboxBot({ environment: { ASSISTANT_DAILY_TOKENS: '0' } });
    const reply = await bot.ada.slash('ask', { question: 'what is a pod' });
    expect(reply.text).toContain('the assistant is switched off here');
    expect((await bot.ada.slash('usage')).text).toContain('The assistant is switched off here');
    expect(bot.asked()).toEqual([]);
  });

  it('one answer of a person runs at a time, the next are told their place, and nobody else waits for them', async () => {
    bot = await startSandboxBot();
    bot.script({ kind: 'message', blocks: [{ text: SAID, cites: [0] }], delayMs: 3_000 });
    const first = await bot.ada.startSlash('ask', { question: 'what is a service' });
    const waiting = [
      await bot.ada.startSlash('ask', { question: 'what is a pod' }),
      await bot.ada.startSlash('ask', { question: 'what is an ingress' }),
    ];
    const linus = await bot.linus.startSlash('ask', { question: 'what is a deployment' });
    const replies = [];
    for (const each of waiting) replies.push(await bot.ada.answerTo(each));
    expect(replies.map(({ message }) => message.content)).toEqual([
      'Yours is the next question in the queue. It starts by itself.',
      'Your question is number 2 in the queue. It starts by itself.',
    ]);
    for (const answer of [await bot.linus.answerTo(linus), await bot.ada.answerTo(first), ...replies]) {
      expect(answer.message.content).not.toContain('From the knowledge base alone');
      await answer.waitFor(hasSources, 30_000);
    }
    const asked = bot.asked().map(({ body }) => asList(body.messages).at(-1)?.content);
    // Linus asked last and came before Ada's others.
    expect(asked.slice(0, 2).toSorted()).toEqual(['what is a deployment', 'what is a service']);
    expect(asked.slice(2)).toEqual(['what is a pod', 'what is an ingress']);
  });

  it('three failures in a row open the breaker, which spares the fourth question its wait', async () => {
    bot = await startSandboxBot();
    bot.script({ kind: 'status', status: 529, type: 'overloaded_error' });
    for (let number = 0; number < 3; number += 1) {
      await bot.ada.slash('ask', { question: 'what is a service' });
    }
    const askedBefore = bot.asked().length;
    const reply = await bot.linus.slash('ask', { question: 'what is a service' });
    expect(reply.text).toContain('cannot be reached right now');
    expect(bot.asked()).toHaveLength(askedBefore);
  });
});
