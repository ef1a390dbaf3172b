// Questions that found nothing, counted for the knowledge's owner; who asked is not known here.

/** A question as people type it, without what makes two askings of it differ. */
export interface Gap {
  readonly question: string;
  readonly timesAsked: number;
  readonly lastAskedAtMs: number;
}

export interface GapStore {
  /** Counts one asking. */
  count(question: string, atMs: number): Promise<void>;
  /** Most asked first, then the latest. */
  list(limit: number): Promise<readonly Gap[]>;
}

/** Longer texts are pasted output: their beginning says what they are. */
export const MAX_GAP_LENGTH = 200;

/** Small letters and single spaces, without the marks at the end: `What is Flink??` and `what is flink` are one. */
export function gapQuestion(text: string): string {
  const flat = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  return flat
    .replace(/[?!.\s]+$/, '')
    .slice(0, MAX_GAP_LENGTH)
    .toWellFormed();
}
