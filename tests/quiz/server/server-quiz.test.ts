// The quiz of a server: one card a day whatever fails, private answers that count once, a reveal, a ranking by choice.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readQuestion } from '../../../src/quiz/question.ts';
import { expectWithinLimits } from '../../commands/expect-within-limits.ts';
import { buttonsOf, idOf, messageOf, textOf } from '../../commands/quiz-desk.ts';
import { ADA, CHANNEL, GUILD, LINUS, openServerDesk, type ServerDesk } from './server-desk.ts';

let desk: ServerDesk;

beforeEach(async () => {
  desk = await openServerDesk();
});

afterEach(() => desk.open.close());

const set = (options = {}) => desk.run('set', { channel: CHANNEL, time: '18:00', timezone: 'UTC', ...options });

/** Sets the quiz and lets its first card come. */
async function postFirst() {
  await set();
  desk.travelTo('2026-05-04T18:00Z');
  await desk.newRunner().tick();
  const [message] = desk.channel.messages;
  if (message === undefined) throw new Error('no card came');
  const row = await desk.open.db.selectFrom('server_posts').selectAll().executeTakeFirstOrThrow();
  const question = readQuestion(row.question);
  const wrong = (question.rightOption + 1) % question.options.length;
  return { message, question, right: 'ABCD'.charAt(question.rightOption), wrong: 'ABCD'.charAt(wrong) };
}

describe('the settings', () => {
  test('are set, shown and switched off', async () => {
    expect(textOf(messageOf(await desk.run('status')))).toContain('None is set');
    const answer = textOf(messageOf(await set({ time: '6:00 pm', deck: 'cloud' })));
    expect(answer).toContain(`<#${CHANNEL}> every day at 18:00 (UTC)`);
    expect(answer).toContain(`<t:${Date.parse('2026-05-04T18:00Z') / 1000}:R>`);
    const status = messageOf(await desk.run('status'));
    expectWithinLimits(status);
    expect(textOf(status)).toContain('Cloud services');
    expect(textOf(messageOf(await desk.run('off')))).toContain('is off');
    expect(textOf(messageOf(await desk.run('off')))).toContain('no daily card');
    expect(textOf(messageOf(await desk.run('status')))).toContain('Off.');
  });

  test('are for those who manage the server, in servers', async () => {
    await expect(desk.run('status', {}, { canManageServer: false })).rejects.toThrow('manage-server-only');
    await expect(desk.run('status', {}, { guildId: undefined })).rejects.toThrow('servers-only');
  });

  test('refuse a time and a zone that there are not', async () => {
    await expect(set({ time: 'noonish' })).rejects.toThrow('bad-reminder-time');
    await expect(set({ timezone: 'Mars/Base' })).rejects.toThrow('unknown-timezone');
  });
});

describe('a card', () => {
  test('comes once at its time, with four options that anybody may press', async () => {
    await set();
    const runner = desk.newRunner();
    desk.travelTo('2026-05-04T17:59Z');
    await runner.tick();
    expect(desk.channel.messages).toEqual([]);
    desk.travelTo('2026-05-04T18:00Z');
    await Promise.all([runner.tick(), runner.tick(), desk.newRunner().tick()]);
    await runner.tick();
    expect(desk.channel.messages).toHaveLength(1);
    const body = desk.channel.messages[0]?.body ?? {};
    expectWithinLimits(body);
    expect(buttonsOf(body).map((button) => button.label)).toEqual(['A', 'B', 'C', 'D']);
    expect(idOf(body, 'A')).toMatch(/^server-choose\|1\|0\|/);
  });

  test('comes every day, another one each time', async () => {
    await set();
    for (const day of ['04', '05', '06', '07']) {
      desk.travelTo(`2026-05-${day}T18:00Z`);
      await desk.newRunner().tick();
    }
    const rows = await desk.open.db.selectFrom('server_posts').select('card_id').execute();
    expect(new Set(rows.map((row) => row.card_id)).size).toBe(4);
  });

  test('of a process that was told to stop is left to the next one', async () => {
    await set();
    desk.travelTo('2026-05-04T18:00Z');
    const stopping = desk.newRunner();
    const tick = stopping.tick();
    await stopping.stop();
    await tick;
    await stopping.tick();
    expect(desk.channel.messages).toEqual([]);
    // After the lease of whatever the first one had claimed.
    desk.travelTo('2026-05-04T18:02Z');
    await desk.newRunner().tick();
    expect(desk.channel.messages).toHaveLength(1);
  });

  test('comes once although the answer to its sending was lost, also to a new process', async () => {
    await set();
    desk.travelTo('2026-05-04T18:00Z');
    desk.channel.weather = 'lost';
    await desk.newRunner().tick();
    desk.channel.weather = 'fine';
    desk.travelTo('2026-05-04T18:30Z');
    await desk.newRunner().tick();
    expect(desk.channel.messages).toHaveLength(1);
    const row = await desk.open.db.selectFrom('server_posts').select(['state', 'attempts']).executeTakeFirstOrThrow();
    expect(row.state).toBe('posted');
  });

  test('is tried again while Discord fails, and left out when it could not come for 12 hours', async () => {
    await set();
    desk.channel.weather = 'failing';
    desk.travelTo('2026-05-04T18:00Z');
    await desk.newRunner().tick();
    desk.travelTo('2026-05-04T18:02Z');
    desk.channel.weather = 'fine';
    await desk.newRunner().tick();
    expect(desk.channel.messages).toHaveLength(1);
    // Down from then until the morning after the next card was due.
    desk.travelTo('2026-05-06T08:00Z');
    await desk.newRunner().tick();
    expect(desk.channel.messages).toHaveLength(1);
  });

  test('that Discord refuses switches the quiz off, and the status says why', async () => {
    await set();
    desk.channel.weather = 'refusing';
    desk.travelTo('2026-05-04T18:00Z');
    await desk.newRunner().tick();
    expect(textOf(messageOf(await desk.run('status')))).toContain('Discord did not let me write');
    desk.travelTo('2026-05-05T18:00Z');
    desk.channel.weather = 'fine';
    await desk.newRunner().tick();
    expect(desk.channel.messages).toEqual([]);
  });
});

