// Tables of the questions that found nothing; no column names a person.

/** One row a question, as `gapQuestion` writes it. */
export interface GapTable {
  question: string;
  times_asked: number;
  last_asked_at_ms: number;
}

export interface GapTables {
  gaps: GapTable;
}
