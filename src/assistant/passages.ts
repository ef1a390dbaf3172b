// Knowledge as passages that can be quoted: each entry in blocks, with the place and the public page that stand behind it.

import type {
  CloudProvider,
  CloudRow,
  Comparison,
  Concept,
  Knowledge,
  KnowledgeEntry,
  KubectlTask,
  LookupResult,
  SourcePlace,
  Topic,
  Troubleshooting,
} from '../knowledge/types.ts';
import type { SearchResult } from './model-port.ts';

export interface Passage extends SearchResult {
  readonly place: SourcePlace;
  /** The public page behind it. */
  readonly url: string | undefined;
  /** Other names it goes by. */
  readonly aliases: readonly string[];
}

const PROVIDER_NAMES: Readonly<Record<CloudProvider, string>> = { aws: 'AWS', azure: 'Azure', gcp: 'Google Cloud' };

/** Every passage of the knowledge, in the order of its kinds; `source` is unique. */
export function listPassages(knowledge: Knowledge): readonly Passage[] {
  const passages = [
    ...knowledge.concepts.map(conceptPassage),
    ...knowledge.comparisons.map((comparison) => comparisonPassage(comparison, knowledge.concepts)),
    ...knowledge.troubleshooting.map(troubleshootingPassage),
    ...knowledge.notes.map((note) =>
      passage(note.place, note.title, [note.text], { aliases: note.aliases, url: undefined }),
    ),
    ...knowledge.topics.map(topicPassage),
    ...knowledge.cloudRows.map(cloudPassage),
    ...knowledge.kubectlTasks.map(kubectlPassage),
  ].filter((each) => each.blocks.length > 0);
  return withUniqueSources(passages);
}

/** The passage of an entry that a look-up found, before its source is made unique. */
export function entryPassage(entry: KnowledgeEntry): Passage {
  switch (entry.kind) {
    case 'concept':
      return conceptPassage(entry.concept);
    case 'topic':
      return topicPassage(entry.topic);
    case 'troubleshooting':
      return troubleshootingPassage(entry.troubleshooting);
    case 'kubectl':
      return kubectlPassage(entry.task);
    case 'cloud':
      return cloudPassage(entry.row);
    case 'note':
      return passage(entry.note.place, entry.note.title, [entry.note.text], {
        aliases: entry.note.aliases,
        url: undefined,
      });
  }
}

/** The passages that a look-up's result consists of, the rule of thumb first; none when nothing is known. */
export function resultPassages(result: LookupResult, knowledge: Knowledge): readonly Passage[] {
  switch (result.kind) {
    case 'entry':
      return [entryPassage(result.entry)];
    case 'comparison': {
      const { left, right, ruleOfThumb } = result;
      const rule = ruleOfThumb === undefined ? [] : [comparisonPassage(ruleOfThumb, knowledge.concepts)];
      return [...rule, entryPassage(left), entryPassage(right)];
    }
    case 'half-known':
      return [entryPassage(result.known)];
    case 'unknown':
      return [];
  }
}

/** Where a passage stands, as it is shown: the file and the headings above it. */
export function describePlace(place: SourcePlace): string {
  return [place.file, ...place.headings].join(' › ');
}

export function comparisonPassage(comparison: Comparison, concepts: readonly Concept[]): Passage {
  const titleOf = (id: string): string => concepts.find((concept) => concept.id === id)?.title ?? id;
  const title = `${titleOf(comparison.leftId)} vs ${titleOf(comparison.rightId)}`;
  return passage(comparison.place, title, [comparison.ruleOfThumb], { aliases: [], url: comparison.source?.url });
}

