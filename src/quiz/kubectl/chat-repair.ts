// Undoes what chat programs and copying do to a command line; keeps out any knowledge of kubectl.

/** Longer input is nobody's command line; it is refused before any other work. */
export const MAX_COMMAND_CHARACTERS = 10_000;

const DOUBLE_QUOTES = /[\u201c\u201d\u201e\u201f\u2033\u2036\u00ab\u00bb\uff02]/g;
const SINGLE_QUOTES = /[\u2018\u2019\u201a\u201b\u2032\u2035\uff07]/g;
/** Format characters (zero width, direction marks, soft hyphen), line separators and the emoji variation selector. */
const INVISIBLE = /[\p{Cf}\u2028\u2029]|\ufe0f/gu;
const ODD_SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const LONG_DASH = /[\u2014\u2015]/g;
const SHORT_DASH = /[\u2010-\u2013\u2212\ufe58\ufe63\uff0d]/g;
/** `user@host:~$`, `[user@host ~]$`, `controlplane $`, `PS C:\\>`, `➜  ~`, a quoting `>`; a Python environment may stand before. */
const PROMPT =
  /^(?:\([^()\s]{1,40}\)\s+)?(?:\S{0,64}[$%#>❯]\s+|[$%#>❯]|\[[^\]\n]{1,60}\]\s?[$%#]\s+|[\w.@:~/-]{1,64} \$\s+|PS [A-Za-z]:[^>\n]{0,60}>\s*|➜\s+\S{1,64}(?:\s+git:\([^)\s]{1,60}\))?(?:\s+✗)?\s+)(?=[`"']*(?:kubectl|k)(?:\s|$))/u;
const FENCE_LANGUAGE =
  /^(?:bash|sh|shell|zsh|console|shell-session|text|txt|plaintext|powershell|cmd)(?:\s+(?=kubectl\s|k\s)|$)/i;
/** Quotes and Markdown around the whole line. No program's name has a space in it, so no shell would take such a line. */
const WRAPPED = /^("|'|\*{1,3}|_{1,3}|~~|\|\|)(?=[`"'*_]*(?:kubectl|k)\s)(.*)\1$/s;
/** A line may be fenced in a quote behind a prompt; nobody nests deeper. */
const MAX_LAYERS = 4;

/**
 * Smart quotes become plain ones, an em dash (or an en dash before a word) becomes `--`; code fences, backticks, quotes and
 * Markdown around the whole line, shell prompts and invisible characters go; a backslash at a line's end joins lines.
 */
export function repairChatText(text: string): string {
  const plain = text
    .replace(INVISIBLE, '')
    .replace(ODD_SPACES, ' ')
    .replace(/\r\n?/g, '\n')
    .replace(/\\[ \t]+\n/g, '\\\n')
    .replace(DOUBLE_QUOTES, '"')
    .replace(SINGLE_QUOTES, "'");
  let line = repairDashes(plain).trim();
  for (let layer = 0; layer < MAX_LAYERS; layer += 1) {
    const inner = withoutPrompt(withoutWrapping(withoutFence(line)));
    if (inner === line) break;
    line = inner;
  }
  return line;
}

/**
 * A chat program turns `--` into one long dash. A single short dash stands for `--` before a word of two letters or more
 * (`–replicas`), and for `-` before a single letter (`–n`).
 */
function repairDashes(text: string): string {
  return text
    .replace(/(^|\s)[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]{2}(?=\S|$)/g, '$1--')
    .replace(/(^|\s)(?:[\u2010-\u2015\u2212]-|-[\u2010-\u2015\u2212])(?=[A-Za-z])/g, '$1--')
    .replace(/(^|\s)[\u2014\u2015](?=[A-Za-z](?:[\s=]|$))/g, '$1-')
    .replace(LONG_DASH, '--')
    .replace(/(^|\s)[\u2012\u2013](?=[A-Za-z][A-Za-z-])/g, '$1--')
    .replace(/(^|\s)[\u2012\u2013](?=\s|$)/g, '$1--')
    .replace(SHORT_DASH, '-');
}

function withoutFence(text: string): string {
  if (!text.startsWith('`')) return text;
  const marks = /^`+/.exec(text)?.[0] ?? '';
  if (text.length < marks.length * 2 || !text.endsWith(marks)) return text;
  const inside = text.slice(marks.length, text.length - marks.length);
  const lineEnd = inside.indexOf('\n');
  const firstLine = lineEnd < 0 ? inside : inside.slice(0, lineEnd).trim();
  return inside.slice(FENCE_LANGUAGE.exec(firstLine)?.[0].length ?? 0).trim();
}

function withoutWrapping(text: string): string {
  const [, mark, inside = ''] = WRAPPED.exec(text) ?? [];
  if (mark === undefined) return text;
  // Where the quotes inside are escaped, the line was quoted with care.
  const isEscaped = mark === '"' && !/(?<!\\)"/.test(inside);
  return (isEscaped ? inside.replace(/\\(["\\$`])/g, '$1') : inside).trim();
}

function withoutPrompt(text: string): string {
  const prompt = PROMPT.exec(text)?.[0] ?? '';
  return text.slice(prompt.length).trim();
}
