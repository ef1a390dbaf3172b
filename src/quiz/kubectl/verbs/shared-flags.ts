// The flags that many commands share: connection, dry run, cascade, validation, files.

import { canonicalValue } from '../flag-values.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { canonicalSelector } from '../selectors.ts';
import type { CommandLine } from './command-line.ts';
import { type Draft, firstRefusal } from './draft.ts';

/** They change neither the requests nor what is printed. */
const WITHOUT_EFFECT = [
  '--cache-dir',
  '--log-flush-frequency',
  '--vmodule',
  '--warnings-as-errors',
  '--disable-compression',
  '--match-server-version',
];
/** Flags about the server to ask and who asks. */
const CONNECTION = [
  '--as',
  '--as-group',
  '--as-uid',
  '--cluster',
  '--context',
  '--request-timeout',
  '--server',
  '--token',
  '--user',
];
const PROFILES = new Set(['none', 'cpu', 'heap', 'goroutine', 'threadcreate', 'block', 'mutex']);
const VALIDATIONS: Readonly<Record<string, string>> = {
  strict: 'strict',
  true: 'strict',
  warn: 'warn',
  ignore: 'ignore',
  false: 'ignore',
};

export function settleSharedFlags(line: CommandLine, draft: Draft): Refusal | undefined {
  draft.drop(...WITHOUT_EFFECT);
  return firstRefusal(
    () => settleConnection(line, draft),
    () => settleDryRun(line, draft),
    () => settleCascade(line, draft),
    () => settleValidation(line, draft),
    () => settleFiles(line, draft),
    () => settleSelectors(line, draft),
  );
}

function settleConnection(line: CommandLine, draft: Draft): Refusal | undefined {
  if (line.value('profile') !== '' && line.verb !== 'debug' && !PROFILES.has(line.value('profile'))) {
    return refuse('bad-flag-value', '--profile');
  }
  if (!line.isChanged('profile')) draft.drop('--profile-output');
  if (line.verb === 'config view') draft.drop('--as', '--as-group', '--as-uid', '--request-timeout');
  if (isWithoutServer(line)) {
    draft.drop(...CONNECTION);
    return undefined;
  }
  // Another context or user may speak for somebody already.
  const isOther = line.isChanged('context') || line.isChanged('user');
  const asksForMore = line.isChanged('as-group') || line.isChanged('as-uid');
  if (asksForMore && line.value('as') === '' && !isOther) return refuse('missing-flag', '--as');
  if (line.verb === 'config view') return undefined;
  const timeout = line.value('request-timeout');
  const seconds = canonicalValue('duration', /^\d+$/.test(timeout) ? `${timeout}s` : timeout);
  if (seconds === undefined) return refuse('bad-flag-value', '--request-timeout');
  if (draft.has('--request-timeout')) draft.set('value', '--request-timeout', seconds);
  if (seconds === '0ns' || TIMELESS.has(line.verb)) draft.drop('--request-timeout');
  return undefined;
}

/** Their clients do not hand the time on. */
const TIMELESS = new Set(['events', 'top node', 'top pod']);
const WITHOUT_SERVER = /^(?:config .*|kustomize|completion|options|plugin list)$/;

/** `config view --minify` shows the context that the flags choose. */
function isWithoutServer(line: CommandLine): boolean {
  if (line.verb === 'config view' && line.isOn('minify')) return false;
  return WITHOUT_SERVER.test(line.verb) || line.isOn('local') || (line.verb === 'version' && line.isOn('client'));
}

/** With `--raw` the address says all: other flags than the connection's are taken and not used, arguments are not taken. */
export function settleRaw(draft: Draft, args: readonly string[]): Refusal | undefined {
  if (args.length > 0) return refuse('conflicting-flags', '--raw');
  const kept = new Set(['verb', '--raw', '--filename', ...CONNECTION]);
  const keys = draft.facets().map((part) => part.key);
  draft.drop(...keys.filter((key) => !kept.has(key)));
  return undefined;
}

/** The strategy in force: `none`, `client` or `server`. */
export function dryRunStrategy(line: CommandLine): string | undefined {
  const value = line.value('dry-run');
  if (value === '' || value === 'none') return 'none';
  if (value === 'client' || value === 'server') return value;
  if (value === 'unchanged') return 'client';
  // Before 1.18 the flag was a boolean; kubectl still takes those words, with a warning.
  const isOn = canonicalValue('bool', value);
  return isOn === undefined ? undefined : isOn === 'true' ? 'client' : 'none';
}

