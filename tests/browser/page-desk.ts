// A browser on the sandbox's page with the example bot behind it.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { describeInBrowser, type OpenOptions } from './browser-desk.ts';
import { type ExampleBot, startExampleBot } from './example-bot.ts';

export { expectNewest, typeAndSend } from './browser-desk.ts';

/** The example bot's `/late` fails after this instead of Discord's three seconds. */
const FIRST_CALLBACK_MS = 1_500;

export interface PageDesk {
  readonly sandbox: Sandbox;
  readonly bot: ExampleBot;
  /** Opens the page in a fresh browser profile. */
  open(options?: OpenOptions): Promise<Page>;
}

/** A suite on the page, with the example bot online. */
export function describePage(name: string, define: (desk: PageDesk) => void): void {
  describeInBrowser(name, (browser) => {
    const parts: { sandbox?: Sandbox; bot?: ExampleBot } = {};
    beforeAll(async () => {
      parts.sandbox = await startSandbox({ timings: { firstCallbackMs: FIRST_CALLBACK_MS } });
      await parts.sandbox.preparePage();
      parts.bot = await startExampleBot(parts.sandbox.apiUrl);
      await parts.sandbox.whenReady();
    });
    afterAll(async () => {
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
      open: (options) => browser.open(present(parts.sandbox).url, options),
    });
  });
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The desk is used before it is set up.');
  return value;
}
