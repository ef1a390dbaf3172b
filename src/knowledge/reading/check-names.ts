// Finds ids and names that two entries claim, so that a question never has two answers by accident.

import { nameKey } from '../search/words.ts';
import type { SourcePlace } from '../types.ts';
import type { Drafts } from './drafts.ts';
import type { FaultLog } from './faults.ts';

interface Named {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly place: SourcePlace;
}

/**
 * Tells every id that stands twice within its kind, and every title or alias that two entries share which answer the same
 * questions: concepts with symptoms; topics and tasks each among themselves. Rows may share names: all that hold one are shown.
 */
export function checkNames(drafts: Drafts, log: FaultLog): void {
  const concepts = drafts.concepts.map(({ concept }) => concept);
  const symptoms = drafts.troubleshooting.map(({ troubleshooting }) => troubleshooting);
  const topics = drafts.topics.map(({ topic }) => ({ ...topic, title: topic.shortTitle }));
  const tasks = drafts.kubectlTasks.map(({ task }) => task);
  // A jotted list may hold a command twice, and gives it no title.
  const titledTasks = tasks.flatMap((task) => (task.title === undefined ? [] : [{ ...task, title: task.title }]));
  checkIds('tier', drafts.tiers, log);
  checkIds('topic', topics, log);
  checkIds('concept', concepts, log);
  checkIds('symptom', symptoms, log);
  checkIds('task', tasks, log);
  checkIds('row', drafts.cloudRows, log);
  checkIds(
    'comparison',
    drafts.comparisons.map(({ comparison }) => comparison),
    log,
  );
  checkIds(
    'step',
    drafts.steps.map(({ step }) => step),
    log,
  );
  checkAliases([...concepts, ...symptoms], log, '; a shared alias may stand in both');
  checkAliases(topics, log);
  checkAliases(titledTasks, log);
}

function checkIds(kind: string, entries: readonly Pick<Named, 'id' | 'place'>[], log: FaultLog): void {
  const first = new Map<string, SourcePlace>();
  for (const { id, place } of entries) {
    const taken = first.get(id);
    if (taken === undefined) first.set(id, place);
    else log.fault(place, `the ${kind} id "${id}" is taken at ${taken.file}:${taken.line}`);
  }
}

/** `advice` is what its kind can do about it. */
function checkAliases(entries: readonly Named[], log: FaultLog, advice = ''): void {
  const owners = new Map<string, Named>();
  const claim = (name: string, entry: Named): void => {
    const owner = owners.get(nameKey(name));
    if (owner === undefined) owners.set(nameKey(name), entry);
    else if (owner !== entry) {
      const at = `${owner.place.file}:${owner.place.line}`;
      log.fault(entry.place, `"${entry.title}": the name "${name}" belongs to "${owner.title}" at ${at}${advice}`);
    }
  };
  for (const entry of entries) claim(entry.title, entry);
  for (const entry of entries) for (const alias of entry.aliases) claim(alias, entry);
}
