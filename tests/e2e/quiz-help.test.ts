// What stands around the answers of a quiz, through the real client: hints, skip, stop, why, undo, strangers, the decks that gather.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply, User } from '../../sandbox/driver.ts';
import { type CommandQuestion, readQuestion } from '../../src/quiz/question.ts';
import { startProcess } from './process.ts';
import { readRows } from './read-database.ts';
import { labelsOf, SEED_DIR, type Studypod, startStudypod } from './studypod.ts';

const DAY_MS = 86_400_000;

let studypod: Studypod;
let ada: User;

beforeAll(async () => {
  studypod = await startStudypod({ knowledgeDir: SEED_DIR });
  ada = studypod.sandbox.user('Ada');
});
afterAll(() => studypod.dispose());

const query = <Row>(sql: string): readonly Row[] => readRows(studypod, sql);

/** The command that the open session asks for. */
function asked(): { readonly question: CommandQuestion; readonly cardId: string } {
  const [row] = query<{ question: string; card_id: string }>(
    `select question, card_id from quiz_items join quiz_sessions on id = session_id
     where status = 'open' and outcome is null order by position limit 1`,
  );
  const question = readQuestion(row?.question ?? '');
  if (question.kind !== 'command') throw new Error(`a command was expected, not ${question.kind}`);
  return { question, cardId: row?.card_id ?? '' };
}

/** Every byte that is kept about what Ada knows. */
const memory = (): string => JSON.stringify(query('select * from cards order by card_id'));

const startTyped = (count = 2, deck = 'kubectl'): Promise<Reply> => ada.slash('quiz', { deck, mode: 'typed', count });

async function write(reply: Reply, answer: string): Promise<Reply> {
  return ada.submitModal(await ada.press(reply, 'Write the answer'), { answer });
}

/** Wrong on both tries. */
async function miss(reply: Reply): Promise<Reply> {
  return write(await write(reply, 'kubectl version'), 'kubectl version');
}

