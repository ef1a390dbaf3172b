// Words that the views of cloud services share: providers, grades, and a service with its other names.

import type { CloudProvider, CloudRow, CloudService, ParityGrade } from '../knowledge/types.ts';
import { escapeMarkdown } from './text.ts';

export const PROVIDERS = ['aws', 'azure', 'gcp'] as const satisfies readonly CloudProvider[];

export const PROVIDER_NAMES: Readonly<Record<CloudProvider, string>> = {
  aws: 'AWS',
  azure: 'Azure',
  gcp: 'Google Cloud',
};

export const GRADE_WORDS: Readonly<Record<ParityGrade, string>> = {
  same: 'the same',
  partial: 'partly the same',
  none: 'nothing of the kind',
};

/** A service by name, with short forms and former names behind it; names that are part of another say nothing new. */
export function serviceText({ name, aliases, formerNames }: CloudService): string {
  const shown = [name, ...formerNames, ...aliases];
  const isPartOfAnother = (alias: string): boolean => shown.some((other) => other !== alias && other.includes(alias));
  const shorter = aliases.filter((alias) => !isPartOfAnother(alias));
  const also = shorter.length === 0 ? '' : ` (${shorter.map(escapeMarkdown).join(', ')})`;
  const former = formerNames.length === 0 ? '' : `, formerly ${formerNames.map(escapeMarkdown).join(', ')}`;
  return `**${escapeMarkdown(name)}**${also}${former}`;
}

/** How far two providers' services in a row do the same; undefined when the source does not grade them. */
export function gradeBetween(row: CloudRow, one: CloudProvider, other: CloudProvider): ParityGrade | undefined {
  return row.grades[[one, other].sort().join('-')];
}
