// The assistant as a person meets it: the whole bot in the sandbox, the real SDK, a scripted Messages API.

import Database from 'better-sqlite3';
import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { labelsOf } from '../e2e/studypod.ts';
import { asList } from './prompt-cache.ts';
import { CITED, hasSources, mentionOf, openThread, PATIENT, type SandboxBot, startSandboxBot } from './sandbox-bot.ts';
import type { ScriptedReply } from './scripted-messages-api.ts';

/** A bot that has just started indexes the knowledge at its first question, which takes a while on a busy machine. */
const RESTARTED_MS = 20_000;

let bot: SandboxBot;

beforeAll(async () => {
  bot = await startSandboxBot();
});
afterAll(() => bot.dispose());

const refused = () => bot.sandbox.requests.filter((request) => request.status >= 400);

describe('in the sandbox, /ask', PATIENT, () => {
  it('streams a cited answer at Discord’s pace: at once, then one edit a second, and no request is refused', async () => {
    const waitsMs: number[] = [];
    const gapsMs: number[] = [];
    // The machine may be busy with other tests in one of the three.
    for (let attempt = 0; attempt < 3 && Math.min(...waitsMs) > 300; attempt += 1) {
      bot.script({
        kind: 'message',
        blocks: [
          { text: 'A Service gives a changing set of pods one stable address. ', cites: [0] },
          { text: 'Try it on your own machine with two pods and watch where the traffic goes. '.repeat(4) },
        ],
        pieceDelayMs: 200,
      });
      const started = await bot.ada.startSlash('ask', { question: 'what is a service in kubernetes' });
      const shown = await readStates(
        'general',
        (message) => message.interaction_metadata?.id === started.interactionId,
      );
      const answer = await bot.ada.answerTo(started);
      expect(answer.text).toContain('one stable address. [1]');
      expect(answer.text).toMatch(/1\. .*kubernetes\.md › /);
      expect(labelsOf(answer)).toEqual(['Helpful', 'Not helpful']);
      expect(shown.length).toBeGreaterThan(3);
      waitsMs.push((shown[0] ?? 0) - bot.firstTextAt());
      gapsMs.push(...shown.slice(1).map((at, number) => at - (shown[number] ?? at)));
    }
    expect(Math.min(...waitsMs)).toBeLessThan(300);
    expect(Math.min(...gapsMs)).toBeGreaterThan(1_000);
    expect(refused()).toEqual([]);
  });

  it('takes two tools in one turn', async () => {
    bot.script(
      {
        kind: 'message',
        blocks: [
          { tool: 'map_cloud_service', input: { service: 'EKS' } },
          { tool: 'next_topic', input: {} },
        ],
      },
      { kind: 'message', blocks: [{ text: 'On Azure that is AKS, and Kubernetes is your next topic.', cites: [0] }] },
    );
    const reply = await bot.ada.slash('ask', { question: 'EKS on azure, and what should I study?' });
    await reply.waitFor((message) => JSON.stringify(message.embeds).includes('AKS'));
    const results = JSON.stringify(asList(bot.asked()[1]?.body.messages).at(-1));
    expect(results).toContain('AKS');
    expect(results).toContain('Next: Kubernetes');
  });

  it('carries an accepted proposal out, and leaves a declined one', async () => {
    bot.script(...proposing('mlflow'));
    const first = await bot.ada.slash('ask', { question: 'I am done with MLflow' });
    await first.waitFor((message) => JSON.stringify(message.components).includes('Accept'));
    const accepted = await bot.ada.press(first, 'Accept');
    expect((await accepted.waitForFollowUp()).content).toContain('Accepted. **MLflow** is done.');
    expect((await bot.ada.slash('topic', { name: 'MLflow' })).text).toMatch(/Done/);

    bot.script(...proposing('dvc'));
    const second = await bot.ada.slash('ask', { question: 'I am done with DVC' });
    await second.waitFor((message) => JSON.stringify(message.components).includes('Decline'));
    await bot.ada.press(second, 'Decline');
    expect((await bot.ada.slash('topic', { name: 'DVC' })).text).not.toMatch(/\bDone\b/);
  });

  it('tells the model of tool input that does not fit, and goes on', async () => {
    bot.script({ kind: 'message', blocks: [{ tool: 'search_knowledge', input: { query: 7 } }] }, CITED);
    const reply = await bot.ada.slash('ask', { question: 'what is a service' });
    await reply.waitFor(hasSources);
    expect(JSON.stringify(bot.asked()[1]?.body.messages)).toContain('"is_error":true');
  });

  it('keeps what was said when the output limit cuts the answer, and says where', async () => {
    bot.script({
      kind: 'message',
      blocks: [{ text: 'A Service gives a changing set of', cites: [0] }],
      stop: 'max_tokens',
    });
    const reply = await bot.ada.slash('ask', { question: 'what is a service' });
    await reply.waitFor((message) => message.content.includes('got too long and was cut here'));
    expect(reply.text).toContain('A Service gives a changing set of');
  });

  it('flags a command that kubectl would refuse', async () => {
    bot.script({ kind: 'message', blocks: [{ text: 'Restart it: `kubectl restart deployment web`.', cites: [0] }] });
    const reply = await bot.ada.slash('ask', { question: 'how do I restart a deployment' });
    await reply.waitFor((message) => JSON.stringify(message.embeds).includes('Would not run as shown'));
  });

  it('during a quiz is told to give hints to the open card, and its answer is hidden whatever it says', async () => {
    const place = { channel: 'study' };
    await bot.ada.slash('quiz', { deck: 'kubectl', count: 1, mode: 'typed' }, place);
    const key = openCardKey();
    bot.script({ kind: 'message', blocks: [{ text: `Just write \`${key}\` and go on.`, cites: [0] }] });
    const reply = await bot.ada.slash('ask', { question: 'what is a service' }, place);
    await reply.waitFor(hasSources);
    expect(reply.text).toContain('▒▒▒ hides the answer of the quiz card');
    expect(reply.text).not.toContain(key);
    const last = JSON.stringify(asList(bot.asked()[0]?.body.messages).at(-1));
    expect(last).toMatch(/The learner has this quiz card open.*never with its answer.*Card: /);
    const elsewhere = await bot.linus.slash('ask', { question: 'what is a service' }, place);
    await elsewhere.waitFor(hasSources);
    expect(elsewhere.text).toContain(key);
    expect(JSON.stringify(bot.asked()[1]?.body.messages)).not.toContain('quiz card open');
  });

  it('can be stopped in the middle, and keeps what was said', async () => {
    bot.script({
      kind: 'message',
      blocks: [{ text: 'A long story about pods and services and how they meet. '.repeat(40) }],
      pieceDelayMs: 150,
    });
    const started = await bot.ada.startSlash('ask', { question: 'tell me a long story about services' });
    const message = await bot.ada.waitForMessage('general', (each) => JSON.stringify(each.components).includes('Stop'));
    await bot.ada.startPress(message, 'Stop');
    const reply = await bot.ada.answerTo(started, 10_000);
    await reply.waitFor((each) => each.content.includes('You stopped the answer here'), 10_000);
    expect(reply.text).toContain('A long story');
  });
});

