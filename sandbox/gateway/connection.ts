// One gateway socket: opcodes in and out, heartbeats, and the close codes of Discord.
// Source: https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway

import { GatewayCloseCodes as Close, GatewayOpcodes as Op } from 'discord-api-types/v10';
import type { RawData, WebSocket } from 'ws';
import { z } from 'zod';
import type { Hub } from '../hub.ts';
import { openFrameStream } from './compression.ts';
import { sendMembers } from './members-chunk.ts';
import { sendReady } from './ready.ts';
import type { Session, SessionLink } from './session.ts';
import { confirmResumed, type Opening, type SessionDesk } from './session-desk.ts';

const MAX_PAYLOAD_BYTES = 4096;
const SENDS_PER_MINUTE = 120;
const MINUTE_MS = 60_000;

/** A late heartbeat is forgiven for half an interval. */
const HEARTBEAT_PATIENCE = 1.5;

/** Taken without an effect that a bot could see: presence, voice, soundboard. */
const IGNORED: readonly number[] = [Op.PresenceUpdate, Op.VoiceStateUpdate, Op.RequestSoundboardSounds];

const frameSchema = z.object({ op: z.number().int(), d: z.unknown() });

type Frame = z.output<typeof frameSchema>;

interface Connection {
  readonly hub: Hub;
  readonly desk: SessionDesk;
  readonly link: SessionLink;
  session: Session | undefined;
  stopPatience: () => void;
  /** Monotonic instants of what the bot sent in the last minute. */
  sends: readonly number[];
}

/** `compression`: the kind that the bot asked for, null for none. */
export function serveConnection(hub: Hub, desk: SessionDesk, socket: WebSocket, compression: string | null): void {
  const frames = openFrameStream(compression, (data) => socket.send(data));
  if (frames === undefined) {
    socket.close(Close.DecodeError);
    return;
  }
  const detach = (isFinal: boolean) => {
    if (connection.session !== undefined) desk.detach(connection.session, link, isFinal);
  };
  const link: SessionLink = {
    send: frames.send,
    close: (code) => socket.close(code),
    cut() {
      detach(false);
      socket.terminate();
    },
  };
  const connection: Connection = { hub, desk, link, session: undefined, stopPatience: () => {}, sends: [] };
  socket.on('message', (raw) => receive(connection, raw));
  socket.on('error', () => socket.terminate());
  socket.on('close', (code) => {
    frames.end();
    connection.stopPatience();
    detach(code === 1000 || code === 1001);
  });
  awaitHeartbeat(connection);
  sendOp(connection, Op.Hello, { heartbeat_interval: hub.timings.heartbeatIntervalMs, _trace: ['sandbox'] });
}

function receive(connection: Connection, raw: RawData): void {
  const frame = readFrame(raw);
  if (isTooOften(connection)) connection.link.close(Close.RateLimited);
  else if (frame === undefined) connection.link.close(Close.DecodeError);
  else if (frame.op === Op.Heartbeat) {
    awaitHeartbeat(connection);
    sendOp(connection, Op.HeartbeatAck, null);
  } else if (frame.op === Op.Identify || frame.op === Op.Resume) {
    if (connection.session !== undefined) connection.link.close(Close.AlreadyAuthenticated);
    else if (frame.op === Op.Identify) identify(connection, frame.d);
    else resume(connection, frame.d);
  } else receiveOther(connection, frame);
}

function receiveOther(connection: Connection, frame: Frame): void {
  const { hub, session, link } = connection;
  if (session === undefined) link.close(Close.NotAuthenticated);
  else if (frame.op === Op.RequestGuildMembers) sendMembers(hub.world, session, frame.d);
  else if (!IGNORED.includes(frame.op)) link.close(Close.UnknownOpcode);
}

function identify(connection: Connection, data: unknown): void {
  const session = open(connection, connection.desk.identify(data));
  if (session !== undefined) sendReady(connection.hub, session);
}

function resume(connection: Connection, data: unknown): void {
  const session = open(connection, connection.desk.resume(data));
  if (session !== undefined) confirmResumed(session);
}

function open(connection: Connection, opening: Opening): Session | undefined {
  const { desk, link } = connection;
  if (opening.kind === 'invalid') sendOp(connection, Op.InvalidSession, false);
  if (opening.kind === 'close') link.close(opening.code);
  if (opening.kind !== 'open') return undefined;
  connection.session = opening.session;
  for (const frame of opening.missed) link.send(frame);
  desk.attach(opening.session, link);
  return opening.session;
}

function awaitHeartbeat(connection: Connection): void {
  const { hub, link } = connection;
  connection.stopPatience();
  const patienceMs = hub.timings.heartbeatIntervalMs * HEARTBEAT_PATIENCE;
  connection.stopPatience = hub.after(patienceMs, () => link.close(Close.SessionTimedOut));
}

function sendOp(connection: Connection, op: number, data: unknown): void {
  connection.link.send(JSON.stringify({ op, d: data, s: null, t: null }));
}

/** undefined for what is no JSON of Discord's form, or too long. */
function readFrame(raw: RawData): Frame | undefined {
  const bytes = Array.isArray(raw)
    ? Buffer.concat(raw)
    : Buffer.from(raw instanceof ArrayBuffer ? new Uint8Array(raw) : raw);
  if (bytes.byteLength > MAX_PAYLOAD_BYTES) return undefined;
  try {
    return frameSchema.safeParse(JSON.parse(bytes.toString())).data;
  } catch {
    return undefined;
  }
}

function isTooOften(connection: Connection): boolean {
  const nowMs = connection.hub.monotonicMs();
  connection.sends = [...connection.sends.filter((atMs) => nowMs - atMs < MINUTE_MS), nowMs];
  return connection.sends.length > SENDS_PER_MINUTE;
}
