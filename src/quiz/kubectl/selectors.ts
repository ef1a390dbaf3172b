// Reads label and field selectors; a selector is a set of requirements, so their order means nothing.

const REQUIREMENT = /^([^\s=!<>(),]+)\s*(?:(==|=|!=|>|<)\s*([^\s=!<>(),]*)|\s(in|notin)\s*\(([^()]*)\))?$/;
const EQUALITY = /^([^\s=!<>(),]+)\s*==?\s*([^\s=!<>(),]*)$/;
const ABSENT = /^!\s*([^\s=!<>(),]+)$/;

/**
 * The one canonical text of a label selector: `b==2,a in (y,x)` is `a in (x,y),b=2`. A text that is no selector comes back
 * as it is, for the server to judge.
 */
export function canonicalSelector(text: string): string {
  const requirements = splitRequirements(text).map(canonicalRequirement);
  return requirements.includes(undefined) ? text : [...new Set(requirements)].sort().join(',');
}

/** False where kubectl's own parser would refuse the selector. */
export function isSelector(text: string): boolean {
  return text.trim() === '' || splitRequirements(text).every((part) => canonicalRequirement(part) !== undefined);
}

/** The labels of a selector that only says what is equal (`a=b,c==d`), sorted; undefined where it says anything else. */
export function readEqualities(text: string): readonly string[] | undefined {
  const pairs = splitRequirements(text).map((part) => EQUALITY.exec(part));
  return pairs.includes(null) ? undefined : [...new Set(pairs.map((pair) => `${pair?.[1]}=${pair?.[2]}`))].sort();
}

/** Splits at commas that stand outside of brackets. */
function splitRequirements(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    else if (sign === ',' && depth === 0) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  parts.push(text.slice(start).trim());
  return parts;
}

function canonicalRequirement(part: string): string | undefined {
  const absent = ABSENT.exec(part)?.[1];
  if (absent !== undefined) return `!${absent}`;
  const [whole, key, sign, value, word, list] = REQUIREMENT.exec(part) ?? [];
  if (whole === undefined) return undefined;
  if (word !== undefined && list !== undefined) {
    const values = [...new Set(list.split(',').map((one) => one.trim()))].sort();
    return word === 'in' && values.length === 1 ? `${key}=${values[0]}` : `${key} ${word} (${values.join(',')})`;
  }
  return sign === undefined ? key : `${key}${sign === '==' ? '=' : sign}${value}`;
}
