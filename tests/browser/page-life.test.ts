// Living on the page: two people, private messages, unread marks, the clock, faults, looks and a phone's width.

import { expect, test } from 'vitest';
import { describePage, expectNewest, typeAndSend } from './page-desk.ts';

/** A real minute may pass between two looks at a clock on a busy machine. */
const TOLERANCE_MS = 60_000;
const HOUR_MS = 3_600_000;

describePage('life on the page', (desk) => {
  test('a stranger’s press is refused in private, and the owner does not see it', async () => {
    const page = await desk.open();
    await typeAndSend(page, '/echo not for Linus');
    await expectNewest(page, 'not for Linus');
    await page.getByTestId('user-linus').click();
    await page.getByTestId('user-linus').and(page.locator('[aria-checked="true"]')).waitFor();
    const message = await expectNewest(page, 'not for Linus');
    await message.getByRole('button', { name: 'Mine' }).click();
    const refusal = await expectNewest(page, 'This button is not yours.');
    expect(await refusal.getAttribute('data-ephemeral')).not.toBeNull();
    await page.getByTestId('user-ada').click();
    await page.getByTestId('user-ada').and(page.locator('[aria-checked="true"]')).waitFor();
    const own = await expectNewest(page, 'not for Linus');
    expect(await page.getByText('This button is not yours.').count()).toBe(0);
    await own.getByRole('button', { name: 'Mine' }).click();
    await expectNewest(page, 'Pressed by ada');
  });

  test('an ephemeral answer is marked as private and goes away when dismissed', async () => {
    const page = await desk.open();
    await typeAndSend(page, '/secret');
    const message = await expectNewest(page, 'Between you and me');
    await message.getByText('Only you can see this').waitFor();
    await message.getByTestId('dismiss').focus();
    await page.keyboard.press('Enter');
    await message.waitFor({ state: 'detached' });
  });

  test('what people write stands there as text, whatever it is', async () => {
    const page = await desk.open();
    const texts = ['<img src=x onerror=alert(1)>', '[click](javascript:alert(1))', '<script>alert(1)</script>'];
    for (const text of texts) await typeAndSend(page, text);
    const image = await expectNewest(page, '<img src=x onerror=alert(1)>');
    expect(await image.locator('.message-text img').count()).toBe(0);
    const link = await expectNewest(page, 'javascript:alert(1)');
    expect(await link.locator('a').count()).toBe(0);
    await expectNewest(page, '<script>alert(1)</script>');
    await typeAndSend(page, '/echo <img src=x onerror=alert(2)>');
    await expectNewest(page, '<img src=x onerror=alert(2)>');
  });

  test('Markdown, spoilers and times are drawn as Discord draws them', async () => {
    const page = await desk.open();
    // 1 January 2024, 12:00 UTC, is 13:00 in Berlin, the zone of this browser.
    await typeAndSend(page, '**bold** ||hidden|| `code` <t:1704110400:t>');
    const message = await expectNewest(page, 'bold');
    expect(await message.locator('strong').textContent()).toBe('bold');
    expect(await message.locator('sandbox-time').textContent()).toBe('13:00');
    const spoiler = message.getByRole('button', { name: 'Spoiler' });
    await spoiler.focus();
    await page.keyboard.press('Enter');
    await message.locator('.spoiler.is-revealed').waitFor();
  });

  test('a message elsewhere marks its channel, its server and the DM as unread until they are opened', async () => {
    const page = await desk.open();
    await desk.sandbox.user('Linus').say('study', 'Anybody here?');
    const dm = await desk.bot.client.users.createDM(desk.sandbox.user('Ada').id);
    await dm.send('Time for your card');
    const study = page.getByTestId('channel-study');
    await expect.poll(() => study.getAttribute('aria-label')).toBe('study, 1 unread');
    await expect.poll(() => page.getByTestId('home').locator('.badge').textContent()).toBe('1');
    expect(await page.title()).toMatch(/^\(1\) #general/);
    await study.click();
    await page.getByRole('separator', { name: 'New messages' }).waitFor();
    await expectNewest(page, 'Anybody here?');
    expect(await study.getAttribute('aria-label')).toBe('study');
    await page.getByTestId('home').click();
    await expectNewest(page, 'Time for your card');
    expect(await page.getByTestId('channel-title').textContent()).toBe(desk.bot.client.user?.username);
  });

  test('the clock moves the sandbox’s time by an hour and a day, and back', async () => {
    const page = await desk.open();
    const shown = async () => Number(await page.getByTestId('clock-time').getAttribute('data-now-ms'));
    const ahead = async () => (await shown()) - Date.now();
    const isNear = (wanted: number) => async () => Math.abs((await ahead()) - wanted) < TOLERANCE_MS;
    await page.getByTestId('clock-plus-hour').click();
    await expect.poll(isNear(HOUR_MS)).toBe(true);
    await page.getByTestId('clock-plus-day').click();
    await expect.poll(isNear(25 * HOUR_MS)).toBe(true);
    expect(Math.abs(desk.sandbox.clock.nowMs() - Date.now() - 25 * HOUR_MS)).toBeLessThan(TOLERANCE_MS);
    await page.getByTestId('clock-offset').filter({ hasText: '1 d 1 h ahead of real time' }).waitFor();
    await page.getByTestId('clock-now').click();
    await expect.poll(isNear(0)).toBe(true);
  });

  test('faults are switched on and off from the page', async () => {
    const page = await desk.open();
    const slow = page.getByTestId('fault-slow');
    await slow.click();
    await expect.poll(() => slow.getAttribute('aria-checked')).toBe('true');
    await page.getByTestId('fault-clear').click();
    await expect.poll(() => slow.getAttribute('aria-checked')).toBe('false');
    await page.getByTestId('fault-cut').click();
    // The bot comes back by itself and answers.
    await typeAndSend(page, '/echo after the cut');
    await expectNewest(page, 'after the cut');
  });

  test('one’s own message is edited, answered and deleted from its menu', async () => {
    const page = await desk.open();
    await typeAndSend(page, 'a mistkae');
    await expectNewest(page, 'a mistkae');
    await page.keyboard.press('ArrowUp');
    await page.getByTestId('composer').fill('a mistake');
    await page.keyboard.press('Enter');
    const message = await expectNewest(page, 'a mistake');
    await message.getByText('(edited)').waitFor();
    await message.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Reply' }).click();
    await typeAndSend(page, 'indeed');
    await (await expectNewest(page, 'indeed')).locator('discord-reply').waitFor();
    await message.first().click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Delete message' }).click();
    await page
      .getByTestId('message')
      .filter({ hasText: /^a mistake/ })
      .waitFor({ state: 'detached' });
  });

  test('the theme follows the browser, can be changed and is remembered', async () => {
    const page = await desk.open({ scheme: 'light' });
    const background = () => page.evaluate("getComputedStyle(document.querySelector('.main')).backgroundColor");
    const theme = () => page.locator('html').getAttribute('data-theme');
    expect(await theme()).toBe('light');
    const light = await background();
    await page.getByTestId('theme-toggle').click();
    await expect.poll(theme).toBe('dark');
    expect(await background()).not.toBe(light);
    await page.reload();
    await page.getByTestId('composer').waitFor();
    expect(await theme()).toBe('dark');
  });

  test('at 390 pixels nothing is wider than the window and everything can be reached', async () => {
    const page = await desk.open({ width: 390, height: 844 });
    await typeAndSend(page, `/echo ${'long words that have to wrap somewhere '.repeat(6)}`);
    const message = await expectNewest(page, 'long words');
    const widest = () => page.evaluate('document.scrollingElement.scrollWidth');
    expect(await widest()).toBe(390);
    const box = await message.locator('discord-embed').boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
    await page.getByTestId('sidebar-toggle').click();
    await page.getByTestId('channel-study').click();
    await expect.poll(() => page.getByTestId('channel-title').textContent()).toBe('study');
    await page.getByTestId('tools-toggle').click();
    await page.getByTestId('clock-plus-hour').click();
    await page.getByTestId('clock-offset').filter({ hasText: '1 h ahead' }).waitFor();
    await page.getByTestId('clock-now').click();
    await page.getByRole('button', { name: 'Close the tools' }).click();
    await page.getByTestId('composer').fill('from a phone');
    await page.getByTestId('send').click();
    await expectNewest(page, 'from a phone');
    expect(await widest()).toBe(390);
  });

  test('somebody’s typing is shown until their message comes', async () => {
    const page = await desk.open();
    await desk.sandbox.user('Linus').type('general');
    await page.getByTestId('typing').filter({ hasText: 'Linus is typing…' }).waitFor();
    await desk.sandbox.user('Linus').say('general', 'done typing');
    await expect.poll(() => page.getByTestId('typing').textContent()).not.toContain('Linus');
  });

  test('where a person may not write, the composer says so', async () => {
    const page = await desk.open();
    await page.getByTestId('user-linus').click();
    await page.locator('[data-testid="user-linus"][aria-checked="true"]').waitFor();
    await page.getByTestId('channel-announcements').click();
    await page.getByPlaceholder('You do not have permission to send messages').waitFor();
    expect(await page.getByTestId('composer').isDisabled()).toBe(true);
  });

  test('Alt and arrows walk through the channels, arrows through the messages', async () => {
    const page = await desk.open();
    const title = () => page.getByTestId('channel-title').textContent();
    expect(await title()).toBe('general');
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(title).toBe('study');
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(title).toBe('general');
    await typeAndSend(page, 'first of two');
    await expectNewest(page, 'first of two');
    await typeAndSend(page, 'second of two');
    await expectNewest(page, 'second of two');
    await page.keyboard.press('F6');
    await page.locator('.message:focus').filter({ hasText: 'second of two' }).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.locator('.message:focus').filter({ hasText: 'first of two' }).waitFor();
  });
});
