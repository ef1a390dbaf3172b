// Typed, versioned custom ids: all that a button needs to work a month later, after any number of restarts, is in its id.

import type { z } from 'zod';
import { LIMITS } from './limits.ts';

/** Owner of a component that anybody may press. */
export const ANYBODY = '0';

type Fields = Readonly<Record<string, z.ZodType<string | number, string>>>;

export type CustomIdArgs<F extends Fields> = { readonly [K in keyof F]: z.output<F[K]> };

/** One kind of component. `fields` are parsed in the order in which they were declared. */
export interface CustomIdKind<F extends Fields = Fields> {
  /** Kebab-case, unique among all kinds, e.g. `quiz-choose`. */
  readonly name: string;
  /** Raised whenever the meaning or order of the fields changes; ids of another version are told to be stale. */
  readonly version: number;
  readonly fields: F;
}

export interface RawCustomId {
  readonly name: string;
  readonly version: number;
  /** Discord id of the only person who may press it, or ANYBODY. */
  readonly ownerId: string;
  readonly values: readonly string[];
}

const SEPARATOR = '|';

/** Declares a kind of component. Fields are zod schemas from text, e.g. `z.string()` or `z.coerce.number<string>().int()`. */
export function defineCustomId<const F extends Fields>(name: string, version: number, fields: F): CustomIdKind<F> {
  return { name, version, fields };
}

/**
 * Writes a custom id of the form `name|version|owner|value…`.
 * @throws RangeError when it would exceed Discord's 100 characters: a bug of the caller, whose values must be short.
 */
export function encodeCustomId<F extends Fields>(
  kind: CustomIdKind<F>,
  ownerId: string,
  args: CustomIdArgs<F>,
): string {
  const values = Object.keys(kind.fields).map((key) => encodeURIComponent(String(args[key])));
  const text = [kind.name, String(kind.version), ownerId, ...values].join(SEPARATOR);
  if (text.length > LIMITS.customId) throw new RangeError(`custom id of ${kind.name} has ${text.length} characters`);
  return text;
}

/** Reads the parts of any text; undefined when it was not written by `encodeCustomId`. Never throws. */
export function readCustomId(text: string): RawCustomId | undefined {
  const [name, version, ownerId, ...values] = text.split(SEPARATOR);
  if (name === undefined || !/^[a-z][a-z0-9-]*$/.test(name)) return undefined;
  if (version === undefined || !/^[1-9]\d{0,3}$/.test(version)) return undefined;
  if (ownerId === undefined || !/^\d{1,20}$/.test(ownerId)) return undefined;
  try {
    return { name, version: Number(version), ownerId, values: values.map(decodeURIComponent) };
  } catch {
    return undefined;
  }
}

/** Parses the values of a raw id; undefined when name, version, number or form of the values differ. */
export function parseCustomIdArgs<F extends Fields>(
  kind: CustomIdKind<F>,
  raw: RawCustomId,
): CustomIdArgs<F> | undefined {
  const entries = Object.entries(kind.fields);
  if (raw.name !== kind.name || raw.version !== kind.version || raw.values.length !== entries.length) return undefined;
  const args: Record<string, string | number> = {};
  for (const [index, [key, schema]] of entries.entries()) {
    const parsed = schema.safeParse(raw.values[index]);
    if (!parsed.success) return undefined;
    args[key] = parsed.data;
  }
  // Every declared key was parsed by its own schema in the loop above.
  return args as CustomIdArgs<F>;
}
