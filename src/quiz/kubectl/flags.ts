// Parses flags as spf13/pflag does (parseArgs, parseLongArg, parseSingleShortArg): long, short, joined, `--`.

import { canonicalValue } from './flag-values.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { FlagEntry } from './table/table-types.ts';

/** Finds a flag by its long name or by its letter. */
export interface FlagSet {
  readonly byName: ReadonlyMap<string, FlagEntry>;
  readonly byShort: ReadonlyMap<string, FlagEntry>;
}

export interface ParsedFlags {
  readonly kind: 'parsed';
  /** Each given flag with its values in the order they were given. */
  readonly given: ReadonlyMap<string, readonly string[]>;
  readonly args: readonly string[];
  /** How many of `args` stand before `--`; undefined where there is none. */
  readonly argsBeforeDash: number | undefined;
}

interface Parsing {
  readonly rest: string[];
  readonly given: Map<string, string[]>;
  readonly args: string[];
}

/** What a flag with an optional value is set to when it stands alone. Source: kubectl's cmdutil and its `NoOptDefVal`s. */
const VALUE_WHEN_ALONE: Readonly<Record<string, string>> = {
  'dry-run': 'unchanged',
  cascade: 'background',
  validate: 'strict',
};

export function createFlagSet(flags: readonly FlagEntry[]): FlagSet {
  const byName = new Map<string, FlagEntry>();
  const byShort = new Map<string, FlagEntry>();
  for (const flag of flags) {
    // A command's own flag hides a global one of the same name, letter and all.
    if (byName.has(flag.name)) continue;
    byName.set(flag.name, flag);
    if (flag.short !== undefined && !byShort.has(flag.short)) byShort.set(flag.short, flag);
  }
  return { byName, byShort };
}

/** True where the next word is never the flag's value. */
export function standsAlone(flag: FlagEntry | undefined): boolean {
  return flag !== undefined && (flag.type === 'bool' || flag.isValueOptional === true);
}

/** kubectl takes an underscore for a dash in a flag's name (its WordSepNormalizeFunc). */
export function findFlag(set: FlagSet, name: string): FlagEntry | undefined {
  return set.byName.get(name.replaceAll('_', '-'));
}

export function parseFlags(words: readonly string[], set: FlagSet): ParsedFlags | Refusal {
  const parsing: Parsing = { rest: [...words].reverse(), given: new Map(), args: [] };
  for (let word = parsing.rest.pop(); word !== undefined; word = parsing.rest.pop()) {
    if (word === '--') {
      const argsBeforeDash = parsing.args.length;
      return {
        kind: 'parsed',
        given: parsing.given,
        args: [...parsing.args, ...parsing.rest.reverse()],
        argsBeforeDash,
      };
    }
    const refusal = readWord(parsing, set, word);
    if (refusal !== undefined) return refusal;
  }
  return { kind: 'parsed', given: parsing.given, args: parsing.args, argsBeforeDash: undefined };
}

function readWord(parsing: Parsing, set: FlagSet, word: string): Refusal | undefined {
  if (word.startsWith('--')) return readLong(parsing, set, word);
  if (word.startsWith('-') && word.length > 1) return readShorts(parsing, set, word.slice(1));
  parsing.args.push(word);
  return undefined;
}

function readLong(parsing: Parsing, set: FlagSet, word: string): Refusal | undefined {
  const equals = word.indexOf('=');
  const name = word.slice(2, equals < 0 ? undefined : equals);
  if (name === '' || name.startsWith('-')) return refuse('bad-flag-syntax', word);
  const flag = findFlag(set, name);
  if (flag === undefined) return refuse('unknown-flag', `--${name}`);
  return setFlag(parsing, flag, equals < 0 ? undefined : word.slice(equals + 1));
}

function readShorts(parsing: Parsing, set: FlagSet, letters: string): Refusal | undefined {
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters.charAt(at);
    const flag = set.byShort.get(letter);
    if (flag === undefined) return refuse('unknown-flag', `-${letter}`);
    const after = letters.slice(at + 1);
    if (after.length > 1 && after.startsWith('=')) return setFlag(parsing, flag, after.slice(1));
    if (standsAlone(flag) || after === '') {
      const refusal = setFlag(parsing, flag, undefined);
      if (refusal !== undefined) return refusal;
    } else {
      return setFlag(parsing, flag, after);
    }
  }
  return undefined;
}

function setFlag(parsing: Parsing, flag: FlagEntry, attached: string | undefined): Refusal | undefined {
  const value = attached ?? (standsAlone(flag) ? valueWhenAlone(flag) : parsing.rest.pop());
  if (value === undefined) return refuse('missing-flag-value', `--${flag.name}`);
  if (canonicalValue(flag.type, value) === undefined) return refuse('bad-flag-value', `--${flag.name}`);
  const before = parsing.given.get(flag.name);
  if (before === undefined) parsing.given.set(flag.name, [value]);
  else before.push(value);
  return undefined;
}

function valueWhenAlone(flag: FlagEntry): string {
  return flag.type === 'bool' ? 'true' : (VALUE_WHEN_ALONE[flag.name] ?? '');
}
