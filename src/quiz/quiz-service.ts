// The quiz put together: every step reads the rows, applies a rule, and shows what the rows then say.

import { isAppealable } from './appeals.ts';
import { offerCard } from './offer-card.ts';
import { readQuestion } from './question.ts';
import type { Learner, Quiz, QuizDeps, StepOutcome, WaitingItem } from './quiz.ts';
import { summaryScreen } from './screen.ts';
import type { QuizSession } from './session.ts';
import { answerItem, giveHint, skipItem } from './settle-item.ts';
import { readOwnSession, showCurrent, showItem } from './show-session.ts';
import { startSession } from './start-session.ts';

export function createQuiz(deps: QuizDeps): Quiz {
  const { store } = deps;

  const withSession = async (
    learner: Learner,
    sessionId: string,
    show: (session: QuizSession) => StepOutcome | Promise<StepOutcome>,
  ): Promise<StepOutcome> => {
    const session = await readOwnSession(deps, learner, sessionId);
    return session === undefined ? { kind: 'unknown-session' } : show(session);
  };

  return {
    start: (learner, wish) => startSession(deps, learner, wish),
    offer: (wish) => offerCard(deps, wish),
    look: (learner, { sessionId, position }) =>
      withSession(learner, sessionId, (session) => showItem(deps, session, position)),
    submit: (learner, address, tries, answer) => answerItem(deps, learner, address, answer, tries),
    choose: (learner, address, option) => answerItem(deps, learner, address, String(option), undefined),
    hint: (learner, address, step) => giveHint(deps, learner, address, step),
    skip: (learner, address) => skipItem(deps, learner, address),
    stop: (learner, sessionId) =>
      withSession(learner, sessionId, async () => {
        await store.stopSession(sessionId, learner.nowMs);
        return withSession(learner, sessionId, summaryScreen);
      }),
    next: (learner, sessionId) => withSession(learner, sessionId, (session) => showCurrent(deps, session)),
    undo: (learner, { sessionId, position }) =>
      withSession(learner, sessionId, async () => {
        const outcome = await store.undoReview(sessionId, position);
        return withSession(learner, sessionId, (after) => {
          const isUndone = outcome === 'counted' || after.items[position]?.outcome === 'undone';
          return showItem(deps, after, position, isUndone ? undefined : { kind: 'too-late-to-undo' });
        });
      }),
    appeal: (learner, { sessionId, position }) =>
      withSession(learner, sessionId, async (session) => {
        const item = session.items[position];
        const attempt = item?.attempts.at(-1);
        if (
          item === undefined ||
          attempt === undefined ||
          attempt.isRight ||
          !isAppealable(readQuestion(item.question))
        )
          return showItem(deps, session, position);
        const outcome = await store.recordAppeal(attempt.id, learner.nowMs);
        return showItem(deps, session, position, { kind: outcome === 'counted' ? 'appeal-stored' : 'appeal-known' });
      }),
    findWaiting: async (learner) => findWaiting(await store.findOpenSession(learner.personId, learner.channelId)),
  };
}

function findWaiting(session: QuizSession | undefined): WaitingItem | undefined {
  const item = session?.items.find((candidate) => candidate.outcome === undefined);
  if (session === undefined || !session.isDirectMessage || item === undefined) return undefined;
  const isTyped = readQuestion(item.question).mode === 'typed';
  return isTyped ? { sessionId: session.id, position: item.position, tries: item.tries } : undefined;
}
