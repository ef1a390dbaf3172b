// Reads quoted texts and text templates as Go does; keeps out what they are about.

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
};
const ESCAPE =
  /\\(?:([abfnrtv\\])|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U(0010[\da-fA-F]{4}|000[\da-fA-F]{5})|([0-3][0-7]{2})|(.)|$)/gs;

/** What stands between two quotes of a kind, with its escapes read (strconv.UnquoteChar); undefined where Go refuses one. */
export function unescapeGoText(text: string, quote: string): string | undefined {
  let isWell = true;
  const plain = text.replace(ESCAPE, (_whole, letter, x, u, long, octal, other) => {
    if (letter !== undefined) return ESCAPES[letter] ?? '';
    const hex = x ?? u ?? long;
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
    if (other !== quote) isWell = false;
    return other ?? '';
  });
  return isWell ? plain : undefined;
}

const OPENS_BLOCK = /^(?:if|range|with|define|block)\b/;
/** Every word that a template may hold: Go's own, and the two that kubectl adds. */
const TEMPLATE_WORDS = new Set(
  (
    'if else end range with define block template break continue true false nil and call exists base64decode html index ' +
    'slice js len not or print printf println urlquery eq ne lt le gt ge'
  ).split(' '),
);
const QUOTED = /("(?:[^"\\]|\\.)*"|`[^`]*`)/s;

/** A text/template with the white space in its actions in one form; undefined where an action or a block is left open. */
export function canonicalGoTemplate(text: string): string | undefined {
  const [literal = '', ...rest] = text.split('{{');
  let canonical = literal;
  let depth = 0;
  for (const part of rest) {
    const [action = '', after, ...more] = part.split('}}');
    if (after === undefined) return undefined;
    const words = action
      .split(QUOTED)
      .map((piece, at) => (at % 2 === 0 ? piece.replace(/\s+/g, ' ') : piece))
      .join('')
      .trim();
    const bare = words.replace(/^- | -$/g, '').trim();
    if (OPENS_BLOCK.test(bare)) depth += 1;
    else if (/^end\b/.test(bare)) depth -= 1;
    else if (bare === '') return undefined;
    if (depth < 0 || !areWordsKnown(bare)) return undefined;
    canonical += `{{${words}}}${[after, ...more].join('}}')}`;
  }
  return depth === 0 ? canonical : undefined;
}

/** Words that are no field, variable, number or quoted text. */
function areWordsKnown(action: string): boolean {
  if (action.startsWith('/*')) return true;
  const bare = action.replaceAll(new RegExp(QUOTED, 'gs'), '""');
  return (bare.match(/(?<![.$\w])[A-Za-z_]\w*/g) ?? []).every((word) => TEMPLATE_WORDS.has(word));
}
