// Turns the names by which entries refer to each other into ids, and tells every name that means nothing.

import type { Knowledge, Topic } from '../types.ts';
import type { Drafts, Reference, StepDraft, TopicDraft } from './drafts.ts';
import type { FaultLog } from './faults.ts';

/** Finds the id behind a name, in whatever case; undefined when nothing goes by it. */
type Resolve = (name: string) => string | undefined;

/** Knowledge with every reference resolved; unknown names that their file states as references are faults. */
export function resolveReferences(drafts: Drafts, log: FaultLog): Knowledge {
  const topicId = namesOf(drafts.topics.map(({ topic }) => topic));
  const conceptId = namesOf(drafts.concepts.map(({ concept }) => concept));
  const resolve = (find: Resolve, reference: Reference, file: string, what: string): string | undefined => {
    const id = find(reference.text);
    if (id === undefined && reference.required) {
      log.fault({ file, line: reference.line }, `unknown ${what} "${reference.text}"`);
    }
    return id;
  };
  const inTopic = (reference: Reference | undefined, file: string): { topicId?: string } => {
    const id = reference === undefined ? undefined : resolve(topicId, reference, file, 'topic');
    return id === undefined ? {} : { topicId: id };
  };
  return {
    tableCount: drafts.tableCount,
    tiers: drafts.tiers,
    topics: drafts.topics.map((draft, order) => finishTopic(draft, order, topicId, resolve)),
    projectSteps: drafts.steps.map((draft) => ({
      ...draft.step,
      topicIds: topicsOfStep(draft, drafts.topics, (reference) =>
        resolve(topicId, reference, draft.step.place.file, 'topic'),
      ),
    })),
    concepts: drafts.concepts.map(({ concept, related, topic }) => ({
      ...concept,
      relatedIds: related.flatMap((name) => resolve(conceptId, name, concept.place.file, 'related entry') ?? []),
      ...inTopic(topic, concept.place.file),
    })),
    comparisons: drafts.comparisons.flatMap(({ comparison, left, right }) => {
      const leftId = resolve(conceptId, left, comparison.place.file, 'concept');
      const rightId = resolve(conceptId, right, comparison.place.file, 'concept');
      return leftId === undefined || rightId === undefined ? [] : [{ ...comparison, leftId, rightId }];
    }),
    troubleshooting: drafts.troubleshooting.map(({ troubleshooting, topic }) => ({
      ...troubleshooting,
      ...inTopic(topic, troubleshooting.place.file),
    })),
    kubectlTasks: drafts.kubectlTasks.map(({ task, topic }) => ({ ...task, ...inTopic(topic, task.place.file) })),
    cloudRows: drafts.cloudRows,
    notes: drafts.notes,
    renames: drafts.renames,
  };
}

interface Named {
  readonly id: string;
  readonly title: string;
  readonly shortTitle?: string;
  readonly aliases: readonly string[];
}

/** Ids win over titles, titles over aliases. */
function namesOf(entries: readonly Named[]): Resolve {
  const ids = new Map<string, string>();
  const add = (name: string | undefined, id: string): void => {
    const key = name?.trim().toLowerCase();
    if (key !== undefined && !ids.has(key)) ids.set(key, id);
  };
  for (const { id } of entries) add(id, id);
  for (const { id, title, shortTitle } of entries) {
    add(title, id);
    add(shortTitle, id);
  }
  for (const { id, aliases } of entries) for (const alias of aliases) add(alias, id);
  return (name) => ids.get(name.trim().toLowerCase());
}

function finishTopic(
  { topic, prerequisites }: TopicDraft,
  order: number,
  find: Resolve,
  resolve: (find: Resolve, reference: Reference, file: string, what: string) => string | undefined,
): Topic {
  const ids = prerequisites.flatMap((name) => resolve(find, name, topic.place.file, 'prerequisite') ?? []);
  return { ...topic, order, prerequisiteIds: [...new Set(ids)].filter((id) => id !== topic.id) };
}

function topicsOfStep(
  { step, topics }: StepDraft,
  all: readonly TopicDraft[],
  resolve: (reference: Reference) => string | undefined,
): string[] {
  if (topics.length > 0) return topics.flatMap((name) => resolve(name) ?? []);
  return all
    .filter(({ topic }) => namesOfTopic(topic).some((name) => mentions(step.text, name)))
    .map(({ topic }) => topic.id);
}

function namesOfTopic(topic: TopicDraft['topic']): string[] {
  return [topic.shortTitle, ...topic.aliases].filter((name) => name.length > 2);
}

/** Whether a text holds a name as whole words, whatever the case. */
function mentions(text: string, name: string): boolean {
  const at = text.toLowerCase().indexOf(name.toLowerCase());
  if (at < 0) return false;
  const isWordCharacter = (character: string | undefined): boolean => /[\p{L}\p{N}]/u.test(character ?? '');
  return !isWordCharacter(text[at - 1]) && !isWordCharacter(text[at + name.length]);
}
