// One parsed command with its flags settled, as the rules of each verb want to ask it.

import type { CommandNode } from '../command-tree.ts';
import { settledValue, splitCsv } from '../flag-values.ts';
import { findFlag, type ParsedFlags } from '../flags.ts';

export interface CommandLine {
  /** Words after `kubectl`, e.g. `rollout restart`. */
  readonly verb: string;
  /** Arguments before `--`, or all where there is none. */
  readonly args: readonly string[];
  /** Words after `--`; undefined where there is none. */
  readonly afterDash: readonly string[] | undefined;
  readonly givenFlags: readonly string[];
  /** True where the command takes such a flag. */
  knows(flag: string): boolean;
  isGiven(flag: string): boolean;
  /** The value in force in canonical form; the default's where it is not given, empty where the command has no such flag. */
  value(flag: string): string;
  /** True where a boolean flag is on. */
  isOn(flag: string): boolean;
  /** Values of a repeatable flag; those of a comma-separated one apart. */
  list(flag: string): readonly string[];
  /** True where the flag is given with something other than its default. */
  isChanged(flag: string): boolean;
}

export function createCommandLine(node: CommandNode, parsed: ParsedFlags): CommandLine {
  const { given, args, argsBeforeDash } = parsed;
  const value = (name: string) => {
    const flag = findFlag(node.flags, name);
    return flag === undefined ? '' : settledValue(flag, given.get(name) ?? []);
  };
  return {
    verb: node.entry.path.join(' '),
    args: argsBeforeDash === undefined ? args : args.slice(0, argsBeforeDash),
    afterDash: argsBeforeDash === undefined ? undefined : args.slice(argsBeforeDash),
    givenFlags: [...given.keys()],
    knows: (name) => findFlag(node.flags, name) !== undefined,
    isGiven: (name) => given.has(name),
    value,
    isOn: (name) => value(name) === 'true',
    list: (name) => {
      const values = given.get(name) ?? [];
      return findFlag(node.flags, name)?.type === 'list' ? values : values.flatMap((one) => splitCsv(one) ?? [one]);
    },
    isChanged: (name) => {
      const flag = findFlag(node.flags, name);
      return flag !== undefined && given.has(name) && value(name) !== settledValue(flag, []);
    },
  };
}
