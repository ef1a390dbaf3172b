// Reads kubectl's JSONPath templates as client-go's parser does (util/jsonpath/parser.go), and writes each in one spelling.

import { unescapeGoText } from './go-text.ts';

/** A field such as `['a[0]']` is a path of its own; nobody nests deeper. */
const MAX_DEPTH = 20;
/** What ends a field's name or a word (isTerminator). */
const TERMINATORS = /[\s.,[\]${}@]/;
const SLICE = /^(-?\d*)(:-?\d*)?(:-?\d*)?$/;
/** Any other word is no command to the template. */
const WORDS = new Set(['range', 'end', 'true', 'false']);
const OPERATORS = new Set(['==', '!=', '<', '<=', '>', '>=']);
const FILTER = /^([^!<>=]+)([!<>=]+)(.+?)$/s;

interface Reading {
  readonly text: string;
  readonly depth: number;
  at: number;
}

/**
 * The one spelling of a template such as `{range .items[*]}{.metadata.name}{"\n"}{end}`; undefined where kubectl refuses it.
 * White space between the steps, `$` and `@`, the kind of quotes, and `['name']` for `.name` change nothing.
 */
export function canonicalJsonPath(text: string, depth = 0): string | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const reading: Reading = { text, depth, at: 0 };
  let canonical = '';
  let literal = '';
  let openRanges = 0;
  while (reading.at < text.length) {
    const brace = text.indexOf('{', reading.at);
    literal += text.slice(reading.at, brace < 0 ? text.length : brace);
    if (brace < 0) break;
    reading.at = brace + 1;
    const steps = readAction(reading);
    if (steps === undefined) return undefined;
    openRanges += steps.filter((step) => step.text === ' range ').length;
    openRanges -= steps.filter((step) => step.text === ' end ').length;
    if (openRanges < 0) return undefined;
    const [only, ...more] = steps;
    // A quoted text is printed as it is, like the text around the braces.
    if (only?.literal !== undefined && more.length === 0) literal += only.literal;
    else {
      canonical += `${quoted(literal)}{${steps.map((step) => step.text).join('')}}`;
      literal = '';
    }
  }
  return canonical + quoted(literal);
}

/** `name`, `.name` and `{.name}` are one path (RelaxedJSONPathExpression); undefined where kubectl refuses it. */
export function canonicalRelaxedPath(path: string): string | undefined {
  if (path === '') return '';
  const match = /^\{\.?([^{}]+)\}$|^\.?([^{}]+)$/s.exec(path);
  return match === null ? undefined : canonicalJsonPath(`{.${match[1] ?? match[2]}}`);
}

function quoted(literal: string): string {
  return literal === '' ? '' : JSON.stringify(literal);
}

/** One step of a path; `literal` is set where it is a quoted text. */
interface Step {
  readonly text: string;
  readonly literal?: string;
}

/** Reads up to the closing brace. */
function readAction(reading: Reading): Step[] | undefined {
  const steps: Step[] = [];
  while (reading.at < reading.text.length) {
    const sign = reading.text.charAt(reading.at);
    if (sign === '}') {
      reading.at += 1;
      return steps;
    }
    if (sign === ' ' || sign === '@' || sign === '$') {
      reading.at += 1;
      continue;
    }
    const step = readStep(reading, sign, steps.at(-1)?.text === '..');
    if (step === undefined) return undefined;
    steps.push(...(Array.isArray(step) ? step : [step]));
  }
  return undefined;
}

function readStep(reading: Reading, sign: string, isAfterDescent: boolean): Step | Step[] | undefined {
  if (reading.text.startsWith('[?(', reading.at)) return readFilter(reading);
  if (reading.text.startsWith('..', reading.at)) return isAfterDescent ? undefined : readDescent(reading);
  if (sign === '[') return readBrackets(reading);
  if (sign === '"' || sign === "'") return readQuoted(reading, sign);
  if (sign === '.') {
    reading.at += 1;
    return { text: `.${readName(reading)}` };
  }
  if (/[+\-\d]/.test(sign)) return readNumber(reading);
  if (!/[\p{L}\p{N}_]/u.test(sign)) return undefined;
  const word = readWord(reading);
  return WORDS.has(word) ? { text: ` ${word} ` } : undefined;
}

