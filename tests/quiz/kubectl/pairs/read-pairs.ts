// Pairs of command lines as they are written by hand: `expected == answer`, `expected != answer`, `expected !! answer`.

export interface WrittenPair {
  /** Without `kubectl`, as is the answer. */
  readonly expected: string;
  readonly answer: string;
  /** `==` the same by meaning, `!=` something else, `!!` refused by kubectl. */
  readonly verdict: 'same' | 'different' | 'invalid';
  /** The first kubectl that knows both, e.g. 24 for 1.24; 20 where nothing is written. Where 1.20 alone is known to judge otherwise: 32. */
  readonly sinceMinor: number;
}

const VERDICTS = { '==': 'same', '!=': 'different', '!!': 'invalid' } as const;
const OLDEST_MINOR = 20;

/** One pair a line; `1.24:` before it says since when kubectl knows what is in it. Throws on a line of another form. */
export function readPairs(text: string): readonly WrittenPair[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(readPair);
}

function readPair(line: string): WrittenPair {
  const [, minor, expected, sign, answer] = /^(?:1\.(\d+): )?(.*?)\s+(==|!=|!!)\s+(.*)$/.exec(line) ?? [];
  if (expected === undefined || answer === undefined || (sign !== '==' && sign !== '!=' && sign !== '!!')) {
    throw new Error(`not a pair: ${line}`);
  }
  return { expected, answer, verdict: VERDICTS[sign], sinceMinor: minor === undefined ? OLDEST_MINOR : Number(minor) };
}
