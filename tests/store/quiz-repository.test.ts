// The quiz repository on a real migrated database: what counts once, what is taken back, and what is counted.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ItemAsRead, NewSession, QuizStore, Settlement } from '../../src/quiz/quiz-store.ts';
import { type CardRating, RATINGS, reviewCard } from '../../src/quiz/spacing.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { createQuizRepository } from '../../src/store/quiz-repository.ts';
import { studyMomentOf } from '../../src/study/user-day.ts';

const ADA = '100000000000000001';
const LINUS = '100000000000000002';
const NOON = Date.parse('2026-05-04T12:00Z');
const DAY_MS = 86_400_000;

let open: OpenDatabase;
let store: QuizStore;

beforeEach(async () => {
  open = await openDatabase(':memory:');
  store = createQuizRepository(open.db);
});

afterEach(() => open.close());

function session(id: string, cardIds: readonly string[], personId = ADA): NewSession {
  const items = cardIds.map((cardId) => ({ cardId, topicId: `topic-of-${cardId}`, question: `question of ${cardId}` }));
  const place = { channelId: `${personId}0`, isDirectMessage: true };
  return { id, personId, deck: 'kubectl', mode: 'mixed', ...place, startedAtMs: NOON, items };
}

const item = (sessionId: string, position = 0, state: Partial<ItemAsRead> = {}): ItemAsRead => ({
  sessionId,
  position,
  tries: 0,
  hintsUsed: 0,
  ...state,
});

function settlement(rating: CardRating, atMs = NOON): Settlement {
  return {
    outcome: rating === RATINGS.again ? 'wrong' : 'right',
    rating,
    answer: 'an answer',
    moment: studyMomentOf(atMs, 'UTC'),
    schedule: (before) => reviewCard(before, { atMs, rating }),
  };
}

describe('sessions', () => {
  test('are read back whole, with their items in order', async () => {
    await store.openSession(session('s1', ['b', 'a']));
    const read = await store.readSession('s1');
    expect(read).toMatchObject({
      personId: ADA,
      deck: 'kubectl',
      mode: 'mixed',
      status: 'open',
      isDirectMessage: true,
    });
    expect(read?.items.map(({ position, cardId }) => [position, cardId])).toEqual([
      [0, 'b'],
      [1, 'a'],
    ]);
    expect(await store.readSession('s2')).toBeUndefined();
  });

  test('replace the one that was open, of that person alone', async () => {
    await store.openSession(session('s1', ['a']));
    await store.openSession(session('s2', ['a'], LINUS));
    const replaced = await store.openSession(session('s3', ['a']));
    expect(replaced?.id).toBe('s1');
    expect((await store.readSession('s1'))?.status).toBe('replaced');
    expect((await store.readSession('s2'))?.status).toBe('open');
    expect((await store.findOpenSession(ADA, `${ADA}0`))?.id).toBe('s3');
    expect(await store.findOpenSession(ADA, 'elsewhere')).toBeUndefined();
  });

  test('opened by two commands at once leave one open', async () => {
    await Promise.all(['s1', 's2', 's3'].map((id) => store.openSession(session(id, ['a']))));
    const rows = await open.db.selectFrom('quiz_sessions').select('status').execute();
    expect(rows.map((row) => row.status).sort()).toEqual(['open', 'replaced', 'replaced']);
  });

  test('end with their last item, or once when stopped', async () => {
    await store.openSession(session('s1', ['a', 'b']));
    await store.settleItem(item('s1', 0), settlement(RATINGS.good));
    expect((await store.readSession('s1'))?.status).toBe('open');
    await store.settleItem(item('s1', 1), settlement(RATINGS.good));
    expect((await store.readSession('s1'))?.status).toBe('finished');
    expect(await store.stopSession('s1', NOON)).toBe('superseded');
  });
});

