// A browser on the sandbox's page with the example bot behind it, and the few steps that most tests of the page share.

import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { type ExampleBot, startExampleBot } from './example-bot.ts';
import { findChromium } from './find-chromium.ts';

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The example bot's `/late` fails after this instead of Discord's three seconds. */
const FIRST_CALLBACK_MS = 1_500;

export interface PageDesk {
  readonly sandbox: Sandbox;
  readonly bot: ExampleBot;
  /** A fresh browser profile on the page, with the person's messages drawn. Closed after the test. */
  open(options?: OpenOptions): Promise<Page>;
  /** Addresses outside the sandbox that any page asked for, and everything the browser's console complained about. */
  readonly complaints: string[];
}

export interface OpenOptions {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: 'dark' | 'light';
  /** Path of a script that runs in the page before its own. */
  readonly script?: string;
}

/** A suite in a real browser. Without a Chromium it is one test that checks that its absence is said. */
export function describePage(name: string, define: (desk: PageDesk) => void): void {
  const search = findChromium();
  if (search.kind === 'absent') {
    console.warn(search.line);
    test(`${name}: not tried, because there is no Chromium`, () => expect(search.line).toMatch(/no Chromium at \//));
    return;
  }
  describe(name, () => {
    const parts: { browser?: Browser; sandbox?: Sandbox; bot?: ExampleBot } = {};
    const contexts: BrowserContext[] = [];
    const complaints: string[] = [];
    beforeAll(async () => {
      parts.sandbox = await startSandbox({ timings: { firstCallbackMs: FIRST_CALLBACK_MS } });
      await parts.sandbox.preparePage();
      parts.bot = await startExampleBot(parts.sandbox.apiUrl);
      await parts.sandbox.whenReady();
      parts.browser = await chromium.launch({ executablePath: search.path, args: ARGUMENTS });
    });
    afterEach(async () => {
      for (const context of contexts.splice(0)) await context.close();
    });
    afterAll(async () => {
      await parts.browser?.close();
      await parts.bot?.stop();
      await parts.sandbox?.stop();
    });
    define({
      get sandbox() {
        return present(parts.sandbox);
      },
      get bot() {
        return present(parts.bot);
      },
      complaints,
      async open({ width = 1280, height = 800, scheme = 'dark', script } = {}) {
        const context = await present(parts.browser).newContext({
          viewport: { width, height },
          colorScheme: scheme,
          locale: 'en-GB',
          timezoneId: 'Europe/Berlin',
        });
        contexts.push(context);
        if (script !== undefined) await context.addInitScript({ path: script });
        const page = await context.newPage();
        listen(page, present(parts.sandbox).url, complaints);
        await page.goto(present(parts.sandbox).url);
        await page.getByTestId('composer').waitFor();
        return page;
      },
    });
  });
}

function listen(page: Page, ownUrl: string, complaints: string[]): void {
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(ownUrl) && !url.startsWith('data:')) complaints.push(`asked for ${url}`);
  });
  page.on('pageerror', (error) => complaints.push(`threw ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The desk is used before it is set up.');
  return value;
}

/** Writes into the composer as a person does, key by key, and sends it. */
export async function typeAndSend(page: Page, line: string): Promise<void> {
  await page.getByTestId('composer').focus();
  await page.keyboard.type(line);
  await page.keyboard.press('Enter');
}

export function lastMessage(page: Page): Locator {
  return page.getByTestId('message').last();
}

/** Waits until the newest message holds the text. */
export async function expectNewest(page: Page, text: string | RegExp): Promise<Locator> {
  const message = page.getByTestId('message').filter({ hasText: text }).last();
  await message.waitFor();
  return message;
}
