// Reads tables of services by their headers, and finds the tables that Markdown would silently bend or drop.

import type { Paragraph, Table } from 'mdast';
import type { CloudProvider, CloudRow, CloudService, ParityGrade } from '../types.ts';
import type { Drafts } from './drafts.ts';
import type { FaultLog } from './faults.ts';
import { freeId, slugOf } from './identifiers.ts';
import { lineOf, oneLine, plainText, type Section } from './outline.ts';
import { readService } from './service-name.ts';

type Column = CloudProvider | 'need' | 'access' | 'pipeline' | 'difference';

/** Tried in this order: "Azure Offering" is a provider's column though a heading may name two. */
const COLUMN_PATTERNS: readonly (readonly [Column, RegExp])[] = [
  ['aws', /\b(?:aws|amazon)\b/i],
  ['azure', /\bazure\b/i],
  ['gcp', /\b(?:gcp|google)\b/i],
  ['access', /\binterface\b/i],
  ['pipeline', /\bpipeline\b/i],
  ['difference', /\bdiffer/i],
  ['need', /\b(?:concept|need|purpose|task)\b/i],
];
const PROVIDERS: readonly CloudProvider[] = ['aws', 'azure', 'gcp'];
const NO_SERVICE = /^(?:[-–—]|none|n\/a)?$/i;

/** Adds a row of services for each line of a table whose headers name providers; other tables are pointed out. */
export function readTable(
  table: Table,
  section: Section,
  lines: readonly string[],
  drafts: Drafts,
  log: FaultLog,
): void {
  const [header, ...rows] = table.children;
  const columns = (header?.children ?? []).map((cell) => columnOf(plainText(cell)));
  drafts.tableCount += 1;
  if (checkCellCounts(table, section, lines, log) > 0) return;
  if (!PROVIDERS.some((provider) => columns.includes(provider))) {
    log.notice({ ...section.place, line: lineOf(table) }, 'table without an AWS, Azure or Google column: not read');
    return;
  }
  for (const row of rows) {
    const place = { ...section.place, line: lineOf(row) };
    const cells = row.children.map((cell) => oneLine(plainText(cell)));
    const cellOf = (column: Column): string | undefined => cells[columns.indexOf(column)] || undefined;
    const need = cellOf('need') ?? needFromHeading(section.title);
    if (need === '') log.fault(place, 'row without a need: add a column for it or a heading above the table');
    const services = servicesIn(cellOf);
    if (Object.keys(services).length === 0) log.fault(place, 'row without a single service');
    drafts.cloudRows.push({ id: freeId(slugOf(need), drafts.cloudRows), ...makeRow(need, services, cellOf, place) });
  }
}

/**
 * A paragraph that begins with `|` was meant as a table, but Markdown takes it for prose: its line of dashes is missing or
 * does not fit its header, or an empty line parts it from its table. Told as a fault; returns whether it was one.
 */
export function findFailedTable(
  paragraph: Paragraph,
  section: Section,
  lines: readonly string[],
  log: FaultLog,
): boolean {
  const first = lineOf(paragraph);
  const header = lines[first - 1] ?? '';
  const delimiter = lines[first] ?? '';
  if (!header.trim().startsWith('|')) return false;
  const hasDashes = /^[\s|:-]*-[\s|:-]*$/.test(delimiter);
  const reason = hasDashes
    ? `the header has ${cellCount(header)} cells, the line of dashes ${cellCount(delimiter)}`
    : 'a row without a header and a line of dashes above it';
  log.fault({ ...section.place, line: first }, `broken table: ${reason}`);
  return true;
}

/** Cells of a row as written: pipes that are not escaped part cells (GFM, section 4.10). */
export function cellCount(row: string): number {
  const inner = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).length;
}

/** Returns how many rows have more or fewer cells than the header, and tells each: Markdown would pad or cut them. */
function checkCellCounts(table: Table, section: Section, lines: readonly string[], log: FaultLog): number {
  const [header, ...rows] = table.children;
  const wanted = header?.children.length ?? 0;
  let broken = 0;
  for (const row of rows) {
    const found = cellCount(lines[lineOf(row) - 1] ?? '');
    if (found === wanted) continue;
    broken += 1;
    const message = `broken table: ${found} ${found === 1 ? 'cell' : 'cells'} in this row, ${wanted} in the header`;
    log.fault({ ...section.place, line: lineOf(row) }, message);
  }
  return broken;
}

function columnOf(header: string): Column | undefined {
  return COLUMN_PATTERNS.find(([, pattern]) => pattern.test(header))?.[0];
}

function servicesIn(cellOf: (column: Column) => string | undefined): CloudRow['services'] {
  const services: { [P in CloudProvider]?: CloudService } = {};
  for (const provider of PROVIDERS) {
    const cell = cellOf(provider);
    if (cell !== undefined && !NO_SERVICE.test(cell)) services[provider] = readService(cell);
  }
  return services;
}

function makeRow(
  need: string,
  services: CloudRow['services'],
  cellOf: (column: Column) => string | undefined,
  place: CloudRow['place'],
): Omit<CloudRow, 'id'> {
  const grades: Record<string, ParityGrade> = {};
  const [access, pipeline, difference] = [cellOf('access'), cellOf('pipeline'), cellOf('difference')];
  return {
    need,
    services,
    grades,
    ...(access === undefined ? {} : { accessInterface: access }),
    ...(pipeline === undefined ? {} : { pipelineApproach: pipeline }),
    ...(difference === undefined ? {} : { difference }),
    place,
  };
}

/** `Azure and AWS kubernetes offerings` → `Kubernetes`: what is left of a heading without providers and filler. */
function needFromHeading(heading: string): string {
  const rest = oneLine(
    heading.replace(
      /\b(?:azure|aws|amazon|gcp|google|cloud|microsoft|and|vs|versus|offerings?|services?|equivalents?)\b/gi,
      ' ',
    ),
  ).replace(/^[\s,/&-]+|[\s,/&-]+$/g, '');
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
