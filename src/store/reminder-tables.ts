// Tables of the reminder subject: one schedule a person, and the ledger of what was sent.

export interface RemindersTable {
  person_id: string;
  /** `HH:MM`. */
  time: string;
  /** IANA zone. */
  timezone: string;
  /** Comma-separated, e.g. `mon,tue`. */
  days: string;
  /** `active`, `off`, `stopped` or `dm-closed`. */
  status: string;
  /** null unless active, so that the index holds only what may come due. */
  next_at_ms: number | null;
  paused_until_ms: number | null;
  set_at_ms: number;
  unanswered_count: number;
  last_sent_at_ms: number | null;
  last_due_at_ms: number | null;
  last_reaction_at_ms: number | null;
  dm_channel_id: string | null;
  dm_closed_at_ms: number | null;
  /** When the person was told that their DMs are closed. */
  dm_closed_told_at_ms: number | null;
}

/** One row a person, local date and kind. */
export interface ReminderDeliveriesTable {
  /** Also the message's nonce. */
  id: string;
  person_id: string;
  /** `YYYY-MM-DD` in the zone that the schedule had. */
  local_date: string;
  /** `daily`, `probe`, `snooze-1`, `snooze-2` … */
  kind: string;
  /** `lesson`, `question` or `probe`. */
  form: string;
  /** `waiting`, `claimed`, `sent`, `skipped` or `failed`. */
  state: string;
  reason: string | null;
  due_at_ms: number;
  /** null once final, so that the index holds only what is open. */
  act_at_ms: number | null;
  attempts: number;
  first_claimed_at_ms: number | null;
  finished_at_ms: number | null;
  is_late: number;
  message_id: string | null;
  /** The button that was pressed first. */
  action: string | null;
  action_at_ms: number | null;
}

export interface ReminderTables {
  reminders: RemindersTable;
  reminder_deliveries: ReminderDeliveriesTable;
}
