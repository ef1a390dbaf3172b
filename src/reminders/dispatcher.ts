// Takes what is due in batches, claims it, and has it delivered; it alone decides how much is under way at once.

import { setImmediate } from 'node:timers/promises';
import { describeFault } from '../operations/describe-fault.ts';
import { decide } from './decision.ts';
import { type DeliveryDependencies, type DeliveryResult, deliver } from './deliver.ts';
import type { Decided } from './delivery-store.ts';
import type { LessonComposer } from './lesson.ts';
import type { ClaimedDelivery, Reminder } from './reminder.ts';

export interface DispatcherDependencies<Body> extends DeliveryDependencies<Body> {
  /** Makes the id of a ledger row: random, 1 to 25 characters, fit for a custom id. */
  readonly newDeliveryId: () => string;
}

/** What one tick did. */
export type TickReport = { readonly [R in DeliveryResult]: number } & {
  /** Reminders that were due. */
  readonly due: number;
  /** Deliveries whose handling threw; they are taken up again after their lease. */
  readonly faulted: number;
};

export interface Dispatcher {
  /** Sends everything that is due. A call during a tick joins it, and has it look once more. Rejects when the store fails. */
  tick(): Promise<TickReport>;
  /** Ends the running tick after what is on its way; what was claimed and not begun is given back. */
  stop(): Promise<void>;
}

/** Rows of one claim: small enough to hold up nobody's answer, large enough to make the commit cheap. */
const BATCH_SIZE = 50;
/** At 46 a second this allows Discord 0.6 s for an answer; more would only crowd the database when a batch begins. */
const MAX_UNDER_WAY = 28;
/** How long a claim holds: several batches' time, and well within the minutes for which Discord remembers a nonce. */
export const LEASE_MS = 60_000;
/** A delivery whose lease ends sooner than this is not begun any more. */
const LEASE_RESERVE_MS = 20_000;
const DAY_MS = 86_400_000;

export function createDispatcher<Body>(deps: DispatcherDependencies<Body>): Dispatcher {
  let running: Promise<TickReport> | undefined;
  let isAskedAgain = false;
  let isStopping = false;

  const runTick = async (): Promise<TickReport> => {
    const run = createRun(deps);
    try {
      do {
        isAskedAgain = false;
        await run.drain(() => isStopping);
        // Whoever asks during this wait is heard too.
        await run.settle();
      } while (isAskedAgain && !isStopping);
    } catch (fault) {
      await run.settle();
      throw fault;
    } finally {
      running = undefined;
    }
    return run.report();
  };

  return {
    tick() {
      isAskedAgain = true;
      if (running === undefined && !isStopping) running = runTick();
      return running ?? Promise.resolve(emptyReport());
    },
    async stop() {
      isStopping = true;
      // A failing store is the tick's caller's to report.
      await running?.catch(() => undefined);
    },
  };
}

interface Run {
  /** Claims and begins until nothing is due. */
  drain(shouldStop: () => boolean): Promise<void>;
  /** Waits for what is on its way. */
  settle(): Promise<void>;
  report(): TickReport;
}

function createRun<Body>(deps: DispatcherDependencies<Body>): Run {
  const counts = emptyReport();
  const underWay = new Map<string, Promise<void>>();
  const composer = composeInTurn(deps.composer);

  const begin = (claimed: ClaimedDelivery): void => {
    const work = deliver({ ...deps, composer }, claimed)
      .then((result) => {
        counts[result] += 1;
      })
      .catch((fault: unknown) => {
        counts.faulted += 1;
        deps.log.error(
          { deliveryId: claimed.delivery.id, fault: describeFault(fault) },
          'reminder not carried through',
        );
      })
      .finally(() => underWay.delete(claimed.delivery.id));
    underWay.set(claimed.delivery.id, work);
  };

  const beginAll = async (batch: readonly ClaimedDelivery[], shouldStop: () => boolean): Promise<void> => {
    for (const [index, claimed] of batch.entries()) {
      while (underWay.size >= MAX_UNDER_WAY) await Promise.race(underWay.values());
      if (shouldStop()) {
        const rest = batch.slice(index).map(({ delivery }) => delivery.id);
        return deps.store.release(rest, deps.clock.nowMs());
      }
      // After a long hold another process may have taken it; its lease tells.
      const leaseUntilMs = claimed.delivery.actAtMs ?? 0;
      if (leaseUntilMs - deps.clock.nowMs() > LEASE_RESERVE_MS) begin(claimed);
    }
  };

  return {
    async drain(shouldStop) {
      while (!shouldStop()) {
        const nowMs = deps.clock.nowMs();
        const due = await deps.store.findDue(nowMs, BATCH_SIZE);
        counts.due += due.length;
        const fresh = due.length === 0 ? [] : await claimDue(deps, due, nowMs);
        const again = await deps.store.reclaim(nowMs, nowMs + LEASE_MS, BATCH_SIZE);
        if (due.length === 0 && again.length === 0) return;
        // An answer that outlasts its lease is still this process's: reclaiming has renewed the lease, that is all.
        const left = again.filter(({ delivery }) => !underWay.has(delivery.id));
        await beginAll([...left, ...fresh], shouldStop);
      }
    },
    async settle() {
      await Promise.allSettled(underWay.values());
    },
    report: () => ({ ...counts }),
  };
}

async function claimDue<Body>(
  deps: DispatcherDependencies<Body>,
  due: readonly Reminder[],
  nowMs: number,
): Promise<readonly ClaimedDelivery[]> {
  const studied = await deps.store.lastStudiedAtMs(due.map((reminder) => reminder.personId));
  const decided = due.map((reminder) => decideSafely(deps, reminder, studied.get(reminder.personId), nowMs));
  return deps.store.claim(decided, nowMs, nowMs + LEASE_MS);
}

/** One lesson after the other, with room between them: those of a crowd at once would hold up whoever asks something. */
function composeInTurn(composer: LessonComposer): LessonComposer {
  let turn: Promise<unknown> = Promise.resolve();
  return {
    compose(personId, nowMs) {
      const lesson = turn.then(async () => {
        await setImmediate();
        return composer.compose(personId, nowMs);
      });
      turn = lesson.catch(() => undefined);
      return lesson;
    },
  };
}

/** One reminder that cannot be decided on (a zone that the runtime no longer knows) must not hold up the others. */
function decideSafely<Body>(
  deps: DispatcherDependencies<Body>,
  reminder: Reminder,
  lastStudiedAtMs: number | undefined,
  nowMs: number,
): Decided {
  const deliveryId = deps.newDeliveryId();
  try {
    return { reminder, deliveryId, decision: decide(reminder, lastStudiedAtMs, nowMs) };
  } catch (fault) {
    deps.log.error({ personId: reminder.personId, fault: describeFault(fault) }, 'reminder put off by a day');
    const { unansweredCount } = reminder;
    return { reminder, deliveryId, decision: { kind: 'wait', unansweredCount, nextAtMs: nowMs + DAY_MS } };
  }
}

function emptyReport(): { -readonly [K in keyof TickReport]: number } {
  return { due: 0, sent: 0, adopted: 0, skipped: 0, closed: 0, postponed: 0, failed: 0, faulted: 0 };
}
