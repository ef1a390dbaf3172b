// Which of a channel's messages are drawn: a window that slides with the reader, so that 2,000 cost no more than 200; pure.

import type { SandboxMessage } from '../../protocol.ts';

/** Drawn when a channel is opened. */
const FIRST = 60;
/** Drawn at most. */
const MOST = 180;
/** Drawn more at one end, when the reader comes near it. */
const STEP = 60;

type Messages = readonly SandboxMessage[];

/** `newestId` is undefined while the newest message of the channel is drawn, those to come included. */
export interface DrawnWindow {
  readonly count: number;
  readonly newestId: string | undefined;
}

export const NEWEST: DrawnWindow = { count: FIRST, newestId: undefined };

export interface DrawnMessages {
  readonly messages: Messages;
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
}

export function drawnMessages(list: Messages, drawn: DrawnWindow): DrawnMessages {
  const { from, until } = bounds(list, drawn);
  return { messages: list.slice(from, until), hasOlder: from > 0, hasNewer: until < list.length };
}

/** The window moved towards older messages; the same one when there are none. */
export function slideUp(list: Messages, drawn: DrawnWindow): DrawnWindow {
  const { from, until } = bounds(list, drawn);
  if (from === 0) return drawn;
  const start = Math.max(0, from - STEP);
  return toWindow(list, start, Math.min(until, start + MOST));
}

/** The window moved towards newer messages; the same one when there are none. */
export function slideDown(list: Messages, drawn: DrawnWindow): DrawnWindow {
  const { from, until } = bounds(list, drawn);
  if (until === list.length) return drawn;
  const end = Math.min(list.length, until + STEP);
  return toWindow(list, Math.max(from, end - MOST), end);
}

/** Indices, `until` exclusive. */
function bounds(list: Messages, drawn: DrawnWindow): { readonly from: number; readonly until: number } {
  const newest = drawn.newestId === undefined ? -1 : list.findIndex((message) => message.id === drawn.newestId);
  // A newest one that was deleted leaves the window at the end.
  const until = newest === -1 ? list.length : newest + 1;
  return { from: Math.max(0, until - drawn.count), until };
}

function toWindow(list: Messages, from: number, until: number): DrawnWindow {
  return { count: until - from, newestId: until === list.length ? undefined : list[until - 1]?.id };
}
