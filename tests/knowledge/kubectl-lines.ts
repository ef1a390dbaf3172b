// Every kubectl command line that the knowledge holds: tasks with their first values, first commands, and lines in its texts.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knowledge, KubectlTask, SourcePlace } from '../../src/knowledge/types.ts';
import { fillMarks, parameterise } from '../../src/quiz/parameters.ts';

export interface KubectlLine {
  readonly line: string;
  /** File and line, for the report. */
  readonly at: string;
  /** First kubectl version that has it, e.g. `1.24`. */
  readonly since?: string;
}

/** The command of each task and its other accepted forms, with the first value of each parameter. */
export function taskLines({ kubectlTasks }: Knowledge): readonly KubectlLine[] {
  return kubectlTasks.flatMap((task) =>
    linesOf(task).map((line) => ({
      line,
      at: placeText(task.place),
      ...(task.sinceVersion === undefined ? {} : { since: task.sinceVersion }),
    })),
  );
}

/** What to run first at each symptom, as far as that is a kubectl command. */
export function firstCommandLines({ troubleshooting }: Knowledge): readonly KubectlLine[] {
  return troubleshooting
    .filter(({ firstCommand }) => firstCommand.startsWith('kubectl '))
    .map(({ firstCommand, place }) => ({ line: commandAlone(firstCommand), at: placeText(place) }));
}

/** Code in sentences and in fences that begins with `kubectl`; a mere mention may lack a name or a value. */
export function mentionedLines(folder: string): readonly KubectlLine[] {
  const files = readdirSync(folder, { recursive: true }).map(String);
  return files
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => mentionsIn(readFileSync(join(folder, file), 'utf8'), file));
}

function mentionsIn(text: string, file: string): readonly KubectlLine[] {
  let line = 1;
  // Every other part stands between fence marks.
  return text.split('```').flatMap((part, index) => {
    const start = line;
    line += part.split('\n').length - 1;
    const code = index % 2 === 0 ? /`(kubectl\s[^`]+)`/g : /^\s*(kubectl .+)$/gm;
    return [...part.matchAll(code)].map((match) => ({
      line: commandAlone((match[1] ?? '').replace(/\s+/g, ' ')),
      at: `${file}:${start + part.slice(0, match.index).split('\n').length - 1}`,
    }));
  });
}

function linesOf(task: KubectlTask): readonly string[] {
  const { command, accepted, parameters } = parameterise(task);
  const first = Object.fromEntries(Object.entries(parameters).map(([name, [value = '']]) => [name, value]));
  return [command, ...accepted].map((line) => fillMarks(line, first));
}

/** What stands for a stand-in such as `<pod>` that is no name. */
const STAND_INS: Readonly<Record<string, string>> = { verb: 'get', resource: 'pods', file: 'deployment.yaml' };

/** Without what a shell does behind it, and with its stand-ins and variables filled. */
function commandAlone(line: string): string {
  return line
    .replace(/ (?:\||>|&&|#) .*$/, '')
    .replace(/\$[A-Z_]+/g, 'value')
    .replace(/<([a-z][a-z -]*)>/g, (_whole, word: string) => STAND_INS[word] ?? `my-${word.replaceAll(' ', '-')}`);
}

function placeText({ file, line }: SourcePlace): string {
  return `${file}:${line}`;
}
