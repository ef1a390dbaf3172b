// Slows a fast sequence down to the pace of a reader: what comes too soon is dropped for what comes after it.

import { setTimeout as wait } from 'node:timers/promises';

/** Discord allows 5 edits in 5 s on a message; one a second keeps clear of it, and timers may fire a little early. */
export const STREAM_EDIT_INTERVAL_MS = 1_050;

/**
 * Yields items at most once an interval, always the newest at hand; the last item always comes.
 * @param intervalMs least time between two items.
 * @throws what the source throws, after its newest item was yielded.
 */
export async function* paceLatest<T>(source: AsyncIterable<T>, intervalMs: number): AsyncGenerator<T> {
  const newest: T[] = [];
  let isOver = false;
  let fault: { readonly cause: unknown } | undefined;
  let wake = (): void => {};

  const reading = (async () => {
    try {
      for await (const item of source) {
        newest.splice(0, 1, item);
        wake();
      }
    } catch (cause) {
      fault = { cause };
    }
    isOver = true;
    wake();
  })();

  while (!isOver || newest.length > 0) {
    const item = newest.shift();
    if (item !== undefined) {
      yield item;
      if (!isOver || newest.length > 0) await wait(intervalMs);
    } else if (!isOver) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
  await reading;
  if (fault !== undefined) throw fault.cause;
}
