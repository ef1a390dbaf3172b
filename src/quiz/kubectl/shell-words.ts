// Splits a command line into words as a POSIX shell does (XCU 2.2 and 2.3); what only a shell could carry out is refused.

export type ShellWords =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'unclosed-quote'; readonly quote: string }
  /** A pipe, a redirect, a substitution, a variable, a second line: `operator` is its sign. */
  | { readonly kind: 'shell-syntax'; readonly operator: string };

const BLANK = /[ \t]/;
/** In double quotes a backslash escapes only these (XCU 2.2.3). */
const ESCAPABLE_IN_QUOTES = '$`"\\';
const OPERATORS = '|&;<>()';

interface Reading {
  readonly text: string;
  at: number;
  word: string;
  /** True once the word exists, also as an empty quoted one. */
  hasWord: boolean;
}

/** Never throws; time grows with the length of `text`. */
export function splitShellWords(text: string): ShellWords {
  const reading: Reading = { text, at: 0, word: '', hasWord: false };
  const words: string[] = [];
  while (reading.at < text.length) {
    const sign = text.charAt(reading.at);
    if (sign === '\n') {
      // A line's end ends the command; a second one is for the shell to run.
      if (reading.text.slice(reading.at).trim() !== '' && (words.length > 0 || reading.hasWord)) {
        return { kind: 'shell-syntax', operator: 'a line break' };
      }
      reading.at += 1;
    } else if (sign === ';' && isLast(reading) && (words.length > 0 || reading.hasWord)) {
      // It ends the one command.
      endWord(reading, words);
      reading.at += 1;
    } else if (BLANK.test(sign)) {
      endWord(reading, words);
      reading.at += 1;
    } else if (sign === '#' && !reading.hasWord) {
      skipComment(reading);
    } else {
      const trouble = readSign(reading, sign);
      if (trouble !== undefined) return trouble;
    }
  }
  endWord(reading, words);
  return { kind: 'words', words };
}

/** True where nothing but white space and a comment comes after this sign. */
function isLast(reading: Reading): boolean {
  return /^\s*(?:\s#.*)?$/.test(reading.text.slice(reading.at + 1));
}

function endWord(reading: Reading, words: string[]): void {
  if (reading.hasWord) words.push(reading.word);
  reading.word = '';
  reading.hasWord = false;
}

function skipComment(reading: Reading): void {
  const lineEnd = reading.text.indexOf('\n', reading.at);
  reading.at = lineEnd < 0 ? reading.text.length : lineEnd;
}

function readSign(reading: Reading, sign: string): ShellWords | undefined {
  if (sign === "'") return readSingleQuoted(reading);
  if (sign === '"') return readDoubleQuoted(reading);
  if (sign === '\\') return readEscape(reading);
  if (OPERATORS.includes(sign)) return { kind: 'shell-syntax', operator: sign };
  if (isSubstitution(reading.text, reading.at)) return { kind: 'shell-syntax', operator: sign };
  reading.word += sign;
  reading.hasWord = true;
  reading.at += 1;
  return undefined;
}

/** A dollar sign before anything but a name, a brace, a bracket or a special parameter is itself. */
function isSubstitution(text: string, at: number): boolean {
  const sign = text.charAt(at);
  return sign === '`' || (sign === '$' && /[A-Za-z0-9_{(@*#?$!'"-]/.test(text.charAt(at + 1)));
}

function readSingleQuoted(reading: Reading): ShellWords | undefined {
  const end = reading.text.indexOf("'", reading.at + 1);
  if (end < 0) return { kind: 'unclosed-quote', quote: "'" };
  reading.word += reading.text.slice(reading.at + 1, end);
  reading.hasWord = true;
  reading.at = end + 1;
  return undefined;
}

function readDoubleQuoted(reading: Reading): ShellWords | undefined {
  const { text } = reading;
  reading.hasWord = true;
  let at = reading.at + 1;
  while (at < text.length) {
    const sign = text.charAt(at);
    if (sign === '"') {
      reading.at = at + 1;
      return undefined;
    }
    if (sign === '\\') {
      const next = text.charAt(at + 1);
      if (next === '\n') reading.word += '';
      else reading.word += ESCAPABLE_IN_QUOTES.includes(next) && next !== '' ? next : `\\${next}`;
      at += 2;
      continue;
    }
    if (sign !== '"' && text.charAt(at + 1) !== '"' && isSubstitution(text, at)) {
      return { kind: 'shell-syntax', operator: sign };
    }
    reading.word += sign;
    at += 1;
  }
  return { kind: 'unclosed-quote', quote: '"' };
}

function readEscape(reading: Reading): undefined {
  const next = reading.text.charAt(reading.at + 1);
  reading.at += 2;
  // A backslash before a line's end joins the lines.
  if (next === '\n') return undefined;
  reading.word += next === '' ? '\\' : next;
  reading.hasWord = true;
  return undefined;
}
