// The quiz of a server through the real client: set, posted at its time, answered in private, revealed once; and what may go wrong.

import type { APIMessage } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Reply, textOf, type User } from '../../sandbox/driver.ts';
import { readQuestion } from '../../src/quiz/question.ts';
import { readRows } from './read-database.ts';
import { SEED_DIR, type Studypod, startStudypod } from './studypod.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const PATIENCE_MS = 25_000;

let studypod: Studypod;
let ada: User;
let linus: User;

beforeEach(async () => {
  studypod = await startStudypod({ knowledgeDir: SEED_DIR });
  ada = studypod.sandbox.user('Ada');
  linus = studypod.sandbox.user('Linus');
});
afterEach(() => studypod.dispose());

const channelId = (name: string): string =>
  [...studypod.sandbox.world.channels.values()].find((each) => each.kind === 'text' && each.name === name)?.id ?? '';

const inMinutes = (minutes: number): string =>
  new Date(studypod.sandbox.clock.nowMs() + minutes * MINUTE_MS).toISOString().slice(11, 16);

const manage = (subcommand: string, options = {}, by = ada): Promise<Reply> =>
  by.slash('daily-quiz', options, { subcommand });

/** Sets the quiz for two minutes from now. */
const set = (channel = 'general'): Promise<Reply> =>
  manage('set', { channel: channelId(channel), time: inMinutes(2), timezone: 'UTC' });

const cardsIn = (channel: string): readonly APIMessage[] =>
  ada.messages(channel).filter((message) => textOf(message).includes('Card of the day'));

async function firstCard(channel = 'general'): Promise<APIMessage> {
  await set(channel);
  studypod.sandbox.clock.advance(2 * MINUTE_MS + 1_000);
  return ada.waitForMessage(channel, (message) => textOf(message).includes('Card of the day'));
}

const revealed = (channel = 'general'): Promise<APIMessage> =>
  ada.waitForMessage(channel, (message) => textOf(message).includes('The answer: **'));

interface PostRow {
  readonly state: string;
  readonly question: string;
}

const posts = (): readonly PostRow[] =>
  readRows(studypod, 'select state, question from server_posts order by due_at_ms');

/** The letters of the right option and of a wrong one. */
function letters(): { readonly right: string; readonly wrong: string } {
  const { rightOption } = readQuestion(posts()[0]?.question ?? '');
  return { right: 'ABCD'.charAt(rightOption), wrong: 'ABCD'.charAt((rightOption + 1) % 4) };
}

const eventually = <Value>(read: () => Value) => expect.poll(read, { timeout: PATIENCE_MS });

const refused = () => studypod.sandbox.requests.filter((request) => request.status >= 400);

const removeMessage = (message: APIMessage): Promise<Response> =>
  fetch(`${studypod.sandbox.apiUrl}/v10/channels/${message.channel_id}/messages/${message.id}`, {
    method: 'DELETE',
    headers: { authorization: `Bot ${studypod.sandbox.token}` },
  });

/** As when somebody deletes the channel in Discord. */
function removeChannel(name: string): void {
  const { channels } = studypod.sandbox.world;
  if (!(channels instanceof Map)) throw new Error('the world keeps its channels otherwise');
  channels.delete(channelId(name));
}

