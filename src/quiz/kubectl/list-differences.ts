// Names how two read commands differ, the dangerous ways first.

import type { Difference } from './differences.ts';
import type { Facet } from './meaning.ts';
import type { ReadCommand } from './read-command.ts';
import type { Refusal } from './refusal.ts';

/** Verbs that only look. */
const HARMLESS_VERBS =
  /^(?:get|describe|logs|explain|top|events|diff|version|api-|cluster-info|config (?:view|get|current)|auth (?:can-i|whoami)|rollout (?:status|history)|wait|help|options|completion|plugin|kustomize)/;
const DANGEROUS_FLAGS = new Set([
  '--all',
  '--force',
  '--all-namespaces',
  '--grace-period',
  '--now',
  '--prune',
  '--cascade',
  '--overwrite',
]);
const ASKS_FOR = 40;

export function listDifferences(expected: ReadCommand, answer: ReadCommand): readonly Difference[] {
  const differences: Difference[] = [];
  const wanted = new Map(expected.facets.map((part) => [part.key, part]));
  const answered = new Map(answer.facets.map((part) => [part.key, part]));
  for (const key of new Set([...wanted.keys(), ...answered.keys()])) {
    const difference = compareFacets(wanted.get(key), answered.get(key), answer);
    if (difference !== undefined) differences.push(difference);
  }
  return differences.sort((left, right) => Number(right.isDangerous) - Number(left.isDangerous)).slice(0, ASKS_FOR);
}

/** The one difference of an answer that would be refused. */
export function refusalDifference(refusal: Refusal, answer: string): Difference {
  return {
    kind: 'refused',
    reason: refusal.code,
    ...(refusal.subject === '' ? {} : { subject: refusal.subject }),
    answer: answer.slice(0, 200),
    isDangerous: false,
  };
}

function compareFacets(
  wanted: Facet | undefined,
  answered: Facet | undefined,
  answer: ReadCommand,
): Difference | undefined {
  if (wanted?.value === answered?.value) return undefined;
  const part = wanted ?? answered;
  if (part === undefined) return undefined;
  return {
    kind: part.kind,
    subject: part.key,
    ...(wanted === undefined ? {} : { expected: wanted.value }),
    ...(answered === undefined ? {} : { answer: answered.value }),
    isDangerous: isDangerous(part, answered, answer),
  };
}

function isDangerous(part: Facet, answered: Facet | undefined, answer: ReadCommand): boolean {
  const isHarmless = HARMLESS_VERBS.test(answer.verb);
  if (part.kind === 'flag' || part.kind === 'value') return answered !== undefined && DANGEROUS_FLAGS.has(part.key);
  if (part.kind === 'namespace') return true;
  return (part.kind === 'verb' || part.kind === 'name' || part.kind === 'resource') && !isHarmless;
}
