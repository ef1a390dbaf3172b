// /ask and the buttons under its answers, called as the router calls them, on a real database.

import { afterEach, describe, expect, it } from 'vitest';
import type { ModelEvent } from '../../src/assistant/model-port.ts';
import { UserError } from '../../src/operations/user-error.ts';
import { ASK_FEEDBACK, askDeeperButton } from '../../src/views/ask-custom-ids.ts';
import { encodeCustomId } from '../../src/views/custom-id.ts';
import { sampleIndex } from '../assistant/sample-knowledge.ts';
import { ADA, BOB, fakeModel, saying } from '../assistant/start-assistant.ts';
import { type AskDesk, labelsOf, openAskDesk, shown, textOf } from './ask-desk.ts';
import { expectWithinLimits } from './expect-within-limits.ts';

const open: AskDesk[] = [];

afterEach(async () => {
  for (const desk of open.splice(0)) await desk.database.close();
});

async function desk(...args: Parameters<typeof openAskDesk>): Promise<AskDesk> {
  const opened = await openAskDesk(...args);
  open.push(opened);
  return opened;
}

/** A model that calls one tool and then says something. */
function proposing(change: unknown) {
  return fakeModel(async function* (request): AsyncGenerator<ModelEvent> {
    yield { kind: 'tool', name: 'propose_change' };
    await request.tools.find((tool) => tool.name === 'propose_change')?.call({ change });
    yield* saying('I can set that up for you below.');
  });
}

const REMINDER = { kind: 'daily-reminder', time: '08:00', days: ['mon', 'wed'] };

