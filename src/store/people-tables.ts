// Who the bot knows: one row a person, with what is true of them whatever they study.

/** One row a Discord user who has used the bot. */
export interface PeopleTable {
  /** Discord user id. */
  id: string;
  /** IANA zone; null until the person sets one, then DEFAULT_TIMEZONE stands in. */
  timezone: string | null;
  created_at_ms: number;
}

export interface PeopleTables {
  people: PeopleTable;
}
