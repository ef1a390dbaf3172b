// Tables of the quiz subject.

export type QuizTables = Record<never, never>;
