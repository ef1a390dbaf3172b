// Reads the entries beneath "Troubleshooting".

import { z } from 'zod';
import type { Drafts } from './drafts.ts';
import type { Entry } from './entry.ts';
import type { FaultLog } from './faults.ts';
import {
  codeField,
  idField,
  namesField,
  parseFields,
  publicSource,
  referenceField,
  sentencesField,
  sourceFields,
  withoutUndefined,
} from './fields.ts';
import { slugOf } from './identifiers.ts';

const troubleshootingFields = z.strictObject({
  id: idField.optional(),
  aliases: namesField.optional(),
  'first command': codeField,
  causes: sentencesField,
  fixes: sentencesField,
  topic: referenceField.optional(),
  ...sourceFields,
});

export function readTroubleshooting(entry: Entry, drafts: Drafts, log: FaultLog): void {
  const { place } = entry.section;
  const fields = parseFields(troubleshootingFields, entry, log);
  if (entry.text === '') log.fault(place, `"${entry.title}": a symptom needs a text that says what it means`);
  if (fields === undefined || entry.text === '') return;
  const troubleshooting = {
    id: fields.id ?? slugOf(entry.title),
    title: entry.title,
    aliases: fields.aliases ?? [],
    meaning: entry.text,
    firstCommand: fields['first command'],
    causes: fields.causes,
    fixes: fields.fixes,
    ...publicSource(fields),
    place,
  };
  drafts.troubleshooting.push({ troubleshooting, ...withoutUndefined({ topic: fields.topic }) });
}
