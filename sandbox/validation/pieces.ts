// Pieces of schemas that refuse with Discord's own codes and words, and the way from zod's findings to Discord's.

import { z } from 'zod';
import { type Fault, refusals } from '../refusal.ts';

interface FaultWords {
  readonly code: string;
  readonly message: string;
}

/** Adds a fault with Discord's code at a path below the value being refined. */
export function addFault(ctx: z.RefinementCtx, words: FaultWords, path: PropertyKey[] = []): void {
  ctx.addIssue({ code: 'custom', message: words.message, path, params: { discordCode: words.code } });
}

export const REQUIRED = { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' } as const;

/** Text with a length in code points, which is how Discord counts. Surrounding white space counts for nothing. */
export function text(max: number, min = 0): z.ZodString {
  return z.string().superRefine((value, ctx) => {
    const length = [...value.trim()].length;
    if (length > max && min === 0) {
      addFault(ctx, { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${max} or fewer in length.` });
    } else if (length === 0 && min > 0) addFault(ctx, REQUIRED);
    else if (length > max || length < min) addFault(ctx, badLength(min, max));
  });
}

/** A list with a smallest and greatest length. */
export function list<S extends z.ZodType>(item: S, max: number, min = 0): z.ZodArray<S> {
  return z.array(item).superRefine((value, ctx) => {
    if (value.length > max || value.length < min) addFault(ctx, badLength(min, max));
  });
}

/** A web address, or where allowed one of `attachment://`. */
export function webAddress(canBeAttachment = false): z.ZodString {
  const schemes = canBeAttachment ? ['http:', 'https:', 'attachment:'] : ['http:', 'https:'];
  return text(2048).superRefine((value, ctx) => {
    const scheme = URL.parse(value)?.protocol;
    if (scheme === undefined) addFault(ctx, { code: 'URL_TYPE_INVALID_URL', message: 'Not a well formed URL.' });
    else if (!schemes.includes(scheme)) {
      const known = schemes.map((each) => `'${each.slice(0, -1)}'`).join(', ');
      const message = `Scheme "${scheme.slice(0, -1)}" is not supported. Scheme must be one of (${known}).`;
      addFault(ctx, { code: 'URL_TYPE_INVALID_SCHEME', message });
    }
  });
}

export function wholeNumber(min: number, max: number): z.ZodNumber {
  return z
    .number()
    .int()
    .superRefine((value, ctx) => {
      const low = { code: 'NUMBER_TYPE_MIN', message: `int value should be greater than or equal to ${min}.` };
      const high = { code: 'NUMBER_TYPE_MAX', message: `int value should be less than or equal to ${max}.` };
      if (value < min) addFault(ctx, low);
      if (value > max) addFault(ctx, high);
    });
}

export const snowflake = z.string().regex(/^\d{1,20}$/);

/**
 * Parses a body as Discord does: unknown keys are ignored, null counts as absent.
 * @throws Refusal 50035 with the tree of faults, each path starting with `prefix`.
 */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown, prefix: readonly PropertyKey[] = []): T {
  const result = schema.safeParse(withoutNulls(body));
  if (result.success) return result.data;
  const faults = result.error.issues.flatMap(toFaults);
  throw refusals.invalidForm(faults.map((fault) => ({ ...fault, path: [...prefix, ...fault.path] })));
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, each]) => each !== null);
  return Object.fromEntries(kept.map(([key, each]) => [key, withoutNulls(each)]));
}

function toFaults(issue: z.core.$ZodIssue): readonly Fault[] {
  const { path } = issue;
  switch (issue.code) {
    case 'custom':
      return [{ path, code: String(issue.params?.discordCode), message: issue.message }];
    case 'invalid_type':
      return [{ path, ...(issue.input === undefined ? wrongOrMissing(issue) : wrongType(issue.expected)) }];
    case 'invalid_value':
      return [{ path, ...notAmong(issue.values) }];
    case 'invalid_format':
      return [{ path, code: 'STRING_TYPE_REGEX', message: 'String value did not match validation regex.' }];
    case 'invalid_union':
      return [{ path, code: 'BASE_TYPE_CHOICES', message: 'Value is none of the allowed kinds.' }];
    default:
      return [{ path, code: 'BASE_TYPE_INVALID', message: issue.message }];
  }
}

/** zod leaves the input out of its issues unless asked; its message tells a missing value from a wrong one. */
function wrongOrMissing(issue: z.core.$ZodIssueInvalidType): FaultWords {
  return issue.message.endsWith('received undefined') ? REQUIRED : wrongType(issue.expected);
}

function wrongType(expected: string): FaultWords {
  if (expected === 'object') {
    return { code: 'MODEL_TYPE_CONVERT', message: 'Only dictionaries may be used in a ModelType' };
  }
  if (expected === 'array') return { code: 'LIST_TYPE_CONVERT', message: 'Only iterables may be used in a ListType' };
  if (expected === 'int' || expected === 'number') {
    return { code: 'NUMBER_TYPE_COERCE', message: 'Value is not int.' };
  }
  if (expected === 'boolean') {
    return { code: 'BOOLEAN_TYPE_CONVERT', message: 'Must be either true or false.' };
  }
  return { code: 'STRING_TYPE_CONVERT', message: 'Could not interpret value as string.' };
}

function notAmong(values: readonly unknown[]): FaultWords {
  return { code: 'BASE_TYPE_CHOICES', message: `Value must be one of {${values.map(String).join(', ')}}.` };
}

function badLength(min: number, max: number): FaultWords {
  return { code: 'BASE_TYPE_BAD_LENGTH', message: `Must be between ${min} and ${max} in length.` };
}
