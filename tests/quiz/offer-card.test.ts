// The card of a reminder: which one it is, that it stays the same all day, and that it counts only when it is answered.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../src/quiz/card.ts';
import { offerId } from '../../src/quiz/offer-card.ts';
import type { CardOffer, Learner, Quiz } from '../../src/quiz/quiz.ts';
import { createQuiz } from '../../src/quiz/quiz-service.ts';
import type { QuizStore } from '../../src/quiz/quiz-store.ts';
import { NEW_CARDS_PER_DAY } from '../../src/quiz/session-plan.ts';
import { RATINGS, reviewCard } from '../../src/quiz/spacing.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { createQuizRepository } from '../../src/store/quiz-repository.ts';
import { studyMomentOf } from '../../src/study/user-day.ts';
import { seededRandom } from './seeded-random.ts';

const ADA = '100000000000000001';
const NOON = Date.parse('2026-05-04T12:00Z');
const DAY_MS = 86_400_000;

let open: OpenDatabase;
let store: QuizStore;
let quiz: Quiz;
let cards: readonly Card[];

beforeEach(async () => {
  open = await openDatabase(':memory:');
  store = createQuizRepository(open.db);
  cards = ['a', 'b', 'c', 'd'].map((id) => card(id));
  const random = seededRandom(1);
  const catalogue = () => ({ cards, byId: new Map(cards.map((each) => [each.id, each])) });
  quiz = createQuiz({ store, catalogue, random, timezoneOf: async () => 'UTC' });
});

afterEach(() => open.close());

function card(id: string, changes: Partial<Card> = {}): Card {
  return {
    id,
    deck: 'kubectl',
    topicId: 'kubernetes',
    family: id,
    modes: ['typed', 'choice'],
    draw: (mode, random) => ({
      kind: 'meaning',
      cardId: id,
      mode,
      options: [`drawn ${random()}`, 'two', 'three', 'four'],
      rightOption: 0,
      place: { file: 'kubectl.md', headings: ['Pods'], line: 1 },
      command: `kubectl get ${id}`,
    }),
    ...changes,
  };
}

const offerAt = (nowMs: number, topicId: string | undefined = 'kubernetes'): Promise<CardOffer | undefined> =>
  quiz.offer({ personId: ADA, nowMs, topicId });

const cardOf = (offer: CardOffer | undefined): string | undefined => offer?.screen.item.cardId;

const addressOf = (offer: CardOffer | undefined) => ({ sessionId: offer?.screen.session.id ?? '', position: 0 });

const ada = (nowMs: number): Learner => ({ personId: ADA, channelId: 'dm', isDirectMessage: true, nowMs });

/** Reviews a card in a session of its own. */
async function review(cardId: string, atMs: number): Promise<void> {
  const id = `session${cardId}${atMs}`.slice(0, 30);
  const items = [{ cardId, topicId: undefined, question: '' }];
  const place = { channelId: 'c', isDirectMessage: false };
  await store.openSession({ id, personId: ADA, deck: 'kubectl', mode: 'choice', ...place, startedAtMs: atMs, items });
  await store.settleItem(
    { sessionId: id, position: 0, tries: 0, hintsUsed: 0 },
    {
      outcome: 'right',
      rating: RATINGS.good,
      answer: '0',
      moment: studyMomentOf(atMs, 'UTC'),
      schedule: (before) => reviewCard(before, { atMs, rating: RATINGS.good }),
    },
  );
}

