// Names how two read commands differ, the dangerous ways first.

import type { Difference, DifferenceKind } from './differences.ts';
import type { Facet } from './meaning.ts';
import { type ReadCommand, typedValue } from './read-command.ts';
import type { Refusal } from './refusal.ts';

/** Commands that only look: whatever they are pointed at, nothing is lost. */
const LOOKING =
  /^(?:help|get|describe|logs|explain|top|events|diff|version|api-|cluster-info|wait|options|completion|plugin|kustomize|config (?:view|get-|current-)|auth (?:can-i|whoami)|rollout (?:status|history)|apply view-)/;
/** Flags that widen what a command reaches, or take away a safeguard. */
const DANGEROUS_FLAGS: ReadonlySet<string> = new Set([
  '--all',
  '--all-namespaces',
  '--cascade',
  '--delete-emptydir-data',
  '--disable-eviction',
  '--force',
  '--force-conflicts',
  '--grace-period',
  '--overwrite',
  '--privileged',
  '--prune',
  '--remove-extra-permissions',
  '--remove-extra-subjects',
  '--replace',
]);
/** In the order in which a person would look for a slip. */
const ORDER: readonly DifferenceKind[] = [
  'verb',
  'resource',
  'name',
  'namespace',
  'value',
  'flag',
  'argument',
  'order',
];
const MAX_DIFFERENCES = 40;
const MAX_SHOWN_CHARACTERS = 200;

/** Empty where the two mean the same. */
export function listDifferences(expected: ReadCommand, answer: ReadCommand): readonly Difference[] {
  const wanted = new Map(expected.facets.map((part) => [part.key, part]));
  const answered = new Map(answer.facets.map((part) => [part.key, part]));
  const keys = [...new Set([...wanted.keys(), ...answered.keys()])];
  const differences = keys.flatMap((key) => compareFacets(expected, answer, wanted.get(key), answered.get(key)));
  return differences.sort(byWeight).slice(0, MAX_DIFFERENCES);
}

/** The one difference of an answer that would be refused. */
export function refusalDifference(refusal: Refusal, answer: string): Difference {
  return {
    kind: 'refused',
    reason: refusal.code,
    ...(refusal.subject === '' ? {} : { subject: cut(refusal.subject) }),
    answer: cut(answer),
    isDangerous: false,
  };
}

/** Where the expected line itself is none that kubectl takes, nothing more can be said than that the answer is another. */
export function expectationDifference(expected: string, answer: ReadCommand): Difference {
  return { kind: 'verb', subject: 'verb', expected: cut(expected), answer: answer.verb, isDangerous: false };
}

function compareFacets(
  expected: ReadCommand,
  answer: ReadCommand,
  wanted: Facet | undefined,
  answered: Facet | undefined,
): Difference[] {
  const part = wanted ?? answered;
  if (part === undefined || wanted?.value === answered?.value) return [];
  const isReordered = wanted !== undefined && answered !== undefined && haveSameWords(wanted.value, answered.value);
  const [typedWanted, typedAnswered] = [typedValue(expected, wanted), typedValue(answer, answered)];
  // What was typed says more than the canonical form, unless it is the same.
  const isTold = typedWanted !== typedAnswered;
  const difference: Difference = {
    kind: part.kind === 'argument' && isReordered ? 'order' : part.kind,
    subject: part.key,
    ...(wanted === undefined ? {} : { expected: cut((isTold ? typedWanted : undefined) ?? wanted.value) }),
    ...(answered === undefined ? {} : { answer: cut((isTold ? typedAnswered : undefined) ?? answered.value) }),
    isDangerous: isDangerous(part, answered, answer),
  };
  return [difference];
}

function haveSameWords(left: string, right: string): boolean {
  const words = (text: string) =>
    text
      .split(/[\s,[\]"]+/)
      .sort()
      .join(' ');
  return words(left) === words(right);
}

/** Another command, target or namespace is dangerous where the answer would change something there. */
function isDangerous(part: Facet, answered: Facet | undefined, answer: ReadCommand): boolean {
  if (LOOKING.test(answer.verb) || isRehearsal(answer)) return false;
  if (part.kind === 'flag' || part.kind === 'value') return answered !== undefined && DANGEROUS_FLAGS.has(part.key);
  return part.kind === 'verb' || part.kind === 'resource' || part.kind === 'name' || part.kind === 'namespace';
}

function isRehearsal(answer: ReadCommand): boolean {
  return answer.facets.some((part) => part.key === '--dry-run');
}

function byWeight(left: Difference, right: Difference): number {
  const danger = Number(right.isDangerous) - Number(left.isDangerous);
  return danger !== 0 ? danger : ORDER.indexOf(left.kind) - ORDER.indexOf(right.kind);
}

function cut(text: string): string {
  return text.length > MAX_SHOWN_CHARACTERS ? `${text.slice(0, MAX_SHOWN_CHARACTERS)}…` : text;
}
