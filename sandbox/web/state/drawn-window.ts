// Which of a channel's messages are drawn: a window that slides with the reader, so that 2,000 cost no more than 200; pure.

import type { SandboxMessage } from '../../protocol.ts';
import type { PageState } from './page-state.ts';
import { messagesOf } from './selectors.ts';

/** Drawn when a channel is opened. */
const FIRST = 60;
/** Drawn at most. */
const MOST = 180;
/** Drawn more at one end, when the reader comes near it. */
const STEP = 60;

/** `newestId` is undefined while the newest message of the channel is drawn, those to come included. */
export interface DrawnWindow {
  readonly count: number;
  readonly newestId: string | undefined;
}

export const NEWEST: DrawnWindow = { count: FIRST, newestId: undefined };

export interface DrawnMessages {
  readonly messages: readonly SandboxMessage[];
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
}

export function drawnMessages(state: PageState): DrawnMessages {
  const list = messagesOf(state, state.channelId);
  const { from, until } = bounds(list, state.drawn);
  return { messages: list.slice(from, until), hasOlder: from > 0, hasNewer: until < list.length };
}

/** The window moved towards older messages; the same one when there are none. */
export function slideUp(state: PageState): DrawnWindow {
  const list = messagesOf(state, state.channelId);
  const { from, until } = bounds(list, state.drawn);
  if (from === 0) return state.drawn;
  const start = Math.max(0, from - STEP);
  return toWindow(list, start, Math.min(until, start + MOST));
}

/** The window moved towards newer messages; the same one when there are none. */
export function slideDown(state: PageState): DrawnWindow {
  const list = messagesOf(state, state.channelId);
  const { from, until } = bounds(list, state.drawn);
  if (until === list.length) return state.drawn;
  const end = Math.min(list.length, until + STEP);
  return toWindow(list, Math.max(from, end - MOST), end);
}

/** Indices, `until` exclusive. */
function bounds(
  list: readonly SandboxMessage[],
  drawn: DrawnWindow,
): { readonly from: number; readonly until: number } {
  const newest = drawn.newestId === undefined ? -1 : list.findIndex((message) => message.id === drawn.newestId);
  // A newest one that was deleted leaves the window at the end.
  const until = newest === -1 ? list.length : newest + 1;
  return { from: Math.max(0, until - drawn.count), until };
}

function toWindow(list: readonly SandboxMessage[], from: number, until: number): DrawnWindow {
  return { count: until - from, newestId: until === list.length ? undefined : list[until - 1]?.id };
}
