// One claimed delivery, from the claim to its record: look for an earlier attempt, ask whether it is still wanted, send, record.

import type { Clock } from '../operations/clock.ts';
import { describeFault } from '../operations/describe-fault.ts';
import type { Log } from '../operations/log.ts';
import { isLate, MAX_LATENESS_MS, reasonNotToSend } from './decision.ts';
import type { DeliveryStore } from './delivery-store.ts';
import type { DirectMessenger, SendOutcome } from './direct-messenger.ts';
import type { Lesson, LessonComposer } from './lesson.ts';
import type { ClaimedDelivery, DeliveryReason } from './reminder.ts';
import type { SendPace } from './send-pace.ts';

/** What a reminder's message is made of. */
export interface ReminderContent extends ClaimedDelivery {
  /** undefined for forms that teach nothing, and when study or quiz could not be asked. */
  readonly lesson: Lesson | undefined;
}

export interface DeliveryDependencies<Body> {
  readonly store: DeliveryStore;
  readonly messenger: DirectMessenger<Body>;
  readonly composer: LessonComposer;
  /** The view. */
  readonly render: (content: ReminderContent) => Body;
  readonly pace: SendPace;
  readonly clock: Clock;
  readonly log: Log;
}

export type DeliveryResult = 'sent' | 'adopted' | 'skipped' | 'closed' | 'postponed' | 'failed';

const FIRST_RETRY_MS = 30_000;
const LONGEST_RETRY_MS = 30 * 60_000;
/** How far this machine's clock may run ahead of Discord's. */
const CLOCK_SKEW_MS = 5 * 60_000;

/**
 * Carries one claimed delivery through. Whatever throws is left to the lease: after it the delivery is taken up again,
 * and the search for an earlier attempt keeps it from being sent twice.
 */
export async function deliver<Body>(
  deps: DeliveryDependencies<Body>,
  claimed: ClaimedDelivery,
): Promise<DeliveryResult> {
  const { delivery } = claimed;
  if (delivery.attempts > 1) {
    const earlier = await adoptEarlier(deps, claimed);
    if (earlier !== undefined) return earlier;
  }
  const lesson = await composeLesson(deps, claimed);
  const channelId = trustedChannelOf(claimed);
  const attempt = await deps.pace.run(channelId === undefined ? 2 : 1, () => sendNow(deps, claimed, lesson, channelId));
  switch (attempt.kind) {
    case 'sent':
      await deps.store.recordSent(delivery.id, { ...attempt, atMs: deps.clock.nowMs() });
      return 'sent';
    case 'closed':
      await deps.store.recordClosed(delivery.id, deps.clock.nowMs());
      return 'closed';
    case 'failed':
      return postpone(deps, claimed, attempt.retryAfterMs);
    case 'lapsed':
      return 'postponed';
    case 'unwanted':
      return drop(deps, claimed, attempt.reason);
  }
}

type Attempt =
  | (Extract<SendOutcome, { kind: 'sent' }> & { readonly isLate: boolean })
  | Exclude<SendOutcome, { kind: 'sent' }>
  /** The lease is over, so whoever takes it up next looks for it first. */
  | { readonly kind: 'lapsed' }
  | { readonly kind: 'unwanted'; readonly reason: DeliveryReason };

/** Its turn has come: composing and waiting took time, so all is looked at once more. */
async function sendNow<Body>(
  deps: DeliveryDependencies<Body>,
  claimed: ClaimedDelivery,
  lesson: Lesson | undefined,
  channelId: string | undefined,
): Promise<Attempt> {
  const { delivery, reminder } = claimed;
  const nowMs = deps.clock.nowMs();
  // The machine has slept meanwhile, or the clock jumped.
  if ((delivery.actAtMs ?? 0) <= nowMs) return { kind: 'lapsed' };
  const reason = await reasonToDrop(deps, claimed);
  if (reason !== undefined) return { kind: 'unwanted', reason };
  // What was left behind, or could not be sent at once, has become late since it was claimed.
  const current = { ...delivery, isLate: isLate(delivery.dueAtMs, nowMs) };
  const body = deps.render({ reminder, delivery: current, lesson });
  const outcome = await deps.messenger.sendDirectMessage(reminder.personId, body, { nonce: delivery.id, channelId });
  return outcome.kind === 'sent' ? { ...outcome, isLate: current.isLate } : outcome;
}

