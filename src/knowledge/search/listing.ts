// One searchable line for each entry: the names it goes by and the text behind it, whatever its kind.

import type { CloudRow, Knowledge, KnowledgeEntry, KubectlTask, SourcePlace } from '../types.ts';

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
  /** What it is and when it is used. */
  readonly text: string;
  /** What stands beside that: neighbours, examples, causes. It names other things as often as the entry's own. */
  readonly aside: string;
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

/** What somebody wrote: one object for each entry, whichever way it was found. */
export function writtenOf(entry: KnowledgeEntry): { readonly place: SourcePlace } {
  switch (entry.kind) {
    case 'concept':
      return entry.concept;
    case 'troubleshooting':
      return entry.troubleshooting;
    case 'note':
      return entry.note;
    case 'topic':
      return entry.topic;
    case 'cloud':
      return entry.row;
    case 'kubectl':
      return entry.task;
  }
}

/** Where an entry stands in the files. */
export function placeOf(entry: KnowledgeEntry): SourcePlace {
  return writtenOf(entry).place;
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

/** The title and every other name; for a row of services those of all of them. */
export function namesOf(entry: KnowledgeEntry): readonly string[] {
  return contentOf(entry).names;
}

type Content = Pick<Listing, 'names' | 'sharedNames' | 'text' | 'aside' | 'topicId'>;

function contentOf(entry: KnowledgeEntry): Content {
  switch (entry.kind) {
    case 'concept': {
      const { title, aliases, sharedAliases, summary, useWhen, notFor, relates, example, topicId } = entry.concept;
      const names = unique([title, ...aliases]);
      return {
        names,
        sharedNames: sharedAliases ?? [],
        text: joined(summary, useWhen),
        aside: joined(notFor, relates, example),
        topicId,
      };
    }
    case 'troubleshooting': {
      const { title, aliases, meaning, causes, fixes, firstCommand, topicId } = entry.troubleshooting;
      const aside = joined(firstCommand, ...causes, ...fixes);
      return { names: unique([title, ...aliases]), sharedNames: [], text: meaning, aside, topicId };
    }
    case 'note': {
      const { title, aliases, text } = entry.note;
      return { names: unique([title, ...aliases]), sharedNames: [], text, aside: '', topicId: undefined };
    }
    case 'topic': {
      const { id, shortTitle, title, aliases, focus, why } = entry.topic;
      const names = unique([shortTitle, title, ...aliases]);
      return { names, sharedNames: [], text: '', aside: joined(why, ...focus.map((item) => item.text)), topicId: id };
    }
    case 'cloud': {
      const { difference, accessInterface, pipelineApproach } = entry.row;
      const aside = joined(difference, accessInterface, pipelineApproach);
      return { names: namesOfRow(entry.row), sharedNames: [], text: '', aside, topicId: undefined };
    }
    case 'kubectl': {
      const { task } = entry;
      const text = withoutParameters(joined(task.goal, task.explanation));
      return { names: namesOfTask(task), sharedNames: [], text, aside: '', topicId: task.topicId };
    }
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

function namesOfTask({ title, goal, command, writtenAs, accepted, aliases }: KubectlTask): string[] {
  const spoken = title === undefined && goal !== undefined ? [goal] : [];
  const lines = [command, ...accepted, ...(writtenAs === undefined ? [] : [writtenAs])];
  return unique([...(title === undefined ? [] : [title]), ...spoken, ...aliases, ...lines.map(withoutValues)]);
}

/** A command line without what its author drew values for; flags stay, but for the namespace, which changes no command. */
function withoutValues(line: string): string {
  return line
    .replace(/\s(?:-n|--namespace)[= ]\{[a-z0-9-]+\}/g, '')
    .replace(/=?\{[a-z0-9-]+\}/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Nobody asks for a parameter by the name that the author gave it, nor for the flag that takes it. */
function withoutParameters(text: string): string {
  return text.replace(/(?:\s--?[a-z-]+[= ])?\{[a-z0-9-]+\}/g, '');
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join('\n');
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
