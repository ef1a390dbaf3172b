// Finds a Chromium to try the page in; where there is none, says so in one line.

import { existsSync } from 'node:fs';

/** Where systems put it; `CHROMIUM_PATH` goes first. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
] as const;

export type ChromiumSearch =
  | { readonly kind: 'found'; readonly path: string }
  | { readonly kind: 'absent'; readonly line: string };

export function findChromium(
  named: string | undefined = process.env.CHROMIUM_PATH,
  exists: (path: string) => boolean = existsSync,
): ChromiumSearch {
  const places = named === undefined ? PLACES : [named, ...PLACES];
  const path = places.find(exists);
  if (path !== undefined) return { kind: 'found', path };
  return { kind: 'absent', line: `The page was not tried: no Chromium at ${places.join(', ')}.` };
}
