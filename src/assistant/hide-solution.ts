// Takes the answer of an open quiz card out of what the model shows: a hint may be given, the answer is the learner's to find.

import { readCommandLine } from './shown-commands.ts';

/** Stands where the answer was. */
export const HIDDEN_MARK = '▒▒▒';

/**
 * Replaces each kubectl command in code that answers the card. Code that is still being written, and so could become the
 * answer, is left out until it is whole.
 */
export function hideSolution(markdown: string, isSolution: (commandLine: string) => boolean): string {
  const hideLine = (line: string): string => {
    const command = readCommandLine(line);
    return command !== undefined && isSolution(command) ? HIDDEN_MARK : line;
  };
  return markdown.replace(
    /(```[^\n`]*\n)([\s\S]*?)(```|$)|`([^`\n]*)(`?)/g,
    (whole, opening: string | undefined, body = '', closing = '', inline = '', end = '') => {
      if (opening === undefined) return end === '' && inline !== '' ? '' : whole.replace(inline, hideLine(inline));
      const lines = String(body)
        .replace(/\s*\\\n\s*/g, ' ')
        .split('\n');
      if (closing === '') lines.pop();
      return `${opening}${lines.map(hideLine).join('\n')}${closing === '' ? '\n' : closing}`;
    },
  );
}
