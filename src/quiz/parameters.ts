// Values for the `{parameter}` marks of a task: drawn anew at each showing, so that a card trains the command and not the names.

import type { KubectlTask } from '../knowledge/types.ts';
import { type Random, shuffle } from './random.ts';

export type ParameterValues = Readonly<Record<string, string>>;

/** A task with every stand-in of its line (`<command>`) made a parameter. */
export interface ParameterisedTask {
  readonly task: KubectlTask;
  readonly command: string;
  readonly accepted: readonly string[];
  readonly parameters: KubectlTask['parameters'];
}

/** Values for stand-ins of lines that came without a list of their own, such as `<command>`. */
const STAND_IN_VALUES: Readonly<Record<string, readonly string[]>> = {
  command: ['env', 'date', 'hostname'],
  pod: ['web-0', 'worker-7'],
  name: ['web', 'api'],
  namespace: ['staging', 'team-a'],
  file: ['app.yaml', 'service.yaml'],
  container: ['app', 'proxy'],
};

const STAND_IN = /<([a-z][a-z-]*)>/g;

/** Reads `<word>` as a mark, whose values are those listed above or one made from the word. */
export function parameterise(task: KubectlTask): ParameterisedTask {
  const names = [...task.command.matchAll(STAND_IN)].map((found) => found[1] ?? '');
  const standIns = Object.fromEntries(names.map((name) => [name, STAND_IN_VALUES[name] ?? [`my-${name}`]]));
  const asMarks = (line: string): string => line.replace(STAND_IN, '{$1}');
  return {
    task,
    command: asMarks(task.command),
    accepted: task.accepted.map(asMarks),
    parameters: { ...standIns, ...task.parameters },
  };
}

/** One value for each parameter; two parameters never share a value as long as their lists allow it. */
export function drawValues(parameters: KubectlTask['parameters'], random: Random): ParameterValues {
  const drawn: Record<string, string> = {};
  for (const [name, values] of Object.entries(parameters)) {
    const shuffled = shuffle(values, random);
    const taken = new Set(Object.values(drawn));
    const value = shuffled.find((candidate) => !taken.has(candidate)) ?? shuffled[0];
    if (value !== undefined) drawn[name] = value;
  }
  return drawn;
}

/** Puts values in the place of their marks; marks without a value, such as a jsonpath's braces, stay. */
export function fillMarks(text: string, values: ParameterValues): string {
  return text.replace(/\{([A-Za-z][\w-]*)\}/g, (mark, name: string) => values[name] ?? mark);
}

/** The reverse: values that stand as whole words become marks again, the longest first. */
export function markValues(text: string, values: ParameterValues): string {
  const marks = new Map(Object.entries(values).map(([name, value]) => [value, `{${name}}`]));
  const longestFirst = [...marks.keys()]
    .filter((value) => value !== '')
    .sort((one, other) => other.length - one.length);
  if (longestFirst.length === 0) return text;
  const words = new RegExp(`(?<![\\w.-])(?:${longestFirst.map(escapeRegExp).join('|')})(?![\\w-]|\\.\\w)`, 'g');
  return text.replace(words, (value) => marks.get(value) ?? value);
}

export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