describe('help', () => {
  it('comes in steps, the verb and then the shape, also after a restart between them; then the grade is Hard', async () => {
    let reply = await startTyped(8);
    // Some commands are so short that the shape would be the answer.
    while (asked().question.key.split(' ').length < 5)
      reply = await ada.press(await ada.press(reply, 'Skip and show'), 'Next');
    const { question, cardId } = asked();
    const [, verb = ''] = question.key.split(' ');
    const first = await ada.press(reply, 'Hint');
    expect(first.text).toContain(`it begins with \`kubectl ${verb}`);
    expect(first.text).not.toContain('its shape is');
    await studypod.restart();
    const second = await ada.press(first, 'Another hint');
    expect(second.text).toContain('its shape is');
    expect(second.text).not.toContain(question.key);
    const done = await write(second, question.key);
    expect(done.text).toContain('Right, with a hint');
    expect(done.text).toContain('a little sooner');
    expect(query(`select rating from reviews where card_id = '${cardId}' order by id desc limit 1`)).toEqual([
      { rating: 2 },
    ]);
  });

  it('is given to nobody else, whoever carries the buttons elsewhere', async () => {
    const reply = await startTyped();
    const linus = studypod.sandbox.user('Linus');
    const general = [...studypod.sandbox.world.channels.values()].find(
      (one) => one.kind === 'text' && one.name === 'general',
    );
    // The bot's own message with Ada's buttons, in the sight of all: no command makes one.
    const sent = await fetch(`${studypod.sandbox.apiUrl}/v10/channels/${general?.id}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${studypod.sandbox.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ content: 'carried', components: reply.message.components }),
    });
    expect(sent.status).toBe(200);
    const carried = await ada.waitForMessage('general', (message) => message.content === 'carried');
    const before = memory();
    for (const label of ['Write the answer', 'Hint', 'Skip and show', 'Stop']) {
      const answer = await linus.press(carried, label);
      expect(answer.kind).toBe('message');
      expect(answer.text).not.toContain(asked().question.goal.slice(0, 12));
    }
    expect(memory()).toBe(before);
    expect(
      query(
        "select hints_used from quiz_items where outcome is null and hints_used > 0 and session_id in (select id from quiz_sessions where status = 'open')",
      ),
    ).toEqual([]);
    expect((await write(reply, asked().question.key)).text).toContain('Right');
  });
});

describe('an answer that is not right', () => {
  it('has a second try that is shown how it differs; then why, and stop with what was missed and what comes when', async () => {
    const reply = await startTyped(3);
    const { question } = asked();
    const once = await write(reply, 'kubectl version');
    expect(once.text).toContain('One more try');
    await studypod.restart();
    const twice = await write(once, 'kubectl version');
    expect(twice.text).toContain('Not this time');
    expect(twice.text).toContain(question.key);
    if (labelsOf(twice).includes('Why?')) expect((await ada.press(twice, 'Why?')).text).toContain('Why');
    const summary = await ada.press(twice, 'Stop');
    expect(summary.text).toMatch(/0 of 1 right/);
    expect(summary.text).toContain('To look at again');
    expect(summary.text).toContain('When they come again');
    expect((await ada.press(summary, 'Practise the missed')).text).toMatch(/Missed/i);
  });

  it('is not needed: a card is skipped, shown and forgotten', async () => {
    const reply = await startTyped(1);
    const { question, cardId } = asked();
    const skipped = await ada.press(reply, 'Skip and show');
    expect(skipped.text).toContain(question.key);
    expect(query(`select rating from reviews where card_id = '${cardId}' order by id desc limit 1`)).toEqual([
      { rating: 1 },
    ]);
  });
});

describe('the last grade', () => {
  it('is taken back to the byte, also after a restart and by 20 presses at once', async () => {
    const reply = await startTyped(1);
    const before = memory();
    const missed = await miss(reply);
    expect(memory()).not.toBe(before);
    await studypod.restart();
    const started = await Promise.all(Array.from({ length: 20 }, () => ada.startPress(missed, 'Undo')));
    await Promise.allSettled(started.map((press) => ada.answerTo(press)));
    expect(memory()).toBe(before);
  });
});

describe('the decks that gather', () => {
  it('missed holds what was missed until it is answered rightly, due what is due on a later day', async () => {
    await miss(await startTyped(1));
    const reply = await startTyped(20, 'missed');
    const { question, cardId } = asked();
    expect((await write(reply, question.key)).text).toContain('Right');
    expect(query(`select 1 from reviews where card_id = '${cardId}'`).length).toBeGreaterThan(1);
    studypod.sandbox.clock.advance(2 * DAY_MS);
    // The clock runs on while the answer is put together.
    expect((await ada.slash('progress')).text).toMatch(/\d+ cards? now \(`\/quiz`/);
    const due = await startTyped(20, 'due');
    const { cardId: dueId } = asked();
    const [state] = query<{ due_at_ms: number }>(`select due_at_ms from cards where card_id = '${dueId}'`);
    expect(state?.due_at_ms).toBeLessThan(studypod.sandbox.clock.nowMs());
    await ada.press(due, 'Stop');
  });
});

describe('the measure of a day', () => {
  it('ends after 20 new cards; more come when the user-day has turned, which is at 03:00', async () => {
    const linus = studypod.sandbox.user('Linus');
    const known = (): number => query(`select 1 from cards where person_id = '${linus.id}'`).length;
    const skipAll = async (deck: string, count: number): Promise<void> => {
      let reply = await linus.slash('quiz', { deck, mode: 'choice', count });
      while (labelsOf(reply).includes('Skip and show')) {
        const shown = await linus.press(reply, 'Skip and show');
        reply = await linus.press(shown, labelsOf(shown).includes('Next') ? 'Next' : 'Summary');
      }
    };
    // A card that can only be picked waits until its twin was met, so one session has fewer than 20 new ones.
    await skipAll('kubectl', 20);
    await skipAll('kubectl', 20);
    expect(known()).toBe(20);
    const nothing = await linus.slash('quiz', { deck: 'concepts', mode: 'choice', count: 3 });
    expect(nothing.text).toContain('enough new cards for one day');
    const turn = new Date(studypod.sandbox.clock.nowMs());
    turn.setUTCHours(27, 0, 0, 0);
    studypod.sandbox.clock.advance(turn.getTime() - studypod.sandbox.clock.nowMs());
    await skipAll('concepts', 3);
    expect(known()).toBe(23);
  });
});

describe('an appeal', () => {
  const appeals = async (...args: readonly string[]): Promise<{ code: number | null; output: string }> => {
    const environment = { DATABASE_URL: `sqlite:${studypod.databasePath}`, KNOWLEDGE_DIR: SEED_DIR };
    const child = startProcess(environment, 'src/cli/appeals.ts', args);
    return { code: await child.ended, output: child.output() };
  };

  it('is stored once; the owner accepts it beside the running bot, and the grade, the spacing and the card follow', async () => {
    const reply = await startTyped(1);
    const { question, cardId } = asked();
    const answer = `${question.key} | cat`;
    const wrong = await write(await write(reply, answer), answer);
    expect((await ada.press(wrong, 'My answer should count')).text).toContain('Noted');
    expect((await ada.press(wrong, 'My answer should count')).text).toContain('noted already');
    const listed = await appeals();
    expect(listed.output).toContain('| cat');
    const id = /#?(\d+)/.exec(listed.output)?.[1] ?? '';
    const accepted = await appeals('accept', id);
    expect(accepted.code).toBe(0);
    expect((await appeals('accept', id)).code).toBe(1);
    expect(query(`select rating from reviews where card_id = '${cardId}' order by id desc limit 1`)).toEqual([
      { rating: 3 },
    ]);
    expect((await ada.press(wrong, 'Summary')).text).toMatch(/1 of 1 right/);
    // The form fits the next showing of the card too, with the bot running all the while.
    expect(query('select form from accepted_forms')).toHaveLength(1);
  });

  it('that is rejected changes nothing', async () => {
    const before = memory();
    const wrong = await write(await write(await startTyped(1), 'kubectl version'), 'kubectl version');
    const after = memory();
    expect(after).not.toBe(before);
    await ada.press(wrong, 'My answer should count');
    const id = /#?(\d+)/.exec((await appeals()).output)?.[1] ?? '';
    expect((await appeals('reject', id)).code).toBe(0);
    expect(memory()).toBe(after);
    expect((await appeals()).output).not.toContain('kubectl version');
  });
});

it('made Discord refuse nothing', () => {
  expect(studypod.sandbox.requests.filter((request) => request.status >= 400)).toEqual([]);
  expect(studypod.logLines.filter((line) => /"level":(50|60)/.test(line))).toEqual([]);
});
