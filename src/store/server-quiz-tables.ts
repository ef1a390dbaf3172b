// Tables of the quiz of servers.

/** One row a server. */
export interface ServerQuizzesTable {
  guild_id: string;
  channel_id: string;
  /** `HH:MM`. */
  time: string;
  /** IANA zone. */
  timezone: string;
  deck: string;
  set_at_ms: number;
  /** null while it is off, so that the index holds only what may come due. */
  next_at_ms: number | null;
  /** 1 when Discord refused the last card. */
  is_refused: number;
}

export interface ServerPostsTable {
  /** Also the message's nonce. */
  id: string;
  guild_id: string;
  channel_id: string;
  /** When the card was due; one a server. */
  due_at_ms: number;
  card_id: string;
  /** As drawn, with its key, as JSON. */
  question: string;
  /** `claimed`, `posted`, `revealed` or `failed`. */
  state: string;
  attempts: number;
  claimed_at_ms: number;
  /** When something is to be done next; null once final. */
  act_at_ms: number | null;
  reveal_at_ms: number;
  message_id: string | null;
}

/** One answer a person and post. */
export interface ServerAnswersTable {
  post_id: string;
  person_id: string;
  option: number;
  is_right: number;
  answered_at_ms: number;
}

/** People who chose to be in a server's ranking. */
export interface ServerRankingTable {
  guild_id: string;
  person_id: string;
  joined_at_ms: number;
}

export interface ServerQuizTables {
  server_quizzes: ServerQuizzesTable;
  server_posts: ServerPostsTable;
  server_answers: ServerAnswersTable;
  server_ranking: ServerRankingTable;
}
