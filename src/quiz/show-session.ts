// Reads a session for the person it belongs to and shows it; nobody reads another's.

import type { Learner, QuizDeps } from './quiz.ts';
import { currentScreen, itemScreen, type Screen, type ScreenNote } from './screen.ts';
import type { QuizSession } from './session.ts';

/** undefined when there is no such session, or it is somebody else's. */
export async function readOwnSession(
  { store }: QuizDeps,
  learner: Learner,
  sessionId: string,
): Promise<QuizSession | undefined> {
  const session = await store.readSession(sessionId);
  return session?.personId === learner.personId ? session : undefined;
}

export async function showItem(
  { store }: QuizDeps,
  session: QuizSession,
  position: number,
  note?: ScreenNote,
): Promise<Screen> {
  const cardId = session.items[position]?.cardId;
  const screen = itemScreen(session, position, cardId === undefined ? [] : await store.acceptedForms(cardId));
  return note === undefined ? screen : { ...screen, note };
}

/** The first open item, or the summary. */
export async function showCurrent({ store }: QuizDeps, session: QuizSession): Promise<Screen> {
  const open = session.items.find((item) => item.outcome === undefined);
  return currentScreen(session, open === undefined ? [] : await store.acceptedForms(open.cardId));
}