describe('the card', () => {
  it('is the due one that is most forgotten', async () => {
    await review('b', NOON - 40 * DAY_MS);
    await review('c', NOON - 60 * DAY_MS);
    const offer = await offerAt(NOON);
    expect(cardOf(offer)).toBe('c');
    expect(offer).toMatchObject({ isNew: false, screen: { kind: 'question', question: { mode: 'choice' } } });
  });

  it('is never one that can only be written, nor one that left the knowledge', async () => {
    await review('a', NOON - 80 * DAY_MS);
    await review('b', NOON - 70 * DAY_MS);
    await review('c', NOON - 60 * DAY_MS);
    cards = [card('b', { modes: ['typed'] }), card('c'), card('d')];
    expect(cardOf(await offerAt(NOON))).toBe('c');
  });

  it('is a new one of the next topic when none is due, else a new one about kubectl', async () => {
    cards = [card('a'), card('s1', { deck: 'concepts', topicId: 'spark' }), card('b')];
    const offer = await offerAt(NOON, 'spark');
    expect(cardOf(offer)).toBe('s1');
    expect(offer?.isNew).toBe(true);
    expect(['a', 'b']).toContain(cardOf(await offerAt(NOON + DAY_MS, 'mlflow')));
    expect(['a', 'b']).toContain(cardOf(await offerAt(NOON + 2 * DAY_MS, undefined)));
  });

  it('is absent when nothing is due and the day has had its new cards', async () => {
    cards = Array.from({ length: NEW_CARDS_PER_DAY + 1 }, (_, index) => card(`n${index}`));
    for (const each of cards.slice(0, NEW_CARDS_PER_DAY)) await review(each.id, NOON);
    expect(await offerAt(NOON)).toBeUndefined();
    expect(cardOf(await offerAt(NOON + DAY_MS))).toBeDefined();
  });
});

describe('an offer', () => {
  it('is the same all user-day long, however often it is composed, and another one the day after', async () => {
    const first = await offerAt(NOON);
    // 02:59 of the next date still belongs to the user-day.
    const again = await offerAt(Date.parse('2026-05-05T02:59Z'));
    expect(again?.screen.question).toEqual(first?.screen.question);
    expect(again?.screen.session.id).toBe(first?.screen.session.id);
    const later = await offerAt(Date.parse('2026-05-05T03:00Z'));
    expect(later?.screen.session.id).not.toBe(first?.screen.session.id);
    expect(await open.db.selectFrom('quiz_sessions').select('id').execute()).toHaveLength(2);
  });

  it('is answered once, spaced, and not offered again that day', async () => {
    const offer = await offerAt(NOON);
    const answered = await quiz.choose(ada(NOON), addressOf(offer), 0);
    expect(answered).toMatchObject({ kind: 'feedback', item: { outcome: 'right' } });
    expect(await quiz.choose(ada(NOON), addressOf(offer), 1)).toMatchObject({ note: { kind: 'already-answered' } });
    const known = await store.knownCards(ADA);
    expect(known.map(({ cardId, memory }) => [cardId, memory])).toEqual([
      [cardOf(offer), reviewCard(undefined, { atMs: NOON, rating: RATINGS.good })],
    ]);
    expect(await offerAt(NOON + 1)).toBeUndefined();
  });

  it('of the day before can still be answered; then today’s of the same card is over', async () => {
    cards = [card('a')];
    const yesterday = await offerAt(NOON - DAY_MS);
    const today = await offerAt(NOON);
    expect(cardOf(today)).toBe(cardOf(yesterday));
    await quiz.choose(ada(NOON), addressOf(yesterday), 0);
    expect(await quiz.choose(ada(NOON), addressOf(today), 0)).toMatchObject({
      kind: 'summary',
      session: { status: 'overtaken' },
      note: { kind: 'session-over' },
    });
  });

  it('leaves the open session as it is', async () => {
    const started = await quiz.start(ada(NOON), { deck: 'kubectl', mode: 'typed', count: 2 });
    const waiting = await quiz.findWaiting(ada(NOON));
    await offerAt(NOON);
    expect(waiting).toBeDefined();
    expect(await quiz.findWaiting(ada(NOON))).toEqual(waiting);
    expect(started.kind === 'started' && (await store.readSession(started.screen.session.id))?.status).toBe('open');
  });

  it('is nobody else’s to answer', async () => {
    const offer = await offerAt(NOON);
    const stranger = { ...ada(NOON), personId: '100000000000000002' };
    expect(await quiz.choose(stranger, addressOf(offer), 0)).toEqual({ kind: 'unknown-session' });
  });
});

it('an offer’s id fits its buttons for any Discord id until 2097, and differs by person and day', () => {
  // The largest id of 64 bits, and the last day whose number has three digits in base 36.
  expect(offerId('18446744073709551615', '2097-09-26')).toMatch(/^[0-9a-z]{16}$/);
  const ids = [offerId(ADA, '2026-05-04'), offerId(ADA, '2026-05-05'), offerId('100000000000000002', '2026-05-04')];
  expect(new Set(ids).size).toBe(3);
  for (const id of ids) expect(id).toMatch(/^[0-9a-z]{11,16}$/);
});