function readDescent(reading: Reading): Step[] {
  reading.at += 2;
  const isNamed = /[\p{L}\p{N}_]/u.test(reading.text.charAt(reading.at));
  return [{ text: '..' }, ...(isNamed ? [{ text: `.${readName(reading)}` }] : [])];
}

/** A backslash takes the sign after it into the name. */
function readName(reading: Reading): string {
  let name = '';
  while (reading.at < reading.text.length) {
    const sign = reading.text.charAt(reading.at);
    if (sign === '\\') {
      name += reading.text.charAt(reading.at + 1);
      reading.at += 2;
      continue;
    }
    if (TERMINATORS.test(sign)) break;
    name += sign;
    reading.at += 1;
  }
  return name === '*' ? '*' : JSON.stringify(name);
}

/** `range`, `end`, `true`. */
function readWord(reading: Reading): string {
  const start = reading.at;
  while (reading.at < reading.text.length && !TERMINATORS.test(reading.text.charAt(reading.at))) reading.at += 1;
  return reading.text.slice(start, reading.at);
}

function readNumber(reading: Reading): Step | undefined {
  const digits = /^[+-]?[\d.]*/.exec(reading.text.slice(reading.at, reading.at + 40))?.[0] ?? '';
  reading.at += digits.length;
  return Number.isNaN(Number(digits)) || digits === '' ? undefined : { text: ` ${Number(digits)} ` };
}

/** The end of a quoted text: the next such quote that has no backslash before it. */
function readQuoted(reading: Reading, quote: string): Step | undefined {
  const start = reading.at + 1;
  let end = reading.text.indexOf(quote, start);
  while (end > 0 && reading.text.charAt(end - 1) === '\\') end = reading.text.indexOf(quote, end + 1);
  if (end < 0) return undefined;
  const literal = unescapeGoText(reading.text.slice(start, end), quote);
  if (literal === undefined) return undefined;
  reading.at = end + 1;
  return { text: JSON.stringify(literal), literal };
}

/** An index, a slice, a key in single quotes, or several of them. */
function readBrackets(reading: Reading): Step | undefined {
  const end = reading.text.indexOf(']', reading.at);
  const inside = reading.text.slice(reading.at + 1, end);
  if (end < 0 || inside.includes('\n')) return undefined;
  reading.at = end + 1;
  const parts = inside.split(',');
  if (parts.length === 1) return readBracket(inside, reading.depth);
  const union = parts.map((part) => readBracket(part.trim(), reading.depth)?.text);
  return union.includes(undefined) ? undefined : { text: `[${union.join(',')}]` };
}

function readBracket(inside: string, depth: number): Step | undefined {
  const key = /^'([^']*)'$/.exec(inside)?.[1];
  if (key !== undefined) {
    const path = canonicalJsonPath(`{.${key}}`, depth + 1);
    return path === undefined ? undefined : { text: path.slice(1, -1) };
  }
  const [whole, start = '', end, step] = SLICE.exec(inside === '*' ? ':' : inside) ?? [];
  if (whole === undefined || [start, end, step].some((part) => part?.replace(':', '') === '-')) return undefined;
  if (end === undefined) return { text: `[${Number(start)}]` };
  return { text: `[${Number(start)}:${end === ':' ? '' : Number(end.slice(1))}:${Number(step?.slice(1)) || 1}]` };
}

/** `[?(@.name=="x")]`: up to the first bracket outside of a quoted text. */
function readFilter(reading: Reading): Step | undefined {
  const start = reading.at + 3;
  let quote = '';
  let isClosed = false;
  let at = start;
  for (; at < reading.text.length; at += 1) {
    const sign = reading.text.charAt(at);
    if (sign === '\n') return undefined;
    if (sign === ')' && (quote === '') === !isClosed) break;
    if (quote === '' && (sign === '"' || sign === "'")) quote = sign;
    else if (sign === quote && reading.text.charAt(at - 1) !== '\\') isClosed = true;
  }
  if (reading.text.charAt(at + 1) !== ']') return undefined;
  reading.at = at + 2;
  const text = reading.text.slice(start, at);
  const [, left = text, sign = '', right = ''] = FILTER.exec(text) ?? [];
  if (sign !== '' && !OPERATORS.has(sign)) return undefined;
  const sides = [left, right].map((side) => canonicalJsonPath(`{${side}}`, reading.depth + 1));
  return sides.includes(undefined) ? undefined : { text: `[?(${sides.join(sign)})]` };
}
