// Reads the two sides out of the ways in which people ask for a comparison; knows no names.

/** The two sides as typed. */
export interface ComparisonQuestion {
  readonly left: string;
  readonly right: string;
  /**
   * `explicit` can mean nothing else; a `choice` (`X or Y`, `X / Y`, `X Y difference`) may be part of a name or a sentence;
   * a `pair` (`X and Y`) is so more often than not.
   */
  readonly form: 'explicit' | 'choice' | 'pair';
}

const SIDE = '(.+?)';
const LAST = '(.+)';

/** What parts two sides in so many words. */
const VERSUS = '(?:vs\\.?|v\\.?|versus|v/s)';
/** `I would` and the like before a deed. */
const ASKING = '(?:(?:should|would|do|can|could|to)\\s+)?(?:(?:i|you|we|one|people)\\s+)?';
const CHOOSING = '(?:use|using|choose|pick|prefer|need|want|learn|go\\s+(?:for|with))';
const INSTEAD = `(?:instead\\s+of|rather\\s+than|over|not|${VERSUS})`;
const WHATS = "(?:what(?:'s|’s|s|\\s+is|\\s+are)?\\s+)?(?:the\\s+)?(?:main\\s+|key\\s+|exact\\s+)?";

const EXPLICIT = [
  `^(?:.*?\\b)?(?:diff(?:s|erences?)?|distinction)\\s+(?:is\\s+|there\\s+)?(?:between|of|in|btw|b/w|bw|among)\\s+${SIDE}\\s+(?:and|${VERSUS}|or|&|from|to|with)\\s+${LAST}$`,
  `^(?:.*?\\b)?(?:compare|comparing|comparison\\s+(?:of|between)|contrast|distinguish(?:\\s+between)?|choose\\s+between|decide\\s+between|choice\\s+between|confuse)\\s+${SIDE}\\s+(?:with|to|and|against|or|${VERSUS}|from)\\s+${LAST}$`,
  `^(?:.*?\\b)?(?:how|in\\s+what\\s+way)\\s+(?:is|are|does|do)\\s+${SIDE}\\s+(?:any\\s+)?(?:different|differ|distinct|compare|relate[d]?)\\s+(?:from|to|than|with)\\s+${LAST}$`,
  `^(?:.*?\\b)?(?:how|in\\s+what\\s+way)\\s+${SIDE}\\s+(?:differs?|is\\s+different|are\\s+different|compares?)\\s+(?:from|to|than|with)\\s+${LAST}$`,
  `^(?:when|why|where)\\s+${ASKING}${CHOOSING}\\s+${SIDE}\\s+${INSTEAD}\\s+${LAST}$`,
  `^(?:when|why|where)\\s+${ASKING}${CHOOSING}\\s+${SIDE}\\s+(?:and\\s+when|or)\\s+(?:to\\s+(?:use\\s+)?)?${LAST}$`,
  `^(?:which\\s+(?:one\\s+)?)?(?:should\\s+(?:i|we|one)|do\\s+(?:i|we)|shall\\s+(?:i|we)|can\\s+i)\\s+${CHOOSING}\\s+${SIDE}\\s+or\\s+${LAST}$`,
  `^${WHATS}differences?\\s+${SIDE}\\s+(?:and|${VERSUS}|or)\\s+${LAST}$`,
  `^${SIDE}\\s+(?:${VERSUS}|compared\\s+(?:to|with)|in\\s+comparison\\s+(?:to|with)|or\\s+rather|instead\\s+of|rather\\s+than|against|as\\s+opposed\\s+to)\\s+${LAST}$`,
  `^${SIDE}\\s+(?:and|&|or)\\s+${SIDE}\\s*[,:;.?-]?\\s+(?:${WHATS}(?:diff|difference|differences|compared|comparison)|how\\s+do\\s+they\\s+differ|when\\s+to\\s+use\\s+(?:which|what|each)|which\\s+one.*)$`,
  `^(?:is|are)\\s+${SIDE}\\s+(?:(?:basically|just|really)\\s+)?(?:the\\s+same\\s+(?:thing\\s+)?(?:as|like)|better\\s+than|faster\\s+than|cheaper\\s+than|like|different\\s+(?:from|to|than))\\s+${LAST}$`,
  `^(?:are|is)\\s+${SIDE}\\s+and\\s+${SIDE}\\s+(?:the\\s+same|different|identical|interchangeable)(?:\\s+thing)?$`,
  `^(?:which|what(?:'s|’s|s|\\s+is)?)\\s+(?:is\\s+|one\\s+is\\s+)?(?:better|best|faster|cheaper|easier|preferred|more\\s+\\w+)\\s*(?:for\\s+[^,:]+)?[,:-]?\\s+${SIDE}\\s+or\\s+${LAST}$`,
  `^(?:pros\\s+and\\s+cons|advantages?|benefits?)\\s+of\\s+(?:using\\s+)?${SIDE}\\s+(?:over|${VERSUS}|instead\\s+of|compared\\s+to)\\s+${LAST}$`,
].map((pattern) => new RegExp(pattern, 'i'));

