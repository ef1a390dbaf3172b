// Finds the known word that a misspelt one was meant to be; knows words only, not what they name.

/** Letters a to z as bits; other characters share one. */
const OTHER_BIT = 1 << 26;

interface KnownWord {
  readonly word: string;
  readonly letters: number;
}

/** Suggests the nearest known word within the slips that a word of its length may have; undefined when there is none. */
export type SpellingCorrector = (word: string) => string | undefined;

/**
 * Slips are a letter too many, missing, wrong, or two swapped (optimal string alignment distance). The first letter must be
 * right: it hardly ever slips, and so `racing` is not taken for `tracing`. Four letters may only have two swapped or one
 * doubled; five to seven may have one slip, longer words two.
 */
export function createSpellingCorrector(words: Iterable<string>): SpellingCorrector {
  const byStart = new Map<string, KnownWord[]>();
  for (const word of new Set(words)) {
    if (word.length < 4) continue;
    const start = startKey(word, word.length);
    const bucket = byStart.get(start);
    const known = { word, letters: lettersOf(word) };
    if (bucket === undefined) byStart.set(start, [known]);
    else bucket.push(known);
  }
  return (word) => {
    const allowed = slipsAllowed(word);
    if (allowed === 0 || /^\d|\d{3}/.test(word)) return undefined;
    const letters = lettersOf(word);
    let best: { readonly word: string; readonly slips: number } | undefined;
    for (let length = word.length - allowed; length <= word.length + allowed; length += 1) {
      for (const known of byStart.get(startKey(word, length)) ?? []) {
        if (bitCount(known.letters ^ letters) > 2 * allowed) continue;
        const limit = Math.min(allowed, best?.slips ?? allowed);
        const slips = slipsBetween(word, known.word, limit);
        if (slips > limit || (word.length <= 4 && !isMildSlip(word, known.word))) continue;
        // Of two as near, the one that only has more: letters are left out more often than exchanged.
        if (
          best === undefined ||
          slips < best.slips ||
          (holdsInOrder(known.word, word) && !holdsInOrder(best.word, word))
        )
          best = { word: known.word, slips };
      }
    }
    return best?.word;
  };
}

function holdsInOrder(known: string, typed: string): boolean {
  let at = 0;
  for (const letter of known) if (letter === typed[at]) at += 1;
  return at === typed.length;
}

/** How many slips part two words; any number above `limit` when they are further apart than that. */
export function slipsBetween(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    let lowest = i;
    for (let j = 1; j <= right.length; j += 1) {
      const isSame = left[i - 1] === right[j - 1];
      const exchange = isSame ? 0 : isLikelyExchange(left[i - 1] ?? '', right[j - 1] ?? '') ? 1 : 2;
      let slips = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + exchange);
      const isSwapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      if (isSwapped) slips = Math.min(slips, (before[j - 2] ?? 0) + 1);
      next.push(slips);
      lowest = Math.min(lowest, slips);
    }
    if (lowest > limit) return limit + 1;
    before = row;
    row = next;
  }
  return row[right.length] ?? limit + 1;
}

/** Rows of the keyboard, each shifted by about half a key against the one above. */
const KEY_ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** Letters that are taken for each other by ear. */
const ALIKE = ['aeiou', 'iy', 'sz', 'ckq', 'mn', 'dt', 'bp', 'gj', 'vwf'];

const LIKELY_EXCHANGES: ReadonlySet<string> = new Set([
  ...KEY_ROWS.flatMap((row, at) =>
    [...row].flatMap((key, column) => {
      const below = KEY_ROWS[at + 1] ?? '';
      return [row[column + 1], below[column], below[column - 1]].flatMap((other) =>
        other === undefined ? [] : [key + other, other + key],
      );
    }),
  ),
  ...ALIKE.flatMap((letters) => [...letters].flatMap((a) => [...letters].map((b) => a + b))),
]);

/** A wrong letter is mostly a neighbour on the keyboard, or sounds alike: `grape` is no slip of `graph`. */
function isLikelyExchange(typed: string, meant: string): boolean {
  return LIKELY_EXCHANGES.has(typed + meant);
}

function slipsAllowed(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

/** Swapped neighbours, or one letter doubled or halved. */
function isMildSlip(word: string, known: string): boolean {
  const undoubled = (text: string): string => text.replace(/(.)\1/g, '$1');
  const isSwap = word.length === known.length && [...word].sort().join('') === [...known].sort().join('');
  return isSwap || undoubled(word) === undoubled(known);
}

function startKey(word: string, length: number): string {
  return `${word.charAt(0)}${length}`;
}

function lettersOf(word: string): number {
  let letters = 0;
  for (const character of word) {
    const index = character.charCodeAt(0) - 97;
    letters |= index >= 0 && index < 26 ? 1 << index : OTHER_BIT;
  }
  return letters;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
