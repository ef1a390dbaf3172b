// Opens, resumes and ends gateway sessions; knows nothing of sockets but that a session may have one.

import { GatewayCloseCodes as Close, GatewayIntentBits } from 'discord-api-types/v10';
import { z } from 'zod';
import { applicationFor } from '../applications.ts';
import type { Hub } from '../hub.ts';
import { dispatch, missedSince, type Session, type SessionLink } from './session.ts';

const ALL_INTENTS = Object.values(GatewayIntentBits).reduce<number>(
  (sum, bit) => (typeof bit === 'number' ? sum | bit : sum),
  0,
);

/** One IDENTIFY in this time for each bucket of `max_concurrency`, when rate limits are on. */
const IDENTIFY_WINDOW_MS = 5_000;

/** IDENTIFY buckets that /gateway/bot names. Discord gives 1 to small bots; 16 lets tests start shards at once. */
export const MAX_CONCURRENCY = 16;

/** IDENTIFYs a day. */
export const SESSION_STARTS = 1_000;

const identifySchema = z.object({
  token: z.string(),
  intents: z.number().int(),
  shard: z.tuple([z.number().int(), z.number().int()]).optional(),
});

const resumeSchema = z.object({ token: z.string(), session_id: z.string(), seq: z.number().int().nullable() });

/** `invalid`: opcode 9. */
export type Opening =
  | { readonly kind: 'open'; readonly session: Session; readonly missed: readonly string[] }
  | { readonly kind: 'close'; readonly code: number }
  | { readonly kind: 'invalid' };

export interface SessionDesk {
  identify(data: unknown): Opening;
  resume(data: unknown): Opening;
  attach(session: Session, link: SessionLink): void;
  /** Called when a socket has closed. `isFinal`: the bot closed it for good, so the session ends. */
  detach(session: Session, link: SessionLink, isFinal: boolean): void;
  sessions(): readonly Session[];
  /** Forgets all sessions, so that no RESUME succeeds. */
  forgetAll(): void;
  /** IDENTIFYs left of today's for a token. */
  startsLeft(token: string): number;
}

export function createSessionDesk(hub: Hub, allowedIntents: number = ALL_INTENTS): SessionDesk {
  const sessions = new Map<string, Session>();
  const starts = createStartLedger(hub);
  const end = (session: Session) => {
    session.stopExpiry?.();
    sessions.delete(session.id);
    hub.emit({ kind: 'bots-changed' });
  };
  return {
    identify(data) {
      const opening = openSession(hub, data, allowedIntents);
      if (opening.kind !== 'open') return opening;
      if (!starts.take(opening.session)) return { kind: 'invalid' };
      sessions.set(opening.session.id, opening.session);
      return opening;
    },
    resume: (data) => resumeSession(sessions, data),
    attach(session, link) {
      session.link?.close(Close.SessionTimedOut);
      session.stopExpiry?.();
      session.link = link;
      hub.emit({ kind: 'bots-changed' });
    },
    detach(session, link, isFinal) {
      if (session.link !== link) return;
      session.link = undefined;
      if (isFinal) end(session);
      else {
        session.stopExpiry = hub.after(hub.timings.sessionLifetimeMs, () => end(session));
        hub.emit({ kind: 'bots-changed' });
      }
    },
    sessions: () => [...sessions.values()],
    forgetAll() {
      for (const session of [...sessions.values()]) end(session);
    },
    startsLeft: starts.left,
  };
}

/** Counts IDENTIFYs, a day for each token and, while rate limits are on, one in five seconds for each bucket. */
function createStartLedger(hub: Hub) {
  const countByToken = new Map<string, number>();
  const lastMsByBucket = new Map<string, number>();
  return {
    /** False when it comes too soon. */
    take({ token, shardId }: Session): boolean {
      const bucket = `${token} ${shardId % MAX_CONCURRENCY}`;
      const sinceMs = hub.monotonicMs() - (lastMsByBucket.get(bucket) ?? Number.NEGATIVE_INFINITY);
      if (hub.faults.view().areRateLimitsOn && sinceMs < IDENTIFY_WINDOW_MS) return false;
      lastMsByBucket.set(bucket, hub.monotonicMs());
      countByToken.set(token, (countByToken.get(token) ?? 0) + 1);
      return true;
    },
    left: (token: string) => Math.max(0, SESSION_STARTS - (countByToken.get(token) ?? 0)),
  };
}

function openSession(hub: Hub, data: unknown, allowedIntents: number): Opening {
  const parsed = identifySchema.safeParse(data);
  if (!parsed.success) {
    const isIntents = parsed.error.issues.some((issue) => issue.path[0] === 'intents');
    return { kind: 'close', code: isIntents ? Close.InvalidIntents : Close.DecodeError };
  }
  const { token, intents, shard: [shardId, shardCount] = [0, 1] } = parsed.data;
  const application = applicationFor(hub, token.replace(/^Bot /, ''));
  if (application === undefined) return { kind: 'close', code: Close.AuthenticationFailed };
  if (shardCount < 1 || shardId < 0 || shardId >= shardCount) return { kind: 'close', code: Close.InvalidShard };
  if (intents < 0 || (intents & ~ALL_INTENTS) !== 0) return { kind: 'close', code: Close.InvalidIntents };
  if ((intents & ~allowedIntents) !== 0) return { kind: 'close', code: Close.DisallowedIntents };
  const session: Session = {
    id: crypto.randomUUID().replaceAll('-', ''),
    applicationId: application.id,
    token: application.token,
    intents,
    shardId,
    shardCount,
    seq: 0,
    sent: [],
    link: undefined,
    stopExpiry: undefined,
  };
  return { kind: 'open', session, missed: [] };
}

function resumeSession(sessions: ReadonlyMap<string, Session>, data: unknown): Opening {
  const parsed = resumeSchema.safeParse(data);
  if (!parsed.success) return { kind: 'close', code: Close.DecodeError };
  const { token, session_id: id, seq } = parsed.data;
  const session = sessions.get(id);
  if (session === undefined || session.token !== token.replace(/^Bot /, '')) return { kind: 'invalid' };
  if (seq !== null && seq > session.seq) return { kind: 'close', code: Close.InvalidSeq };
  const missed = missedSince(session, seq ?? 0);
  return missed === undefined ? { kind: 'invalid' } : { kind: 'open', session, missed };
}

/** Tells a session that all it missed has been sent again. */
export function confirmResumed(session: Session): void {
  dispatch(session, 'RESUMED', { _trace: ['sandbox'] });
}
