// What the study rules need kept; implemented in store/.

import type { Accomplishment } from './kept-pace.ts';
import type { PeopleCounts, StudyRename } from './orphans.ts';
import type { SavedPlan, StatusChange, StudyRecord, TopicStatus } from './study-record.ts';
import type { StudyMoment } from './user-day.ts';

/** Result of taking a change back. `superseded`: the topic was changed again since; `already-undone` covers a second press. */
export type UndoOutcome =
  | { readonly kind: 'undone'; readonly change: StatusChange }
  | { readonly kind: 'superseded' }
  | { readonly kind: 'already-undone' }
  | { readonly kind: 'unknown' };

/** All methods presuppose the person's row; every write is one transaction and safe to repeat. */
export interface StudyStore {
  load(personId: string): Promise<StudyRecord>;
  /**
   * Sets a status, notes it in the history, and counts the day as studied when the topic is started or finished.
   * @returns the change, or undefined when the topic had that status already.
   */
  setStatus(change: {
    readonly personId: string;
    readonly topicId: string;
    readonly to: TopicStatus;
    readonly moment: StudyMoment;
  }): Promise<StatusChange | undefined>;
  /** Takes back one change, if it is still the topic's last. */
  undo(personId: string, changeId: number, nowMs: number): Promise<UndoOutcome>;
  /** Changes of one topic, newest first, without what was undone. */
  history(personId: string, topicId: string, limit: number): Promise<readonly StatusChange[]>;
  /** Makes exactly `ticked` of the `shown` focus items ticked, leaves others alone; a new tick counts the day as studied. */
  setFocusTicks(change: {
    readonly personId: string;
    readonly topicId: string;
    readonly shown: readonly string[];
    readonly ticked: readonly string[];
    readonly moment: StudyMoment;
  }): Promise<void>;
  /** The same for steps of the capstone project. */
  setProjectTicks(change: {
    readonly personId: string;
    readonly shown: readonly string[];
    readonly ticked: readonly string[];
    readonly moment: StudyMoment;
  }): Promise<void>;
  /** Keeps which alternative the person studies; a later choice replaces it. */
  choose(personId: string, topicId: string, alternative: string, nowMs: number): Promise<void>;
  /** What the person finished at or after an instant and did not take back, in no order. */
  accomplishedSince(personId: string, sinceMs: number): Promise<readonly Accomplishment[]>;
  savePlan(personId: string, plan: SavedPlan): Promise<void>;
  /** How many people have anything recorded under each id, including ids that left the knowledge. */
  countPeople(): Promise<PeopleCounts>;
  /** Moves what was recorded under old ids to the new ones, in order; safe to repeat at every start and reload. */
  applyRenames(renames: readonly StudyRename[]): Promise<void>;
}
