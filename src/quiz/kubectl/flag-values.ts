// Reads flag values as Go's strconv, time and pflag do, and writes each in one canonical form.

import type { FlagEntry, FlagType } from './table/table-types.ts';

const TRUE_WORDS = new Set(['1', 't', 'T', 'true', 'TRUE', 'True']);
const FALSE_WORDS = new Set(['0', 'f', 'F', 'false', 'FALSE', 'False']);
const INTEGER =
  /^[+-]?(?:0[xX]_?[0-9a-fA-F](?:_?[0-9a-fA-F])*|0[bB]_?[01](?:_?[01])*|0[oO]?_?[0-7](?:_?[0-7])*|[1-9](?:_?\d)*|0)$/;
const DURATION = /^[+-]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/;
const DURATION_PART = /(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g;
const NANOSECONDS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 6e10,
  h: 3.6e12,
};
const INT32_END = 2n ** 31n;
const INT64_END = 2n ** 63n;

/** The canonical form of one given value; undefined where kubectl would refuse it. Lists come back as they are. */
export function canonicalValue(type: FlagType, value: string): string | undefined {
  if (type === 'bool') return TRUE_WORDS.has(value) ? 'true' : FALSE_WORDS.has(value) ? 'false' : undefined;
  if (type === 'int32') return readInteger(value, INT32_END);
  if (type === 'int64') return readInteger(value, INT64_END);
  if (type === 'duration') return readDuration(value);
  if (type === 'csv') return splitCsv(value) === undefined ? undefined : value;
  if (type === 'map') return value === '' || splitCsv(value)?.every((pair) => pair.includes('=')) ? value : undefined;
  if (type === 'vmodule') return /^(?:[^=,]+=\d+(?:,[^=,]+=\d+)*)?$/.test(value) ? value : undefined;
  return value;
}

/** All values given for a flag, as the one canonical text in which two spellings of the same setting are equal. */
export function settledValue(flag: FlagEntry, given: readonly string[]): string {
  if (flag.type === 'map') return settledMap(given.flatMap((value) => splitCsv(value) ?? [value]));
  if (flag.type === 'csv') return JSON.stringify(given.flatMap((value) => splitCsv(value) ?? [value]));
  if (flag.type === 'list') return JSON.stringify(given);
  const last = given.at(-1) ?? flag.fallback;
  return canonicalValue(flag.type, last) ?? last;
}

/** A map has no order, and the last value of a key counts. */
function settledMap(pairs: readonly string[]): string {
  const entries = pairs.map((pair): [string, string] => [pair.slice(0, pair.indexOf('=')), pair]);
  return JSON.stringify([...new Map(entries).values()].sort());
}

/** As Go's ParseInt with base 0: `0x10`, `0o17`, `017` and `1_000` count. */
function readInteger(text: string, end: bigint): string | undefined {
  if (text.length > 80 || !INTEGER.test(text)) return undefined;
  const digits = text.replace(/^[+-]/, '').replaceAll('_', '');
  const isOctal = /^0[0-7]/.test(digits);
  const size = BigInt(isOctal ? `0o${digits.slice(1)}` : digits);
  const value = text.startsWith('-') ? -size : size;
  return value >= -end && value < end ? String(value) : undefined;
}

/** As Go's ParseDuration; comes back in nanoseconds. */
function readDuration(text: string): string | undefined {
  if (text.length > 80 || !DURATION.test(text)) return undefined;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(DURATION_PART)) total += Number(amount) * (NANOSECONDS[unit ?? ''] ?? 0);
  const signed = text.startsWith('-') ? -total : total;
  return Math.abs(signed) < Number(INT64_END) ? `${signed}ns` : undefined;
}

/** One record of comma-separated values (RFC 4180), as Go's encoding/csv reads it; undefined where it refuses. */
export function splitCsv(text: string): readonly string[] | undefined {
  if (text === '') return [];
  if (!text.includes('"')) return text.split('\n', 1)[0]?.split(',') ?? [];
  const fields: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const field = readCsvField(text, at);
    if (field === undefined) return undefined;
    fields.push(field.value);
    if (field.end >= text.length) return fields;
    at = field.end + 1;
  }
  return fields;
}

function readCsvField(text: string, start: number): { value: string; end: number } | undefined {
  if (text.charAt(start) !== '"') {
    const comma = text.indexOf(',', start);
    const end = comma < 0 ? text.length : comma;
    const value = text.slice(start, end);
    return value.includes('"') ? undefined : { value, end };
  }
  let value = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return undefined;
    value += text.slice(at, quote);
    const next = text.charAt(quote + 1);
    if (next === '' || next === ',') return { value, end: quote + 1 };
    if (next !== '"') return undefined;
    value += '"';
    at = quote + 2;
  }
}