export function cloudPassage(row: CloudRow): Passage {
  const providers = ['aws', 'azure', 'gcp'] as const;
  const names = providers.flatMap((provider) => {
    const service = row.services[provider];
    if (service === undefined) return [];
    const former = service.formerNames.length === 0 ? '' : ` (formerly ${service.formerNames.join(', ')})`;
    return [`${PROVIDER_NAMES[provider]}: ${service.name}${former}.`];
  });
  const grades = Object.entries(row.grades).map(([pair, grade]) => `${pair}: ${grade}`);
  const services = Object.values(row.services);
  return passage(
    row.place,
    row.need,
    [
      `${row.need}. ${names.join(' ')}`,
      grades.length === 0 ? undefined : `How far they do the same: ${grades.join('; ')}.`,
      row.difference,
      row.accessInterface === undefined ? undefined : `Reached through: ${row.accessInterface}.`,
      row.pipelineApproach === undefined ? undefined : `Data gets in by: ${row.pipelineApproach}.`,
    ],
    {
      aliases: services.flatMap(({ name, aliases, formerNames }) => [name, ...aliases, ...formerNames]),
      url: row.source?.url,
    },
  );
}

function conceptPassage(concept: Concept): Passage {
  const { summary, useWhen, notFor, relates, example } = concept;
  return passage(
    concept.place,
    concept.title,
    [
      summary,
      labelled('Use it when', useWhen),
      labelled('Not for', notFor),
      labelled('Relates to', relates),
      labelled('Example', example),
    ],
    { aliases: concept.aliases, url: concept.source?.url },
  );
}

function topicPassage(topic: Topic): Passage {
  const { difficulty } = topic;
  const level =
    difficulty === undefined
      ? undefined
      : `${difficulty.low === difficulty.high ? difficulty.low : `${difficulty.low} to ${difficulty.high}`}${difficulty.note === undefined ? '' : `. ${difficulty.note}`}`;
  return passage(
    topic.place,
    topic.title,
    [
      topic.focus.length === 0 ? undefined : `What to learn: ${topic.focus.map((item) => item.text).join(' ')}`,
      labelled('Why it is on the list', topic.why),
      labelled('Difficulty', level),
      labelled('Effort', topic.effort),
    ],
    { aliases: [topic.shortTitle, ...topic.aliases], url: undefined },
  );
}

function troubleshootingPassage(entry: Troubleshooting): Passage {
  return passage(
    entry.place,
    entry.title,
    [
      entry.meaning,
      `First command: \`${entry.firstCommand}\``,
      entry.causes.length === 0 ? undefined : `Causes, likeliest first: ${entry.causes.join(' ')}`,
      entry.fixes.length === 0 ? undefined : `Fixes: ${entry.fixes.join(' ')}`,
    ],
    { aliases: entry.aliases, url: entry.source?.url },
  );
}

function kubectlPassage(task: KubectlTask): Passage {
  return passage(
    task.place,
    task.title ?? task.command,
    [
      task.goal === undefined ? undefined : `Task: ${task.goal}`,
      `\`${task.command}\``,
      ...task.accepted.map((other) => `Also: \`${other}\``),
      task.explanation,
      labelled('Since kubectl', task.sinceVersion),
    ],
    { aliases: task.aliases, url: task.source?.url },
  );
}

function passage(
  place: SourcePlace,
  title: string,
  blocks: readonly (string | undefined)[],
  more: { readonly aliases: readonly string[]; readonly url: string | undefined },
): Passage {
  return {
    source: `${place.file}:${place.line}`,
    title,
    blocks: blocks.filter((block) => block !== undefined && block.trim() !== '').map((block) => String(block)),
    place,
    ...more,
  };
}

/** Several entries may stand on one line, e.g. in a list of commands. */
function withUniqueSources(passages: readonly Passage[]): readonly Passage[] {
  const counts = new Map<string, number>();
  return passages.map((each) => {
    const number = (counts.get(each.source) ?? 0) + 1;
    counts.set(each.source, number);
    return number === 1 ? each : { ...each, source: `${each.source}.${number}` };
  });
}

function labelled(label: string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : `${label}: ${text}`;
}
