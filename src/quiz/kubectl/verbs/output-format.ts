// Reads `-o` and `--template` as the print flags of cli-runtime do.

import { canonicalGoTemplate } from '../go-text.ts';
import { canonicalJsonPath, canonicalRelaxedPath } from '../json-path.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { CommandLine } from './command-line.ts';
import type { Draft } from './draft.ts';
import { dryRunStrategy } from './shared-flags.ts';

/** Formats that take a text of their own: `-o jsonpath=…` or `-o jsonpath --template=…`. */
const TEMPLATE_FORMATS = new Set([
  'go-template',
  'template',
  'go-template-file',
  'templatefile',
  'jsonpath',
  'jsonpath-as-json',
  'jsonpath-file',
]);
const COLUMN_FORMATS = new Set(['custom-columns', 'custom-columns-file']);
const PLAIN_FORMATS = new Set(['json', 'yaml', 'name']);
/** Two names of one format. */
const SAME_FORMAT: Readonly<Record<string, string>> = { template: 'go-template', templatefile: 'go-template-file' };

export type OutputRule =
  /** Objects: json, yaml, name and templates. */
  | 'objects'
  /** As `get`: objects, wide and custom columns. */
  | 'table'
  | readonly string[];

/**
 * A manifest that is only printed names its namespace where `-n` is given, be it the default one. Such a line counts then,
 * since the text that comes out is the whole effect.
 */
export function settleManifest(line: CommandLine, draft: Draft): undefined {
  const isPrinted = !['', 'name'].includes(outputFormat(line));
  const isGiven = line.value('namespace') !== '';
  if (isPrinted && isGiven && dryRunStrategy(line) === 'client')
    draft.set('namespace', 'namespace in the manifest', line.value('namespace'));
  return undefined;
}

/** The format in force, without its template; empty for what a person reads. */
export function outputFormat(line: CommandLine): string {
  const [format = ''] = line.value('output').split('=', 1);
  if (format === '') return line.value('template') === '' ? '' : 'go-template';
  const lower = format.toLowerCase();
  if (PLAIN_FORMATS.has(lower)) return lower;
  return SAME_FORMAT[format] ?? format;
}

export function settleOutput(line: CommandLine, draft: Draft, rule: OutputRule): Refusal | undefined {
  const given = line.value('output');
  const format = outputFormat(line);
  draft.drop('--output', '--template');
  if (typeof rule !== 'string') {
    if (given !== '' && !rule.includes(given)) return refuse('bad-flag-value', '--output');
    if (line.isChanged('output')) draft.set('value', '--output', given);
    return undefined;
  }
  // `-o=` gives pflag the value `=`.
  if (format === '' && given !== '') return refuse('bad-flag-value', '--output');
  if (format === '') return settleManagedFields(draft, format);
  const isColumns = rule === 'table' && COLUMN_FORMATS.has(format);
  const isTemplate = TEMPLATE_FORMATS.has(format);
  if (!PLAIN_FORMATS.has(format) && !isTemplate && !isColumns && !(rule === 'table' && given === 'wide')) {
    return refuse('bad-flag-value', '--output');
  }
  const text = given.includes('=') ? given.slice(given.indexOf('=') + 1) : isTemplate ? line.value('template') : '';
  if (isTemplate || isColumns) {
    const canonical = text === '' ? undefined : canonicalTemplate(line, format, text);
    if (canonical === undefined) return refuse('bad-flag-value', '--output');
    draft.set('value', '--output', `${format}=${canonical}`);
  } else {
    // `-o json=x` is no format to kubectl.
    if (given.includes('=')) return refuse('bad-flag-value', '--output');
    if (line.isChanged('output')) draft.set('value', '--output', format);
  }
  return settleManagedFields(draft, format);
}

function settleManagedFields(draft: Draft, format: string): undefined {
  if (format !== 'json' && format !== 'yaml') draft.drop('--show-managed-fields');
  if (!TEMPLATE_FORMATS.has(format)) draft.drop('--allow-missing-template-keys');
  return undefined;
}

/** Files are not looked into. */
function canonicalTemplate(line: CommandLine, format: string, text: string): string | undefined {
  if (format === 'custom-columns') return canonicalColumns(text, !line.isOn('no-headers'));
  if (format === 'jsonpath' || format === 'jsonpath-as-json') return canonicalJsonPath(text);
  if (format === 'go-template') return canonicalGoTemplate(text);
  return text;
}

/** `NAME:.metadata.name,…`; a column without a path stays empty. */
function canonicalColumns(text: string, hasHeaders: boolean): string | undefined {
  const columns = text.split(',').map((column) => {
    const colon = column.indexOf(':');
    const path = colon < 0 ? undefined : canonicalRelaxedPath(column.slice(colon + 1));
    return path === undefined ? undefined : `${hasHeaders ? column.slice(0, colon) : ''}:${path}`;
  });
  return columns.includes(undefined) ? undefined : columns.join(',');
}
