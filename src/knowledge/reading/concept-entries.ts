// Reads the entries beneath "Concepts" and "Comparisons".

import { z } from 'zod';
import type { Drafts, Reference } from './drafts.ts';
import type { Entry } from './entry.ts';
import type { FaultLog } from './faults.ts';
import {
  dateField,
  idField,
  namesField,
  parseFields,
  publicSource,
  referenceField,
  referencesField,
  sourceFields,
  textField,
  urlField,
  withoutUndefined,
} from './fields.ts';
import { slugOf } from './identifiers.ts';

const conceptFields = z.strictObject({
  id: idField.optional(),
  aliases: namesField.optional(),
  'shared aliases': namesField.optional(),
  'use when': textField.optional(),
  'not for': textField.optional(),
  relates: textField.optional(),
  related: referencesField.optional(),
  example: textField.optional(),
  topic: referenceField.optional(),
  ...sourceFields,
});

const comparisonFields = z.strictObject({
  id: idField.optional(),
  between: referencesField.pipe(z.array(z.custom<Reference>()).length(2, 'takes two names')).optional(),
  source: urlField.optional(),
  reviewed: dateField.optional(),
});

const VERSUS = /^(.+?)\s+(?:vs\.?|versus|or|and|against)\s+(.+)$/i;

export function readConcept(entry: Entry, drafts: Drafts, log: FaultLog): void {
  const fields = parseFields(conceptFields, entry, log);
  if (entry.text === '')
    log.fault(entry.section.place, `"${entry.title}": a concept needs a text that says what it is`);
  if (fields === undefined || entry.text === '') return;
  const concept = withoutUndefined({
    id: fields.id ?? slugOf(entry.title),
    title: entry.title,
    aliases: fields.aliases ?? [],
    sharedAliases: fields['shared aliases'],
    summary: entry.text,
    useWhen: fields['use when'],
    notFor: fields['not for'],
    relates: fields.relates,
    example: exampleOf(fields.example, entry),
    ...publicSource(fields),
    place: entry.section.place,
  });
  drafts.concepts.push({ concept, related: fields.related ?? [], ...withoutUndefined({ topic: fields.topic }) });
}

export function readComparison(entry: Entry, drafts: Drafts, log: FaultLog): void {
  const { place } = entry.section;
  const fields = parseFields(comparisonFields, entry, log);
  const [, leftName, rightName] = VERSUS.exec(entry.title) ?? [];
  const inTitle = [leftName, rightName].flatMap((text) =>
    text === undefined ? [] : [{ text, line: place.line, required: true }],
  );
  const [left, right] = fields?.between ?? inTitle;
  if (entry.text === '') log.fault(place, `"${entry.title}": a comparison needs a text, its rule of thumb`);
  if (left === undefined || right === undefined)
    log.fault(place, `"${entry.title}": a comparison's heading reads "X vs Y"`);
  else if (fields !== undefined && entry.text !== '') {
    const id = fields.id ?? slugOf(entry.title);
    drafts.comparisons.push({
      comparison: { id, ruleOfThumb: entry.text, ...publicSource(fields), place },
      left,
      right,
    });
  }
}

function exampleOf(line: string | undefined, { fence }: Entry): string | undefined {
  if (fence === undefined) return line;
  const code = `\`\`\`${fence.lang ?? ''}\n${fence.value}\n\`\`\``;
  return line === undefined ? code : `${line}\n${code}`;
}
