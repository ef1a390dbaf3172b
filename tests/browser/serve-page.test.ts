// The page as it is served: built once, from files of its own, with headers that keep everything here.

import { expect, test } from 'vitest';
import { createPageHandler } from '../../sandbox/web/serve-page.ts';

const ORIGIN = 'http://127.0.0.1:4321';

test('two that start at once both get the page', async () => {
  const [first, second] = await Promise.all([createPageHandler(), createPageHandler()]);
  const pages = await Promise.all(
    [first, second].map(async (handle) => (await handle(new Request(`${ORIGIN}/`))).text()),
  );
  expect(pages[0]).toContain('<div id="app">');
  expect(pages[1]).toBe(pages[0]);
});

test('every file that the page names is served, with its type and for good', async () => {
  const handle = await createPageHandler();
  const page = await (await handle(new Request(`${ORIGIN}/`))).text();
  const names = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map((found) => found[1] ?? '');
  expect(names.length).toBeGreaterThanOrEqual(3);
  for (const name of names) {
    const response = await handle(new Request(`${ORIGIN}${name}`));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/javascript|css|svg/);
    expect(response.headers.get('cache-control')).toContain('immutable');
  }
});

test('no script runs but the page’s own, and nothing is connected to but the sandbox', async () => {
  const handle = await createPageHandler();
  const policy = (await handle(new Request(`${ORIGIN}/`))).headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("connect-src 'self' ws://127.0.0.1:4321;");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toMatch(/https:|\*|unsafe-eval|script-src[^;]*unsafe/);
});

test('what is not there is 404, and writing is refused', async () => {
  const handle = await createPageHandler();
  expect((await handle(new Request(`${ORIGIN}/../../package.json`))).status).toBe(404);
  expect((await handle(new Request(`${ORIGIN}/assets/none.js`))).status).toBe(404);
  expect((await handle(new Request(`${ORIGIN}/`, { method: 'POST' }))).status).toBe(405);
});
