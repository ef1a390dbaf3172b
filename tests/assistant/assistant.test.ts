// The assistant's own rules with a model that does what the test says: memory and money.

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { botTokens, CEILING_IN_BUDGETS, personTokens } from '../../src/assistant/budget.ts';
import { type ModelEvent, ModelFault } from '../../src/assistant/model-port.ts';
import { createPersonDataRepository } from '../../src/store/person-data-repository.ts';
import { pausingModel, readUntil } from './pausing-model.ts';
import { ADA, BOB, CHANNEL, fakeModel, type StartedAssistant, saying, startAssistant } from './start-assistant.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const open: StartedAssistant[] = [];

afterEach(async () => {
  vi.useRealTimers();
  for (const each of open.splice(0)) await each.database.close();
});

async function start(...args: Parameters<typeof startAssistant>): Promise<StartedAssistant> {
  const started = await startAssistant(...args);
  open.push(started);
  return started;
}

const question = (text: string, personId = ADA) => ({ personId, channelId: CHANNEL, text, isPrivate: true });

describe('memory', () => {
  it('takes the conversation up again after a restart, and each person’s own only', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'studypod-')), 'db.sqlite');
    const first = await startAssistant({ path, model: fakeModel(() => saying('A Service gives pods one address.')) });
    await first.ask('what is a service');
    await first.database.close();

    const model = fakeModel(() => saying('Because pods come and go.'));
    const second = await start({ path, model });
    await second.ask('and why is that needed?');
    await second.ask('and why is that needed?', { person: BOB });
    await second.ask('and why is that needed?', { channel: '175928847299117101' });
    expect(model.requests.map((request) => request.history)).toEqual([
      [{ isOwn: true, question: 'what is a service', answer: 'A Service gives pods one address.' }],
      [],
      [],
    ]);
  });

  it('in a thread is shared by all who ask there in public, and in a channel is each person’s own', async () => {
    const model = fakeModel(() => saying('A Service gives pods one address.'));
    const { ask } = await start({ model });
    const thread = { channel: '175928847299117200', isPrivate: false, isInThread: true };
    await ask('what is a service', thread);
    await ask('and how does it find its pods?', { ...thread, person: BOB });
    const channel = { channel: '175928847299117300', isPrivate: false };
    await ask('what is a pod', channel);
    await ask('and why?', { ...channel, person: BOB });
    const [, inThread, , inChannel] = model.requests.map((request) => request.history);
    expect(inThread).toEqual([
      { isOwn: false, question: 'what is a service', answer: 'A Service gives pods one address.' },
    ]);
    expect(inChannel).toEqual([]);
  });

  it('of what was said in private never comes back where others read along, not even to the same person', async () => {
    const model = fakeModel(() => saying('You find Ingress hard, so take it slowly.'));
    const { ask } = await start({ model });
    const thread = { channel: '175928847299117200', isInThread: true };
    await ask('what do I find hard?', { ...thread, isPrivate: true });
    await ask('and now?', { ...thread, isPrivate: false });
    await ask('and now?', { ...thread, isPrivate: false, person: BOB });
    await ask('and now?', { channel: thread.channel, isPrivate: false });
    for (const request of model.requests.slice(1))
      expect(JSON.stringify(request.history)).not.toContain('what do I find hard?');
    await ask('and now?', { ...thread, isPrivate: true });
    expect(JSON.stringify(model.requests.at(-1)?.history)).toContain('what do I find hard?');
  });

  it('in a thread loses what a person said as soon as they delete their data', async () => {
    const model = fakeModel(() => saying('A Service gives pods one address.'));
    const { ask, database } = await start({ model });
    const thread = { channel: '175928847299117200', isPrivate: false, isInThread: true };
    await ask('what is a service', thread);
    await createPersonDataRepository(database.db).deleteAll(ADA);
    await ask('and why?', { ...thread, person: BOB });
    expect(model.requests.at(-1)?.history).toEqual([]);
  });

  it('goes on after a long paste, of which the beginning is kept', async () => {
    const model = fakeModel(() => saying('The probe fails.'));
    const { ask } = await start({ model });
    await ask(`why? ${'Warning Unhealthy Liveness probe failed '.repeat(90)}`);
    await ask('and what now?');
    expect(model.requests.at(-1)?.history).toEqual([
      { isOwn: true, question: expect.stringMatching(/^why\? Warning .{880,} …$/), answer: 'The probe fails.' },
    ]);
  });

  it('is trimmed to what fits, the newest first, and forgotten after 30 days', async () => {
    // Shortened to 902 characters, or 335 tokens by estimate: of 1,200 tokens three fit, with their questions.
    const long = 'Pods are cattle, not pets. '.repeat(150);
    const model = fakeModel(() => saying(long));
    const { ask, clock, database } = await start({ model });
    for (let number = 0; number < 5; number += 1) {
      clock.timeMs += 1_000;
      await ask(`question ${number}`);
    }
    const kept = model.requests.at(-1)?.history ?? [];
    expect(kept.map((turn) => turn.question)).toEqual(['question 1', 'question 2', 'question 3']);
    expect(kept.map((turn) => turn.answer.length)).toEqual([902, 902, 902]);

    clock.timeMs += 30 * DAY_MS + 1;
    await ask('and now?');
    expect(model.requests.at(-1)?.history).toEqual([]);
    const rows = await database.db.selectFrom('assistant_answers').select('question').execute();
    expect(rows.map((row) => row.question)).toEqual(['and now?']);
  });

  it('holds no secrets and no ids, neither stored nor sent', async () => {
    const model = fakeModel(() => saying('Check the key.'));
    const { ask, database } = await start({ model });
    const answer = await ask(`why is sk-${'a'.repeat(24)} of <@${BOB}> refused?`);
    expect(answer.redactedCount).toBe(1);
    const stored = await database.db.selectFrom('assistant_answers').select('question').executeTakeFirst();
    expect(stored?.question).toBe('why is [removed] of refused?');
    expect(model.requests[0]?.question).toBe('why is [removed] of refused?');
  });

  it('tells of the learner’s state only where nobody reads along', async () => {
    const model = fakeModel(() => saying('Go on with Ingress.'));
    const { ask } = await start({ model });
    await ask('what now?', { isPrivate: false });
    await ask('what now?', { isPrivate: true });
    const [inPublic, inPrivate] = model.requests;
    expect(inPublic?.learner).toBeUndefined();
    expect(inPrivate?.learner).toContain('Weak cards');
    const progress = inPublic?.tools.find((tool) => tool.name === 'my_progress');
    expect(JSON.stringify(await progress?.call({}))).not.toContain('Streak');
  });

  it('goes with the person’s data, also when it is deleted in the middle of an answer', async () => {
    const { model, goOn } = pausingModel();
    const { assistant, database } = await start({ model });
    const states = assistant.ask(question('what is a service'))[Symbol.asyncIterator]();
    await readUntil(states, (state) => state.kind === 'streaming');
    await createPersonDataRepository(database.db).deleteAll(ADA);
    goOn();
    expect(await readUntil(states, (state) => state.kind === 'ended')).toMatchObject({ answer: { mode: 'assistant' } });
    await states.next();
    for (const table of ['assistant_answers', 'assistant_usage', 'assistant_feedback'] as const) {
      expect(await database.db.selectFrom(table).selectAll().execute(), table).toEqual([]);
    }
  });
});

