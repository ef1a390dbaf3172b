// Reads the two sides out of the ways in which people ask for a comparison; knows no names.

/** The two sides as typed. */
export interface ComparisonQuestion {
  readonly left: string;
  readonly right: string;
  /** True for forms that can mean nothing else; `X or Y` and `X / Y` may be part of a name or a sentence. */
  readonly isExplicit: boolean;
}

const SIDE = '(.+?)';
const LAST = '(.+)';

const EXPLICIT = [
  `^(?:.*?\\b)?(?:differences?|distinction)\\s+(?:is\\s+|there\\s+)?(?:between|of|in|btw|b/w)\\s+${SIDE}\\s+(?:and|vs\\.?|versus|or|&|from)\\s+${LAST}$`,
  `^(?:.*?\\b)?(?:compare|comparing|comparison\\s+(?:of|between)|contrast|distinguish(?:\\s+between)?)\\s+${SIDE}\\s+(?:with|to|and|against|vs\\.?|versus|from)\\s+${LAST}$`,
  `^(?:how|in what way)\\s+(?:is|are|does|do)\\s+${SIDE}\\s+(?:different|differ|distinct)\\s+(?:from|to|than)\\s+${LAST}$`,
  `^(?:when|why)\\s+(?:should|would|do|to|can)?\\s*(?:i|you|we|one)?\\s*(?:use|choose|pick|prefer|need|want)\\s+${SIDE}\\s+(?:instead of|rather than|over|vs\\.?|versus)\\s+${LAST}$`,
  `^(?:should i|do i|when do i)\\s+(?:use|choose|pick|learn|need|want)\\s+${SIDE}\\s+or\\s+${LAST}$`,
  `^(?:what(?:'s|’s|s| is)\\s+)?(?:the\\s+)?difference\\s+${SIDE}\\s+(?:and|vs\\.?|versus|or)\\s+${LAST}$`,
  `^${SIDE}\\s+(?:vs\\.?|v\\.?|versus|v/s|compared\\s+(?:to|with)|or\\s+rather|instead\\s+of|rather\\s+than|against|as\\s+opposed\\s+to)\\s+${LAST}$`,
  `^${SIDE}\\s+and\\s+${SIDE}[,:]?\\s+(?:what(?:'s|’s|s| is)\\s+the\\s+)?(?:difference|differences|compared|comparison)$`,
  `^is\\s+${SIDE}\\s+(?:the\\s+same\\s+(?:thing\\s+)?as|better\\s+than|like|different\\s+from)\\s+${LAST}$`,
].map((pattern) => new RegExp(pattern, 'i'));

const LOOSE = [
  `^(?:which\\s+(?:is\\s+better|one)?[,:]?\\s*)?${SIDE}\\s+or\\s+${LAST}$`,
  `^${SIDE}\\s*/\\s*${LAST}$`,
  `^${SIDE}\\s+(?:and|&)\\s+${LAST}$`,
].map((pattern) => new RegExp(pattern, 'i'));

/** What people put around a side: articles, verbs of use, a question's tail. */
const LEADING =
  /^(?:(?:when|why|should|do|does|did|i|we|you|to|use|using|choose|a|an|the|is|are|what|whats|what's|between|in|of)\s+)+/i;
const TRAILING =
  /(?:[\s,]+(?:please|pls|then|exactly|in simple terms|simply|explained|explain|difference|differences|comparison|which (?:one )?(?:is better|should i (?:use|choose|pick|learn))))+$/i;
const MAX_LENGTH = 300;

/** Every reading of the question as a comparison, explicit forms first; empty when it is none. */
export function readComparisonQuestions(question: string): readonly ComparisonQuestion[] {
  const text = question
    .replace(/\s+/g, ' ')
    .replace(/[\s?!.]+$/, '')
    .trim();
  if (text.length > MAX_LENGTH) return [];
  return [...readings(text, EXPLICIT, true), ...readings(text, LOOSE, false)];
}

function readings(text: string, patterns: readonly RegExp[], isExplicit: boolean): ComparisonQuestion[] {
  return patterns.flatMap((pattern) => {
    const [, left, right] = pattern.exec(text) ?? [];
    if (left === undefined || right === undefined) return [];
    const sides = { left: trimSide(left), right: trimSide(right) };
    return sides.left === '' || sides.right === '' ? [] : [{ ...sides, isExplicit }];
  });
}

function trimSide(side: string): string {
  const bare = side
    .replace(/["“”'‘’`]/g, '')
    .replace(/[,:;?!.]+$/, '')
    .trim();
  return bare.replace(TRAILING, '').replace(LEADING, '').trim();
}
