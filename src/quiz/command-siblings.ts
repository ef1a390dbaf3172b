// Wrong options for a command question: lines that a learner could take for the right one, and that surely are not.

import { type CommandWord, readWords, verbOf } from './command-words.ts';
import { compareCommands } from './kubectl/compare.ts';
import { drawValues, fillMarks, type ParameterisedTask, type ParameterValues } from './parameters.ts';
import { type Random, shuffle } from './random.ts';

/** Verbs that people reach for in place of each other. */
const RIVAL_VERBS: Readonly<Record<string, readonly string[]>> = {
  get: ['describe', 'delete', 'edit'],
  describe: ['get', 'edit', 'delete'],
  delete: ['describe', 'get', 'edit'],
  edit: ['describe', 'get', 'delete'],
  apply: ['create', 'replace', 'delete'],
  create: ['apply', 'replace', 'delete'],
  replace: ['apply', 'create', 'delete'],
  logs: ['attach', 'describe pod', 'get pod'],
  exec: ['attach', 'run', 'debug'],
  attach: ['logs', 'exec'],
  scale: ['autoscale', 'describe', 'expose'],
  expose: ['describe', 'autoscale', 'label'],
  label: ['annotate', 'describe', 'get'],
  annotate: ['label', 'describe', 'get'],
  cordon: ['uncordon', 'drain', 'describe node'],
  uncordon: ['cordon', 'drain', 'describe node'],
  drain: ['cordon', 'uncordon', 'delete node'],
  'rollout status': ['rollout history', 'rollout undo', 'rollout restart', 'rollout pause', 'rollout resume'],
  'rollout history': ['rollout status', 'rollout undo', 'rollout restart', 'rollout pause'],
  'rollout undo': ['rollout status', 'rollout history', 'rollout restart', 'rollout pause'],
  'rollout restart': ['rollout undo', 'rollout status', 'rollout pause', 'rollout resume'],
  'rollout pause': ['rollout resume', 'rollout undo', 'rollout restart'],
  'rollout resume': ['rollout pause', 'rollout undo', 'rollout restart'],
  'set image': ['set env', 'set resources', 'edit'],
  'port-forward': ['attach', 'logs', 'describe pod'],
  'create namespace': ['delete namespace', 'describe namespace', 'edit namespace', 'get namespace'],
  'config set-context': ['config use-context', 'config delete-context', 'config rename-context'],
  'auth can-i': ['explain', 'get', 'describe'],
  'top pod': ['describe pod', 'get pod', 'logs'],
  'top pods': ['get pods', 'describe pods', 'top nodes'],
  'top nodes': ['get nodes', 'describe nodes', 'top pods'],
  'config use-context': ['config get-contexts', 'config set-context', 'config delete-context', 'config rename-context'],
  'config get-contexts': ['config current-context', 'config view', 'config get-clusters'],
  'config current-context': ['config get-contexts', 'config view', 'config get-clusters'],
};

export interface CommandCandidates {
  readonly key: string;
  readonly accepted: readonly string[];
  readonly values: ParameterValues;
  readonly siblings: readonly ParameterisedTask[];
}

/**
 * At most `count` lines that are valid, differ from the key and every accepted form by meaning, and from each other.
 * Those on the same things as the key come first, since they cannot be told by their names.
 */
export function drawCommandSiblings(candidates: CommandCandidates, count: number, random: Random): readonly string[] {
  const { key, accepted } = candidates;
  const chosen: string[] = [];
  for (const line of candidateLines(candidates, random)) {
    if (chosen.length === count) break;
    const taken = [key, ...accepted, ...chosen];
    if (taken.every((other) => compareCommands(other, line).verdict === 'different')) chosen.push(line);
  }
  return chosen;
}

function candidateLines({ key, values, siblings }: CommandCandidates, random: Random): readonly string[] {
  const tasks = shuffle(siblings, random).map((sibling) => {
    const drawn = { ...drawValues(sibling.parameters, random), ...shared(values, sibling) };
    return fillMarks(sibling.command, drawn);
  });
  const keyWords = readWords(key);
  const rated = tasks
    .map((line) => ({ line, points: likeness(line, keyWords) }))
    .sort((one, other) => other.points - one.points);
  const close = rated.filter(({ points }) => points >= 2).map(({ line }) => line);
  const far = rated.filter(({ points }) => points < 2).map(({ line }) => line);
  return [...close.slice(0, 2), ...shuffle(verbSwaps(key), random), ...flagSwaps(key), ...close.slice(2), ...far];
}

/** Values of the key's own parameters for the sibling's parameters of the same name. */
function shared(values: ParameterValues, sibling: ParameterisedTask): ParameterValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name in sibling.parameters));
}

/** One point for the same verb, one for each word of the key that the line has too. */
function likeness(line: string, keyWords: readonly CommandWord[]): number {
  const lineWords = readWords(line);
  const texts = new Set(lineWords.map((word) => word.text));
  const sameWords = keyWords.filter((word) => word.role !== 'program' && word.role !== 'verb' && texts.has(word.text));
  return sameWords.length + (verbOf(keyWords) === verbOf(lineWords) ? 1 : 0);
}

function verbSwaps(key: string): readonly string[] {
  const verb = verbOf(readWords(key));
  const rest = key.slice(key.indexOf(verb) + verb.length);
  return (RIVAL_VERBS[verb] ?? []).map((rival) => `kubectl ${rival}${rest}`);
}

/** The key without one of its flags. */
function flagSwaps(key: string): readonly string[] {
  const words = readWords(key);
  return words.flatMap((word, index) =>
    word.role === 'flag' || word.role === 'flag-with-value'
      ? [words.flatMap((other, at) => (at === index ? [] : [other.text])).join(' ')]
      : [],
  );
}
