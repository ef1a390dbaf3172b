// What a reminder teaches: asked from study and quiz by whoever puts the parts together.

/** A button that belongs to another subject, carried along with its custom id already written. */
export interface LessonAction {
  /** At most 80 characters. */
  readonly label: string;
  readonly customId: string;
}

export interface Lesson {
  /** What to study next; undefined when the list is finished. */
  readonly nextTopic:
    | {
        /** Plain text. */
        readonly title: string;
        /** One sentence of Markdown, already escaped where it must be: why this one, now. */
        readonly reason: string;
      }
    | undefined;
  readonly dueCardCount: number;
  /** A card to answer right there; undefined when none is due. */
  readonly card:
    | {
        /** The question as Markdown, already escaped where it must be. */
        readonly question: string;
        /** At most five. */
        readonly actions: readonly LessonAction[];
      }
    | undefined;
  readonly streakDays: number;
  /** Further ways to begin, e.g. a quiz or an explanation of the topic; at most five. */
  readonly actions: readonly LessonAction[];
}

export interface LessonComposer {
  compose(personId: string, nowMs: number): Promise<Lesson>;
}