/** The channel known from before; after two attempts in vain it is opened anew, in case it is what is wrong. */
function trustedChannelOf({ delivery, reminder }: ClaimedDelivery): string | undefined {
  return delivery.attempts > 2 ? undefined : reminder.channelId;
}

/** Records an earlier attempt that reached Discord. @returns undefined when there surely was none. */
async function adoptEarlier<Body>(
  deps: DeliveryDependencies<Body>,
  claimed: ClaimedDelivery,
): Promise<DeliveryResult | undefined> {
  const { delivery, reminder } = claimed;
  const channelId = trustedChannelOf(claimed);
  const sinceMs = (delivery.firstClaimedAtMs ?? delivery.dueAtMs) - CLOCK_SKEW_MS;
  const found = await deps.pace.run(channelId === undefined ? 2 : 1, () =>
    deps.messenger.findSentMessage(reminder.personId, delivery.id, { sinceMs, channelId }),
  );
  if (found.kind === 'none') return undefined;
  if (found.kind === 'unavailable') return postpone(deps, claimed, found.retryAfterMs);
  await deps.store.recordSent(delivery.id, { ...found, isLate: delivery.isLate, atMs: deps.clock.nowMs() });
  return 'adopted';
}

/** Why a claimed delivery is no longer to be sent: whatever came since it was decided upon, or put off. */
async function reasonToDrop<Body>(
  deps: DeliveryDependencies<Body>,
  { delivery, reminder }: ClaimedDelivery,
): Promise<DeliveryReason | undefined> {
  // The question is sent by a reminder that has stopped itself.
  const isWanted = reminder.status === 'active' || (delivery.form === 'question' && reminder.status === 'stopped');
  if (!isWanted) return reminder.status === 'dm-closed' ? 'dm-closed' : 'turned-off';
  const studied = await deps.store.lastStudiedAtMs([reminder.personId]);
  const lastStudiedAtMs = delivery.form === 'lesson' ? studied.get(reminder.personId) : undefined;
  const reason = reasonNotToSend({ reminder, dueAtMs: delivery.dueAtMs, lastStudiedAtMs, nowMs: deps.clock.nowMs() });
  return reason === 'too-late' && delivery.attempts > 2 ? 'unreachable' : reason;
}

async function drop<Body>(
  deps: DeliveryDependencies<Body>,
  { delivery }: ClaimedDelivery,
  reason: DeliveryReason,
): Promise<DeliveryResult> {
  const state = reason === 'unreachable' ? 'failed' : 'skipped';
  await deps.store.recordUnsent(delivery.id, { state, reason, atMs: deps.clock.nowMs() });
  return state;
}

/** The lesson, or none when it cannot be made: a reminder without one is better than silence. */
async function composeLesson<Body>(
  deps: DeliveryDependencies<Body>,
  { delivery, reminder }: ClaimedDelivery,
): Promise<Lesson | undefined> {
  if (delivery.form !== 'lesson') return undefined;
  try {
    return await deps.composer.compose(reminder.personId, deps.clock.nowMs());
  } catch (fault) {
    deps.log.error(
      { deliveryId: delivery.id, personId: reminder.personId, fault: describeFault(fault) },
      'no lesson for a reminder',
    );
    return undefined;
  }
}

/** Leaves it for later: twice as long after each attempt, never shorter than Discord asks, never beyond what is too late. */
async function postpone<Body>(
  deps: DeliveryDependencies<Body>,
  { delivery }: ClaimedDelivery,
  retryAfterMs: number | undefined,
): Promise<DeliveryResult> {
  const nowMs = deps.clock.nowMs();
  if (retryAfterMs !== undefined) deps.pace.holdFor(retryAfterMs);
  const backoffMs = Math.min(FIRST_RETRY_MS * 2 ** (delivery.attempts - 1), LONGEST_RETRY_MS);
  const actAtMs = nowMs + Math.max(backoffMs, retryAfterMs ?? 0);
  if (actAtMs - delivery.dueAtMs > MAX_LATENESS_MS) {
    await deps.store.recordUnsent(delivery.id, { state: 'failed', reason: 'unreachable', atMs: nowMs });
    return 'failed';
  }
  await deps.store.postpone(delivery.id, actAtMs);
  return 'postponed';
}
