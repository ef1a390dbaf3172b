// A real browser for a suite: found, started, watched for complaints and closed again; without one the suite says so.

import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
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

export interface BrowserDesk {
  /** A fresh browser profile on the page, ready to be written in. Closed after the test. */
  open(url: string, options?: OpenOptions): Promise<Page>;
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
export function describeInBrowser(name: string, define: (desk: BrowserDesk) => void): void {
  const search = findChromium();
  if (search.kind === 'absent') {
    console.warn(search.line);
    test(`${name}: not tried, because there is no Chromium`, () => expect(search.line).toMatch(/no Chromium at \//));
    return;
  }
  describe(name, () => {
    const contexts: BrowserContext[] = [];
    const complaints: string[] = [];
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: search.path, args: ARGUMENTS });
    });
    afterEach(async () => {
      for (const context of contexts.splice(0)) await context.close();
    });
    afterAll(() => browser?.close());
    define({
      complaints,
      async open(url, options = {}) {
        const context = await openContext(browser, options);
        contexts.push(context);
        const page = await context.newPage();
        listen(page, url, complaints);
        await page.goto(url);
        await page.getByTestId('composer').waitFor();
        return page;
      },
    });
    test('nothing was asked for elsewhere and the browser complained about nothing', () => {
      expect(complaints).toEqual([]);
    });
  });
}

async function openContext(browser: Browser | undefined, options: OpenOptions): Promise<BrowserContext> {
  if (browser === undefined) throw new Error('The browser is used before it is started.');
  const { width = 1280, height = 800, scheme = 'dark', script } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  });
  if (script !== undefined) await context.addInitScript({ path: script });
  return context;
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

/** Writes into the composer as a person does, key by key, and sends it. */
export async function typeAndSend(page: Page, line: string): Promise<void> {
  await page.getByTestId('composer').focus();
  await page.keyboard.type(line);
  await page.keyboard.press('Enter');
}

/** Waits for the newest message that holds the text. */
export async function expectNewest(page: Page, text: string | RegExp): Promise<Locator> {
  const message = page.getByTestId('message').filter({ hasText: text }).last();
  await message.waitFor();
  return message;
}