describe('a card of the day', () => {
  it('is posted at its time, takes private picks across a restart, and is revealed 20 hours later', async () => {
    expect((await set()).text).toMatch(/every day at/);
    studypod.sandbox.clock.advance(2 * MINUTE_MS + 1_000);
    const card = await ada.waitForMessage('general', (message) => textOf(message).includes('Card of the day'));
    expect((await linus.press(card, 'A')).text).toMatch(/Noted: \*\*A\*\*/);
    await studypod.restart();
    expect((await linus.press(card, 'B')).text).toMatch(/first pick counts: \*\*A\*\*/);
    expect(ada.messages('general').some((message) => /Noted|first pick/.test(message.content))).toBe(false);

    studypod.sandbox.clock.advance(20 * HOUR_MS);
    const answer = await revealed();
    expect(answer.id).toBe(card.id);
    expect(textOf(answer)).toMatch(/One pick, and it was/);
    expect(cardsIn('general')).toHaveLength(1);
    expect(refused()).toEqual([]);
    expect(studypod.sandbox.unknownRoutes).toEqual([]);
  });

  it('shows the share of right picks, and in the ranking only who joined, after a restart between card and reveal', async () => {
    const card = await firstCard();
    const { right, wrong } = letters();
    const noted = await ada.press(card, right);
    expect((await ada.press(noted, 'Join the ranking')).text).toMatch(/ranking/);
    // 20 presses of one person at once are one pick.
    const presses = await Promise.all(Array.from({ length: 20 }, () => linus.startPress(card, wrong)));
    await Promise.all(presses.map((press) => linus.answerTo(press)));
    expect(readRows(studypod, 'select 1 from server_answers')).toHaveLength(2);
    expect(textOf(card)).not.toContain('The answer:');

    await studypod.stopBot();
    studypod.sandbox.clock.advance(20 * HOUR_MS);
    await studypod.start();
    const answer = await revealed();
    expect(textOf(answer)).toContain('1 of 2 were right (50 %)');
    expect(textOf(answer)).toContain(`The answer: **${right}**`);
    expect(textOf(answer)).toContain(`<@${ada.id}>`);
    expect(textOf(answer)).not.toContain(linus.id);
    expect((await manage('status')).text).toContain(`<@${ada.id}>: 1 right of 1`);
  });

  it('comes every day, and is not posted twice by a restart at its very minute', async () => {
    await firstCard();
    await studypod.restart();
    studypod.sandbox.clock.advance(24 * HOUR_MS);
    await eventually(() => cardsIn('general').length + posts().filter((post) => post.state === 'revealed').length).toBe(
      3,
    );
    await studypod.restart();
    expect(posts().map((post) => post.state)).toEqual(['revealed', 'posted']);
    expect(new Set(posts().map((post) => post.question)).size).toBe(2);
    expect(refused()).toEqual([]);
  });

  it('that nobody picked is revealed all the same, and off means that no more come', async () => {
    await firstCard();
    expect((await manage('off')).text).toContain('is off');
    studypod.sandbox.clock.advance(20 * HOUR_MS);
    expect(textOf(await revealed())).toMatch(/[Nn]obody/);
    studypod.sandbox.clock.advance(28 * HOUR_MS);
    await studypod.restart();
    expect(posts()).toHaveLength(1);
    expect((await manage('status')).text).toContain('Off.');
  });

  it('left out by a long absence of the bot is not made up for in the night', async () => {
    await set();
    await studypod.stopBot();
    studypod.sandbox.clock.advance(13 * HOUR_MS);
    await studypod.start();
    await eventually(() => studypod.logLines.some((line) => line.includes('server quiz left out'))).toBe(true);
    expect(cardsIn('general')).toEqual([]);
    expect(refused()).toEqual([]);
  });
});

describe('what goes wrong', () => {
  it('in a channel where the bot may not write switches the quiz off, and the status says so', async () => {
    await set('announcements');
    studypod.sandbox.clock.advance(2 * MINUTE_MS + 1_000);
    await eventually(() => posts()[0]?.state).toBe('failed');
    expect((await manage('status')).text).toContain('did not let me write');
    expect(refused().map((request) => request.status)).toEqual([403]);
    // Set anew elsewhere, it goes on.
    await firstCard();
    expect((await manage('status')).text).not.toContain('did not let me write');
  });

  it('a channel deleted before the card switches the quiz off', async () => {
    await set('study');
    removeChannel('study');
    studypod.sandbox.clock.advance(2 * MINUTE_MS + 1_000);
    await eventually(() => posts()[0]?.state).toBe('failed');
    expect((await manage('status')).text).toContain('did not let me write');
    expect(refused().map((request) => request.status)).toEqual([404]);
  });

  it.each([
    ['the card itself', (card: APIMessage) => removeMessage(card)],
    ['its channel', async (_card: APIMessage) => removeChannel('study')],
  ])('%s deleted before the reveal is let go at once', async (_what, remove) => {
    const card = await firstCard('study');
    await remove(card);
    studypod.sandbox.clock.advance(20 * HOUR_MS);
    await eventually(() => posts()[0]?.state).toBe('revealed');
    expect(refused().map((request) => request.status)).toEqual([404]);
    expect(studypod.logLines.filter((line) => /"level":(50|60)/.test(line))).toEqual([]);
  });

  it('when Discord fails, the card comes once, a little later', async () => {
    await set();
    studypod.sandbox.inject({ kind: 'server-errors', probability: 1 });
    studypod.sandbox.clock.advance(2 * MINUTE_MS + 1_000);
    await eventually(() => posts()[0]?.state).toBe('claimed');
    studypod.sandbox.inject({ kind: 'server-errors', probability: 0 });
    await studypod.restart();
    studypod.sandbox.clock.advance(5 * MINUTE_MS);
    await eventually(() => posts()[0]?.state).toBe('posted');
    expect(cardsIn('general')).toHaveLength(1);
  });

  it('in the settings is said: a time that is none, and a person who does not manage the server', async () => {
    expect((await manage('set', { channel: channelId('general'), time: 'noonish' })).text).toMatch(/time/);
    await expect(manage('status', {}, linus)).rejects.toThrow();
    expect((await manage('status')).text).toContain('None is set');
    expect((await manage('off')).text).toContain('no daily card');
    expect(refused()).toEqual([]);
  });
});
