// Text as Discord shows it: escaping, shortening, and splitting at paragraphs without breaking a code fence.

import { LIMITS } from './limits.ts';

/** Makes text show as it is written: no formatting, no masked links, no mentions, whatever it holds. */
export function escapeMarkdown(text: string): string {
  return withoutInvisible(text)
    .replace(/[\\*_~`|[\]<]/g, (character) => `\\${character}`)
    .replace(/@(?=everyone|here)/g, '@\u200b')
    .replace(/^(\s*)([#>+-])/gm, '$1\\$2')
    .replace(/^(\s*\d+)\.(?=\s)/gm, '$1\\.');
}

/** Drops control characters but line ends and tabs, and marks that turn the reading direction: they could disguise what is shown. */
function withoutInvisible(text: string): string {
  return text.replace(/(?![\n\t])[\p{Cc}\p{Bidi_Control}\u00AD\u2060-\u2064\uFEFF]/gu, '');
}

/** Inline code that holds any text: backticks inside become look-alikes, since Discord has no escape for them. */
export function inlineCode(text: string): string {
  const flat = withoutInvisible(text).replace(/\s+/g, ' ').replace(/`/g, 'ˋ').trim();
  return `\`${flat === '' ? ' ' : flat}\``;
}

/** A code fence that no content can close. */
export function codeFence(text: string, language = ''): string {
  return `\`\`\`${language}\n${text.replace(/`(?=``)/g, '`\u200b')}\n\`\`\``;
}

/** Shortens to `limit` UTF-16 units with an ellipsis, never through a surrogate pair. */
export function truncate(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, Math.max(0, limit - 1));
  return `${cut.replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`;
}

/**
 * Splits Markdown into pieces of at most `limit` UTF-16 units: at blank lines first, then at line ends, then at words.
 * A code fence cut in two is closed in the one piece and opened again, with its language, in the next.
 * @param limit at least 64.
 */
export function splitMarkdown(text: string, limit: number = LIMITS.content): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  let openFence = '';
  while (rest.length > 0) {
    const prefix = openFence === '' ? '' : `${openFence}\n`;
    // Room for the closing fence that a cut inside one needs.
    const room = limit - prefix.length - '\n```'.length;
    if (prefix.length + rest.length <= limit) {
      pieces.push(prefix + rest);
      break;
    }
    const cut = findCut(rest, room, openFence);
    const head = rest.slice(0, cut).trimEnd();
    openFence = fenceOpenAfter(head, openFence);
    pieces.push(prefix + head + (openFence === '' ? '' : '\n```'));
    rest = openFence === '' ? rest.slice(cut).replace(/^\s+/, '') : rest.slice(cut).replace(/^\n/, '');
  }
  return pieces.filter((piece) => piece.trim() !== '');
}

/** The best place at or before `room`: after a blank line outside a fence, else after a line, else after a word. */
function findCut(text: string, room: number, openFence: string): number {
  const window = text.slice(0, room);
  for (let at = window.lastIndexOf('\n\n'); at > room / 3; at = window.lastIndexOf('\n\n', at - 1)) {
    if (fenceOpenAfter(window.slice(0, at), openFence) === '') return at;
  }
  const line = window.lastIndexOf('\n');
  if (line > room / 3) return line;
  const word = window.lastIndexOf(' ');
  if (word > room / 3) return word;
  return /[\uD800-\uDBFF]$/.test(window) ? room - 1 : room;
}

/** The opening line of the fence that is still open at the end of the text, or ''. */
function fenceOpenAfter(text: string, openBefore: string): string {
  let open = openBefore;
  for (const line of text.split('\n')) {
    if (!line.trimStart().startsWith('```')) continue;
    if (open !== '') open = '';
    else if (!/```.*```/.test(line)) open = line.trim().slice(0, 24);
  }
  return open;
}
