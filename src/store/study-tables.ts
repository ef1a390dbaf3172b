// Tables of the study subject. Rows of topics, focus items and steps that left the knowledge are kept: they may come back.

import type { Generated } from 'kysely';

/** What the person says of a topic; no row means `todo`. */
export interface TopicProgressTable {
  person_id: string;
  topic_id: string;
  /** `todo`, `learning`, `done` or `skipped`. */
  status: string;
  updated_at_ms: number;
}

/** Every change of a status, newest last; an undone one keeps its row. */
export interface TopicStatusHistoryTable {
  id: Generated<number>;
  person_id: string;
  topic_id: string;
  from_status: string;
  to_status: string;
  changed_at_ms: number;
  undone_at_ms: number | null;
}

/** A row is a tick; taking the tick off takes the row away. */
export interface FocusTicksTable {
  person_id: string;
  topic_id: string;
  focus_id: string;
  ticked_at_ms: number;
}

/** Which of a topic's alternatives the person studies, by its name in the list. */
export interface AlternativeChoicesTable {
  person_id: string;
  topic_id: string;
  alternative: string;
  chosen_at_ms: number;
}

export interface ProjectTicksTable {
  person_id: string;
  step_id: string;
  ticked_at_ms: number;
}

/** One row a user-day on which the person studied anything, with the zone they were in. */
export interface StudyDaysTable {
  person_id: string;
  /** `YYYY-MM-DD`. */
  user_day: string;
  /** IANA zone at `last_at_ms`. */
  timezone: string;
  first_at_ms: number;
  last_at_ms: number;
  /** How often something was recorded that day: answers, ticks, topics started or finished. */
  activities: number;
}

/** The plan that a person asked for last. */
export interface StudyPlansTable {
  person_id: string;
  hours_per_week: number;
  /** `YYYY-MM-DD`. */
  start_on: string;
  /** The end that the plan promised when it was made, `YYYY-MM-DD`. */
  ends_on: string;
  /** The day by which the person wants to be through, `YYYY-MM-DD`. */
  goal_on: string | null;
  made_at_ms: number;
}

export interface StudyTables {
  topic_progress: TopicProgressTable;
  topic_status_history: TopicStatusHistoryTable;
  focus_ticks: FocusTicksTable;
  alternative_choices: AlternativeChoicesTable;
  project_ticks: ProjectTicksTable;
  study_days: StudyDaysTable;
  study_plans: StudyPlansTable;
}
