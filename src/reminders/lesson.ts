// What a reminder teaches: asked from study and quiz by whoever puts the parts together.

import type { CardOffer } from '../quiz/quiz.ts';

/** A button that belongs to another subject, carried along with its custom id already written. */
export interface LessonAction {
  /** At most 80 characters. */
  readonly label: string;
  readonly customId: string;
}

/** The lesson without its card, as it stands at one instant. */
export interface LessonOutline {
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
  readonly streakDays: number;
  readonly hasStudiedToday: boolean;
  /** Further ways to begin, e.g. a quiz or an explanation of the topic; at most five. */
  readonly actions: readonly LessonAction[];
}

export interface Lesson extends LessonOutline {
  /** A card to answer right there; undefined when none is due and none is new. */
  readonly card: CardOffer | undefined;
}

export interface LessonComposer {
  /** Repeated on the same user-day, it carries the same card. */
  compose(personId: string, nowMs: number): Promise<Lesson>;
}

/** For a reminder that has arrived, and is shown again after a press. */
export interface LessonOutliner {
  outline(personId: string, nowMs: number): Promise<LessonOutline>;
}
