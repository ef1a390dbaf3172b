// All lists of command lines, by the name of their subject.

import { changeCommands } from './change.ts';
import { configCommands } from './config.ts';
import { createCommands } from './create.ts';
import { fileCommands } from './files.ts';
import { getCommands } from './get.ts';
import { labelCommands } from './label.ts';
import { lookCommands } from './look.ts';
import { nodeCommands } from './nodes.ts';
import { podCommands } from './pods.ts';
import { rollAndSetCommands } from './roll-and-set.ts';
import { runAndExposeCommands } from './run-expose.ts';

export const everyList: Readonly<Record<string, readonly string[]>> = {
  get: getCommands,
  look: lookCommands,
  change: changeCommands,
  'roll and set': rollAndSetCommands,
  label: labelCommands,
  nodes: nodeCommands,
  pods: podCommands,
  create: createCommands,
  'run and expose': runAndExposeCommands,
  files: fileCommands,
  config: configCommands,
};
