// Finds the kubectl commands that an answer shows and has them read by our own table, so that none is shown unchecked.

import type { RefusalCode } from '../quiz/kubectl/refusal.ts';

/** What our table says of a command line. */
export type CommandCheck =
  | { readonly kind: 'runs' }
  /** `subject` is the word it is about; empty where there is none. */
  | { readonly kind: 'refused'; readonly reason: RefusalCode; readonly subject: string };

export interface CommandChecker {
  /** Judges one kubectl command line without shell operators. */
  check(line: string): CommandCheck;
}

/** A command in the answer that kubectl would refuse. */
export interface CommandWarning {
  readonly line: string;
  readonly reason: RefusalCode;
  readonly subject: string;
}

const MAX_WARNINGS = 5;

/** Each refused command once, in the order of the text. */
export function checkShownCommands(markdown: string, checker: CommandChecker): readonly CommandWarning[] {
  const warnings = new Map<string, CommandWarning>();
  for (const line of findCommands(markdown)) {
    const check = checker.check(fillPlaceholders(line));
    if (check.kind === 'refused') warnings.set(line, { line, reason: check.reason, subject: check.subject });
  }
  return [...warnings.values()].slice(0, MAX_WARNINGS);
}

/** kubectl command lines in fences and inline code, continuations joined, without prompts, comments and what follows an operator. */
export function findCommands(markdown: string): readonly string[] {
  const fenced = [...markdown.matchAll(/```[^\n`]*\n([\s\S]*?)(?:```|$)/g)].flatMap((match) =>
    (match[1] ?? '').replace(/\s*\\\n\s*/g, ' ').split('\n'),
  );
  const prose = markdown.replace(/```[\s\S]*?(?:```|$)/g, '');
  // Inline, a verb must follow: `kubectl` alone is the tool's name.
  const inline = [...prose.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');
  return [...fenced, ...inline].flatMap((line) => readCommandLine(line) ?? []);
}

/** The kubectl command of one line of code, as kubectl gets it; undefined when there is none. */
export function readCommandLine(line: string): string | undefined {
  const command = line
    .trim()
    .replace(/^[$#>]\s+(?=k)/, '')
    .replace(/\s+#\s.*$/, '');
  return /^(?:kubectl|k)\s+[a-z-]/.test(command) ? cutAtOperator(command) : undefined;
}

/** What kubectl itself gets: up to a pipe, a redirection or the next command, outside quotes. A heredoc is not cut. */
function cutAtOperator(command: string): string {
  let quote = '';
  for (let at = 0; at < command.length; at += 1) {
    const character = command[at] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") {
      quote = character;
    } else if (character === '|' || character === ';' || character === '&' || isRedirection(command, at)) {
      return command.slice(0, at).trim();
    }
  }
  return command;
}

/** `<name>` is a placeholder, not a redirection. */
function isRedirection(command: string, at: number): boolean {
  if (command[at] === '<') return !/^<[\w./ -]+>/.test(command.slice(at));
  return command[at] === '>' && !/<[\w./ -]+>$/.test(command.slice(0, at + 1));
}

const NUMERIC_PLACEHOLDER =
  /(--?(?:replicas|port|target-port|tail|min|max|cpu-percent|limit|timeout|grace-period|revision|to-revision)[= ])<[^>\n]+>/g;

/** Placeholders become words that any name may be; in the place of a number, kubectl would refuse a word. */
function fillPlaceholders(line: string): string {
  return line
    .replace(NUMERIC_PLACEHOLDER, (_whole, flag: string) => `${flag}1`)
    .replace(/<[^>\n]*port[^>\n]*>/gi, '80')
    .replace(/<[^>\n]+>/g, 'name')
    .replace(/\{[a-zA-Z][\w-]*\}/g, 'name')
    .replace(/\.\.\.|…/g, 'name');
}
