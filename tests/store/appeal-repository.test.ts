// Appeals on a real database: an accepted answer joins its card, turns past answers right, and replays their spacing.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AppealStore, REGRADE_RULES } from '../../src/quiz/appeals.ts';
import { type CommandQuestion, writeQuestion } from '../../src/quiz/question.ts';
import type { QuizStore } from '../../src/quiz/quiz-store.ts';
import { type CardRating, RATINGS, replayReviews, reviewCard } from '../../src/quiz/spacing.ts';
import { createAppealRepository } from '../../src/store/appeal-repository.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { createQuizRepository } from '../../src/store/quiz-repository.ts';
import { studyMomentOf } from '../../src/study/user-day.ts';

const ADA = '100000000000000001';
const LINUS = '100000000000000002';
const NOON = Date.parse('2026-05-04T12:00Z');
const DAY_MS = 86_400_000;
const CARD = 'kubectl:scale';

let open: OpenDatabase;
let store: QuizStore;
let appeals: AppealStore;

beforeEach(async () => {
  open = await openDatabase(':memory:');
  store = createQuizRepository(open.db);
  appeals = createAppealRepository(open.db);
});

afterEach(() => open.close());

/** The card asks for `scale`; `kubectl patch` does the same to the cluster by another request, which the owner may allow. */
function question(name: string, replicas: string): CommandQuestion {
  return {
    kind: 'command',
    cardId: CARD,
    mode: 'typed',
    options: [],
    rightOption: -1,
    place: { file: 'kubectl.md', headings: [], line: 1 },
    goal: 'Scale the deployment {name} to {replicas}',
    values: { name, replicas },
    key: `kubectl scale deployment ${name} --replicas=${replicas}`,
    accepted: [],
  };
}

const patch = (name: string, replicas: string): string =>
  `kubectl patch deployment ${name} -p '{"spec":{"replicas":${replicas}}}'`;

/** One item answered, with as many wrong tries before the last as are given. */
async function play(
  id: string,
  asked: CommandQuestion,
  answers: readonly string[],
  rating: CardRating,
  options: { personId?: string; atMs?: number } = {},
): Promise<void> {
  const { personId = ADA, atMs = NOON } = options;
  const place = { channelId: '1', isDirectMessage: false, deck: 'kubectl', mode: 'typed' } as const;
  const items = [{ cardId: CARD, topicId: undefined, question: writeQuestion(asked) }];
  await store.openSession({ id, personId, ...place, startedAtMs: atMs, items });
  for (const [tries, answer] of answers.slice(0, -1).entries()) {
    await store.recordMiss({ sessionId: id, position: 0, tries, hintsUsed: 0 }, answer, atMs);
  }
  await store.settleItem(
    { sessionId: id, position: 0, tries: answers.length - 1, hintsUsed: 0 },
    {
      outcome: rating === RATINGS.again ? 'wrong' : 'right',
      rating,
      answer: answers.at(-1),
      moment: studyMomentOf(atMs, 'UTC'),
      schedule: (before) => reviewCard(before, { atMs, rating }),
    },
  );
}

/** Files an appeal against the last answer of the session. */
async function appeal(sessionId: string): Promise<number> {
  const attempt = (await store.readSession(sessionId))?.items[0]?.attempts.at(-1);
  await store.recordAppeal(attempt?.id ?? 0, NOON);
  const cases = await appeals.pending();
  return cases.at(-1)?.id ?? 0;
}

async function outcomeOf(sessionId: string) {
  const read = (await store.readSession(sessionId))?.items[0];
  return { outcome: read?.outcome, rating: read?.review?.rating, dueAtMs: read?.review?.dueAtMs };
}

