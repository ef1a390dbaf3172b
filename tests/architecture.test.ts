// The house's walls: which folder may import which, and which package lives where. Reads imports, runs nothing.

import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Import {
  /** Path of the importing file from the repository's root. */
  readonly from: string;
  /** Path of the imported file from the root, or a package's name. */
  readonly to: string;
  readonly isTypeOnly: boolean;
  readonly isLazy: boolean;
}

const DOMAINS = ['knowledge', 'study', 'quiz', 'reminders', 'assistant'];

/** The import table of docs/architecture.md: folder of src → folders of src that it may import. */
const MAY_IMPORT: Readonly<Record<string, { any: readonly string[]; typesOnly: readonly string[] }>> = {
  ...Object.fromEntries(
    DOMAINS.map((domain) => [
      domain,
      { any: [...DOMAINS.filter((other) => other !== domain), 'operations'], typesOnly: [] },
    ]),
  ),
  store: { any: ['operations'], typesOnly: DOMAINS },
  views: { any: [...DOMAINS, 'operations'], typesOnly: [] },
  commands: { any: [...DOMAINS, 'views', 'operations'], typesOnly: [] },
  discord: { any: ['commands', 'views', 'operations'], typesOnly: DOMAINS },
  operations: { any: [], typesOnly: [] },
};

/** What puts the parts together, and the entry points, may import everything. */
const COMPOSITION_ROOTS = /^src\/(composition\/|cli\/)?[a-z-]+\.ts$/;

/** Packages that live in one room: package → the paths that may import it. */
const PACKAGE_HOMES: Readonly<Record<string, RegExp>> = {
  'discord.js': /^src\/discord\//,
  kysely: /^src\/store\//,
  'better-sqlite3': /^src\/store\//,
  '@anthropic-ai/sdk': /^src\/assistant\/anthropic\.ts$/,
  'ts-fsrs': /^src\/quiz\//,
  'remark-parse': /^src\/knowledge\//,
  unified: /^src\/knowledge\//,
  hono: /^sandbox\//,
  ws: /^sandbox\//,
};

const IMPORT = /^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|(\bimport)\(\s*'([^']+)'\s*\)/gm;

const sources = globSync(['src/**/*.ts', 'sandbox/**/*.ts'], { exclude: ['**/node_modules/**'] })
  .map(toPosix)
  .sort();

describe('the house', () => {
  it('has files to look at, and sees their imports', () => {
    expect(sources.length).toBeGreaterThan(20);
    expect(
      readImports('src/x.ts', "import { a } from './a.ts';\nimport type { B } from '../b.ts';\nawait import('zod');"),
    ).toEqual([
      { from: 'src/x.ts', to: 'src/a.ts', isTypeOnly: false, isLazy: false },
      { from: 'src/x.ts', to: 'b.ts', isTypeOnly: true, isLazy: false },
      { from: 'src/x.ts', to: 'zod', isTypeOnly: false, isLazy: true },
    ]);
  });

  it('lets no folder import what the table does not allow', () => {
    expect(allImports().flatMap(findBreach)).toEqual([]);
  });

  it('would notice a command that opens the database, a domain that reads a view, a store that runs a rule, and a sandbox that peeks', () => {
    const breaches = [
      { from: 'src/commands/help.ts', to: 'src/store/database.ts', isTypeOnly: false, isLazy: false },
      { from: 'src/study/plan.ts', to: 'src/views/text.ts', isTypeOnly: true, isLazy: false },
      { from: 'src/store/study-repository.ts', to: 'src/study/streak.ts', isTypeOnly: false, isLazy: false },
      { from: 'sandbox/world.ts', to: 'src/views/limits.ts', isTypeOnly: true, isLazy: false },
      { from: 'src/views/text.ts', to: 'discord.js', isTypeOnly: false, isLazy: false },
      { from: 'src/index.ts', to: 'sandbox/sandbox.ts', isTypeOnly: false, isLazy: false },
    ];
    expect(breaches.flatMap(findBreach)).toHaveLength(breaches.length);
  });

  it('has no circle of files', () => {
    expect(findCircle(allImports().filter((edge) => !edge.isLazy))).toBeUndefined();
  });

  it('has no circle among the domains', () => {
    const edges = allImports().flatMap((edge) => {
      const from = roomOf(edge.from);
      const to = roomOf(edge.to);
      if (edge.isTypeOnly || from === to || !DOMAINS.includes(from) || !DOMAINS.includes(to)) return [];
      return [{ ...edge, from, to }];
    });
    expect(findCircle(edges)).toBeUndefined();
    expect(findCircle([edge('study', 'quiz'), edge('quiz', 'study')])).toBeDefined();
  });

  it('reads the environment in config.ts alone', () => {
    const readers = sources.filter(
      (file) => file.startsWith('src/') && /process\.env\b/.test(readFileSync(file, 'utf8')),
    );
    expect(readers).toEqual(['src/config.ts']);
  });
});

function allImports(): readonly Import[] {
  return sources.flatMap((file) => readImports(file, readFileSync(file, 'utf8')));
}

function readImports(from: string, text: string): readonly Import[] {
  return [...text.matchAll(IMPORT)].map((match) => {
    const target = match[2] ?? match[4] ?? '';
    return {
      from,
      to: target.startsWith('.') ? posix.normalize(posix.join(dirname(from), target)) : packageName(target),
      isTypeOnly: match[1] !== undefined,
      isLazy: match[3] !== undefined,
    };
  });
}

function findBreach({ from, to, isTypeOnly, isLazy }: Import): readonly string[] {
  const breach = [`${from} must not import ${to}`];
  const home = PACKAGE_HOMES[to];
  if (home !== undefined && !home.test(from)) return breach;
  if (!to.startsWith('src/') && !to.startsWith('sandbox/')) return [];
  if (from.startsWith('sandbox/')) return to.startsWith('src/') ? breach : [];
  if (to.startsWith('sandbox/')) return COMPOSITION_ROOTS.test(from) && isLazy ? [] : breach;
  if (COMPOSITION_ROOTS.test(from)) return [];
  if (COMPOSITION_ROOTS.test(to)) return to === 'src/config.ts' && isTypeOnly ? [] : breach;
  const fromRoom = roomOf(from);
  const toRoom = roomOf(to);
  const rule = MAY_IMPORT[fromRoom];
  if (fromRoom === toRoom) return [];
  if (rule === undefined) return [`${from} stands in a room without a rule`];
  return rule.any.includes(toRoom) || (isTypeOnly && rule.typesOnly.includes(toRoom)) ? [] : breach;
}

/** The files of the first circle found, in order. */
function findCircle(edges: readonly Import[]): readonly string[] | undefined {
  const next = Map.groupBy(edges, (each) => each.from);
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const each of next.get(file) ?? []) {
      const circle = visit(each.to, [...path, file]);
      if (circle !== undefined) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of next.keys()) {
    const circle = visit(file, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

function roomOf(path: string): string {
  return path.split('/')[1] ?? '';
}

function packageName(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}

function edge(from: string, to: string): Import {
  return { from, to, isTypeOnly: false, isLazy: false };
}

function toPosix(path: string): string {
  return relative('.', join('.', path)).replaceAll('\\', '/');
}
