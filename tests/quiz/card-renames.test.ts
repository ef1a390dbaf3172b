// What people learned of a card whose entry has a new id: it moves with a rename, and is told without one.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import type { Knowledge, Rename } from '../../src/knowledge/types.ts';
import { type CardRenameStore, takeOverCards } from '../../src/quiz/card-renames.ts';
import { deriveCatalogue } from '../../src/quiz/catalogue.ts';
import type { QuizStore } from '../../src/quiz/quiz-store.ts';
import { RATINGS, reviewCard } from '../../src/quiz/spacing.ts';
import { createCardRenameRepository } from '../../src/store/card-rename-repository.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { createQuizRepository } from '../../src/store/quiz-repository.ts';
import { studyMomentOf } from '../../src/study/user-day.ts';
import { OWN_FOLDER } from './knowledge-folders.ts';

const ADA = '100000000000000001';
const LINUS = '100000000000000002';
const NOON = Date.parse('2026-05-04T12:00Z');

const { knowledge: own } = await loadKnowledge(OWN_FOLDER);
const catalogue = deriveCatalogue(own);
const pod = own.concepts.find((concept) => concept.title === 'Pod')?.id ?? '';
const task = own.kubectlTasks[0]?.id ?? '';

let open: OpenDatabase;
let quiz: QuizStore;
let store: CardRenameStore;

beforeEach(async () => {
  open = await openDatabase(':memory:');
  quiz = createQuizRepository(open.db);
  store = createCardRenameRepository(open.db);
});

afterEach(() => open.close());

async function review(cardId: string, personId = ADA, round = 1): Promise<string> {
  const sessionId = `${personId}-${cardId}-${round}`;
  const place = { channelId: `${personId}0`, isDirectMessage: true };
  const items = [{ cardId, topicId: 'kubernetes', question: '{}' }];
  await quiz.openSession({
    id: sessionId,
    personId,
    deck: 'kubectl',
    mode: 'typed',
    ...place,
    startedAtMs: NOON,
    items,
  });
  const rating = RATINGS.good;
  await quiz.settleItem(
    { sessionId, position: 0, tries: 0, hintsUsed: 0 },
    {
      outcome: 'right',
      rating,
      answer: 'an answer',
      moment: studyMomentOf(NOON, 'UTC'),
      schedule: (before) => reviewCard(before, { atMs: NOON, rating }),
    },
  );
  return sessionId;
}

const withRenames = (...renames: readonly [Rename['subject'], string, string][]): Knowledge => ({
  ...own,
  renames: renames.map(([subject, from, to]) => ({
    subject,
    from,
    to,
    place: { file: 'renames.md', headings: [], line: 1 },
  })),
});

const knownIds = async (personId = ADA) => (await quiz.knownCards(personId)).map(({ cardId }) => cardId).sort();

describe('an edit of the knowledge', () => {
  it('takes along what people learned of renamed concepts and tasks, in chains too, and may be repeated', async () => {
    await review('concept:old-pod');
    await review('kubectl:old-task');
    await review('kubectl-meaning:old-task', LINUS);
    const edited = withRenames(
      ['concept', 'old-pod', 'older-pod'],
      ['concept', 'older-pod', pod],
      ['kubectl', 'old-task', task],
    );
    expect(await takeOverCards(store, edited, catalogue)).toEqual([]);
    expect(await takeOverCards(store, edited, catalogue)).toEqual([]);
    expect(await knownIds()).toEqual([`concept:${pod}`, `kubectl:${task}`].sort());
    expect(await knownIds(LINUS)).toEqual([`kubectl-meaning:${task}`]);
  });

  it('keeps what the person has under the new id already', async () => {
    await review(`concept:${pod}`);
    const [before] = await quiz.knownCards(ADA);
    await review('concept:old-pod');
    await takeOverCards(store, withRenames(['concept', 'old-pod', pod]), catalogue);
    expect(await quiz.knownCards(ADA)).toEqual([before]);
  });

  it('puts a card back under its new id when an answer from before is taken back', async () => {
    await review('concept:old-pod');
    const [before] = await quiz.knownCards(ADA);
    const again = await review('concept:old-pod', ADA, 2);
    await takeOverCards(store, withRenames(['concept', 'old-pod', pod]), catalogue);
    expect(await quiz.undoReview(again, 0)).toBe('counted');
    expect(await quiz.knownCards(ADA)).toEqual([{ ...before, cardId: `concept:${pod}` }]);
  });

  it('tells how many people learned what is no longer there, and keeps it', async () => {
    await review('concept:gone');
    await review('concept:gone', LINUS);
    await review(`concept:${pod}`);
    expect(await takeOverCards(store, own, catalogue)).toEqual([{ subject: 'card', id: 'concept:gone', people: 2 }]);
    expect(await knownIds()).toEqual([`concept:${pod}`, 'concept:gone'].sort());
  });
});