describe('an answer', () => {
  test('is private, counts once, and does not say whether it is right before the reveal', async () => {
    const { message, right, wrong } = await postFirst();
    const first = await desk.press(idOf(message.body, wrong));
    expect(first.content).toContain(`Noted: **${wrong}**`);
    expect(textOf(first)).not.toMatch(/right|wrong/i);
    expect((await desk.press(idOf(message.body, right))).content).toContain(`Your first pick counts: **${wrong}**`);
    await Promise.all(Array.from({ length: 20 }, () => desk.press(idOf(message.body, right), LINUS)));
    expect(await desk.open.db.selectFrom('server_answers').selectAll().execute()).toHaveLength(2);
  });

  test('after 20 hours gives way to the reveal: the answer, and the share of right ones', async () => {
    const { message, right, wrong } = await postFirst();
    const [rightId, wrongId] = [idOf(message.body, right), idOf(message.body, wrong)];
    await desk.press(rightId, ADA);
    await desk.press(wrongId, LINUS);
    desk.travelTo('2026-05-05T13:59Z');
    await desk.newRunner().tick();
    expect(textOf(message.body)).not.toContain('1 of 2');
    desk.travelTo('2026-05-05T14:00Z');
    await desk.newRunner().tick();
    expectWithinLimits(message.body);
    expect(textOf(message.body)).toContain('1 of 2 were right (50 %)');
    expect(textOf(message.body)).toContain(`The answer: **${right}**`);
    expect((await desk.press(wrongId, LINUS)).content).toContain(`right was **${right}**`);
    expect((await desk.press(rightId, '100000000000000003')).content).toContain('not counted');
  });

  test('to a card whose row is gone is told so', async () => {
    const { message } = await postFirst();
    await desk.open.db.deleteFrom('server_posts').execute();
    expect((await desk.press(idOf(message.body, 'A'))).content).toContain('no longer stored');
  });
});

describe('the ranking', () => {
  test('holds only who joined, counts only what was revealed, and can be left', async () => {
    const { message, right } = await postFirst();
    const noted = await desk.press(idOf(message.body, right), ADA);
    await desk.press(idOf(message.body, right), LINUS);
    const joined = await desk.press(idOf(noted, 'Join the ranking'), ADA);
    expect(textOf(messageOf(await desk.run('status')))).toContain('Nobody has joined');
    desk.travelTo('2026-05-05T14:00Z');
    await desk.newRunner().tick();
    expect(textOf(message.body)).toContain(`1. <@${ADA}>: 1 right of 1`);
    expect(textOf(message.body)).not.toContain(LINUS);
    expect(textOf(messageOf(await desk.run('status')))).toContain(`<@${ADA}>`);
    expect((await desk.press(idOf(joined, 'Leave the ranking'), ADA)).content).toContain('out of the ranking');
    expect(textOf(messageOf(await desk.run('status')))).toContain('Nobody has joined');
  });

  test('and every answer go with the person’s data', async () => {
    const { message, right } = await postFirst();
    const noted = await desk.press(idOf(message.body, right), ADA);
    await desk.press(idOf(noted, 'Join the ranking'), ADA);
    await desk.open.db.deleteFrom('people').where('id', '=', ADA).execute();
    expect(await desk.open.db.selectFrom('server_answers').selectAll().execute()).toEqual([]);
    expect(await desk.open.db.selectFrom('server_ranking').where('guild_id', '=', GUILD).selectAll().execute()).toEqual(
      [],
    );
  });
});
