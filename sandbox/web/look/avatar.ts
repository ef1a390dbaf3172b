// Pictures for people, bots and servers, drawn from their name: nothing is fetched from elsewhere.

/** Pairs of colours; white letters are readable on all of them. */
const GRADIENTS: readonly (readonly [string, string])[] = [
  ['#5865f2', '#8b5cf6'],
  ['#0d9488', '#0891b2'],
  ['#db2777', '#9333ea'],
  ['#ea580c', '#db2777'],
  ['#2563eb', '#0891b2'],
  ['#15803d', '#0d9488'],
  ['#7c3aed', '#c026d3'],
];

const cache = new Map<string, string>();

/** A data: address of a round-cornered square with the name's initials; the same for the same name. */
export function avatarUrl(name: string): string {
  const known = cache.get(name);
  if (known !== undefined) return known;
  const [from, to] = GRADIENTS[hash(name) % GRADIENTS.length] ?? ['#5865f2', '#8b5cf6'];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80"><defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs><rect width="80" height="80" fill="url(#g)"/><text x="40" y="42" fill="#fff" font-family="Inter,'Noto Sans',Helvetica,Arial,sans-serif" font-size="34" font-weight="600" text-anchor="middle" dominant-baseline="central">${escapeXml(initials(name))}</text></svg>`;
  const url = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  cache.set(name, url);
  return url;
}

/** One or two letters, e.g. "Study Hall" → "SH", "Ada" → "A". */
export function initials(name: string): string {
  const words = name.split(/[\s_-]+/).filter((word) => word !== '');
  const letters = words.slice(0, 2).map((word) => [...word][0] ?? '');
  return letters.join('').toUpperCase() || '?';
}

function hash(text: string): number {
  let sum = 7;
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return sum;
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
