// Reads the text that `kubectl … --help` prints; runs nothing.

/** One flag as a help page names it. */
export interface HelpFlag {
  readonly name: string;
  readonly short?: string;
  readonly fallback: string;
}

export interface HelpPage {
  readonly summary: string;
  readonly usage: string;
  readonly aliases: readonly string[];
  readonly subcommands: readonly string[];
  readonly flags: readonly HelpFlag[];
}

const FLAG_LINE = /^ {2,6}(?:-(\w), )?\s*--([\w-]+)=(.*?):(?: |$)/;
const SUBCOMMAND_LINE = /^ {2}([a-z][a-z-]*) {2,}\S/;

/** Understands the layout of 1.20 (flag and its text on one line) and of 1.23 and later (text on the next line). */
export function readHelp(text: string): HelpPage {
  const lines = text.split('\n');
  const subcommands: string[] = [];
  const flags: HelpFlag[] = [];
  let section = '';
  let usage = '';
  let aliases: string[] = [];
  for (const line of lines) {
    if (/^[A-Z].*:$/.test(line)) {
      section = line;
      continue;
    }
    const subcommand = section.includes('Commands') ? SUBCOMMAND_LINE.exec(line)?.[1] : undefined;
    if (subcommand !== undefined) subcommands.push(subcommand);
    const flag = section === 'Options:' || section.startsWith('The following options') ? readFlagLine(line) : undefined;
    if (flag !== undefined) flags.push(flag);
    if (section === 'Usage:' && usage === '') usage = line.trim();
    if (section === 'Aliases:' && aliases.length === 0) aliases = line.split(',').map((alias) => alias.trim());
  }
  return { summary: lines[0] ?? '', usage, aliases: aliases.slice(1), subcommands, flags };
}

function readFlagLine(line: string): HelpFlag | undefined {
  const match = FLAG_LINE.exec(line);
  if (match === null) return undefined;
  const [, short, name, shown] = match;
  if (name === undefined || shown === undefined) return undefined;
  const fallback = shown === '[]' ? '' : shown.replace(/^'(.*)'$/, '$1');
  return short === undefined ? { name, fallback } : { name, short, fallback };
}