/** Where the client only prints what it would create, nobody is asked. The context still chooses the namespace. */
export function settleUnasked(line: CommandLine, draft: Draft): undefined {
  if (dryRunStrategy(line) === 'client' && line.value('from') === '')
    draft.drop('--as', '--as-group', '--as-uid', '--request-timeout', '--token', '--user');
  return undefined;
}

function settleDryRun(line: CommandLine, draft: Draft): Refusal | undefined {
  const strategy = dryRunStrategy(line);
  if (strategy === undefined) return refuse('bad-flag-value', '--dry-run');
  draft.drop('--dry-run');
  // What is not sent is managed by nobody.
  if (strategy === 'client' || line.isOn('local')) draft.drop('--field-manager');
  if (strategy !== 'none') draft.set('value', '--dry-run', strategy);
  return undefined;
}

function settleCascade(line: CommandLine, draft: Draft): Refusal | undefined {
  const value = line.value('cascade');
  if (value === '') return undefined;
  const isOn = canonicalValue('bool', value);
  const strategy = isOn === undefined ? value : isOn === 'true' ? 'background' : 'orphan';
  if (!['background', 'orphan', 'foreground'].includes(strategy)) return refuse('bad-flag-value', '--cascade');
  draft.drop('--cascade');
  if (strategy !== 'background') draft.set('value', '--cascade', strategy);
  return undefined;
}

function settleValidation(line: CommandLine, draft: Draft): Refusal | undefined {
  const value = line.value('validate');
  if (value === '') return undefined;
  const strategy = VALIDATIONS[value];
  if (strategy === undefined) return refuse('bad-flag-value', '--validate');
  draft.drop('--validate');
  // What is not sent is judged by nobody.
  if (dryRunStrategy(line) === 'client') return undefined;
  if (strategy !== 'strict') draft.set('value', '--validate', strategy);
  return undefined;
}

/** True where objects come from files. */
export function hasFiles(line: CommandLine): boolean {
  return line.list('filename').length > 0 || line.value('kustomize') !== '';
}

function settleFiles(line: CommandLine, draft: Draft): Refusal | undefined {
  const files = line.list('filename');
  const folder = line.value('kustomize');
  if (files.length > 0 && folder !== '') return refuse('conflicting-flags', '--kustomize');
  if (folder !== '' && line.isOn('recursive') && line.isGiven('recursive'))
    return refuse('conflicting-flags', '--recursive');
  draft.drop('--filename', '--kustomize');
  // A folder is read to its depths; a file has none.
  if (line.knows('filename') && files.every(isOneFile)) draft.drop('--recursive');
  // The set of files is what counts, as the set of requests does.
  if (files.length > 0) draft.set('value', '--filename', files.map(canonicalPath).sort().join(', '));
  if (folder !== '') draft.set('value', '--kustomize', canonicalPath(folder));
  return undefined;
}

function isOneFile(path: string): boolean {
  return path === '-' || /^https?:\/\//.test(path) || /\.(?:ya?ml|json)$/.test(path);
}

function settleSelectors(line: CommandLine, draft: Draft): undefined {
  for (const flag of ['selector', 'field-selector', 'pod-selector']) {
    if (draft.has(`--${flag}`)) draft.set('value', `--${flag}`, canonicalSelector(line.value(flag)));
  }
  return undefined;
}

/** `./dir/../pod.yaml` and `pod.yaml` are one file. Addresses stay as they are. */
export function canonicalPath(path: string): string {
  if (/^https?:\/\//.test(path) || path === '-') return path;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return `${path.startsWith('/') ? '/' : ''}${parts.join('/')}` || '.';
}

/** Sets a repeatable flag whose values mean the same in any order. */
export function settleAsSet(line: CommandLine, draft: Draft, flag: string): undefined {
  if (draft.has(`--${flag}`)) draft.set('value', `--${flag}`, [...new Set(line.list(flag))].sort().join(', '));
  return undefined;
}

export function requireFlags(line: CommandLine, ...flags: readonly string[]): Refusal | undefined {
  return firstRefusal(
    ...flags.map((flag) => () => (line.value(flag) === '' ? refuse('missing-flag', `--${flag}`) : undefined)),
  );
}
