// A gateway session: what a bot asked to hear, and what was sent to it, kept for a RESUME. It outlives its sockets.

import { GatewayOpcodes } from 'discord-api-types/v10';

/** Events kept for replay. A session that missed more cannot be resumed. */
const KEPT_EVENTS = 10_000;

/** A socket in the eyes of its session. */
export interface SessionLink {
  send(frame: string): void;
  close(code: number): void;
  /** Drops the connection without a word, as a broken line does. */
  cut(): void;
}

export interface Session {
  readonly id: string;
  readonly applicationId: string;
  readonly token: string;
  readonly intents: number;
  readonly shardId: number;
  readonly shardCount: number;
  /** Number of the last event. */
  seq: number;
  readonly sent: { readonly seq: number; readonly frame: string }[];
  /** The socket that is attached now. */
  link: SessionLink | undefined;
  /** Stops the countdown to the end of a session without a socket. */
  stopExpiry: (() => void) | undefined;
}

/** Numbers an event, keeps it for replay, and sends it if a socket is there. */
export function dispatch(session: Session, name: string, data: unknown): void {
  session.seq += 1;
  const frame = JSON.stringify({ op: GatewayOpcodes.Dispatch, t: name, s: session.seq, d: data });
  session.sent.push({ seq: session.seq, frame });
  if (session.sent.length > KEPT_EVENTS) session.sent.shift();
  session.link?.send(frame);
}

/** The frames after `seq`; undefined when some of them are no longer kept, or `seq` was never sent. */
export function missedSince(session: Session, seq: number): readonly string[] | undefined {
  if (seq > session.seq) return undefined;
  const missed = session.sent.filter((event) => event.seq > seq);
  return missed.length === session.seq - seq ? missed.map((event) => event.frame) : undefined;
}

/** Which shard hears of a guild. Source: https://discord.com/developers/docs/events/gateway#sharding */
export function shardOf(guildId: string | undefined, shardCount: number): number {
  return guildId === undefined ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(shardCount));
}
