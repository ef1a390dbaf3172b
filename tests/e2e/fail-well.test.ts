// What people see when something is not theirs, out of date, or broken; and what the log may say of it.

import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { User } from '../../sandbox/driver.ts';
import { labelsOf, type Studypod, startStudypod } from './studypod.ts';

let studypod: Studypod;
let ada: User;
let linus: User;

beforeAll(async () => {
  studypod = await startStudypod();
  ada = studypod.sandbox.user('Ada');
  linus = studypod.sandbox.user('Linus');
});
afterAll(() => studypod.dispose());

describe('somebody else’s button', () => {
  it('answers a private word and changes nothing', async () => {
    const card = await ada.slash('explain', { query: 'service vs ingress' });
    const [label] = labelsOf(card);
    const before = card.text;
    const answer = await linus.press(card, label ?? '');
    expect(answer.text).toMatch(/somebody else/);
    expect(card.text).toBe(before);
    expect(ada.messages('general').some((message) => message.id === answer.message.id)).toBe(false);
  });
});

describe('a button', () => {
  it('works after a restart', async () => {
    const card = await ada.slash('next-topic');
    await studypod.restart();
    const next = await ada.press(card, 'Start');
    expect(next.text).toMatch(/You have started it/);
  });

  it('of a quiz session goes on after a restart in the middle of it', async () => {
    const first = await ada.slash('quiz', { deck: 'kubectl', count: 2, mode: 'choice' });
    const answered = await ada.press(first, 'A');
    await studypod.restart();
    const second = await ada.press(answered, 'Next');
    expect(second.text).toMatch(/2 of 2/);
    await studypod.restart();
    expect((await ada.press(second, 'B')).text).toMatch(/2 of 2/);
  });
});

describe('a pending reminder', () => {
  it('is sent once after a restart that its time fell into', async () => {
    const inAnHour = new Date(studypod.sandbox.clock.nowMs() + 3_600_000).toISOString().slice(11, 16);
    await linus.slash('remind', { time: inAnHour }, { subcommand: 'daily' });
    await studypod.stopBot();
    studypod.sandbox.clock.advance(3_600_000 + 1_800_000);
    await studypod.start();
    const dm = await linus.waitForDm();
    expect(JSON.stringify(dm)).toMatch(/late/i);
    await studypod.restart();
    await linus.slash('remind', {}, { subcommand: 'status' });
    expect(linus.dms()).toHaveLength(1);
  });
});

describe('an unexpected fault', () => {
  it('ends in an apology with a reference that the log has, without anything that was written', async () => {
    const saboteur = new Database(studypod.databasePath);
    saboteur.exec('ALTER TABLE quiz_sessions RENAME TO quiz_sessions_away');
    const answer = await ada.slash('quiz', { deck: 'kubectl' });
    saboteur.exec('ALTER TABLE quiz_sessions_away RENAME TO quiz_sessions');
    saboteur.close();
    const reference = /Reference `([0-9a-z]+)`/.exec(answer.text)?.[1];
    expect(reference).toBeDefined();
    const line = studypod.logLines.find((each) => each.includes(`"reference":"${reference}"`));
    expect(line).toMatch(/"stack"/);
    expect(line).toContain(ada.id);
    // It recovers as soon as the cause is gone.
    expect((await ada.slash('quiz', { deck: 'kubectl' })).text).toMatch(/1 of 5/);
  });
});

describe('a locked database', () => {
  it('ends in an apology, leaves what only reads alone, and is written to again once it is free', async () => {
    const card = await ada.slash('next-topic');
    const saboteur = new Database(studypod.databasePath);
    saboteur.exec('BEGIN IMMEDIATE');
    // The sandbox gives up after 3 s without an answer, as Discord does.
    expect((await ada.slash('quiz', { deck: 'kubectl' })).text).toMatch(/Reference `[0-9a-z]+`/);
    expect((await ada.slash('next-topic')).text).toBe(card.text);
    saboteur.exec('ROLLBACK');
    saboteur.close();
    expect((await ada.slash('quiz', { deck: 'kubectl' })).text).toMatch(/1 of 5/);
  });
});

describe('a wrong value', () => {
  it('is refused in words that say how to mend it', async () => {
    expect((await ada.slash('topic', { name: 'Underwater basket weaving' })).text).toMatch(/Underwater basket weaving/);
    expect((await ada.slash('remind', { time: '25:61' }, { subcommand: 'daily' })).text).toMatch(/25:61/);
    const text = (await ada.slash('remind', { time: '08:00', timezone: 'Mars/Base' }, { subcommand: 'daily' })).text;
    expect(text).toMatch(/Mars\/Base/);
  });
});
