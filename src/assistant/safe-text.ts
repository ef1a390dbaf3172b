// Makes a model's text safe to show: nobody is pinged, no link leads anywhere that our knowledge does not, no rule is recited.

import { PUBLIC_DESCRIPTION, RULES } from './prompt.ts';

const ZERO_WIDTH = '\u200b';

/**
 * Takes the life out of mentions and of links outside `allowedUrls`: of a masked link the words stay, a bare address
 * becomes code. Discord's own timestamps, custom emoji and command mentions go too. Code fences are left as they are:
 * Discord neither pings nor links in them.
 */
export function disarmMarkdown(text: string, allowedUrls: ReadonlySet<string>): string {
  return text
    .split(/(```[\s\S]*?(?:```|$)|`[^`\n]*`)/)
    .map((part) => (part.startsWith('`') ? part : disarmProse(part, allowedUrls)))
    .join('');
}

function disarmProse(text: string, allowedUrls: ReadonlySet<string>): string {
  return text
    .replace(/@(?=everyone|here)/gi, `@${ZERO_WIDTH}`)
    .replace(/<(?=[@#/:a]|t:|id:)/g, `<${ZERO_WIDTH}`)
    .replace(/!?\[([^\]\n]*)\]\(\s*<?([^)\s>]*)>?[^)\n]*\)/g, (whole, words: string, url: string) =>
      allowedUrls.has(url) ? whole : words,
    )
    .replace(/<?((?:https?|discord|ftp):\/\/[^\s<>)\]]+)>?/gi, (whole, url: string) =>
      allowedUrls.has(url.replace(/[.,;:!?]+$/, '')) ? whole : `\`${url}\``,
    )
    .replace(/\b(?:www\.|discord\.gg\/)[^\s<>)\]]+/gi, (url) => `\`${url}\``);
}

/** Letters of our rules in a row that no honest answer shares with them. */
const LEAK_LETTERS = 36;

/**
 * Whether a text recites our rules: as they are, spaced out, reversed, in ROT13, Base64 or hexadecimal. A translation or a
 * paraphrase is not found; nothing in the rules is secret.
 */
export function recitesRules(text: string): boolean {
  const letters = lettersOf(text);
  const variants = [letters, [...letters].reverse().join(''), rot13(letters), ...decodedRuns(text).map(lettersOf)];
  return variants.some(sharesWithRules);
}

const RULE_GRAMS: ReadonlySet<string> = gramsOf(lettersOf(RULES)).difference(gramsOf(lettersOf(PUBLIC_DESCRIPTION)));

function gramsOf(letters: string): Set<string> {
  const grams = new Set<string>();
  for (let at = 0; at + LEAK_LETTERS <= letters.length; at += 1) grams.add(letters.slice(at, at + LEAK_LETTERS));
  return grams;
}

function sharesWithRules(letters: string): boolean {
  for (let at = 0; at + LEAK_LETTERS <= letters.length; at += 1) {
    if (RULE_GRAMS.has(letters.slice(at, at + LEAK_LETTERS))) return true;
  }
  return false;
}

/** Lower-case letters alone; look-alikes by compatibility are folded. */
function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}

function rot13(letters: string): string {
  return letters.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97));
}

function decodedRuns(text: string): readonly string[] {
  const compact = text.replace(/\s+/g, '');
  const base64 = compact.match(/[A-Za-z0-9+/_-]{48,}={0,2}/g) ?? [];
  const hex = compact.match(/(?:[0-9a-fA-F]{2}){36,}/g) ?? [];
  return [
    ...base64.map((run) => Buffer.from(run, 'base64').toString('utf8')),
    ...hex.map((run) => Buffer.from(run, 'hex').toString('utf8')),
  ];
}
