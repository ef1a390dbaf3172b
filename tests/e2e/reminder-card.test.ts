// The reminder as a lesson, through the real client: a due card answered in the DM, across restarts and by a crowd of presses.

import Database from 'better-sqlite3';
import type { APIMessage } from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buttonsOf, InteractionFailed, type Reply, textOf, type User } from '../../sandbox/driver.ts';
import { type Question, readQuestion } from '../../src/quiz/question.ts';
import { labelsOf, SEED_DIR, type Studypod, startStudypod } from './studypod.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DAILY_AT = '12:00';

let studypod: Studypod;
let ada: User;

beforeEach(async () => {
  studypod = await startStudypod({ knowledgeDir: SEED_DIR });
  ada = studypod.sandbox.user('Ada');
});
afterEach(() => studypod.dispose());

/** Reads the database beside the running bot. */
function query<Row>(sql: string): readonly Row[] {
  const database = new Database(studypod.databasePath, { readonly: true });
  try {
    // The caller names the columns it asks for.
    return database.prepare(sql).all() as Row[];
  } finally {
    database.close();
  }
}

const count = (from: string): number =>
  query<{ count: number }>(`select count(*) as count from ${from}`)[0]?.count ?? 0;

/** Moves the clock to the first noon after the present instant. */
function toNextNoon(): void {
  const nowMs = studypod.sandbox.clock.nowMs();
  const today = Math.floor(nowMs / DAY_MS) * DAY_MS + 12 * HOUR_MS;
  studypod.sandbox.clock.advance((today > nowMs ? today : today + DAY_MS) - nowMs + 1_000);
}

/** The next reminder after those that are there. */
async function nextReminder(): Promise<APIMessage> {
  const before = new Set(ada.dms().map((message) => message.id));
  toNextNoon();
  return ada.waitForDm((message) => !before.has(message.id) && textOf(message).includes('Time to study'));
}

/** What the newest reminder asks. */
function asked(): { readonly question: Question; readonly cardId: string; readonly status: string } {
  const [row] = query<{ question: string; card_id: string; status: string }>(
    `select question, card_id, status from quiz_items join quiz_sessions on id = session_id
     where channel_id = '' order by started_at_ms desc limit 1`,
  );
  return { question: readQuestion(row?.question ?? ''), cardId: row?.card_id ?? '', status: row?.status ?? '' };
}

const letterOf = (question: Question, isRight: boolean): string =>
  'ABCD'.charAt(isRight ? question.rightOption : (question.rightOption + 1) % 4);

/** Answers a card wrongly in a session of one, so that it is due on the next day. */
async function missOneCard(): Promise<string> {
  const reply = await ada.slash('quiz', { deck: 'kubectl', mode: 'choice', count: 1 });
  const [row] = query<{ question: string; card_id: string }>(
    "select question, card_id from quiz_items join quiz_sessions on id = session_id where status = 'open'",
  );
  await ada.press(reply, letterOf(readQuestion(row?.question ?? ''), false));
  return row?.card_id ?? '';
}

const labels = (message: APIMessage): readonly string[] => buttonsOf(message).map((button) => button.label ?? '');

it('carries the card that is due, which is answered there once, also after restarts and by 20 presses', async () => {
  const cardId = await missOneCard();
  await ada.slash('remind', { time: DAILY_AT }, { subcommand: 'daily' });
  const dm = await nextReminder();
  const { question, ...offer } = asked();
  expect(offer).toEqual({ cardId, status: 'offered' });
  expect(textOf(dm)).toMatch(/A card that is due/);
  expect(labels(dm)).toEqual(expect.arrayContaining(['A', 'B', 'C', 'D', 'Skip and show', 'Snooze 1 h']));

  await studypod.restart();
  const before = { attempts: count('attempts'), reviews: count('reviews'), days: count('study_days') };
  const started = await Promise.all(Array.from({ length: 20 }, () => ada.startPress(dm, letterOf(question, true))));
  const answers = await Promise.allSettled(started.map((press) => ada.answerTo(press)));
  expect(
    answers.filter((answer) => answer.status === 'rejected' && answer.reason instanceof InteractionFailed),
  ).toEqual([]);
  expect(count('attempts') - before.attempts).toBe(1);
  expect(count('reviews') - before.reviews).toBe(1);
  expect(count('study_days') - before.days).toBe(1);
  expect(asked().status).toBe('finished');

  const [after] = ada.dms().filter((message) => message.id === dm.id);
  if (after === undefined) throw new Error('the reminder is gone');
  expect(textOf(after)).toMatch(/That counts for today/);
  expect(textOf(after)).toMatch(/Right/);
  expect(textOf(after)).toMatch(/Next on your list/);
  expect(textOf(after)).toMatch(/You have studied today/);
  expect(labels(after)).toEqual(expect.arrayContaining(['Undo', 'Pause a week', 'Stop reminders']));
  expect(labels(after)).not.toContain('A');
  // Everything stands in the one message.
  expect(ada.dms()).toHaveLength(1);

  await studypod.restart();
  const undone = await ada.press(after, 'Undo');
  expect(undone.text).toMatch(/Taken back/);
  expect(count('reviews')).toBe(before.reviews);
  expect(labelsOf(undone)).not.toContain('Undo');
});

