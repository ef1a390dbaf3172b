// The five flows of the main job as a newcomer does them on the page: Studypod itself, and no mouse at all.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Studypod, startStudypod } from '../e2e/studypod.ts';
import { describeInBrowser, expectNewest, typeAndSend } from './browser-desk.ts';

/** More stops than any message of the bot has; beyond it the button cannot be reached. */
const MOST_STOPS = 40;
/** Five cards with two tries each, and the way from one to the next, many times over. */
const MOST_PRESSES = 40;

describeInBrowser('the main job on the page, by keys alone', (browser) => {
  let studypod: Studypod | undefined;
  const open = async (): Promise<Page> => {
    if (studypod === undefined) throw new Error('Studypod has not started.');
    return browser.open(studypod.sandbox.url);
  };
  beforeAll(async () => {
    studypod = await startStudypod();
    await studypod.sandbox.preparePage();
  });
  afterAll(() => studypod?.dispose());

  test('/explain service vs ingress shows both sides and where they come from', async () => {
    const page = await open();
    await typeAndSend(page, '/explain service vs ingress');
    const message = await expectNewest(page, 'Service vs Ingress');
    expect(await message.textContent()).toMatch(/Service – .+Ingress – .+\.md ›/s);
    await typeAndSend(page, '/explain what is the capital of France');
    await expectNewest(page, /nothing on this here/i);
  });

  test('/cloud finds a service while its name is typed', async () => {
    const page = await open();
    await page.keyboard.type('/cloud ak');
    // Tab takes the first: what was offered for the letter before may hold it further down.
    await page.getByRole('option').first().filter({ hasText: 'AKS' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expectNewest(page, /\bEKS\b/);
  });

  test('/next-topic names Kubernetes with reasons, and the next one once it is finished', async () => {
    const page = await open();
    await typeAndSend(page, '/next-topic');
    await expectNewest(page, /Next: Kubernetes.*Why this one/s);
    await pressByKeys(page, 'Finish');
    const next = await expectNewest(page, /Next: (?!Kubernetes)/);
    expect(await next.textContent()).not.toContain('Next: Kubernetes');
  });

  test('/quiz kubectl runs a session of five, chosen and typed, to its summary, and /progress shows it', async () => {
    const page = await open();
    await typeAndSend(page, '/quiz kubectl');
    await expectNewest(page, '1 of 5');
    const kinds = await goThroughSession(page);
    // The contract: a session is mixed unless asked otherwise, and has five cards.
    expect(kinds).toEqual(['chosen', 'typed', 'chosen', 'typed', 'chosen']);
    await expectNewest(page, /kubectl quiz: \d of 5 right/);
    await typeAndSend(page, '/progress');
    await expectNewest(page, /1 of 9 topics/);
  });

  test('/remind daily sends its direct message once the clock has passed its time', async () => {
    const page = await open();
    // Ada has studied today, so no reminder would come to her.
    await page.getByTestId('user-linus').focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-testid="user-linus"][aria-checked="true"]').waitFor();
    const inHalfAnHour = new Date(Date.now() + 30 * 60_000).toISOString().slice(11, 16);
    await typeAndSend(page, `/remind daily time:${inHalfAnHour}`);
    await expectNewest(page, 'Reminder set');
    await page.getByTestId('clock-plus-hour').focus();
    await page.keyboard.press('Enter');
    await page.getByTestId('home').locator('.badge').waitFor();
    await page.getByTestId('home').focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-channel="Studypod"] [data-testid="message"]').first().waitFor();
  });
});

/** Walks backwards from the composer until the button has the focus, then presses it. */
async function pressByKeys(page: Page, label: string): Promise<void> {
  await page.getByTestId('composer').focus();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Shift+Tab');
    const focused = await page.evaluate('document.activeElement.textContent.trim()');
    if (focused === label) {
      await page.keyboard.press('Enter');
      return;
    }
  }
  throw new Error(`The button ${label} cannot be reached with ${MOST_STOPS} presses of Tab.`);
}

/** Answers every card, right or wrong, until nothing is left to press but what ends the session. */
async function goThroughSession(page: Page): Promise<readonly string[]> {
  const kinds: string[] = [];
  for (let press = 0; press < MOST_PRESSES; press += 1) {
    const card = page.getByTestId('message').last();
    const before = await card.textContent();
    const labels = await card.getByTestId('button').allTextContents();
    const has = (label: string) => labels.some((one) => one.trim() === label);
    if (has('A')) {
      kinds.push('chosen');
      await pressByKeys(page, 'A');
    } else if (has('Write the answer')) {
      if (before?.includes('One more try') !== true) kinds.push('typed');
      await pressByKeys(page, 'Write the answer');
      await page.getByTestId('modal').waitFor();
      await page.keyboard.type('kubectl get pods');
      await page.keyboard.press('Enter');
      await page.getByTestId('modal').waitFor({ state: 'detached' });
    } else if (has('Next')) await pressByKeys(page, 'Next');
    else if (has('Summary')) await pressByKeys(page, 'Summary');
    else return kinds;
    await expect.poll(() => card.textContent()).not.toBe(before);
  }
  throw new Error('The session does not end.');
}
