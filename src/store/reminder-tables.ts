// Tables of the reminder subject.

export type ReminderTables = Record<never, never>;