const CHOICE = [
  `^(?:which\\s+(?:is\\s+better|one)?[,:]?\\s*)?${SIDE}\\s+or\\s+${LAST}$`,
  `^${SIDE}\\s*/\\s*${LAST}$`,
].map((pattern) => new RegExp(pattern, 'i'));

const PAIR = [new RegExp(`^${SIDE}\\s+(?:and|&)\\s+${LAST}$`, 'i')];

const UNPARTED = /^(?:(.+)\s+(?:differences?|compared|comparison)|(?:differences?|compare|comparison)\s+(.+))$/i;
const MAX_UNPARTED_WORDS = 8;

/** What people put around a side: articles, verbs of use, a question's tail. */
const LEADING =
  /^(?:(?:when|why|should|do|does|did|i|we|you|to|use|using|choose|just|a|an|the|is|are|what|whats|what's|between|in|of)\s+)+/i;
const TRAILING =
  /(?:[\s,]+(?:please|pls|then|exactly|in simple terms|simply|explained|explain|difference|differences|comparison|which (?:one )?(?:is (?:better|faster|best|cheaper|easier|more \w+)|(?:should|do) (?:i|we) \w+)|when (?:to|should i|do i) use(?: (?:which|what|each|one|them))?|for (?:a )?(?:beginner|newbie)s?|in (?:\d+ )?(?:short|a nutshell|plain english)|the same|what do they do|pros and cons))+$/i;
/** A third side: two are compared, the rest can be asked next. */
const FURTHER = new RegExp(`\\s+${VERSUS}\\s.*$`, 'i');
const MAX_LENGTH = 300;

/** Every reading of the question as a comparison, explicit forms first; empty when it is none. */
export function readComparisonQuestions(question: string): readonly ComparisonQuestion[] {
  const text = question
    .replace(/\s+/g, ' ')
    .replace(/[\s?!.]+$/, '')
    .trim();
  if (text.length > MAX_LENGTH) return [];
  return [
    ...readings(text, EXPLICIT, 'explicit'),
    ...readings(text, CHOICE, 'choice'),
    ...readings(text, PAIR, 'pair'),
    ...splits(text),
  ];
}

/** `tableau power bi difference` says that two are to be told apart, but not where the one ends and the other begins. */
function splits(text: string): ComparisonQuestion[] {
  const [, before, after] = UNPARTED.exec(text) ?? [];
  const words = (before ?? after ?? '').split(' ');
  if (words.length > MAX_UNPARTED_WORDS) return [];
  return words.slice(1).flatMap((_, at) => {
    const sides = { left: trimSide(words.slice(0, at + 1).join(' ')), right: trimSide(words.slice(at + 1).join(' ')) };
    return sides.left === '' || sides.right === '' ? [] : [{ ...sides, form: 'choice' }];
  });
}

function readings(text: string, patterns: readonly RegExp[], form: ComparisonQuestion['form']): ComparisonQuestion[] {
  return patterns.flatMap((pattern) => {
    const [, left, right] = pattern.exec(text) ?? [];
    if (left === undefined || right === undefined) return [];
    const sides = { left: trimSide(left), right: trimSide(right.replace(FURTHER, '')) };
    return sides.left === '' || sides.right === '' ? [] : [{ ...sides, form }];
  });
}

function trimSide(side: string): string {
  const bare = side
    .replace(/["“”'‘’`]/g, '')
    .replace(/[,:;?!.]+$/, '')
    .trim();
  return bare.replace(TRAILING, '').replace(LEADING, '').trim();
}
