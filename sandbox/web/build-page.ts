// Builds the page with Vite into a cache keyed by its sources, and reads the result into memory; serves nothing itself.

import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Files of the built page by their path, e.g. `/index.html`, `/assets/main-1a2b.js`. */
export type PageFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

const WEB_FOLDER = dirname(fileURLToPath(import.meta.url));
const PROJECT_FOLDER = join(WEB_FOLDER, '..', '..');
const CACHE_FOLDER = join(PROJECT_FOLDER, 'node_modules', '.cache', 'studypod-page');

/** What the page is bundled from and with, beside its own sources: another version is another page. */
const BUNDLED_PACKAGES = [
  'vite',
  'lit',
  '@skyra/discord-components-core',
  'discord-markdown-parser',
  'lowlight',
  'twemoji-colr-font',
  '@fontsource-variable/inter',
] as const;

const OLD_BUILD_MS = 24 * 60 * 60 * 1000;

/**
 * The built page. Builds (a few seconds) only when no build of exactly these sources is cached. Two processes may
 * build at once: each builds in a folder of its own and the first rename wins.
 * Throws an Error with one clear line when a package that the build needs is not installed.
 */
export async function loadPage(): Promise<PageFiles> {
  const folder = join(CACHE_FOLDER, await hashOfSources());
  if (!existsSync(folder)) await buildInto(folder);
  return readFiles(folder);
}

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256');
  const sources = (await filesBelow(WEB_FOLDER)).filter((file) => !file.endsWith('serve-page.ts'));
  for (const file of [...sources, join(WEB_FOLDER, '..', 'protocol.ts')].toSorted()) {
    hash.update(relative(PROJECT_FOLDER, file)).update('\0');
    hash.update(await readFile(file)).update('\0');
  }
  for (const name of BUNDLED_PACKAGES) hash.update(`${name}@${await versionOf(name)}\0`);
  return hash.digest('hex').slice(0, 20);
}

async function versionOf(name: string): Promise<string> {
  try {
    const manifest: { version?: unknown } = JSON.parse(
      await readFile(join(PROJECT_FOLDER, 'node_modules', name, 'package.json'), 'utf8'),
    );
    return String(manifest.version);
  } catch (cause) {
    throw new Error(
      `The sandbox's page needs the package "${name}", which is not installed: run "npm ci" (without --omit=dev).`,
      { cause },
    );
  }
}

async function buildInto(folder: string): Promise<void> {
  const { build } = await import('vite');
  const draft = `${folder}.${process.pid}-${randomUUID().slice(0, 8)}`;
  await mkdir(CACHE_FOLDER, { recursive: true });
  try {
    await build({
      root: WEB_FOLDER,
      configFile: false,
      logLevel: 'error',
      base: '/',
      publicDir: false,
      mode: 'production',
      // Given outright, because Vite would take NODE_ENV for them, and the same sources must make the same page in tests.
      resolve: { conditions: ['module', 'browser', 'production'] },
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        outDir: draft,
        emptyOutDir: true,
        target: 'es2023',
        modulePreload: { polyfill: false },
        // Everything stays a file of its own: the content security policy allows no data: fonts or scripts.
        assetsInlineLimit: 0,
        reportCompressedSize: false,
        chunkSizeWarningLimit: 4096,
      },
    });
    await rename(draft, folder).catch((error: unknown) => {
      // Another process finished the same build first; its result is as good.
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  await removeOldBuilds(folder);
}

async function removeOldBuilds(current: string): Promise<void> {
  for (const name of await readdir(CACHE_FOLDER)) {
    const folder = join(CACHE_FOLDER, name);
    if (folder === current) continue;
    const age = await stat(folder).then(
      (found) => Date.now() - found.mtimeMs,
      () => 0,
    );
    if (age > OLD_BUILD_MS) await rm(folder, { recursive: true, force: true });
  }
}

async function readFiles(folder: string): Promise<PageFiles> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const file of await filesBelow(folder)) {
    files.set(`/${relative(folder, file).split(sep).join('/')}`, new Uint8Array(await readFile(file)));
  }
  return files;
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
