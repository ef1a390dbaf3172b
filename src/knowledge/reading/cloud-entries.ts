// Reads the entries beneath "Cloud services": one need, and the service of each provider that answers it.

import { z } from 'zod';
import type { CloudProvider, CloudService, ParityGrade } from '../types.ts';
import type { Drafts } from './drafts.ts';
import type { Entry } from './entry.ts';
import type { FaultLog } from './faults.ts';
import { idField, namesField, parseFields, publicSource, sourceFields, textField, withoutUndefined } from './fields.ts';
import { slugOf } from './identifiers.ts';
import { readService } from './service-name.ts';

const gradeField = textField.pipe(z.enum(['same', 'partial', 'none'], 'takes same, partial or none'));

const cloudFields = z.strictObject({
  id: idField.optional(),
  aws: textField.optional(),
  azure: textField.optional(),
  gcp: textField.optional(),
  grade: gradeField.optional(),
  'aws-azure': gradeField.optional(),
  'aws-gcp': gradeField.optional(),
  'azure-gcp': gradeField.optional(),
  difference: textField.optional(),
  aliases: namesField.optional(),
  interface: textField.optional(),
  pipeline: textField.optional(),
  ...sourceFields,
});

type CloudFields = z.output<typeof cloudFields>;
type Services = { [P in CloudProvider]?: CloudService };

const PROVIDERS = ['aws', 'azure', 'gcp'] as const;
const PAIRS = ['aws-azure', 'aws-gcp', 'azure-gcp'] as const;

export function readCloudEntry(entry: Entry, drafts: Drafts, log: FaultLog): void {
  const fields = parseFields(cloudFields, entry, log);
  if (fields === undefined) return;
  const services = servicesOf(fields);
  const grades = gradesOf(fields, services);
  checkRow(fields, services, grades, entry, log);
  drafts.cloudRows.push(
    withoutUndefined({
      id: fields.id ?? slugOf(entry.title),
      need: entry.title,
      aliases: fields.aliases,
      services,
      grades,
      difference: fields.difference ?? (entry.text === '' ? undefined : entry.text),
      accessInterface: fields.interface,
      pipelineApproach: fields.pipeline,
      ...publicSource(fields),
      place: entry.section.place,
    }),
  );
}

function servicesOf(fields: CloudFields): Services {
  const services: Services = {};
  for (const provider of PROVIDERS) {
    const cell = fields[provider];
    if (cell !== undefined && !isNone(cell)) services[provider] = readService(cell);
  }
  return services;
}

/** The grade of each pair that has one. A provider that says `none` is `none` against each that has a service. */
function gradesOf(fields: CloudFields, services: Services): Record<string, ParityGrade> {
  const grades: Record<string, ParityGrade> = {};
  for (const pair of PAIRS) {
    const sides = PROVIDERS.filter((provider) => pair.split('-').includes(provider));
    const there = sides.filter((provider) => services[provider] !== undefined);
    const saysNone = sides.some((provider) => isNone(fields[provider] ?? ''));
    const grade = there.length === 2 ? (fields[pair] ?? fields.grade) : fields[pair];
    if (grade !== undefined) grades[pair] = grade;
    else if (there.length === 1 && saysNone) grades[pair] = 'none';
  }
  return grades;
}

function checkRow(
  fields: CloudFields,
  services: Services,
  grades: Readonly<Record<string, ParityGrade>>,
  entry: Entry,
  log: FaultLog,
): void {
  const tell = (message: string): void => log.fault(entry.section.place, `"${entry.title}": ${message}`);
  const named = PROVIDERS.filter((provider) => fields[provider] !== undefined);
  if (named.length < 2) tell('a row names at least two of aws, azure and gcp (`none` counts)');
  if (Object.keys(services).length === 0) tell('a row needs at least one service');
  for (const pair of PAIRS) {
    const [left, right] = PROVIDERS.filter((provider) => pair.split('-').includes(provider));
    const both =
      left !== undefined && right !== undefined && services[left] !== undefined && services[right] !== undefined;
    if (both && grades[pair] === undefined) tell(`no grade: add \`${pair}: same\`, \`partial\` or \`none\``);
    if (!both && fields[pair] !== undefined && fields[pair] !== 'none')
      tell(`\`${pair}\` grades a service that is not named`);
  }
  const differs = Object.values(grades).includes('partial');
  if (differs && fields.difference === undefined && entry.text === '')
    tell('graded partial, but no `difference` is named');
}

function isNone(cell: string): boolean {
  return /^(?:none|[-–—])$/i.test(cell);
}
