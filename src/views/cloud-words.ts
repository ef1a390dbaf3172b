// Words that the views of cloud services share: providers, grades, and a service with its other names.

import type { CloudProvider, CloudRow, CloudService, ParityGrade } from '../knowledge/types.ts';
import { escapeMarkdown } from './text.ts';

export const PROVIDERS = ['aws', 'azure', 'gcp'] as const satisfies readonly CloudProvider[];

export const PROVIDER_NAMES: Readonly<Record<CloudProvider, string>> = {
  aws: 'AWS',
  azure: 'Azure',
  gcp: 'Google Cloud',
};

const GRADE_WORDS: Readonly<Record<ParityGrade, string>> = {
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

/** What a grade says: where both providers have a service, there is something of the kind, though not the same. */
export function gradeWords({ services }: CloudRow, grade: ParityGrade, between: readonly CloudProvider[]): string {
  const isWithBoth = between.every((provider) => services[provider] !== undefined);
  return grade === 'none' && isWithBoth ? 'not the same' : GRADE_WORDS[grade];
}

/** The grade of each pair of providers, one a line; empty where none is graded. */
export function gradesText(row: CloudRow): string {
  const lines = Object.entries(row.grades).map(([pair, grade]) => {
    const pairs = PROVIDERS.filter((each) => pair.split('-').includes(each));
    return `${pairs.map((each) => PROVIDER_NAMES[each]).join(' – ')}: ${gradeWords(row, grade, pairs)}`;
  });
  return lines.join('\n');
}

/** How far two providers' services in a row do the same; undefined when the source does not grade them. */
export function gradeBetween(row: CloudRow, one: CloudProvider, other: CloudProvider): ParityGrade | undefined {
  return row.grades[[one, other].sort().join('-')];
}
