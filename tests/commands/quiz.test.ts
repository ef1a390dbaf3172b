// /quiz as a person meets it, on the owner's own list: sessions to their summary, across restarts, pressed by many at once.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Reply } from '../../src/commands/command.ts';
import type { Concept } from '../../src/knowledge/types.ts';
import { REGRADE_RULES } from '../../src/quiz/appeals.ts';
import { type Question, readQuestion } from '../../src/quiz/question.ts';
import { createAppealRepository } from '../../src/store/appeal-repository.ts';
import { pendingText } from '../../src/views/appeals-text.ts';
import { encodeCustomId } from '../../src/views/custom-id.ts';
import type { MessageBody } from '../../src/views/message.ts';
import { QUIZ_TOPIC } from '../../src/views/quiz-custom-ids.ts';
import { makeKnowledge } from '../study/sample-list.ts';
import { expectWithinLimits } from './expect-within-limits.ts';
import {
  ADA,
  buttonsOf,
  DAY_MS,
  idOf,
  LINUS,
  messageOf,
  modalOf,
  NOON,
  openQuizDesk,
  type QuizDesk,
  textOf,
} from './quiz-desk.ts';

let desk: QuizDesk;

beforeEach(async () => {
  desk = await openQuizDesk();
});

afterEach(() => desk.close());

/** The item shown by a message, from its row. */
async function itemOf(message: MessageBody): Promise<{ session: string; position: number; question: Question }> {
  const [, , , session = '', position = '0'] = idOf(message, 'Skip and show').split('|');
  const row = await desk
    .db()
    .selectFrom('quiz_items')
    .select('question')
    .where('session_id', '=', session)
    .where('position', '=', Number(position))
    .executeTakeFirstOrThrow();
  return { session, position: Number(position), question: readQuestion(row.question) };
}

function keyOf(question: Question): string {
  return question.kind === 'command' ? question.key : question.kind === 'term' ? question.answer : '';
}

async function answer(message: MessageBody, isRight: boolean): Promise<MessageBody> {
  const { question } = await itemOf(message);
  if (question.mode === 'choice') {
    const option = isRight ? question.rightOption : (question.rightOption + 1) % question.options.length;
    return messageOf(await desk.press(message, 'ABCD'.charAt(option)));
  }
  return write(message, isRight ? keyOf(question) : 'kubectl version --client');
}

async function write(message: MessageBody, text: string): Promise<MessageBody> {
  const form = modalOf(await desk.press(message, 'Write the answer'));
  return messageOf(await desk.pressId(form.custom_id, { answer: text }));
}

const next = async (message: MessageBody): Promise<MessageBody> =>
  messageOf(await desk.press(message, /^(Next|Summary)$/));

