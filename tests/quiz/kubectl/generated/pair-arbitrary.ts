// Random pairs of command lines: a line that people write, and the same line respelt, changed a little, or both.

import fc from 'fast-check';
import { findCommand } from '../../../../src/quiz/kubectl/command-tree.ts';
import { findFlag } from '../../../../src/quiz/kubectl/flags.ts';
import { splitShellWords } from '../../../../src/quiz/kubectl/shell-words.ts';
import { builtInResources } from '../../../../src/quiz/kubectl/table/built-in-resources.ts';
import { kubectlTable } from '../../../../src/quiz/kubectl/table/kubectl-table.ts';
import type { FlagEntry } from '../../../../src/quiz/kubectl/table/table-types.ts';
import { flagArbitrary, spellingArbitrary } from './flag-arbitraries.ts';

/** Words without `kubectl`. */
export interface GeneratedPair {
  readonly expected: readonly string[];
  readonly answer: readonly string[];
}

type Words = readonly string[];
type Edit = (words: Words) => fc.Arbitrary<Words>;

const SIBLING_VERBS: readonly Words[] = [
  ['cordon', 'uncordon', 'drain'],
  ['get', 'describe', 'delete', 'edit'],
  ['label', 'annotate'],
  ['pause', 'resume', 'restart', 'undo', 'status', 'history'],
  ['approve', 'deny'],
  ['apply', 'create', 'replace', 'diff'],
  ['role', 'clusterrole'],
];
const NEAR_NAMES: Readonly<Record<string, string>> = { x: 'y', y: 'x', web: 'dev', n: 'm', a: 'b' };

/** `lines` are command lines to start from, without `kubectl`. */
export function pairArbitrary(lines: readonly string[]): fc.Arbitrary<GeneratedPair> {
  const starts = lines.map(wordsOf).filter((words) => words.length > 0);
  return fc.constantFrom(...starts).chain((start) =>
    fc
      .record({
        extra: fc.oneof({ weight: 2, arbitrary: addFlag(start) }, { weight: 1, arbitrary: fc.constant(start) }),
        edits: fc.array(fc.constantFrom<Edit>(respellFlag, moveFlag, aliasType, joinTypeAndName), { maxLength: 3 }),
        change: fc.constantFrom<Edit | undefined>(
          undefined,
          addFlag,
          addFlag,
          dropWord,
          changeName,
          changeVerb,
          changeFlag,
        ),
      })
      .chain(({ extra, edits, change }) => {
        const all = change === undefined ? edits : [...edits, change];
        return editAll(extra, all).map((answer) => ({ expected: extra, answer }));
      }),
  );
}

function wordsOf(line: string): Words {
  const split = splitShellWords(line);
  return split.kind === 'words' ? split.words : [];
}

function editAll(words: Words, edits: readonly Edit[]): fc.Arbitrary<Words> {
  const [first, ...rest] = edits;
  return first === undefined ? fc.constant(words) : first(words).chain((edited) => editAll(edited, rest));
}

function flagsOf(words: Words): readonly FlagEntry[] {
  const found = findCommand(words);
  return found.kind === 'refused' ? [] : [...found.node.entry.flags, ...kubectlTable.globalFlags];
}

function verbOf(words: Words): string {
  const found = findCommand(words);
  return found.kind === 'refused' ? '' : found.node.entry.path.join(' ');
}

/** Words up to `--`; what follows is not kubectl's. */
function ownLength(words: Words): number {
  const dash = words.indexOf('--');
  return dash < 0 ? words.length : dash;
}

function addFlag(words: Words): fc.Arbitrary<Words> {
  return flagArbitrary(verbOf(words), flagsOf(words)).map((flag) => insertAt(words, ownLength(words), flag));
}

function insertAt(words: Words, at: number, extra: Words): Words {
  return [...words.slice(0, at), ...extra, ...words.slice(at)];
}

/** One flag as it stands in the words: where, how many words long, with which value. */
interface FlagPlace {
  readonly at: number;
  readonly length: number;
  readonly flag: FlagEntry;
  readonly value: string | undefined;
}

