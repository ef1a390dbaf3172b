// What a person does on the page with commands, buttons, menus and forms, in a real browser against a real discord.js bot.

import { expect, test } from 'vitest';
import { findChromium } from './find-chromium.ts';
import { describePage, expectNewest, typeAndSend } from './page-desk.ts';

test('a machine without Chromium is told which places were looked at', () => {
  const search = findChromium('/opt/mine/chromium', () => false);
  expect(search).toEqual({
    kind: 'absent',
    line: expect.stringMatching(/^The page was not tried: no Chromium at \/opt\/mine\/chromium, \/usr\/bin\/chromium,/),
  });
  expect(search.kind === 'absent' && search.line).not.toContain('\n');
});

describePage('commands on the page', (desk) => {
  test('a command is found, filled with autocomplete and sent by keys alone', async () => {
    const page = await desk.open();
    await page.keyboard.type('/top');
    await page.getByRole('option', { name: '/topic' }).waitFor();
    await page.keyboard.press('Enter');
    expect(await page.getByTestId('composer').inputValue()).toBe('/topic name:');
    await page.keyboard.type('kube');
    await page.getByRole('option', { name: 'Kubeflow' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.getByTestId('composer').inputValue()).toBe('/topic name:Kubeflow ');
    await page.keyboard.press('Enter');
    // The bot gets the choice's value, not the name that is shown.
    const answer = await expectNewest(page, 'Topic id:Kubeflow');
    expect(await answer.textContent()).toContain('Topic id:Kubeflow');
    await answer.locator('discord-command', { hasText: 'Ada used' }).waitFor();
  });

  test('a line typed straight is sent as it stands, with or without names', async () => {
    const page = await desk.open();
    await typeAndSend(page, '/echo service vs ingress');
    const embed = (await expectNewest(page, 'service vs ingress')).locator('discord-embed');
    expect(await embed.textContent()).toMatch(/You said.*service vs ingress/s);
    await typeAndSend(page, '/deck deck:cloud count:7');
    await expectNewest(page, 'Deck c, 7 cards');
    await typeAndSend(page, '/deck kubectl');
    await expectNewest(page, 'Deck k, 5 cards');
    await page.getByTestId('composer').fill('/echo words:filled at once');
    await page.keyboard.press('Enter');
    await expectNewest(page, 'filled at once');
  });

  test('what is missing or wrong is said, and nothing is sent', async () => {
    const page = await desk.open();
    const error = page.getByTestId('composer-error');
    const said = await page.getByTestId('message').count();
    await typeAndSend(page, '/deck count:3');
    await error.filter({ hasText: '“deck” is required' }).waitFor();
    await page.getByTestId('composer').fill('/deck nosuch');
    await page.keyboard.press('Enter');
    await error.filter({ hasText: 'takes one of: kubectl, cloud' }).waitFor();
    await page.getByTestId('composer').fill('/deck kubectl count:99');
    await page.keyboard.press('Enter');
    await error.filter({ hasText: 'a number from 1 to 20' }).waitFor();
    await page.getByTestId('composer').fill('/nonsense');
    await page.keyboard.press('Enter');
    await error.filter({ hasText: 'There is no command “/nonsense”' }).waitFor();
    expect(await page.getByTestId('message').count()).toBe(said);
  });

  test('Tab walks through the options and fixed choices are listed', async () => {
    const page = await desk.open();
    await page.keyboard.type('/deck');
    await page.keyboard.press('Tab');
    await expect
      .poll(() => page.getByRole('option').allTextContents())
      .toEqual([expect.stringContaining('kubectl'), expect.stringContaining('cloud')]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.getByTestId('composer').inputValue()).toBe('/deck deck:kubectl count:');
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    await expectNewest(page, 'Deck k, 2 cards');
  });

  test('a button is pressed by key and the message changes in place', async () => {
    const page = await desk.open();
    await typeAndSend(page, '/echo press me');
    const message = await expectNewest(page, 'press me');
    const id = await message.getAttribute('data-message-id');
    expect(await message.getByRole('button', { name: 'Off' }).isDisabled()).toBe(true);
    await message.getByRole('button', { name: 'Mine' }).focus();
    await page.keyboard.press('Enter');
    const changed = await expectNewest(page, 'Pressed by ada');
    expect(await changed.getAttribute('data-message-id')).toBe(id);
    expect(await changed.getByTestId('button').count()).toBe(0);
  });

  test('a press that the bot ignores says that it failed, and leaves the button', async () => {
    const page = await desk.open();
    await typeAndSend(page, '/echo silence');
    const message = await expectNewest(page, 'silence');
    await message.getByRole('button', { name: 'Silent' }).click();
    await message.getByRole('alert').waitFor();
    expect(await message.getByRole('button', { name: 'Silent' }).isEnabled()).toBe(true);
  });

  test('a command that the bot ignores ends in the words of Discord, and can be dismissed', async () => {
    const page = await desk.open();
    await typeAndSend(page, '/late');
    await page.getByTestId('interaction-pending').waitFor();
    const failed = page.getByTestId('interaction-failed');
    await failed.filter({ hasText: 'The application did not respond' }).waitFor();
    await failed.getByRole('button', { name: 'Dismiss message' }).click();
    await failed.waitFor({ state: 'detached' });
  });

  test('a select menu is opened and picked by keys', async () => {
    const page = await desk.open();
    await typeAndSend(page, '/pick');
    const message = await expectNewest(page, 'Choose');
    await message.getByRole('combobox', { name: 'Which tool?' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('listbox', { name: 'Which tool?' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expectNewest(page, 'Picked kustomize');
  });

  test('a form is filled by keys; what is too short is not sent', async () => {
    const page = await desk.open();
    await typeAndSend(page, '/form');
    const modal = page.getByTestId('modal');
    await modal.getByRole('heading', { name: 'Type the command' }).waitFor();
    await page.keyboard.type('ab');
    await page.keyboard.press('Enter');
    await page.locator('input:invalid').waitFor();
    await page.keyboard.type('c <b>bold?</b>');
    await page.getByTestId('modal-submit').click();
    await modal.waitFor({ state: 'detached' });
    await expectNewest(page, 'The form says: abc <b>bold?</b>');
  });

  test('a form that is closed with Escape gives the focus back to the composer', async () => {
    const page = await desk.open();
    await typeAndSend(page, '/form');
    await page.getByTestId('modal').waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('modal').waitFor({ state: 'detached' });
    await page.keyboard.type('hello');
    expect(await page.getByTestId('composer').inputValue()).toBe('hello');
  });

  test('a streamed answer thinks, grows in place and ends as edited', async () => {
    const page = await desk.open();
    await typeAndSend(page, '/stream');
    await page.getByTestId('thinking').filter({ hasText: 'is thinking' }).waitFor();
    const id = await page.getByTestId('message').last().getAttribute('data-message-id');
    const message = page.locator(`[data-message-id="${id}"]`);
    for (const part of ['A Service', 'A Service gives Pods', 'A Service gives Pods one address.']) {
      desk.bot.nextPart();
      await message.getByText(part).waitFor();
    }
    expect(await message.locator('strong').textContent()).toBe('one address');
    await message.getByText('(edited)').waitFor();
    expect(await page.getByTestId('thinking').count()).toBe(0);
  });

  test('the menu of a message offers the bot’s command, by keys', async () => {
    const page = await desk.open();
    await typeAndSend(page, 'What is a DaemonSet?');
    const message = await expectNewest(page, 'What is a DaemonSet?');
    await message.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: 'Apps' }).getByRole('menuitem', { name: 'Explain this' }).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    const answer = await expectNewest(page, 'You asked about: What is a DaemonSet?');
    expect(await answer.getAttribute('data-ephemeral')).not.toBeNull();
  });

  test('pictures and files are shown, and a picture enlarges', async () => {
    const page = await desk.open();
    await typeAndSend(page, '/picture');
    const message = await expectNewest(page, 'plan.ics');
    const picture = message.locator('.picture img').first();
    await expect.poll(() => picture.evaluate((image) => Reflect.get(image, 'naturalWidth'))).toBe(1);
    await message.locator('.picture').first().click();
    await page.getByTestId('lightbox').waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('lightbox').waitFor({ state: 'detached' });
    expect(
      await message.getByTestId('file').getByRole('link', { name: 'plan.ics', exact: true }).getAttribute('download'),
    ).toBe('plan.ics');
  });
});
