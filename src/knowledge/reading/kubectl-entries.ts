// Reads the entries beneath "Kubectl tasks", and holds each goal to stating every value that its command is graded on.

import { z } from 'zod';
import type { Drafts } from './drafts.ts';
import { type Entry, splitAtCommas } from './entry.ts';
import type { FaultLog } from './faults.ts';
import {
  codeField,
  codesField,
  idField,
  linesField,
  namesField,
  parseFields,
  publicSource,
  referenceField,
  sourceFields,
  textField,
  withoutUndefined,
} from './fields.ts';
import { slugOf } from './identifiers.ts';

const kubectlFields = z.strictObject({
  id: idField.optional(),
  command: codeField.pipe(z.string().regex(/^kubectl\s\S/, 'takes a line that begins with `kubectl`')),
  accepted: codesField.optional(),
  parameters: linesField.optional(),
  explanation: textField.optional(),
  since: textField.pipe(z.string().regex(/^1\.\d{1,2}$/, 'takes a version such as 1.24')).optional(),
  aliases: namesField.optional(),
  topic: referenceField.optional(),
  ...sourceFields,
});

/** `{name}`, but not JSONPath (`{.items}`, `{range …}`) nor its `{end}`. */
const PARAMETER = /\{(?!end\})([a-z][a-z0-9-]*)\}/g;

export function readKubectlTask(entry: Entry, drafts: Drafts, log: FaultLog): void {
  const { place } = entry.section;
  const fields = parseFields(kubectlFields, entry, log);
  if (entry.text === '') log.fault(place, `"${entry.title}": a task needs a text, its goal`);
  if (fields === undefined || entry.text === '') return;
  const parameters = readParameters(fields.parameters ?? [], entry, log);
  checkParameters([fields.command, ...(fields.accepted ?? [])], parameters, entry, log);
  const task = withoutUndefined({
    id: fields.id ?? slugOf(entry.title),
    title: entry.title,
    goal: entry.text,
    command: fields.command,
    accepted: fields.accepted ?? [],
    parameters,
    explanation: fields.explanation,
    sinceVersion: fields.since,
    aliases: fields.aliases ?? [],
    ...publicSource(fields),
    place,
  });
  drafts.kubectlTasks.push({ task, ...withoutUndefined({ topic: fields.topic }) });
}

/** Names of the parameters in a text, each once. */
export function parametersIn(text: string): string[] {
  return [...new Set([...text.matchAll(PARAMETER)].flatMap((match) => match[1] ?? []))];
}

function readParameters(
  lines: readonly { readonly text: string; readonly line: number }[],
  entry: Entry,
  log: FaultLog,
): Record<string, string[]> {
  const parameters: Record<string, string[]> = {};
  for (const { text, line } of lines) {
    const [, name, values] = /^`?([a-z][a-z0-9-]*)`?\s*:\s*(.*)$/.exec(text) ?? [];
    const list = splitAtCommas(values ?? '').map((value) => value.replaceAll('`', ''));
    if (name === undefined || list.length === 0) {
      log.fault({ file: entry.section.place.file, line }, `a parameter reads \`name: value, value\`, not "${text}"`);
    } else parameters[name] = list;
  }
  return parameters;
}

function checkParameters(
  commands: readonly string[],
  parameters: Readonly<Record<string, readonly string[]>>,
  entry: Entry,
  log: FaultLog,
): void {
  const used = new Set(commands.flatMap(parametersIn));
  const stated = parametersIn(entry.text);
  const tell = (message: string): void => log.fault(entry.section.place, `"${entry.title}": ${message}`);
  for (const name of used) {
    if (parameters[name] === undefined) tell(`the parameter {${name}} has no values`);
    if (!stated.includes(name)) tell(`the goal does not state {${name}}, which the command needs`);
  }
  for (const name of stated) if (!used.has(name)) tell(`the goal has {${name}}, the command does not`);
  for (const name of Object.keys(parameters)) if (!used.has(name)) tell(`the parameter {${name}} is used nowhere`);
}