describe('money', () => {
  it('is charged for an answer, with a tenth for what the cache held', async () => {
    const { ask, assistant } = await start({ model: fakeModel(() => saying('A Service is stable.')) });
    await ask('what is a service');
    // saying() reports 1,000 uncached, 4,000 read and 100 written out.
    expect((await assistant.usage(ADA)).usedTokens).toBe(1_000 + 400 + 100);
    expect((await assistant.usage(BOB)).usedTokens).toBe(0);
  });

  it('runs out within the day, and is back when the user-day turns at 03:00', async () => {
    const model = fakeModel(() => saying('A Service is stable.'));
    const { ask, assistant, clock } = await start({ model, dailyTokens: 1_500 });
    expect(await ask('what is a service')).toMatchObject({ mode: 'assistant' });
    expect(await ask('what is a pod')).toMatchObject({ mode: 'knowledge', reason: 'budget' });
    expect(model.requests).toHaveLength(1);
    expect((await assistant.usage(ADA)).resetsAtMs).toBe(Date.UTC(2026, 10, 24, 3));
    clock.timeMs = Date.UTC(2026, 10, 24, 3);
    expect(await ask('what is a pod')).toMatchObject({ mode: 'assistant' });
  });

  it('has a ceiling for the whole bot, which also counts what failed', async () => {
    const costly: ModelEvent = {
      kind: 'usage',
      usage: { uncached: 100 * CEILING_IN_BUDGETS, cacheWrite: 0, cacheRead: 0, output: 0 },
    };
    const model = fakeModel(async function* () {
      yield costly;
      throw new ModelFault('cut', 'scripted');
    });
    const { ask, assistant } = await start({ model, dailyTokens: 100 });
    expect(await ask('what is a service')).toMatchObject({ reason: 'cut' });
    expect((await assistant.usage(ADA)).usedTokens).toBe(0);
    expect(await ask('what is a service', { person: BOB })).toMatchObject({ reason: 'ceiling' });
  });

  it('weighs cached input as the API bills it', () => {
    const usage = { uncached: 10, cacheWrite: 1_000, cacheRead: 1_000, output: 5 };
    // 10 + 1.25 × 1,000 + 0.1 × 1,000 + 5, by the API's price list; the person pays a tenth for both.
    expect(botTokens(usage)).toBe(1_365);
    expect(personTokens(usage)).toBe(215);
  });

  it('is not asked for without a key, nor with a budget of 0', async () => {
    const model = fakeModel(() => saying('never'));
    const off = await start({ model, dailyTokens: 0 });
    expect(await off.ask('service vs ingress')).toMatchObject({
      reason: 'off',
      answer: { result: { kind: 'comparison' } },
    });
    const keyless = await start();
    expect(await keyless.ask('what is a blockchain')).toMatchObject({
      reason: 'no-key',
      answer: { result: { kind: 'unknown' } },
    });
    expect(model.requests).toEqual([]);
  });
});
