// Reads `TYPE NAME…`, `TYPE/NAME…` and `TYPE,TYPE` as the resource builder of cli-runtime does.

import { type Refusal, refuse } from '../refusal.ts';
import { findResourceTypes, type ResourceType } from '../resources.ts';

/** What the arguments point at: whole types, or single objects. */
export interface Targets {
  readonly kind: 'targets';
  readonly types: readonly ResourceType[];
  /** Empty where whole types are meant. A pair occurs as often as kubectl would ask for it. */
  readonly objects: readonly TargetObject[];
}

export interface TargetObject {
  readonly type: ResourceType;
  readonly name: string;
}

/** What may stand in a request's path as a name (rest.IsValidPathSegmentName). */
export function isPathSegment(name: string): boolean {
  return name !== '.' && name !== '..' && !/[/%]/.test(name);
}

export function readResourceArguments(args: readonly string[]): Targets | Refusal {
  const typeCount = (args[0]?.split(',').length ?? 0) * (args.length - 1);
  if (typeCount > MAX_OBJECTS) return refuse('too-many-arguments', args[0]?.slice(0, 40));
  const pairs = spreadTypes(args);
  const slashed = pairs.filter((word) => word.includes('/'));
  if (slashed.length > 0) {
    return slashed.length === pairs.length
      ? readPairs(pairs)
      : refuse(
          'bad-argument',
          pairs.find((word) => !word.includes('/')),
        );
  }
  const [typeWords, ...names] = pairs;
  if (typeWords === undefined) return { kind: 'targets', types: [], objects: [] };
  const types: ResourceType[] = [];
  for (const word of new Set(typeWords.split(','))) {
    const found = findResourceTypes(word);
    if (found === undefined) return refuse('unknown-resource', word);
    types.push(...found);
  }
  const unfit = names.find((name) => !isPathSegment(name));
  if (unfit !== undefined) return refuse('bad-argument', unfit);
  // Only one type can be asked for by name here, and `all` is several.
  if (names.length > 0 && types.length > 1) return refuse('bad-argument', typeWords);
  return { kind: 'targets', types, objects: types.flatMap((type) => names.map((name) => ({ type, name }))) };
}

/** More objects than anybody names in a line; beyond it the product of types and names would take long to write out. */
const MAX_OBJECTS = 1_000;

/** `a,b c` is `a/c b/c` to kubectl (normalizeMultipleResourcesArgs). */
function spreadTypes(args: readonly string[]): readonly string[] {
  const [types, ...names] = args;
  if (types === undefined || names.length === 0) return args;
  const words = [...new Set(types.split(','))];
  return words.length > 1 ? words.flatMap((word) => names.map((name) => `${word}/${name}`)) : args;
}

function readPairs(pairs: readonly string[]): Targets | Refusal {
  const objects: TargetObject[] = [];
  for (const pair of pairs) {
    const [typeWord = '', name = '', ...more] = pair.split('/');
    const isPair = more.length === 0 && typeWord !== '' && !typeWord.includes(',') && name !== '';
    if (!isPair || !isPathSegment(name)) return refuse('bad-argument', pair);
    const [type, ...others] = findResourceTypes(typeWord) ?? [];
    if (type === undefined || others.length > 0) return refuse('unknown-resource', typeWord);
    objects.push({ type, name });
  }
  return { kind: 'targets', types: objects.map((object) => object.type), objects };
}