function flagPlaces(words: Words): readonly FlagPlace[] {
  const found = findCommand(words);
  if (found.kind === 'refused') return [];
  const places: FlagPlace[] = [];
  for (let at = 0; at < ownLength(words); at += 1) {
    const [, name, value] = /^--([^=]+)(?:=([\s\S]*))?$/.exec(words[at] ?? '') ?? [];
    const flag = name === undefined ? undefined : findFlag(found.node.flags, name);
    if (flag === undefined) continue;
    const takesNext = value === undefined && flag.type !== 'bool' && flag.isValueOptional !== true;
    places.push({ at, length: takesNext ? 2 : 1, flag, value: takesNext ? words[at + 1] : value });
  }
  return places.filter((place) => place.at + place.length <= ownLength(words));
}

function onFlag(words: Words, edit: (place: FlagPlace) => fc.Arbitrary<Words>): fc.Arbitrary<Words> {
  const places = flagPlaces(words);
  return places.length === 0 ? fc.constant(words) : fc.constantFrom(...places).chain(edit);
}

function withoutFlag(words: Words, place: FlagPlace): Words {
  return [...words.slice(0, place.at), ...words.slice(place.at + place.length)];
}

function respellFlag(words: Words): fc.Arbitrary<Words> {
  return onFlag(words, (place) =>
    spellingArbitrary(place.flag, place.value).map((spelt) => insertAt(withoutFlag(words, place), place.at, spelt)),
  );
}

function moveFlag(words: Words): fc.Arbitrary<Words> {
  return onFlag(words, (place) => {
    const rest = withoutFlag(words, place);
    const flag = words.slice(place.at, place.at + place.length);
    return fc.integer({ min: 0, max: ownLength(rest) }).map((at) => insertAt(rest, at, flag));
  });
}

function changeFlag(words: Words): fc.Arbitrary<Words> {
  return onFlag(words, (place) =>
    flagArbitrary(verbOf(words), [place.flag]).map((flag) => insertAt(withoutFlag(words, place), place.at, flag)),
  );
}

function dropWord(words: Words): fc.Arbitrary<Words> {
  return fc.nat({ max: Math.max(0, words.length - 1) }).map((at) => [...words.slice(0, at), ...words.slice(at + 1)]);
}

function replaceSome(words: Words, replace: (word: string) => readonly string[]): fc.Arbitrary<Words> {
  const places = words.flatMap((word, at) => replace(word).map((other) => ({ at, other })));
  if (places.length === 0) return fc.constant(words);
  return fc.constantFrom(...places).map(({ at, other }) => words.map((word, index) => (index === at ? other : word)));
}

function changeName(words: Words): fc.Arbitrary<Words> {
  return replaceSome(words, (word) => {
    const [first = '', second] = word.split('/');
    const near = NEAR_NAMES[second ?? first];
    if (near === undefined) return [];
    return [second === undefined ? near : `${first}/${near}`];
  });
}

function changeVerb(words: Words): fc.Arbitrary<Words> {
  return replaceSome(words, (word) => SIBLING_VERBS.filter((group) => group.includes(word)).flat());
}

function aliasType(words: Words): fc.Arbitrary<Words> {
  return replaceSome(words, (word) => {
    const [type = '', ...name] = word.split('/');
    return otherNames(type).map((other) => [other, ...name].join('/'));
  });
}

function otherNames(type: string): Words {
  const entry = builtInResources.find(
    (one) => one.plural === type || one.singular === type || one.shortNames.includes(type),
  );
  if (entry === undefined) return [];
  const full = entry.group === '' ? [] : [`${entry.plural}.${entry.group}`];
  return [entry.plural, entry.singular, ...entry.shortNames, ...full];
}

/** `TYPE NAME` becomes `TYPE/NAME`, and the other way round. */
function joinTypeAndName(words: Words): fc.Arbitrary<Words> {
  const joined: Words[] = [];
  for (let at = 1; at < ownLength(words); at += 1) {
    const [type = '', name, ...more] = (words[at] ?? '').split('/');
    const next = words[at + 1];
    if (otherNames(type).length === 0 || more.length > 0) continue;
    if (name !== undefined) joined.push([...words.slice(0, at), type, name, ...words.slice(at + 1)]);
    else if (next !== undefined && !next.startsWith('-') && at + 1 < ownLength(words)) {
      joined.push([...words.slice(0, at), `${type}/${next}`, ...words.slice(at + 2)]);
    }
  }
  return joined.length === 0 ? fc.constant(words) : fc.constantFrom(...joined);
}
