// What each kind of field takes, as zod schemas, and the reading of an entry's fields by them.

import { z } from 'zod';
import type { PublicSource } from '../types.ts';
import type { Reference } from './drafts.ts';
import type { Entry, FieldValue, ListValue } from './entry.ts';
import type { FaultLog } from './faults.ts';
import { ID_PATTERN } from './identifiers.ts';

/** Any field that is there at all. The border between Markdown and typed values. */
const field = z.custom<FieldValue>((value) => typeof value === 'object' && value !== null, 'is missing');

const NOT_EMPTY = 'is empty';

/** A line of words. */
export const textField = field.transform((value) => value.text).pipe(z.string().min(1, NOT_EMPTY));
/** A line that is code: backticks around it are taken off. */
export const codeField = textField.transform(withoutCodeMarks);
/** A kebab-case id. */
export const idField = textField.pipe(z.string().regex(ID_PATTERN, 'takes lower-case words joined by hyphens'));
/** Lines with their places; at least one. */
export const linesField = field
  .transform((value): readonly ListValue[] => value.items)
  .pipe(z.array(z.object({ text: z.string().min(1, NOT_EMPTY), line: z.number() })).min(1, NOT_EMPTY));
/** Sentences; at least one. */
export const sentencesField = linesField.transform((items) => items.map((item) => item.text));
/** Names, without code and quotation marks; at least one. */
export const namesField = sentencesField.transform((items) => items.map((text) => text.replace(/^"|"$|`/g, '')));
/** Command lines, without code marks; at least one. */
export const codesField = sentencesField.transform((items) => items.map(withoutCodeMarks));
/** The name of one other entry. */
export const referenceField = field.transform(
  (value): Reference => ({ text: value.text.replaceAll('`', ''), line: value.line, required: true }),
);
/** Names of other entries. */
export const referencesField = linesField.transform((items) =>
  items.map(({ text, line }): Reference => ({ text: text.replaceAll('`', ''), line, required: true })),
);
export const urlField = textField.pipe(
  z.url({ protocol: /^https?$/, hostname: z.regexes.domain, error: 'takes a link, https://…' }),
);
export const dateField = textField.pipe(z.iso.date('takes a day, YYYY-MM-DD'));

/** Source and review day, for kinds in which every fact has them. */
export const sourceFields = { source: urlField, reviewed: dateField };

/**
 * Parses the fields of an entry; undefined when any is missing, unknown or wrong, with each told at its own line.
 * The schema is strict, and its keys are the names of the fields as written.
 */
export function parseFields<S extends z.ZodObject>(schema: S, entry: Entry, log: FaultLog): z.output<S> | undefined {
  const known = new Set(Object.keys(schema.shape));
  const inherited = (name: string): boolean => GROUP_FIELDS.includes(name);
  const fields = [...entry.fields].filter(([name]) => known.has(name) || !inherited(name));
  const parsed = schema.safeParse(Object.fromEntries(fields));
  if (parsed.success) return parsed.data;
  const { file, line } = entry.section.place;
  for (const issue of parsed.error.issues) {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0] ?? '')];
    for (const name of names) {
      const at = entry.fields.get(name)?.line ?? line;
      if (issue.code === 'unrecognized_keys')
        log.fault({ file, line: at }, `unknown field "${name}"; known: ${[...known].join(', ')}`);
      else log.fault({ file, line: at }, `"${entry.title}": the field "${name}" ${issue.message}`);
    }
  }
  return undefined;
}

/** Fields that a group may set for the entries beneath it. */
export const GROUP_FIELDS: readonly string[] = ['topic', 'source', 'reviewed'];

/** Source and review day as one value; absent when no page is named. */
export function publicSource(fields: {
  readonly source?: string | undefined;
  readonly reviewed?: string | undefined;
}): { readonly source?: PublicSource } {
  if (fields.source === undefined) return {};
  return { source: { url: fields.source, ...(fields.reviewed === undefined ? {} : { reviewedOn: fields.reviewed }) } };
}

/** Keys that may be undefined become optional. */
type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The object without the keys whose value is undefined, for optional properties. */
export function withoutUndefined<T extends object>(value: T): Defined<T> {
  // Every key that is left holds a value other than undefined, and those are the keys that Defined makes optional.
  return Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as Defined<T>;
}

function withoutCodeMarks(text: string): string {
  return text.replace(/^`+\s*|\s*`+$/g, '');
}
