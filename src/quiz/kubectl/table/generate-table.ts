// Writes kubectl-table.ts from the help of the kubectl on this machine: `npm run kubectl-table`, or with another binary as its argument. Not imported by the bot.

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type HelpFlag, readHelp } from './read-help.ts';
import type { CommandEntry, FlagEntry, FlagType, KubectlTable } from './table-types.ts';

type Run = (words: readonly string[]) => Promise<string>;

/** Flags that are taken but no longer in the help of some commands; found in kubectl's change log. */
const HIDDEN_CANDIDATES = [
  'record',
  'short',
  'all',
  'delete-local-data',
  'export',
  'force',
  'generator',
  'grace-period',
  'cascade',
  'container',
  'ignore-not-found',
  'include-extended-apis',
  'include-uninitialized',
  'interactive',
  'kustomize',
  'server-print',
  'show-managed-fields',
  'timeout',
  'use-openapi-print-columns',
  'prune-whitelist',
  'wait',
  'log-dir',
  'logtostderr',
  'alsologtostderr',
  'stderrthreshold',
  'log-backtrace-at',
  'log-file',
  'log-file-max-size',
  'one-output',
  'add-dir-header',
  'skip-headers',
  'skip-log-headers',
  'api-version',
  'insecure-skip-tls-verify-backend',
  'openapi-patch',
  'pod',
  'resource-version',
  'service-overrides',
  'heapster-namespace',
  'template',
  'output',
  'local',
  'kuberc',
] as const;

/** A value that every type but a string refuses, each with words of its own. */
const WRONG_VALUE = '@"@';
const FIRST_UNKNOWN = '--zz-first-unknown';
const SECOND_UNKNOWN = '--zz-second-unknown';
const PROBES_AT_ONCE = 2;
const RUN_LIMIT_MS = 20_000;

await main();