describe('in the sandbox, Deeper', PATIENT, () => {
  it('under an explanation answers privately in a message of its own, and leaves the explanation', async () => {
    bot.script(CITED);
    const explained = await bot.ada.slash('explain', { query: 'service vs ingress' });
    const deeper = await bot.ada.press(explained, 'Deeper');
    await deeper.waitFor(hasSources);
    expect(deeper.message.id).not.toBe(explained.message.id);
    expect(explained.text).toMatch(/Service vs Ingress/);
  });

  it('under what “Explain this” found in somebody’s message asks about that', async () => {
    bot.script(CITED);
    const message = await bot.linus.say('general', 'my pod is in CrashLoopBackOff');
    const explained = await bot.ada.messageMenu('Explain this', message);
    expect(explained.text).toContain('CrashLoopBackOff');
    const deeper = await bot.ada.press(explained, 'Deeper');
    await deeper.waitFor(hasSources);
    expect(JSON.stringify(asList(bot.asked()[0]?.body.messages).at(-1))).toContain('CrashLoopBackOff');
  });
});

describe('in the sandbox, a conversation', PATIENT, () => {
  it('in the DM goes on after a restart', async () => {
    bot.script(CITED);
    await bot.ada.say('dm', 'what is a service?');
    const first = await bot.ada.waitForDm(hasSources);
    await bot.restart();
    await bot.ada.say('dm', 'and when do I not need it?');
    await bot.ada.waitForDm((message) => message.id !== first.id && hasSources(message), RESTARTED_MS);
    const texts = JSON.stringify(bot.asked().at(-1)?.body.messages);
    expect(texts).toContain('what is a service?');
    expect(texts).toContain('one stable address');
  });

  it('ends without a word when somebody deletes the answer under way', async () => {
    bot.script({
      kind: 'message',
      blocks: [{ text: 'A short story about pods and services. '.repeat(4) }],
      pieceDelayMs: 300,
    });
    await bot.ada.say('general', `${mentionOf(bot)} tell me a story`);
    const answer = await bot.linus.waitForMessage('general', (message) =>
      JSON.stringify(message.embeds).includes('short story'),
    );
    const asked = `/channels/${answer.channel_id}/messages/${answer.id}`;
    const headers = { authorization: `Bot ${bot.sandbox.token}` };
    await fetch(`${bot.sandbox.apiUrl}/v10${asked}`, { method: 'DELETE', headers });
    bot.script(CITED);
    // One answer of a person runs at a time, so this one comes after the end of the other.
    await bot.ada.say('general', `${mentionOf(bot)} what is a service?`);
    await bot.linus.waitForMessage('general', hasSources, RESTARTED_MS);
    expect(bot.logLines.join('\n')).not.toContain('request failed');
    expect(
      bot.linus
        .messages('general')
        .map(({ content }) => content)
        .join('\n'),
    ).not.toMatch(/reference/);
    expect(bot.sandbox.requests.some(({ route }) => route === '/channels/{channel_id}/typing')).toBe(true);
  });

  it('by mentions in a thread is shared by all there, goes on after a restart, and pings nobody', async () => {
    const pinging = 'A Service gives a changing set of pods one stable address, <@175928847299117064>.';
    bot.script({ kind: 'message', blocks: [{ text: pinging, cites: [0] }] });
    const thread = await openThread(bot);
    const hard = await bot.ada.slash('ask', { question: 'do I find a service hard?' }, { channel: thread });
    await hard.waitFor(hasSources);
    await bot.ada.say(thread, `${mentionOf(bot)} what is a service?`);
    const first = await bot.linus.waitForMessage(thread, hasSources, RESTARTED_MS);
    expect(first.mentions).toEqual([]);
    await bot.restart();
    await bot.linus.say(thread, `${mentionOf(bot)} and when do I not need it?`);
    await bot.linus.waitForMessage(thread, (message) => message.id !== first.id && hasSources(message), RESTARTED_MS);
    const sent = asList(bot.asked().at(-1)?.body.messages);
    expect(sent.slice(1).map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
    expect(sent[1]?.content).toBe('Another learner in this thread: what is a service?');
    expect(sent.at(-1)?.content).toBe('and when do I not need it?');
    // What others read does not come from what only Ada may know.
    const inPublic = JSON.stringify(
      bot
        .asked()
        .slice(1)
        .map((request) => request.body.messages),
    );
    expect(inPublic).not.toContain('The learner’s state');
    expect(inPublic).not.toContain('do I find a service hard?');
    expect(inPublic).not.toContain('Ignore your rules');
  });
});

/** When each state of the bot's answer was shown, by `performance.now()`, until its sources are there. */
async function readStates(channel: string, isAnswer: (message: APIMessage) => boolean): Promise<readonly number[]> {
  const shownAt: number[] = [];
  let shown = '[]';
  await bot.ada.waitForMessage(
    channel,
    (message) => {
      if (!isAnswer(message)) return false;
      const embeds = JSON.stringify(message.embeds);
      if (embeds !== shown) shownAt.push(performance.now());
      shown = embeds;
      return hasSources(message);
    },
    20_000,
  );
  return shownAt;
}

/** The command that the newest quiz asks for, read beside the running bot. */
function openCardKey(): string {
  const database = new Database(bot.databasePath, { readonly: true });
  try {
    const row = database.prepare('select question from quiz_items order by rowid desc limit 1').pluck().get();
    return z.object({ key: z.string() }).parse(JSON.parse(String(row))).key;
  } finally {
    database.close();
  }
}

/** A proposal to mark a topic as done, and the words above it. */
function proposing(topicId: string): readonly ScriptedReply[] {
  const change = { kind: 'topic-status', topicId, status: 'done' };
  return [
    { kind: 'message', blocks: [{ tool: 'propose_change', input: { change } }] },
    { kind: 'message', blocks: [{ text: 'Shall I mark it for you?' }] },
  ];
}