describe('an offer in a reminder', () => {
  const OFFER = 'offer0000001';

  test('stands beside the open session, and is not what a plain message answers', async () => {
    await store.openSession(session('s1', ['a']));
    const offer = await store.offerSession(session(OFFER, ['b']), 0);
    expect(offer).toMatchObject({ id: OFFER, status: 'offered' });
    expect((await store.readSession('s1'))?.status).toBe('open');
    expect((await store.findOpenSession(ADA, `${ADA}0`))?.id).toBe('s1');
    await store.openSession(session('s2', ['a']));
    expect((await store.readSession(OFFER))?.status).toBe('offered');
  });

  test('made again, by several at once too, is the one that stands', async () => {
    const made = await Promise.all(['b', 'c', 'd'].map((cardId) => store.offerSession(session(OFFER, [cardId]), 0)));
    expect(new Set(made.map((offer) => offer.items[0]?.cardId)).size).toBe(1);
    expect(await open.db.selectFrom('quiz_items').selectAll().execute()).toHaveLength(1);
  });

  test('counts for nothing before it is answered, and once when 20 answer at once', async () => {
    await store.offerSession(session(OFFER, ['b']), 0);
    expect(await store.activityOn(ADA, '2026-05-04')).toEqual({ reviews: 0, newCards: 0 });
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => store.settleItem(item(OFFER), settlement(RATINGS.good))),
    );
    expect(outcomes.filter((outcome) => outcome === 'counted')).toHaveLength(1);
    expect(await store.activityOn(ADA, '2026-05-04')).toEqual({ reviews: 1, newCards: 1 });
    expect((await store.readSession(OFFER))?.status).toBe('finished');
  });

  test('is over when its card was answered elsewhere, of that person and that card alone', async () => {
    await store.offerSession(session(OFFER, ['b']), 0);
    await store.offerSession(session('offer0000002', ['c']), 0);
    await store.offerSession(session('offer0000003', ['b'], LINUS), 0);
    await store.openSession(session('s1', ['b']));
    await store.settleItem(item('s1'), settlement(RATINGS.good));
    expect((await store.readSession(OFFER))?.status).toBe('overtaken');
    expect((await store.readSession('offer0000002'))?.status).toBe('offered');
    expect((await store.readSession('offer0000003'))?.status).toBe('offered');
    expect(await store.settleItem(item(OFFER), settlement(RATINGS.again))).toBe('superseded');
    expect(await store.knownCards(ADA)).toHaveLength(1);
  });

  test('that nobody answered is forgotten with a later one, and an answered one is not', async () => {
    await store.offerSession({ ...session(OFFER, ['a']), startedAtMs: NOON - 10 * DAY_MS }, 0);
    await store.offerSession({ ...session('offer0000002', ['b']), startedAtMs: NOON - 9 * DAY_MS }, 0);
    await store.settleItem(item('offer0000002'), settlement(RATINGS.good));
    await store.offerSession(session('offer0000003', ['c']), NOON - 5 * DAY_MS);
    expect(await store.readSession(OFFER)).toBeUndefined();
    expect((await store.readSession('offer0000002'))?.status).toBe('finished');
  });
});

describe('an item', () => {
  test('is settled by one of 20 at once', async () => {
    await store.openSession(session('s1', ['a']));
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => store.settleItem(item('s1'), settlement(RATINGS.good))),
    );
    expect(outcomes.filter((outcome) => outcome === 'counted')).toHaveLength(1);
    expect(await open.db.selectFrom('attempts').selectAll().execute()).toHaveLength(1);
    expect(await open.db.selectFrom('reviews').selectAll().execute()).toHaveLength(1);
  });

  test('keeps its misses and hints, and refuses what was meant for an earlier state', async () => {
    await store.openSession(session('s1', ['a']));
    expect(await store.recordHint(item('s1'))).toBe('counted');
    expect(await store.recordHint(item('s1'))).toBe('superseded');
    expect(await store.recordMiss(item('s1'), 'wrong', NOON)).toBe('superseded');
    expect(await store.recordMiss(item('s1', 0, { hintsUsed: 1 }), 'wrong', NOON)).toBe('counted');
    const read = (await store.readSession('s1'))?.items[0];
    expect(read).toMatchObject({ tries: 1, hintsUsed: 1, outcome: undefined });
    expect(read?.attempts).toMatchObject([{ tryNumber: 0, answer: 'wrong', isRight: false }]);
  });

  test('of a session that is over takes nothing', async () => {
    await store.openSession(session('s1', ['a']));
    await store.stopSession('s1', NOON);
    expect(await store.settleItem(item('s1'), settlement(RATINGS.good))).toBe('superseded');
    expect(await store.recordHint(item('s1'))).toBe('superseded');
    expect(await open.db.selectFrom('study_days').selectAll().execute()).toEqual([]);
  });

  test('is not settled by halves when the rule that schedules it breaks', async () => {
    await store.openSession(session('s1', ['a']));
    const broken: Settlement = {
      ...settlement(RATINGS.good),
      schedule: () => {
        throw new Error('broken');
      },
    };
    await expect(store.settleItem(item('s1'), broken)).rejects.toThrow('broken');
    expect((await store.readSession('s1'))?.items[0]).toMatchObject({ tries: 0, outcome: undefined, attempts: [] });
  });

  test('that is settled makes the day a day of study', async () => {
    await store.openSession(session('s1', ['a', 'b']));
    // 02:00 still belongs to the user-day before.
    await store.settleItem(item('s1', 0), settlement(RATINGS.good, Date.parse('2026-05-05T02:00Z')));
    await store.settleItem(item('s1', 1), settlement(RATINGS.again, Date.parse('2026-05-05T02:30Z')));
    const days = await open.db.selectFrom('study_days').select(['person_id', 'user_day']).execute();
    expect(days).toEqual([{ person_id: ADA, user_day: '2026-05-04' }]);
  });
});