async function main(): Promise<void> {
  const binary = process.argv[2] ?? 'kubectl';
  const home = await mkdtemp(join(tmpdir(), 'kubectl-table-'));
  try {
    const run = createRun(binary, home);
    const table = await readTable(run);
    const file = join(import.meta.dirname, 'kubectl-table.ts');
    await writeFile(file, tableModule(table));
    await formatFile(file);
    console.log(`${table.kubectlVersion}: ${table.commands.length} commands, ${countFlags(table)} flags → ${file}`);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** The project's own formatter, so that the check of style holds for what is generated too. */
function formatFile(file: string): Promise<void> {
  const biome = join(import.meta.dirname, '../../../../node_modules/.bin/biome');
  return new Promise((resolve, reject) => {
    execFile(biome, ['format', '--write', file], (error) => (error === null ? resolve() : reject(error)));
  });
}

function createRun(binary: string, home: string): Run {
  // A home of its own keeps the machine's clusters out of it; through env(1), so that nothing else of the environment is read.
  const ownHome = [`HOME=${home}`, `KUBECONFIG=${join(home, 'config')}`];
  return (words) =>
    new Promise((resolve) => {
      // Refusals are what is probed for, so an exit code is no error here.
      execFile('env', [...ownHome, binary, ...words], { timeout: RUN_LIMIT_MS }, (_error, stdout, stderr) =>
        resolve(stdout + stderr),
      );
    });
}

async function readTable(run: Run): Promise<KubectlTable> {
  const kubectlVersion = /v\d+\.\d+\.\d+/.exec(await run(['version', '--client']))?.[0];
  if (kubectlVersion === undefined) throw new Error('kubectl did not tell its version');
  const globalFlags = await readFlags(run, ['get'], readHelp(await run(['options'])).flags);
  const globalNames = new Set(globalFlags.map((flag) => flag.name));
  const commands: CommandEntry[] = [];
  await readCommands(run, [], globalNames, commands);
  return { kubectlVersion, globalFlags, commands };
}

async function readCommands(
  run: Run,
  path: readonly string[],
  globalNames: ReadonlySet<string>,
  into: CommandEntry[],
): Promise<void> {
  const page = readHelp(await run([...path, '--help']));
  // A command's own flag may bear a global one's name (`config set-context --namespace`); it then wins, as in pflag.
  const known = await readFlags(run, path, page.flags);
  const hidden = path.length === 0 ? [] : await readHiddenFlags(run, path, known, globalNames);
  const { summary, usage, aliases } = page;
  into.push({ path, aliases, summary, usage, flags: [...known, ...hidden] });
  for (const name of page.subcommands) await readCommands(run, [...path, name], globalNames, into);
}

async function readHiddenFlags(
  run: Run,
  path: readonly string[],
  known: readonly FlagEntry[],
  globalNames: ReadonlySet<string>,
): Promise<FlagEntry[]> {
  const names = HIDDEN_CANDIDATES.filter((name) => !globalNames.has(name) && !known.some((flag) => flag.name === name));
  const found = await mapInTurn(names, async (name) => {
    const said = await run([...path, `--${name}=${WRONG_VALUE}`, FIRST_UNKNOWN]);
    return said.includes(`unknown flag: --${name}`) || !isComplaint(said) ? [] : [name];
  });
  const flags = await readFlags(
    run,
    path,
    found.flat().map((name) => ({ name, fallback: '' })),
  );
  return flags.map((flag) => ({ ...flag, fallback: flag.type === 'bool' ? 'false' : '', isHidden: true as const }));
}

function isComplaint(said: string): boolean {
  return said.includes('unknown flag') || said.includes('invalid argument');
}

function readFlags(run: Run, path: readonly string[], flags: readonly HelpFlag[]): Promise<FlagEntry[]> {
  return mapInTurn(flags, async (flag) => {
    const type = await probeType(run, path, flag);
    const said = await run([...path, `--${flag.name}`, FIRST_UNKNOWN, SECOND_UNKNOWN]);
    const isValueOptional = type !== 'bool' && said.includes(FIRST_UNKNOWN) && said.includes('unknown flag');
    return {
      name: flag.name,
      ...(flag.short === undefined ? {} : { short: flag.short }),
      type,
      fallback: withoutHome(flag),
      ...(isValueOptional ? { isValueOptional } : {}),
    };
  });
}

/** The help prints the home of whoever asks; the table keeps the tilde. */
function withoutHome(flag: HelpFlag): string {
  return flag.name === 'cache-dir' ? '~/.kube/cache' : flag.fallback;
}

async function probeType(run: Run, path: readonly string[], flag: HelpFlag): Promise<FlagType> {
  const said = await run([...path, `--${flag.name}=${WRONG_VALUE}`, FIRST_UNKNOWN]);
  if (said.includes('ParseBool')) return 'bool';
  if (said.includes('invalid duration') || flag.name === 'log-flush-frequency') return 'duration';
  if (said.includes('comma-separated list of')) return 'vmodule';
  if (said.includes('bare " in')) return 'csv';
  if (said.includes('malformed pair') || said.includes('formatted as key=value')) return 'map';
  if (said.includes('ParseInt')) {
    const large = await run([...path, `--${flag.name}=3000000000`, FIRST_UNKNOWN]);
    return large.includes('out of range') ? 'int32' : 'int64';
  }
  if (said.includes('invalid argument')) throw new Error(`${path.join(' ')} --${flag.name}: ${said}`);
  const page = await run([...path, '--help']);
  return page.includes(`--${flag.name}=[]`) ? 'list' : 'string';
}

async function mapInTurn<From, To>(items: readonly From[], map: (item: From) => Promise<To>): Promise<To[]> {
  const results: To[] = [];
  for (let start = 0; start < items.length; start += PROBES_AT_ONCE) {
    results.push(...(await Promise.all(items.slice(start, start + PROBES_AT_ONCE).map(map))));
  }
  return results;
}

function countFlags(table: KubectlTable): number {
  return table.commands.reduce((sum, command) => sum + command.flags.length, table.globalFlags.length);
}

/** One line for each flag, so that a newer kubectl shows as a readable difference. */
function tableModule(table: KubectlTable): string {
  const flagLines = (flags: readonly FlagEntry[]) => flags.map((flag) => `      ${JSON.stringify(flag)},`).join('\n');
  const commands = table.commands.map(({ flags, ...rest }) => {
    const head = Object.entries(rest).map(([key, value]) => `    ${key}: ${JSON.stringify(value)},`);
    return `  {\n${head.join('\n')}\n    flags: [\n${flagLines(flags)}\n    ],\n  },`;
  });
  return `// Generated by \`npm run kubectl-table\` from kubectl ${table.kubectlVersion}'s own help: every command and flag. Not edited by hand.

import type { KubectlTable } from './table-types.ts';

export const kubectlTable: KubectlTable = {
  kubectlVersion: ${JSON.stringify(table.kubectlVersion)},
  globalFlags: [\n${flagLines(table.globalFlags)}\n  ],
  commands: [\n${commands.join('\n')}\n  ],
};
`;
}
