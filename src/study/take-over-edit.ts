// What an edit of the list does to what people recorded: renames are followed, and what lost its place is told.

import type { Knowledge } from '../knowledge/types.ts';
import { findOrphans, type Orphan, studyRenames } from './orphans.ts';
import type { StudyStore } from './study-store.ts';

/**
 * Takes an edit of the list over: what was recorded under renamed ids moves, and what is left without a place is told, to be
 * logged. Call it with the knowledge of the start and of every reload.
 */
export async function takeOverEdit(
  store: Pick<StudyStore, 'applyRenames' | 'countPeople'>,
  knowledge: Knowledge,
): Promise<readonly Orphan[]> {
  const renames = studyRenames(knowledge);
  if (renames.length > 0) await store.applyRenames(renames);
  return findOrphans(knowledge, await store.countPeople());
}
