// Tables of the study subject.

export type StudyTables = Record<never, never>;
