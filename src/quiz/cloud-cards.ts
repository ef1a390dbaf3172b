// Cards from the rows of cloud services: name the counterpart of a service at another provider, both ways.

import type { CloudProvider, CloudRow, CloudService, Knowledge } from '../knowledge/types.ts';
import type { Card } from './card.ts';
import type { AnswerMode, TermQuestion } from './question.ts';
import { type Random, shuffle } from './random.ts';
import { nearRivals } from './term-match.ts';

const OPTION_COUNT = 4;
const PROVIDERS = ['aws', 'azure', 'gcp'] as const satisfies readonly CloudProvider[];

/** How a card's id names its direction, e.g. `cloud:managed-kubernetes:aws-azure`. */
export function cloudCards(knowledge: Knowledge): readonly Card[] {
  const rows = knowledge.cloudRows;
  const topics = topicsByName(knowledge);
  return rows.flatMap((row) =>
    PROVIDERS.flatMap((from) =>
      PROVIDERS.flatMap((to) => {
        const source = row.services[from];
        const target = row.services[to];
        const isTwin = from !== to && source !== undefined && target !== undefined && gradeOf(row, from, to) !== 'none';
        return isTwin ? [counterpartCard({ row, from, to, source, target }, rows, topics)] : [];
      }),
    ),
  );
}

interface Twin {
  readonly row: CloudRow;
  readonly from: CloudProvider;
  readonly to: CloudProvider;
  readonly source: CloudService;
  readonly target: CloudService;
}

function counterpartCard(twin: Twin, rows: readonly CloudRow[], topics: TopicsByName): Card {
  const id = `cloud:${twin.row.id}:${twin.from}-${twin.to}`;
  const wrongCount = wrongNames(twin, rows).length;
  return {
    id,
    deck: 'cloud',
    topicId: topicOf(twin, topics),
    family: `cloud:${twin.row.id}`,
    modes: wrongCount === 0 ? ['typed'] : ['typed', 'choice'],
    draw: (mode, random) => drawCounterpart(id, twin, rows, mode, random),
  };
}

/** Topics of the concepts that go by a name in lower case. */
type TopicsByName = ReadonlyMap<string, ReadonlySet<string>>;

function topicsByName({ concepts }: Knowledge): TopicsByName {
  const topics = new Map<string, Set<string>>();
  for (const { title, aliases, topicId } of concepts) {
    if (topicId === undefined) continue;
    for (const name of [title, ...aliases].map((one) => one.toLowerCase()))
      topics.set(name, (topics.get(name) ?? new Set()).add(topicId));
  }
  return topics;
}

/** The topic that the knowledge files one of the two services under as a concept; none where they are filed apart. */
function topicOf({ source, target }: Twin, topics: TopicsByName): string | undefined {
  const names = [source, target].flatMap(({ name, aliases }) => [name, ...aliases.filter(isWholeName)]);
  const found = new Set(names.flatMap((name) => [...(topics.get(name.toLowerCase()) ?? [])]));
  const [topicId, ...others] = found;
  return others.length === 0 ? topicId : undefined;
}

/** Of one word, several things may go by it, as by STS. */
function isWholeName(name: string): boolean {
  return name.includes(' ');
}

function drawCounterpart(
  cardId: string,
  twin: Twin,
  rows: readonly CloudRow[],
  mode: AnswerMode,
  random: Random,
): TermQuestion {
  const { row, from, to, source, target } = twin;
  const [near, far] = [wrongNames(twin, rows), namesAt(rows, from).filter((name) => name !== source.name)];
  const wrong = [...shuffle(near, random), ...shuffle(far, random)].slice(0, OPTION_COUNT - 1);
  const accepted = [...target.aliases, ...target.formerNames, ...otherTargets(twin, rows)];
  const options = mode === 'choice' ? shuffle([target.name, ...wrong], random) : [];
  return {
    kind: 'term',
    cardId,
    mode,
    options,
    rightOption: options.indexOf(target.name),
    place: row.place,
    ...(row.source === undefined ? {} : { sourceUrl: row.source.url }),
    ...(row.difference === undefined ? {} : { explanation: row.difference }),
    lookUp: source.name,
    clue: { kind: 'counterpart', service: source.name, from, to, need: row.need },
    answer: target.name,
    accepted,
    rivals: mode === 'typed' ? nearRivals({ answer: target.name, accepted }, near) : [],
  };
}

/** Services that the same source maps to in other rows: right as well. */
function otherTargets({ row, from, to, source }: Twin, rows: readonly CloudRow[]): readonly string[] {
  return rows
    .filter((other) => other !== row && other.services[from]?.name === source.name)
    .flatMap((other) => other.services[to]?.name ?? []);
}

/** Services of the target's provider that are no counterpart of the source in any row. */
function wrongNames(twin: Twin, rows: readonly CloudRow[]): readonly string[] {
  const right = new Set([twin.target.name, ...otherTargets(twin, rows)]);
  return namesAt(rows, twin.to).filter((name) => !right.has(name));
}

function namesAt(rows: readonly CloudRow[], provider: CloudProvider): readonly string[] {
  return [...new Set(rows.flatMap((row) => row.services[provider]?.name ?? []))];
}

function gradeOf(row: CloudRow, one: CloudProvider, other: CloudProvider): string | undefined {
  return row.grades[[one, other].sort().join('-')];
}