describe('/ask', () => {
  it('shows the answer with numbered sources, linked to their pages, and says who answered', async () => {
    const service = sampleIndex().knowledge.concepts.find((concept) => concept.id === 'service');
    const model = fakeModel((request) => {
      const [first] = request.results;
      return saying('A Service gives pods one stable address.', {
        source: first?.source ?? '',
        citedText: service?.summary ?? '',
      });
    });
    const { run } = await desk({ model });
    const messages = await run('what is a service');
    for (const message of messages) expectWithinLimits(message);
    expect(labelsOf(messages[0])).toEqual(['Stop']);
    const last = messages.at(-1);
    expect(textOf(last)).toContain('A Service gives pods one stable address. [1]');
    expect(textOf(last)).toContain(
      '1. [concepts/kubernetes.md › Concepts: Kubernetes › Service](https://kubernetes.io/docs/concepts/services-networking/service/)',
    );
    expect(textOf(last)).toContain('Answered by the assistant from the knowledge base');
    expect(labelsOf(last)).toEqual(['Helpful', 'Not helpful']);
  });

  it('marks an answer without any source as general knowledge at its top', async () => {
    const { run } = await desk({ model: fakeModel(() => saying('A blockchain is a list of signed blocks of data.')) });
    expect(textOf((await run('what is a blockchain')).at(-1))).toMatch(/\*\*General knowledge\.\*\*.*\n\nA blockchain/);
  });

  it('flags a command that would not run', async () => {
    const { run } = await desk({ model: fakeModel(() => saying('Run `kubectl restart deployment web` to do that.')) });
    expect(textOf((await run('how do I restart')).at(-1))).toMatch(
      /Would not run as shown\n`kubectl restart deployment web`: kubectl has no command `restart`\./,
    );
  });

  it('answers from the knowledge base without a key, with the same entry as /explain and one line on why', async () => {
    const { run } = await desk();
    const message = (await run('service vs ingress')).at(-1);
    expectWithinLimits(message ?? {});
    expect(message?.content).toBe('**From the knowledge base alone:** the assistant is not set up here.');
    expect(textOf(message)).toMatch(/Service vs Ingress/);
    expect(textOf((await run('what is a blockchain')).at(-1))).toContain('Nothing on this here');
  });

  it('keeps within Discord’s limits and loses nothing of an answer that is too long', async () => {
    const long = Array.from({ length: 400 }, (_, number) => `- point ${number} of a very long answer`).join('\n');
    const { run } = await desk({ model: fakeModel(() => saying(`\`\`\`sh\n${long}\n\`\`\`\n${long}`)) });
    const messages = await run('tell me everything');
    for (const message of messages) expectWithinLimits(message);
    const file = messages.at(-1)?.files?.[0];
    expect(new TextDecoder().decode(file?.data)).toContain('point 399');
    const description = messages.at(-1)?.embeds?.[0]?.description ?? '';
    expect((description.match(/```/g) ?? []).length % 2).toBe(0);
  });

  it('pings nobody and follows no link that is not ours', async () => {
    const { run } = await desk({
      model: fakeModel(() =>
        saying(`@everyone <@${BOB}> see [this](https://evil.example/a) or https://evil.example/b`),
      ),
    });
    const text = textOf((await run('hello')).at(-1));
    expect(text).not.toMatch(/@everyone|<@\d/);
    expect(text).not.toMatch(/\]\(https:\/\/evil|(?<!`)https:\/\/evil/);
  });
});

describe('messages to the bot', () => {
  it('are answered like /ask, without the mention', async () => {
    const model = fakeModel(() => saying('A Service is stable.'));
    const { say } = await desk({ model });
    expect(textOf((await say('<@175928847299119999> what is a service?')).at(-1))).toContain('A Service is stable.');
    expect(model.requests[0]?.question).toBe('what is a service?');
  });

  it('without words get a hint', async () => {
    const { say } = await desk();
    expect(textOf((await say('<@175928847299119999>'))[0])).toContain('Ask me something');
  });

  it('meets greetings and thanks with what it can do, and asks no model', async () => {
    const model = fakeModel(() => saying('never asked'));
    const { say } = await desk({ model });
    for (const words of ['Hello!', 'help', 'thanks :)', '👋'])
      expect(textOf((await say(words, true))[0])).toContain('`/next-topic`');
    expect(model.requests).toEqual([]);
  });

  it('in a channel say nothing of the learner’s state', async () => {
    const model = fakeModel(() => saying('Go on.'));
    const { say } = await desk({ model });
    await say('what next?', false);
    await say('what next?', true);
    expect(model.requests.map((request) => request.learner !== undefined)).toEqual([false, true]);
  });
});

describe('a proposal', () => {
  it('changes nothing before Accept, and once after it, however often it is pressed', async () => {
    const opened = await desk({ model: proposing(REMINDER) });
    const message = (await opened.run('remind me')).at(-1) ?? {};
    expectWithinLimits(message);
    expect(textOf(message)).toContain(
      'A reminder at **08:00** on Monday and Wednesday. It happens when you press **Accept**, and not before.',
    );
    expect(opened.executed).toEqual([]);
    const [first, second] = await Promise.all([opened.press(message, 'Accept'), opened.press(message, 'Accept')]);
    const third = await opened.press(message, 'Decline');
    expect(opened.executed).toEqual([{ personId: ADA, change: REMINDER }]);
    const words = [first, second, third].map((reply) => (reply.kind === 'edit' ? reply.followUp?.content : ''));
    expect(words.toSorted()).toEqual([
      'Accepted. You get a reminder at **08:00** on Monday and Wednesday.',
      'You accepted that one already; it was carried out once.',
      'You accepted that one already; it was carried out once.',
    ]);
    expect(labelsOf(first.kind === 'edit' ? first.message : {})).toEqual(['Helpful', 'Not helpful']);
  });

  it('that is declined changes nothing', async () => {
    const opened = await desk({ model: proposing({ kind: 'topic-status', topicId: 'mlflow', status: 'done' }) });
    const message = (await opened.run('I am done with MLflow')).at(-1) ?? {};
    expect(textOf(message)).toContain('Mark **MLflow** as done');
    expect(textOf(message)).toContain('about your own studies');
    expect(textOf(message)).not.toContain('General knowledge');
    const reply = await opened.press(message, 'Decline');
    expect(reply.kind === 'edit' ? reply.followUp?.content : '').toBe('Left as it was.');
    expect(opened.executed).toEqual([]);
  });

  it('stays open when it could not be carried out', async () => {
    const opened = await desk({ model: proposing({ kind: 'pause-reminder', days: 7 }) });
    const message = (await opened.run('pause it')).at(-1) ?? {};
    opened.failNext = new UserError('no-reminder-to-pause');
    await expect(opened.press(message, 'Accept')).rejects.toThrow(UserError);
    await opened.press(message, 'Accept');
    expect(opened.executed).toHaveLength(1);
  });

  it('belongs to one person, comes once an answer, and is refused for a topic that is not on the list', async () => {
    const model = fakeModel(async function* (request): AsyncGenerator<ModelEvent> {
      const propose = request.tools.find((tool) => tool.name === 'propose_change');
      const say = async (change: unknown) => JSON.stringify(await propose?.call({ change }));
      const first = await say({ kind: 'topic-status', topicId: 'cooking', status: 'done' });
      const second = await say(REMINDER);
      const third = await say({ kind: 'pause-reminder', days: 3 });
      yield* saying(`${first} ${second} ${third}`);
    });
    const opened = await desk({ model });
    const message = (await opened.run('do three things')).at(-1) ?? {};
    expect(textOf(message)).toContain('There is no topic with this id');
    expect(textOf(message)).toContain('There is a proposal under this answer already');
    expect(labelsOf(message)).toEqual(['Accept', 'Decline', 'Helpful', 'Not helpful']);
    const reply = await opened.press(message, 'Accept', BOB);
    expect(reply.kind === 'edit' ? reply.followUp?.content : '').toContain('no longer stored');
    expect(opened.executed).toEqual([]);
  });
});

describe('feedback', () => {
  it('is kept with question, mode and sources; the last word counts', async () => {
    const opened = await desk();
    const message = (await opened.run('service vs ingress')).at(-1) ?? {};
    await opened.press(message, 'Helpful');
    const [thanks] = await shown(await opened.press(message, 'Not helpful'));
    expect(textOf(thanks)).toContain('Thank you');
    expect(await opened.store.listFeedback(0)).toEqual([
      expect.objectContaining({
        question: 'service vs ingress',
        mode: 'knowledge',
        reason: 'no-key',
        isHelpful: false,
      }),
    ]);
    expect((await opened.store.listFeedback(0))[0]?.sources).toContain(
      'concepts/kubernetes.md › Concepts: Kubernetes › Service',
    );
  });

  it('is refused on somebody else’s answer and on one that is forgotten', async () => {
    const opened = await desk();
    const message = (await opened.run('what is a pod')).at(-1) ?? {};
    expect(textOf((await shown(await opened.press(message, 'Helpful', BOB)))[0])).toContain('no longer stored');
    const gone = encodeCustomId(ASK_FEEDBACK, ADA, { answer: 'gone', helpful: 'yes' });
    expect(textOf((await shown(await opened.pressId(gone)))[0])).toContain('no longer stored');
    expect(await opened.store.listFeedback(0)).toEqual([]);
  });
});

describe('Deeper', () => {
  it('asks the assistant about what was explained, in a message of its own', async () => {
    const model = fakeModel(() => saying('Step by step, then.'));
    const { pressId } = await desk({ model });
    const reply = await pressId(askDeeperButton('service vs ingress', ADA)?.custom_id ?? '');
    expect(reply).toMatchObject({ kind: 'stream', inNewMessage: true });
    await shown(reply);
    expect(model.requests[0]?.question).toContain('service vs ingress');
    expect(model.requests[0]?.results.map((result) => result.title)).toEqual(
      expect.arrayContaining(['Service', 'Ingress']),
    );
  });

  it('is offered for what fits a custom id, and for nothing else', () => {
    expect(askDeeperButton('x'.repeat(60), ADA)).toBeDefined();
    expect(askDeeperButton('ü'.repeat(60), ADA)).toBeUndefined();
    expect(askDeeperButton('  ', ADA)).toBeUndefined();
  });
});

describe('Stop', () => {
  it('under an answer that a crash cut off says so, and gives the knowledge base’s', async () => {
    const opened = await desk({ model: fakeModel(() => saying('never')) });
    await opened.store.beginAnswer({
      id: 'cut-off',
      personId: ADA,
      channelId: '1',
      isPublic: false,
      question: 'what is a pod',
      askedAtMs: 1,
    });
    const [message] = await shown(await opened.pressId(`ask-cancel|1|${ADA}|cut-off`));
    expect(textOf(message)).toContain('the bot was restarted before the assistant had answered');
    expect(textOf(message)).toContain('smallest thing that Kubernetes runs');
  });
});
