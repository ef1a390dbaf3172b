// The quiz through the real client: each mode across restarts, plain messages in the DM, and a crowd of presses at once.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InteractionFailed, type Reply, type User } from '../../sandbox/driver.ts';
import { type Question, readQuestion } from '../../src/quiz/question.ts';
import { readRows } from './read-database.ts';
import { labelsOf, SEED_DIR, type Studypod, startStudypod } from './studypod.ts';

let studypod: Studypod;
let ada: User;

beforeAll(async () => {
  studypod = await startStudypod({ knowledgeDir: SEED_DIR });
  ada = studypod.sandbox.user('Ada');
});
afterAll(() => studypod.dispose());

const query = <Row>(sql: string): readonly Row[] => readRows(studypod, sql);

/** The question that waits in the open session. */
function waiting(): Question {
  const [row] = query<{ question: string }>(
    `select question from quiz_items join quiz_sessions on id = session_id
     where status = 'open' and outcome is null order by position limit 1`,
  );
  return readQuestion(row?.question ?? '');
}

const count = (table: string): number =>
  query<{ count: number }>(`select count(*) as count from ${table}`)[0]?.count ?? 0;

async function answerRightly(reply: Reply): Promise<Reply> {
  const question = waiting();
  if (question.mode === 'choice') return ada.press(reply, 'ABCD'.charAt(question.rightOption));
  const form = await ada.press(reply, 'Write the answer');
  return ada.submitModal(form, { answer: question.kind === 'command' ? question.key : '' });
}

describe.each(['typed', 'choice', 'mixed'])('a session in mode %s', (mode) => {
  it('goes on after a restart in its middle, and counts every answer once', async () => {
    const before = count('reviews');
    let reply = await ada.slash('quiz', { deck: 'kubectl', mode });
    for (let position = 0; position < 5; position += 1) {
      if (position === 2) await studypod.restart();
      reply = await answerRightly(reply);
      expect(reply.text).toMatch(/Right/);
      if (position === 3) await studypod.restart();
      reply = await ada.press(reply, position === 4 ? 'Summary' : 'Next');
    }
    expect(reply.text).toMatch(/5 of 5 right/);
    expect(count('reviews') - before).toBe(5);
  });
});

it('a plain message in the DM answers the card that waits there, also after a restart', async () => {
  await ada.slash('quiz', { deck: 'kubectl', mode: 'typed', count: 1 }, { channel: 'dm' });
  await studypod.restart();
  const question = waiting();
  await ada.say('dm', question.kind === 'command' ? question.key : '');
  const feedback = await ada.waitForDm((message) => JSON.stringify(message.embeds).includes('Right'));
  expect(JSON.stringify(feedback.components)).toMatch(/Summary/);
});

it('20 presses of one button at once count once, and every press is answered', async () => {
  const before = count('attempts');
  const reply = await ada.slash('quiz', { deck: 'kubectl', mode: 'choice' });
  const started = await Promise.all(Array.from({ length: 20 }, () => ada.startPress(reply, 'A')));
  const answers = await Promise.allSettled(started.map((press) => ada.answerTo(press)));
  const failures = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
  expect(failures.filter((failure) => failure instanceof InteractionFailed)).toEqual([]);
  expect(count('attempts') - before).toBe(1);
});

it('looks something up in the middle of a session, seen by that person alone', async () => {
  const reply = await ada.slash('quiz', { deck: 'kubectl', mode: 'typed' });
  const found = await ada.submitModal(await ada.press(reply, 'Look something up'), { query: 'ingress' });
  expect(found.text).toMatch(/Ingress/);
  expect(labelsOf(await answerRightly(reply))).toContain('Next');
});

it('made Discord refuse nothing', () => {
  expect(studypod.sandbox.requests.filter((request) => request.status >= 400)).toEqual([]);
  expect(studypod.logLines.filter((line) => /"level":(50|60)/.test(line))).toEqual([]);
});
