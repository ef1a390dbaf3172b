// The way in and out at a real client: an answer also where Discord refuses one, news that reaches people, an orderly end.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Reply, User } from '../../sandbox/driver.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { type Command, handleComponent, type Reply as Sent } from '../../src/commands/command.ts';
import { createRouter, type Router } from '../../src/discord/router.ts';
import { createLog } from '../../src/operations/log.ts';
import { defineCustomId, encodeCustomId } from '../../src/views/custom-id.ts';
import type { MessageBody } from '../../src/views/message.ts';
import { startTestBot, type TestBot } from '../sandbox/test-bot.ts';

const AGAIN = defineCustomId('again', 1, {});
/** Discord takes 2000 characters and refuses this with 400. */
const TOO_LONG: MessageBody = { content: 'x'.repeat(2_001) };
const APOLOGY = /Sorry, something went wrong.*Reference `ref1`/;

let sandbox: Sandbox;
let bot: TestBot;
let router: Router;
/** The newest interaction, with all that follows its answer. */
let handled: Promise<void>;
let ada: User;
let news: MessageBody | undefined;
let run: () => Promise<Sent>;
const logLines: string[] = [];

function card(content: string): MessageBody {
  const button = { type: 2, style: 2, label: 'Again', custom_id: encodeCustomId(AGAIN, ada.id, {}) } as const;
  return { content, components: [{ type: 1, components: [button] }] };
}

function createCommand(name: string, ack: Command['ack']): Command {
  return {
    payload: { name, description: 'Does what the test says' },
    ack,
    visibility: 'personal',
    run: () => run(),
    components:
      name === 'do' ? [handleComponent(AGAIN, { ack: 'immediate', visibility: 'personal' }, () => run())] : [],
  };
}

beforeAll(async () => {
  sandbox = await startSandbox();
  ada = sandbox.user('Ada');
  bot = await startTestBot(sandbox, (interaction) => {
    handled = router.handleInteraction(interaction);
    return handled;
  });
  const commands = [createCommand('do', 'immediate'), createCommand('do-slowly', 'deferred')];
  await bot.register(
    commands.map((command) => ({ name: command.payload.name, description: 'Does what the test says' })),
  );
});
beforeEach(() => {
  news = undefined;
  run = async () => ({ kind: 'message', message: card('done') });
  router = createRouter({
    commands: [createCommand('do', 'immediate'), createCommand('do-slowly', 'deferred')],
    messageHandlers: [],
    clock: sandbox.clock,
    log: createLog('info', { write: (line) => void logLines.push(line) }),
    newReference: () => 'ref1',
    ensurePerson: async () => {},
    async takeNews() {
      const taken = news;
      news = undefined;
      return taken;
    },
  });
});
afterAll(async () => {
  await bot.stop();
  await sandbox.stop();
  expect(bot.errors).toEqual([]);
});

/** A card with its button, once everything that follows it is over. */
async function showCard(): Promise<Reply> {
  const shown = await ada.slash('do');
  await handled;
  return shown;
}

describe('an answer that Discord refuses', () => {
  it.each(['do', 'do-slowly'])('to /%s ends in an apology', async (name) => {
    run = async () => ({ kind: 'message', message: TOO_LONG });
    expect((await ada.slash(name)).text).toMatch(APOLOGY);
    expect(logLines.at(-1)).toContain('"reference":"ref1"');
  });

  it.each<{ name: string; reply: Sent }>([
    { name: 'an edit', reply: { kind: 'edit', message: TOO_LONG } },
    {
      name: 'a modal',
      reply: { kind: 'modal', modal: { custom_id: 'm', title: 'x'.repeat(46), components: [] } },
    },
  ])('to a press with $name ends in an apology of its own', async ({ reply }) => {
    const shown = await ada.slash('do');
    run = async () => reply;
    expect((await ada.press(shown, 'Again')).text).toMatch(APOLOGY);
    expect(shown.text).toMatch(/^done/);
  });

  it('already when it is deferred ends in an apology as soon as Discord takes one', async () => {
    const callbacks = () => sandbox.requests.filter((each) => each.route.endsWith('/callback')).length;
    const before = callbacks();
    sandbox.inject({ kind: 'server-errors', probability: 1 });
    const asked = await ada.startSlash('do-slowly');
    // The client tries four times before it gives up.
    await expect.poll(() => callbacks() - before, { interval: 1 }).toBeGreaterThanOrEqual(4);
    sandbox.inject({ kind: 'clear' });
    expect((await ada.answerTo(asked)).text).toMatch(APOLOGY);
  });
});

describe('news', () => {
  const told = (reply: Reply) => reply.waitForFollowUp((message) => message.content === 'your DMs are closed');

  it.each<{ name: string; next: () => Promise<Sent> }>([
    { name: 'was answered', next: async () => ({ kind: 'edit', message: card('pressed') }) },
    {
      name: 'failed',
      next: async () => {
        throw new Error('broken on purpose');
      },
    },
  ])('are told once after a press that $name', async ({ next }) => {
    const shown = await showCard();
    news = { content: 'your DMs are closed' };
    run = next;
    await told(await ada.press(shown, 'Again'));
    expect(news).toBeUndefined();
  });

  it('are told after a command that failed', async () => {
    news = { content: 'your DMs are closed' };
    run = () => Promise.reject(new Error('broken on purpose'));
    await told(await ada.slash('do'));
  });

  it('wait while there is nowhere to show them', async () => {
    const shown = await showCard();
    news = { content: 'your DMs are closed' };
    const field = { type: 4, custom_id: 'f', label: 'Any', style: 1 } as const;
    const components = [{ type: 1 as const, components: [field] }];
    run = async () => ({ kind: 'modal', modal: { custom_id: 'm', title: 'Any', components } });
    expect((await ada.press(shown, 'Again')).kind).toBe('modal');
    await handled;
    expect(news).toBeDefined();
  });
});

describe('the end', () => {
  it('lets the answer under way finish, and refuses what arrives meanwhile in words', async () => {
    const { promise, resolve } = Promise.withResolvers<Sent>();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    run = () => {
      begin();
      return promise;
    };
    const asked = await ada.startSlash('do-slowly');
    await begun;
    let isOver = false;
    const stopped = router.stop().then(() => {
      isOver = true;
    });
    expect((await ada.slash('do')).text).toMatch(/restarting/);
    expect(isOver).toBe(false);
    resolve({ kind: 'message', message: { content: 'finished' } });
    expect((await ada.answerTo(asked)).text).toBe('finished');
    await stopped;
  });
});