describe('what is known', () => {
  test('is every card reviewed, the newest first, with its memory to the bit', async () => {
    await store.openSession(session('s1', ['a', 'b']));
    await store.settleItem(item('s1', 0), settlement(RATINGS.good, NOON));
    await store.settleItem(item('s1', 1), settlement(RATINGS.again, NOON + 1));
    expect(await store.knownCards(ADA)).toEqual([
      {
        cardId: 'b',
        memory: reviewCard(undefined, { atMs: NOON + 1, rating: RATINGS.again }),
        lastRating: RATINGS.again,
      },
      { cardId: 'a', memory: reviewCard(undefined, { atMs: NOON, rating: RATINGS.good }), lastRating: RATINGS.good },
    ]);
    expect(await store.knownCards(LINUS)).toEqual([]);
  });

  test('counts the day’s new cards apart from its reviews', async () => {
    await store.openSession(session('s1', ['a', 'b']));
    await store.settleItem(item('s1', 0), settlement(RATINGS.good));
    await store.settleItem(item('s1', 1), settlement(RATINGS.good));
    await store.openSession(session('s2', ['a']));
    await store.settleItem(item('s2', 0), settlement(RATINGS.good));
    expect(await store.activityOn(ADA, '2026-05-04')).toEqual({ reviews: 3, newCards: 2 });
    expect(await store.activityOn(ADA, '2026-05-05')).toEqual({ reviews: 0, newCards: 0 });
  });

  test('is shown of a topic by the newest answer to each of its cards', async () => {
    await store.openSession(session('s1', ['a', 'a', 'b']));
    await store.settleItem(item('s1', 0), settlement(RATINGS.again));
    expect(await store.evidence(ADA)).toEqual([{ topicId: 'topic-of-a', right: 0, total: 1 }]);
    await store.settleItem(item('s1', 1), settlement(RATINGS.good));
    await store.settleItem(item('s1', 2), settlement(RATINGS.again));
    expect(await store.evidence(ADA)).toEqual([
      { topicId: 'topic-of-a', right: 1, total: 1 },
      { topicId: 'topic-of-b', right: 0, total: 1 },
    ]);
  });
});

describe('an undo', () => {
  test('restores the card to the byte and gives the review up', async () => {
    await store.openSession(session('s1', ['a', 'a']));
    await store.settleItem(item('s1', 0), settlement(RATINGS.good, NOON));
    const before = JSON.stringify(await open.db.selectFrom('cards').selectAll().execute());
    await store.settleItem(item('s1', 1), settlement(RATINGS.again, NOON + 5 * DAY_MS));
    expect(JSON.stringify(await open.db.selectFrom('cards').selectAll().execute())).not.toBe(before);
    expect(await store.undoReview('s1', 1)).toBe('counted');
    expect(JSON.stringify(await open.db.selectFrom('cards').selectAll().execute())).toBe(before);
    expect((await store.readSession('s1'))?.items[1]).toMatchObject({ outcome: 'undone', review: undefined });
  });

  test('reaches only the person’s newest review, and only once', async () => {
    await store.openSession(session('s1', ['a', 'b']));
    await store.settleItem(item('s1', 0), settlement(RATINGS.good));
    await store.settleItem(item('s1', 1), settlement(RATINGS.good));
    expect(await store.undoReview('s1', 0)).toBe('superseded');
    const outcomes = await Promise.all([store.undoReview('s1', 1), store.undoReview('s1', 1)]);
    expect(outcomes.sort()).toEqual(['counted', 'superseded']);
    expect(await store.undoReview('s1', 0)).toBe('counted');
    expect(await store.knownCards(ADA)).toEqual([]);
  });

  test('is not kept from anybody by the answers of others', async () => {
    await store.openSession(session('s1', ['a']));
    await store.openSession(session('s2', ['a'], LINUS));
    await store.settleItem(item('s1', 0), settlement(RATINGS.good));
    await store.settleItem(item('s2', 0), settlement(RATINGS.good));
    expect(await store.undoReview('s1', 0)).toBe('counted');
  });
});

test('everything of a person goes with their row, and accepted forms stay', async () => {
  await store.openSession(session('s1', ['a']));
  await store.settleItem(item('s1', 0), settlement(RATINGS.again));
  const [attempt] = await open.db.selectFrom('attempts').select('id').execute();
  expect(await store.recordAppeal(attempt?.id ?? 0, NOON)).toBe('counted');
  expect(await store.recordAppeal(attempt?.id ?? 0, NOON)).toBe('superseded');
  await open.db.insertInto('accepted_forms').values({ card_id: 'a', form: 'f', accepted_at_ms: NOON }).execute();
  await open.db.deleteFrom('people').where('id', '=', ADA).execute();
  for (const table of ['cards', 'reviews', 'quiz_sessions', 'quiz_items', 'attempts', 'appeals'] as const) {
    expect(await open.db.selectFrom(table).selectAll().execute()).toEqual([]);
  }
  expect(await store.acceptedForms('a')).toEqual(['f']);
});
