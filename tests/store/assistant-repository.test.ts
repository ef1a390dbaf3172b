// The assistant's rows: each counted once, gone with their person, readable after a restart.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AssistantStore } from '../../src/assistant/assistant-store.ts';
import { NO_USAGE } from '../../src/assistant/model-port.ts';
import { createAssistantRepository } from '../../src/store/assistant-repository.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { createPeopleRepository } from '../../src/store/people-repository.ts';
import { createPersonDataRepository } from '../../src/store/person-data-repository.ts';

const ADA = '175928847299117063';
const USAGE = { uncached: 10, cacheWrite: 20, cacheRead: 30, output: 40 };
const OUTCOME = {
  mode: 'assistant',
  reason: undefined,
  sources: ['a.md › B'],
  text: 'An answer.',
  isUncovered: false,
  endedAtMs: 2_000,
} as const;
const COST = { personId: ADA, userDay: '2026-11-23', personTokens: 55, utcDay: '2026-11-23', usage: USAGE };

let database: OpenDatabase;
let store: AssistantStore;

beforeEach(async () => {
  database = await openDatabase(':memory:');
  await createPeopleRepository(database.db).ensure(ADA, 0);
  store = createAssistantRepository(database.db);
});

afterEach(() => database.close());

const begin = (id: string, askedAtMs = 1_000) =>
  store.beginAnswer({ id, personId: ADA, channelId: 'c', isPublic: false, question: `question ${id}`, askedAtMs });
const OURS = { kind: 'private', personId: ADA, channelId: 'c' } as const;

describe('answers', () => {
  it('cost both accounts once, also when they end twice', async () => {
    await begin('a');
    await store.endAnswer('a', OUTCOME, COST);
    await store.endAnswer('a', OUTCOME, { ...COST, usage: NO_USAGE });
    expect(await store.spentByPerson(ADA, '2026-11-23')).toBe(55);
    expect(await store.spentByPerson(ADA, '2026-11-24')).toBe(0);
    expect(await store.spentByAll('2026-11-23')).toEqual(USAGE);
  });

  it('that end together lose no token', async () => {
    const ids = Array.from({ length: 20 }, (_, number) => `n${number}`);
    for (const id of ids) await begin(id);
    await Promise.all(ids.map((id) => store.endAnswer(id, OUTCOME, COST)));
    expect(await store.spentByPerson(ADA, '2026-11-23')).toBe(20 * 55);
    expect((await store.spentByAll('2026-11-23')).cacheRead).toBe(20 * 30);
  });

  it('come back as turns in order, without those of the knowledge base and those that run', async () => {
    for (const [at, id] of ['a', 'b', 'c', 'd'].entries()) await begin(id, 1_000 + at);
    await store.endAnswer('a', OUTCOME, COST);
    await store.endAnswer('b', { ...OUTCOME, mode: 'knowledge', text: undefined }, COST);
    await store.endAnswer('c', { ...OUTCOME, text: 'Another.' }, COST);
    expect(await store.listTurns(OURS, 0, 10)).toEqual([
      { isOwn: true, question: 'question a', answer: 'An answer.' },
      { isOwn: true, question: 'question c', answer: 'Another.' },
    ]);
    expect(await store.listTurns(OURS, 0, 1)).toEqual([{ isOwn: true, question: 'question c', answer: 'Another.' }]);
    expect(await store.listTurns(OURS, 1_001, 10)).toEqual([
      { isOwn: true, question: 'question c', answer: 'Another.' },
    ]);
    expect((await store.findAnswer('d'))?.mode).toBeUndefined();
  });

  it('that nothing in the knowledge carried are listed for its owner', async () => {
    await begin('a');
    await begin('b', 5_000);
    await store.endAnswer('a', OUTCOME, COST);
    await store.endAnswer('b', { ...OUTCOME, isUncovered: true }, COST);
    expect(await store.listUncovered(0)).toEqual([{ question: 'question b', askedAtMs: 5_000 }]);
    expect(await store.listUncovered(5_001)).toEqual([]);
  });
});

describe('proposals', () => {
  it('are decided by one of many presses', async () => {
    await begin('a');
    await store.saveProposal({
      id: 'p',
      answerId: 'a',
      personId: ADA,
      change: { kind: 'pause-reminder', days: 1 },
      proposedAtMs: 1,
    });
    const wins = await Promise.all(Array.from({ length: 10 }, () => store.decideProposal('p', 'accepted', 2)));
    expect(wins.filter(Boolean)).toHaveLength(1);
    expect(await store.findProposal('p', ADA)).toEqual({
      id: 'p',
      answerId: 'a',
      change: { kind: 'pause-reminder', days: 1 },
      decision: 'accepted',
    });
    expect(await store.findProposal('p', '1')).toBeUndefined();
  });
});

describe('forgetting', () => {
  it('takes answers and their proposals after their time, and leaves feedback and spending', async () => {
    await begin('a');
    await store.endAnswer('a', OUTCOME, COST);
    await store.saveProposal({
      id: 'p',
      answerId: 'a',
      personId: ADA,
      change: { kind: 'pause-reminder', days: 1 },
      proposedAtMs: 1,
    });
    await store.giveFeedback('a', ADA, true, 3_000);
    await store.forgetBefore(1_001);
    expect(await store.findAnswer('a')).toBeUndefined();
    expect(await store.findProposal('p', ADA)).toBeUndefined();
    expect(await store.listFeedback(0)).toHaveLength(1);
    expect(await store.spentByPerson(ADA, '2026-11-23')).toBe(55);
  });

  it('takes everything of a person with the person, and everything is in their export before', async () => {
    await begin('a');
    await store.endAnswer('a', OUTCOME, COST);
    await store.saveProposal({
      id: 'p',
      answerId: 'a',
      personId: ADA,
      change: { kind: 'pause-reminder', days: 1 },
      proposedAtMs: 1,
    });
    await store.giveFeedback('a', ADA, true, 3_000);
    const personData = createPersonDataRepository(database.db);
    expect(Object.keys(await personData.exportAll(ADA))).toEqual(
      expect.arrayContaining(['assistant_answers', 'assistant_feedback', 'assistant_proposals', 'assistant_usage']),
    );
    await personData.deleteAll(ADA);
    expect(await personData.exportAll(ADA)).toEqual({});
    expect(await store.listFeedback(0)).toEqual([]);
    // Of no person: what the API billed that day.
    expect(await store.spentByAll('2026-11-23')).toEqual(USAGE);
  });
});