it('gives a newcomer a new card of the next topic, and tells the answer to who would rather not guess', async () => {
  await ada.slash('remind', { time: DAILY_AT }, { subcommand: 'daily' });
  const dm = await nextReminder();
  expect(textOf(dm)).toMatch(/A new card/);
  expect(count('reviews')).toBe(0);
  const shown = await ada.press(dm, 'Skip and show');
  expect(shown.text).toMatch(/Skipped/);
  expect(shown.text).toMatch(/It comes again on/);
  expect(query('select outcome from quiz_items')).toEqual([{ outcome: 'skipped' }]);
});

it('lets an open session be, and is not what a plain message answers', async () => {
  await ada.slash('remind', { time: DAILY_AT }, { subcommand: 'daily' });
  const typed = await ada.slash('quiz', { deck: 'kubectl', mode: 'typed', count: 2 }, { channel: 'dm' });
  const dm = await nextReminder();
  expect(count("quiz_sessions where status = 'open'")).toBe(1);
  await ada.say('dm', 'kubectl get nothing-of-the-kind');
  await ada.waitForDm((message) => textOf(message).includes('One more try'));
  expect(asked().status).toBe('offered');
  await ada.press(dm, 'A');
  expect(asked().status).toBe('finished');
  const form = await ada.press(typed, 'Write the answer');
  expect((await ada.submitModal(form, { answer: 'kubectl nonsense' })).text).toMatch(/Not this time|One more try/);
});

it('says so when the card was answered elsewhere since, and counts nothing', async () => {
  await missOneCard();
  await ada.slash('remind', { time: DAILY_AT }, { subcommand: 'daily' });
  const dm = await nextReminder();
  const { question } = asked();
  const due: Reply = await ada.press(dm, 'Review what is due');
  if (labelsOf(due).includes('A')) await ada.press(due, 'A');
  else await ada.press(due, 'Skip and show');
  const reviews = count('reviews');
  const late = await ada.press(dm, letterOf(question, true));
  expect(late.text).toMatch(/met this card again since/);
  expect(late.text).toMatch(/Next on your list/);
  expect(labelsOf(late)).not.toContain('A');
  expect(labelsOf(late)).toContain('Stop reminders');
  expect(count('reviews')).toBe(reviews);
});

it('asks the same when it was put off, and another day draws anew; any press keeps reminders daily', async () => {
  await ada.slash('remind', { time: DAILY_AT }, { subcommand: 'daily' });
  const dm = await nextReminder();
  await ada.press(dm, 'Snooze 1 h');
  const before = new Set(ada.dms().map((message) => message.id));
  studypod.sandbox.clock.advance(HOUR_MS + 1_000);
  const again = await ada.waitForDm((message) => !before.has(message.id));
  expect(count("quiz_sessions where channel_id = ''")).toBe(1);
  expect(again.embeds.at(-1)?.description).toBe(dm.embeds.at(-1)?.description);
  // After seven that nobody answers it would come weekly.
  for (let day = 0; day < 6; day += 1) await nextReminder();
  const last = await nextReminder();
  await ada.press(last, 'A');
  await nextReminder();
  expect(count("quiz_sessions where channel_id = ''")).toBe(9);
});
