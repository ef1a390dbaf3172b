// The quiz of a server through the real client: set, posted at its time, answered in private, revealed once.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { SEED_DIR, type Studypod, startStudypod } from './studypod.ts';

let studypod: Studypod;

beforeAll(async () => {
  studypod = await startStudypod({ knowledgeDir: SEED_DIR });
});
afterAll(() => studypod.dispose());

const HOUR_MS = 3_600_000;

it('posts a card at its time, takes private picks across a restart, and reveals the answer 20 hours later', async () => {
  const { sandbox } = studypod;
  const [ada, linus] = [sandbox.user('Ada'), sandbox.user('Linus')];
  const channel = [...sandbox.world.channels.values()].find((each) => each.kind !== 'dm' && each.name === 'general');
  const time = new Date(sandbox.clock.nowMs() + 120_000).toISOString().slice(11, 16);
  const set = await ada.slash(
    'daily-quiz',
    { channel: channel?.id ?? '', time, timezone: 'UTC' },
    { subcommand: 'set' },
  );
  expect(set.text).toMatch(/every day at/);

  sandbox.clock.advance(121_000);
  const card = await ada.waitForMessage('general', (message) =>
    JSON.stringify(message.embeds).includes('Card of the day'),
  );
  expect((await linus.press(card, 'A')).text).toMatch(/Noted: \*\*A\*\*/);
  await studypod.restart();
  expect((await linus.press(card, 'B')).text).toMatch(/first pick counts: \*\*A\*\*/);
  expect(ada.messages('general').some((message) => /Noted|first pick/.test(message.content))).toBe(false);

  sandbox.clock.advance(20 * HOUR_MS);
  const revealed = await ada.waitForMessage('general', (message) =>
    JSON.stringify(message.embeds).includes('the answer'),
  );
  expect(revealed.id).toBe(card.id);
  expect(JSON.stringify(revealed.embeds)).toMatch(/One pick, and it was/);
  expect(
    ada.messages('general').filter((message) => JSON.stringify(message.embeds).includes('Card of the day')),
  ).toHaveLength(1);
  expect(sandbox.requests.filter((request) => request.status >= 400)).toEqual([]);
  expect(sandbox.unknownRoutes).toEqual([]);
});