async function countRows(table: 'reviews' | 'attempts' | 'cards' | 'study_days' | 'appeals'): Promise<number> {
  const { count } = await desk
    .db()
    .selectFrom(table)
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

describe('a session', () => {
  test.each(['typed', 'choice', 'mixed'])(
    'of five in mode %s goes to its summary with a restart before every step',
    async (mode) => {
      let message = await desk.quiz({ deck: 'kubectl', mode });
      const modes: string[] = [];
      for (let position = 0; position < 5; position += 1) {
        expectWithinLimits(message);
        expect(textOf(message)).toContain(`${position + 1} of 5`);
        modes.push((await itemOf(message)).question.mode);
        await desk.restart();
        message = await answer(message, true);
        expectWithinLimits(message);
        expect(message.embeds?.[0]?.title).toBe('Right');
        await desk.restart();
        message = await next(message);
      }
      expectWithinLimits(message);
      expect(message.embeds?.[0]?.title).toBe('kubectl quiz: 5 of 5 right');
      expect(await countRows('reviews')).toBe(5);
      expect(await countRows('study_days')).toBe(1);
      expect(new Set(modes)).toEqual(new Set(mode === 'mixed' ? ['typed', 'choice'] : [mode]));
    },
  );

  test('asks five cards in both modes unless told otherwise, and as many as asked for', async () => {
    expect(textOf(await desk.quiz({ deck: 'kubectl' }))).toContain('1 of 5');
    expect(textOf(await desk.quiz({ deck: 'kubectl', count: 1 }))).toContain('1 of 1');
    expect(textOf(await desk.quiz({ deck: 'cloud', count: 20 }))).toContain('1 of 6');
  });

  test('says at its start why it has fewer cards than asked for', async () => {
    expect((await desk.quiz({ deck: 'kubectl' })).content).toBe('');
    expect((await desk.quiz({ deck: 'cloud', count: 20 })).content).toContain(
      '6 cards instead of 20: this deck has no more',
    );
    const own = await openQuizDesk({ knowledge: makeKnowledge({ concepts: CONCEPTS }) });
    // As if 17 of the 20 new cards of the day had been met in another deck.
    await own.db().insertInto('people').values({ id: ADA, timezone: null, created_at_ms: 0 }).execute();
    const met = Array.from({ length: 17 }, (_, position) => ({
      person_id: ADA,
      card_id: `kubectl:${position}`,
      session_id: 'other',
      position,
      rating: 3,
      reviewed_at_ms: NOON,
      user_day: '2026-05-04',
      next_due_at_ms: NOON + DAY_MS,
      card_before: null,
    }));
    await own
      .db()
      .insertInto('quiz_sessions')
      .values({
        id: 'other',
        person_id: ADA,
        deck: 'kubectl',
        mode: 'typed',
        channel_id: '1',
        is_direct_message: 0,
        status: 'finished',
        started_at_ms: NOON,
        ended_at_ms: NOON,
      })
      .execute();
    await own
      .db()
      .insertInto('quiz_items')
      .values(
        met.map(({ card_id, position }) => ({
          session_id: 'other',
          position,
          card_id,
          topic_id: null,
          question: '',
          tries: 1,
          hints_used: 0,
          outcome: 'right',
        })),
      )
      .execute();
    await own.db().insertInto('reviews').values(met).execute();
    const message = await own.quiz({ deck: 'concepts' });
    await own.close();
    expect(textOf(message)).toContain('1 of 3');
    expect(message.content).toContain('3 cards instead of 5: you meet at most 20 new ones a day');
  });

  test('counts one of 20 presses of one button at once', async () => {
    const message = await desk.quiz({ deck: 'kubectl', mode: 'choice' });
    const replies = await Promise.all(Array.from({ length: 20 }, () => desk.press(message, 'B')));
    expect(await countRows('reviews')).toBe(1);
    expect(await countRows('attempts')).toBe(1);
    for (const reply of replies) expect(messageOf(reply).components).toEqual(messageOf(replies[0]).components);
    expect(replies.map((reply) => messageOf(reply).content)).toEqual(replies.map(() => ''));
  });

  test('counts one of four options pressed at once, and tells the others that it was answered', async () => {
    const message = await desk.quiz({ deck: 'kubectl', mode: 'choice' });
    const replies = await Promise.all(['A', 'B', 'C', 'D'].map((label) => desk.press(message, label)));
    expect(await countRows('attempts')).toBe(1);
    const told = replies.filter((reply) => /answered before/.test(messageOf(reply).content ?? ''));
    expect(told).toHaveLength(3);
  });

  test('counts one of two forms that were open at once', async () => {
    const message = await desk.quiz({ deck: 'kubectl', mode: 'typed' });
    const forms = [
      modalOf(await desk.press(message, 'Write the answer')),
      modalOf(await desk.press(message, 'Write the answer')),
    ];
    for (const form of forms) await desk.pressId(form.custom_id, { answer: 'kubectl version --client' });
    expect(await countRows('attempts')).toBe(1);
    expect(await countRows('reviews')).toBe(0);
  });

  test('gives nothing to a stranger who has the id of its buttons', async () => {
    const message = await desk.quiz({ deck: 'kubectl', mode: 'choice' });
    const reply = await desk.press(message, 'A', { personId: LINUS });
    expect(messageOf(reply).content).toContain('no longer stored');
    expect(await countRows('attempts')).toBe(0);
  });

  test('takes the place of the one before, says so, and leaves its buttons answering plainly', async () => {
    const first = await desk.quiz({ deck: 'kubectl', mode: 'choice' });
    await desk.press(first, 'A');
    const second = await desk.quiz({ deck: 'concepts' });
    expect(second.content).toBe('Your kubectl session is closed at 1 of 5; what you answered is kept.');
    const stale = messageOf(await desk.pressId(idOf(first, 'B').replace(/\|0\|1$/, '|1|1')));
    expect(stale.content).toContain('That session is over');
    expect(await countRows('attempts')).toBe(1);
  });

  test('does not speak of answers where there were none', async () => {
    const first = await desk.quiz({ deck: 'kubectl', mode: 'choice' });
    const second = await desk.quiz({ deck: 'concepts' });
    expect(second.content).toBe('Your kubectl session is closed; nothing in it was answered.');
    const stale = messageOf(await desk.press(first, 'A'));
    expect(stale.embeds?.[0]?.title).toBe('kubectl quiz: nothing answered');
    expect(textOf(stale)).not.toContain('is kept');
  });

  test('shows what is still open with marks that are not those between the parts of the line', async () => {
    const message = await desk.quiz({ deck: 'kubectl' });
    expect(message.embeds?.[0]?.author?.name).toBe('kubectl quiz · 1 of 5 · ○ ○ ○ ○ ○');
    expect(message.embeds?.[0]?.footer?.text).toMatch(/mixed: choose this one$/);
  });

  test('names the cloud that was asked for among the misses', async () => {
    const message = await desk.quiz({ deck: 'cloud', count: 1 });
    const { question } = await itemOf(message);
    const summary = await next(messageOf(await desk.press(message, 'Skip and show')));
    const to = question.kind === 'term' && question.clue.kind === 'counterpart' ? question.clue.to : '';
    expect(textOf(summary)).toMatch(new RegExp(`counterpart of .+ on ${{ aws: 'AWS', azure: 'Azure' }[to]}: `));
  });

  test('stops when asked, keeps what was answered, and lets nothing more be answered', async () => {
    const first = await answer(await desk.quiz({ deck: 'kubectl' }), true);
    const second = await next(first);
    const summary = messageOf(await desk.press(second, 'Stop'));
    expect(summary.embeds?.[0]?.title).toBe('kubectl quiz: 1 of 1 right');
    expect(messageOf(await desk.press(second, 'Skip and show')).content).toContain('That session is over');
    expect(await countRows('reviews')).toBe(1);
  });

  test('says plainly that it is gone when the person had everything deleted', async () => {
    const message = await desk.quiz({ deck: 'kubectl', mode: 'choice' });
    await desk.db().deleteFrom('people').where('id', '=', ADA).execute();
    expect(messageOf(await desk.press(message, 'A')).content).toContain('no longer stored');
  });

  test('sums up the misses with the right answers and when they come again', async () => {
    let message = await desk.quiz({ deck: 'kubectl', mode: 'choice', count: 2 });
    const { question } = await itemOf(message);
    message = await next(await answer(message, false));
    message = await next(await answer(message, true));
    const expected = question.kind === 'command' ? question.key : question.options[question.rightOption];
    expect(message.embeds?.[0]?.title).toBe('kubectl quiz: 1 of 2 right');
    expect(textOf(message)).toContain(String(expected));
    // FSRS: a new card comes after 1 day when missed, after 3 when known.
    expect(textOf(message)).toContain(`<t:${(Date.parse('2026-05-05T12:00Z') / 1000).toString()}:D>`);
    expect(textOf(message)).toContain(`<t:${(Date.parse('2026-05-07T12:00Z') / 1000).toString()}:D>`);
    expect(buttonsOf(message).map((button) => button.label)).toEqual(['Practise the missed', 'Another round']);
  });
});

/** Nine concepts each of two topics. */
const CONCEPT_PLACE = { file: 'concepts.md', headings: [], line: 1 };
const CONCEPTS = ['kubernetes', 'spark'].flatMap((topicId) =>
  Array.from({ length: 9 }, (_, at) => ({
    ...{
      id: `${topicId}-${at}`,
      title: `${topicId} part ${at}`,
      aliases: [],
      relatedIds: [],
      topicId,
      place: CONCEPT_PLACE,
    },
    summary: 'Does something that people want to have done.',
  })),
);
describe('“Why?” on a concept', () => {
  const definition = 'Does something that people want to have done.';
  const askedWhy = async (more: Partial<Concept>) => {
    const concepts = [
      { id: 'hdfs', title: 'HDFS', aliases: [], relatedIds: [], place: CONCEPT_PLACE, summary: definition, ...more },
    ];
    const own = await openQuizDesk({ knowledge: makeKnowledge({ concepts }) });
    const feedback = messageOf(await own.press(await own.quiz({ deck: 'concepts', mode: 'typed' }), 'Skip and show'));
    const why = buttonsOf(feedback).some(({ label }) => label === 'Why?')
      ? textOf(messageOf(await own.press(feedback, 'Why?')))
      : undefined;
    await own.close();
    return why;
  };

  test('says what the question did not: when to use it and how it relates', async () => {
    const why = await askedWhy({ useWhen: 'Files are huge.', relates: 'S3 took its place.' });
    expect(why).toContain('**Use it when:** Files are huge.');
    expect(why).toContain('**How it relates:** S3 took its place.');
    expect(why).not.toContain(definition);
  });

  test('is not offered where the knowledge has nothing but the definition', async () => {
    expect(await askedWhy({})).toBeUndefined();
  });
});

describe('the button of a topic', () => {
  const topicsAsked = async (customId: string) => {
    const own = await openQuizDesk({ knowledge: makeKnowledge({ concepts: CONCEPTS }) });
    await own.pressId(customId);
    const rows = await own.db().selectFrom('quiz_items').select('topic_id').execute();
    await own.close();
    return rows.map((row) => row.topic_id);
  };

  test('asks about that topic', async () => {
    const id = encodeCustomId(QUIZ_TOPIC, ADA, { deck: 'concepts', count: 5, mode: 'mixed', topic: 'spark' });
    expect(await topicsAsked(id)).toEqual(Array(5).fill('spark'));
  });

  test('asks about the deck when the topic left the list, and as it stands on messages from before', async () => {
    const id = encodeCustomId(QUIZ_TOPIC, ADA, { deck: 'concepts', count: 5, mode: 'mixed', topic: 'gone' });
    expect(await topicsAsked(id)).toHaveLength(5);
    expect(await topicsAsked(`quiz-start|1|${ADA}|concepts|5|mixed`)).toHaveLength(5);
  });
});

describe('an answer', () => {
  test('that is written otherwise and means the same counts', async () => {
    const message = await desk.quiz({ deck: 'kubectl', mode: 'typed' });
    const { question } = await itemOf(message);
    const feedback = await write(message, `$ ${keyOf(question).replace('kubectl', 'k')} \u2014request-timeout=0`);
    expect(feedback.embeds?.[0]?.title).toBe('Right');
    expect(textOf(feedback)).toContain('the same to kubectl');
  });

  test('that is wrong is told how it differs, the dangerous part first, and has one more try', async () => {
    const message = await desk.quiz({ deck: 'kubectl', mode: 'typed' });
    const { question } = await itemOf(message);
    const again = await write(message, 'kubectl delete namespace prod');
    expect(textOf(again)).toContain('could do harm');
    expect(textOf(again)).toContain('One more try');
    expect(textOf(again)).not.toContain('Expected');
    const feedback = await write(again, keyOf(question));
    expect(feedback.embeds?.[0]?.title).toBe('Right, on the second try');
    const review = await desk.db().selectFrom('reviews').select('rating').executeTakeFirstOrThrow();
    // FSRS's Hard.
    expect(review.rating).toBe(2);
  });

  test('that is wrong twice shows the expected command in a fence, its source and the version of kubectl', async () => {
    const message = await desk.quiz({ deck: 'kubectl', mode: 'typed' });
    const { question } = await itemOf(message);
    const feedback = await write(await write(message, 'kubectl get nodes'), 'kubectl get nodes');
    expect(feedback.embeds?.[0]?.title).toBe('Not this time');
    expect(textOf(feedback)).toContain(`\`\`\`sh\n${keyOf(question)}\n\`\`\``);
    expect(textOf(feedback)).toContain('skills.md › Datascience Skills › Kubectl commands');
    expect(textOf(feedback)).toMatch(/kubectl 1\.\d+\.\d+/);
  });

  test('is shown without breaking out of its fence, whatever is in it', async () => {
    const message = await desk.quiz({ deck: 'kubectl', mode: 'typed' });
    const again = await write(message, '```\n@everyone <@1> **bold** ```sh');
    expectWithinLimits(again);
    expect(textOf(again)).not.toMatch(/```\n@everyone/);
    const long = await write(again, `kubectl ${'x'.repeat(3_900)}`);
    expectWithinLimits(long);
  });

  test('is not needed: skipping shows it and counts as forgotten', async () => {
    const message = await desk.quiz({ deck: 'kubectl' });
    const feedback = messageOf(await desk.press(message, 'Skip and show'));
    expect(feedback.embeds?.[0]?.title).toBe('Skipped');
    const review = await desk.db().selectFrom('reviews').select('rating').executeTakeFirstOrThrow();
    expect(review.rating).toBe(1);
    expect(await countRows('study_days')).toBe(0);
    expect(messageOf(await desk.press(message, 'Skip and show')).content).toBe('');
    expect(await countRows('reviews')).toBe(1);
  });
});

describe('help in a session', () => {
  test('comes in steps: the verb, then the shape, and makes the grade Hard', async () => {
    const message = await desk.quiz({ deck: 'kubectl', mode: 'typed' });
    const { question } = await itemOf(message);
    const verb = messageOf(await desk.press(message, 'Hint'));
    expect(textOf(verb)).toContain('Hint: it begins with `kubectl ');
    expect(textOf(messageOf(await desk.press(message, 'Hint')))).toBe(textOf(verb));
    await desk.restart();
    const feedback = await write(verb, keyOf(question));
    expect(feedback.embeds?.[0]?.title).toBe('Right, with a hint');
    const review = await desk.db().selectFrom('reviews').select('rating').executeTakeFirstOrThrow();
    expect(review.rating).toBe(2);
  });

  test('takes wrong options away where one picks, never the right one', async () => {
    const message = await desk.quiz({ deck: 'kubectl', mode: 'choice' });
    const { question } = await itemOf(message);
    const first = messageOf(await desk.press(message, 'Hint'));
    const second = messageOf(await desk.press(first, 'Another hint'));
    const struck = buttonsOf(second).filter((button) => button.isDisabled && button.label.length === 1);
    expect(struck).toHaveLength(2);
    expect(struck.map((button) => button.label)).not.toContain('ABCD'.charAt(question.rightOption));
    expect(buttonsOf(second).find((button) => button.label === 'Another hint')?.isDisabled).toBe(true);
  });

  test('looks things up privately and leaves the session as it was', async () => {
    const message = await desk.quiz({ deck: 'kubectl', mode: 'typed' });
    const form = modalOf(await desk.press(message, 'Look something up'));
    const reply = await desk.pressId(form.custom_id, { query: 'deployment' });
    expect(reply).toEqual({ kind: 'message', message: { content: 'looked up deployment' } });
    const { question } = await itemOf(message);
    expect((await write(message, keyOf(question))).embeds?.[0]?.title).toBe('Right');
  });
});

describe('in the bot’s DM', () => {
  const visit = { isDirectMessage: true };
  const say = async (text: string): Promise<Reply | undefined> => desk.say(text);

  test('a plain message answers the typed card that waits', async () => {
    const message = await desk.quiz({ deck: 'kubectl', mode: 'typed' }, visit);
    expect(textOf(message)).toContain('just write it here');
    const { question } = await itemOf(message);
    const feedback = messageOf(await say(keyOf(question)));
    expect(feedback.embeds?.[0]?.title).toBe('Right');
  });

  test('a message is left to others when nothing waits to be typed, or when it asks something', async () => {
    expect(await say('kubectl get pods')).toBeUndefined();
    await desk.quiz({ deck: 'kubectl', mode: 'choice' }, visit);
    expect(await say('kubectl get pods')).toBeUndefined();
    await desk.quiz({ deck: 'kubectl', mode: 'typed' }, visit);
    expect(await say('what is a pod?')).toBeUndefined();
    expect(await countRows('attempts')).toBe(0);
  });

  test('a message does not answer a session that runs in a server', async () => {
    await desk.quiz({ deck: 'kubectl', mode: 'typed' });
    expect(await say('kubectl get pods')).toBeUndefined();
  });
});

describe('a grade', () => {
  test('can be taken back, and the card is again what it was to the byte', async () => {
    const first = await desk.quiz({ deck: 'kubectl', mode: 'choice', count: 20 });
    let message = first;
    for (let position = 0; position < 17; position += 1) message = await next(await answer(message, true));
    desk.travel(3 * DAY_MS);
    const before = await desk.db().selectFrom('cards').selectAll().orderBy('card_id').execute();
    const reviews = await desk.db().selectFrom('reviews').selectAll().orderBy('id').execute();
    const again = await desk.quiz({ deck: 'due', mode: 'choice' });
    const feedback = await answer(again, false);
    expect(await desk.db().selectFrom('cards').selectAll().orderBy('card_id').execute()).not.toEqual(before);
    await desk.restart();
    const undone = messageOf(await desk.press(feedback, 'Undo'));
    expect(undone.embeds?.[0]?.title).toBe('Taken back');
    const after = await desk.db().selectFrom('cards').selectAll().orderBy('card_id').execute();
    expect(JSON.stringify(after)).toBe(JSON.stringify(before));
    expect(await desk.db().selectFrom('reviews').selectAll().orderBy('id').execute()).toEqual(reviews);
  });

  test('of a card that was new is taken back by forgetting the card', async () => {
    const feedback = await answer(await desk.quiz({ deck: 'kubectl' }), false);
    expect(await countRows('cards')).toBe(1);
    expect(await countRows('study_days')).toBe(1);
    await Promise.all([desk.press(feedback, 'Undo'), desk.press(feedback, 'Undo')]);
    expect(await countRows('cards')).toBe(0);
    expect(await countRows('reviews')).toBe(0);
    expect(await countRows('study_days')).toBe(0);
  });

  test('that is taken back leaves the day one of study where something else was answered', async () => {
    const first = await answer(await desk.quiz({ deck: 'kubectl' }), true);
    await desk.press(await answer(await next(first), true), 'Undo');
    const { activities } = await desk.db().selectFrom('study_days').select('activities').executeTakeFirstOrThrow();
    expect(activities).toBe(1);
  });

  test('stays once another answer came after it', async () => {
    const feedback = await answer(await desk.quiz({ deck: 'kubectl' }), true);
    await answer(await next(feedback), true);
    expect(messageOf(await desk.press(feedback, 'Undo')).content).toContain('Only the newest');
    expect(await countRows('reviews')).toBe(2);
  });

  test('of a name can be appealed against, and what is accepted counts from then on', async () => {
    const own = await openQuizDesk({ knowledge: makeKnowledge({ concepts: CONCEPTS.slice(0, 1) }) });
    const say = async (message: MessageBody, text: string) => {
      const form = modalOf(await own.press(message, 'Write the answer'));
      return messageOf(await own.pressId(form.custom_id, { answer: text }));
    };
    const again = await say(await own.quiz({ deck: 'concepts', mode: 'typed' }), 'the thing');
    const feedback = await say(again, 'Orchestrator');
    expect(messageOf(await own.press(feedback, 'My answer should count')).content).toContain('Noted.');
    const appeals = createAppealRepository(own.db());
    const [appeal] = await appeals.pending();
    expect(pendingText(await appeals.pending())).toContain('expected: kubernetes part 0');
    const acceptance = await appeals.accept(appeal?.id ?? 0, REGRADE_RULES, NOON);
    expect(acceptance).toEqual({ form: 'Orchestrator', regraded: 1, people: 1 });
    own.travel(9 * DAY_MS);
    const later = await say(await own.quiz({ deck: 'concepts', mode: 'typed' }), 'orchestrator');
    await own.close();
    expect(later.embeds?.[0]?.title).toBe('Right');
  });

  test('can be appealed against, once', async () => {
    const message = await desk.quiz({ deck: 'kubectl', mode: 'typed' });
    const feedback = await write(await write(message, 'kubectl get nodes'), 'kubectl get nodes -o wide');
    expect(messageOf(await desk.press(feedback, 'My answer should count')).content).toContain('Noted.');
    expect(messageOf(await desk.press(feedback, 'My answer should count')).content).toContain('noted already');
    expect(await countRows('appeals')).toBe(1);
  });
});

describe('a deck with nothing to ask', () => {
  test.each([
    ['due', 'Nothing is due'],
    ['missed', 'nothing that you missed'],
  ])('%s says what to do instead', async (deck, words) => {
    const message = await desk.quiz({ deck });
    expectWithinLimits(message);
    expect(textOf(message)).toContain(words);
    const started = messageOf(await desk.press(message, 'A kubectl round'));
    expect(textOf(started)).toContain('1 of 5');
  });

  test('missed holds what was missed until it is answered rightly', async () => {
    await answer(await desk.quiz({ deck: 'kubectl', mode: 'choice' }), false);
    const retry = await desk.quiz({ deck: 'missed', mode: 'choice' });
    expect(textOf(retry)).toContain('1 of 1');
    await answer(retry, true);
    expect(textOf(await desk.quiz({ deck: 'missed' }))).toContain('nothing that you missed');
  });

  test('due holds a card again on the day on which it is due', async () => {
    await answer(await desk.quiz({ deck: 'kubectl', mode: 'choice' }), true);
    desk.travel(2 * DAY_MS);
    expect(textOf(await desk.quiz({ deck: 'due' }))).toContain('Nothing is due');
    // Due at noon of the third day; the user-day has begun at 03:00.
    desk.travel(DAY_MS - 8 * 3_600_000);
    expect(textOf(await desk.quiz({ deck: 'due' }))).toContain('1 of 1');
  });
});
