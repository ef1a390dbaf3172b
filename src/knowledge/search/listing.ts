// One searchable line for each entry: the names it goes by and the text behind it, whatever its kind.

import type { CloudRow, Knowledge, KnowledgeEntry, KubectlTask } from '../types.ts';

/** An entry as the search sees it. */
export interface Listing {
  /** Position in the list of all. */
  readonly number: number;
  readonly entry: KnowledgeEntry;
  /** As shown in suggestions. */
  readonly title: string;
  /** The title and every other name; none of them twice. */
  readonly names: readonly string[];
  /** Names that others go by too. */
  readonly sharedNames: readonly string[];
  readonly text: string;
  readonly topicId: string | undefined;
}

/** Which kind answers where several go by one name: what says what a thing is comes before what mentions it. */
const KIND_ORDER: readonly KnowledgeEntry['kind'][] = [
  'concept',
  'troubleshooting',
  'note',
  'topic',
  'cloud',
  'kubectl',
];

/** Listings of everything that `/explain` can show, in the order in which kinds answer. */
export function listEntries(knowledge: Knowledge): Listing[] {
  const entries: KnowledgeEntry[] = [
    ...knowledge.concepts.map((concept) => ({ kind: 'concept', concept }) as const),
    ...knowledge.troubleshooting.map((troubleshooting) => ({ kind: 'troubleshooting', troubleshooting }) as const),
    ...knowledge.notes.map((note) => ({ kind: 'note', note }) as const),
    ...knowledge.topics.map((topic) => ({ kind: 'topic', topic }) as const),
    ...knowledge.cloudRows.map((row) => ({ kind: 'cloud', row }) as const),
    ...knowledge.kubectlTasks.map((task) => ({ kind: 'kubectl', task }) as const),
  ];
  return entries.map((entry, number) => ({ number, entry, title: titleOf(entry), ...contentOf(entry) }));
}

/** Where an entry's kind stands when several go by one name; lower answers first. */
export function kindRank(entry: KnowledgeEntry): number {
  return KIND_ORDER.indexOf(entry.kind);
}

/** The name under which an entry is shown and found again. */
export function titleOf(entry: KnowledgeEntry): string {
  switch (entry.kind) {
    case 'concept':
      return entry.concept.title;
    case 'troubleshooting':
      return entry.troubleshooting.title;
    case 'note':
      return entry.note.title;
    case 'topic':
      return entry.topic.shortTitle;
    case 'cloud':
      return entry.row.need;
    case 'kubectl':
      return entry.task.title ?? entry.task.command;
  }
}

type Content = Pick<Listing, 'names' | 'sharedNames' | 'text' | 'topicId'>;

function contentOf(entry: KnowledgeEntry): Content {
  switch (entry.kind) {
    case 'concept': {
      const { title, aliases, sharedAliases, summary, useWhen, notFor, relates, example, topicId } = entry.concept;
      const text = [summary, useWhen, notFor, relates, example].filter((part) => part !== undefined).join('\n');
      return { names: unique([title, ...aliases]), sharedNames: sharedAliases ?? [], text, topicId };
    }
    case 'troubleshooting': {
      const { title, aliases, meaning, causes, fixes, firstCommand, topicId } = entry.troubleshooting;
      const text = [meaning, firstCommand, ...causes, ...fixes].join('\n');
      return { names: unique([title, ...aliases]), sharedNames: [], text, topicId };
    }
    case 'note':
      return {
        names: unique([entry.note.title, ...entry.note.aliases]),
        sharedNames: [],
        text: entry.note.text,
        topicId: undefined,
      };
    case 'topic': {
      const { id, shortTitle, title, aliases, focus, why } = entry.topic;
      const text = [why ?? '', ...focus.map((item) => item.text)].join('\n');
      return { names: unique([shortTitle, title, ...aliases]), sharedNames: [], text, topicId: id };
    }
    case 'cloud':
      return { names: namesOfRow(entry.row), sharedNames: [], text: textOfRow(entry.row), topicId: undefined };
    case 'kubectl':
      return {
        names: namesOfTask(entry.task),
        sharedNames: [],
        text: textOfTask(entry.task),
        topicId: entry.task.topicId,
      };
  }
}

function namesOfRow({ need, aliases, services }: CloudRow): string[] {
  const ofServices = Object.values(services).flatMap(({ name, aliases: others, formerNames }) => [
    name,
    ...others,
    ...formerNames,
  ]);
  return unique([need, ...(aliases ?? []), ...ofServices]);
}

function textOfRow({ difference, accessInterface, pipelineApproach }: CloudRow): string {
  return [difference, accessInterface, pipelineApproach].filter((part) => part !== undefined).join('\n');
}

function namesOfTask({ title, goal, command, writtenAs, accepted, aliases }: KubectlTask): string[] {
  const spoken = title === undefined && goal !== undefined ? [goal] : [];
  const lines = [command, ...accepted, ...(writtenAs === undefined ? [] : [writtenAs])];
  return unique([...(title === undefined ? [] : [title]), ...spoken, ...aliases, ...lines.map(withoutParameters)]);
}

function textOfTask({ goal, explanation }: KubectlTask): string {
  return withoutParameters([goal, explanation].filter((part) => part !== undefined).join('\n'));
}

/** Nobody asks for a parameter by the name that the author gave it, nor for the flag that takes it. */
function withoutParameters(text: string): string {
  return text.replace(/(?:\s--?[a-z-]+[= ])?\{[a-z0-9-]+\}/g, '');
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