describe('an accepted appeal', () => {
  test('joins the card with its values as marks, so that it fits every showing', async () => {
    await play('s1', question('web', '5'), ['kubectl get pods', patch('web', '5')], RATINGS.again);
    const id = await appeal('s1');
    expect(await appeals.accept(id, REGRADE_RULES, NOON)).toMatchObject({ regraded: 1, people: 1 });
    expect(await store.acceptedForms(CARD)).toEqual([
      `kubectl patch deployment {name} -p '{"spec":{"replicas":{replicas}}}'`,
    ]);
    expect(await appeals.pending()).toEqual([]);
  });

  test('turns right what others answered to other showings, and nothing else', async () => {
    await play('s1', question('web', '5'), [patch('web', '5')], RATINGS.again);
    await play('s2', question('api', '3'), [patch('api', '3')], RATINGS.again, { personId: LINUS });
    await play('s3', question('api', '3'), [patch('api', '4')], RATINGS.again, { personId: LINUS });
    expect(await appeals.accept(await appeal('s1'), REGRADE_RULES, NOON)).toMatchObject({ regraded: 2, people: 2 });
    expect((await outcomeOf('s1')).outcome).toBe('right');
    expect((await outcomeOf('s2')).outcome).toBe('right');
    expect(await outcomeOf('s3')).toMatchObject({ outcome: 'wrong', rating: RATINGS.again });
  });

  test('replays the spacing from the changed grade on, as if it had been right at once', async () => {
    await play('s1', question('web', '5'), [patch('web', '5')], RATINGS.again, { atMs: NOON });
    await play('s2', question('web', '5'), ['kubectl scale …'], RATINGS.good, { atMs: NOON + 2 * DAY_MS });
    await play('s3', question('web', '5'), ['kubectl scale …'], RATINGS.hard, { atMs: NOON + 9 * DAY_MS });
    await appeals.accept(await appeal('s1'), REGRADE_RULES, NOON + 10 * DAY_MS);
    const expected = replayReviews([
      { atMs: NOON, rating: RATINGS.good },
      { atMs: NOON + 2 * DAY_MS, rating: RATINGS.good },
      { atMs: NOON + 9 * DAY_MS, rating: RATINGS.hard },
    ]);
    const [known] = await store.knownCards(ADA);
    expect(known).toEqual({ cardId: CARD, memory: expected.after, lastRating: RATINGS.hard });
    expect((await outcomeOf('s1')).dueAtMs).toBe(expected.before[1]?.dueAtMs);
    expect((await outcomeOf('s3')).dueAtMs).toBe(expected.after?.dueAtMs);
    // An undo afterwards meets the replayed memory, not the old one.
    await store.undoReview('s3', 0);
    expect((await store.knownCards(ADA))[0]?.memory).toEqual(expected.before[2]);
  });

  test('of a second try grades it Hard, and of both tries Good', async () => {
    await play('s1', question('web', '5'), ['kubectl get pods', patch('web', '5')], RATINGS.again);
    await play('s2', question('web', '5'), [patch('web', '5'), patch('web', '5')], RATINGS.again, { personId: LINUS });
    await appeals.accept(await appeal('s1'), REGRADE_RULES, NOON);
    expect((await outcomeOf('s1')).rating).toBe(RATINGS.hard);
    expect((await outcomeOf('s2')).rating).toBe(RATINGS.good);
  });

  test('leaves alone what was taken back', async () => {
    await play('s1', question('web', '5'), [patch('web', '5')], RATINGS.again);
    const id = await appeal('s1');
    await store.undoReview('s1', 0);
    expect(await appeals.accept(id, REGRADE_RULES, NOON)).toMatchObject({ regraded: 0 });
    expect((await outcomeOf('s1')).outcome).toBe('undone');
    expect(await store.knownCards(ADA)).toEqual([]);
  });
});

test('a case is decided once: two decisions at the same time leave one', async () => {
  await play('s1', question('web', '5'), [patch('web', '5')], RATINGS.again);
  const id = await appeal('s1');
  const [accepted, rejected] = await Promise.all([appeals.accept(id, REGRADE_RULES, NOON), appeals.reject(id, NOON)]);
  expect([accepted !== undefined, rejected]).toEqual([true, false]);
  expect(await appeals.accept(999, REGRADE_RULES, NOON)).toBeUndefined();
});

test('a rejected case changes no grade', async () => {
  await play('s1', question('web', '5'), [patch('web', '5')], RATINGS.again);
  const id = await appeal('s1');
  expect(await appeals.reject(id, NOON)).toBe(true);
  expect((await outcomeOf('s1')).outcome).toBe('wrong');
  expect(await store.acceptedForms(CARD)).toEqual([]);
});
