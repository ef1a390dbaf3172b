// When the dispatcher runs: at the start, several times a minute, and when the clock jumps.

import { setTimeout } from 'node:timers/promises';
import cron, { type TaskOptions } from 'node-cron';
import { describeFault } from '../operations/describe-fault.ts';
import type { Log } from '../operations/log.ts';
import type { Dispatcher, TickReport } from './dispatcher.ts';

/** Every ten seconds: schedules need the full minute only, but retries, snoozes and claims of a process that died need less. */
const EVERY_TEN_SECONDS = '*/10 * * * * *';

/** What is on its way then stays claimed, and the next start finds out whether it arrived. */
const STOP_WITHIN_MS = 8_000;

export interface ReminderJob {
  /** Looks at once, e.g. after something was put into the ledger for now. Never rejects. */
  nudge(): Promise<void>;
  /** Stops looking and waits for what is on its way, 8 s at most. */
  stop(): Promise<void>;
}

/** @param deps.onClockChange subscribes to jumps of the clock (the sandbox's), and returns the unsubscription. */
export function startReminderJob(deps: {
  readonly dispatcher: Dispatcher;
  readonly log: Log;
  readonly onClockChange?: (listener: () => void) => () => void;
}): ReminderJob {
  let lastReport: TickReport | undefined;
  const nudge = async (): Promise<void> => {
    try {
      const report = await deps.dispatcher.tick();
      // Whoever joined a long tick is told the same; once is enough.
      if (report === lastReport) return;
      lastReport = report;
      if (Object.values(report).some((count) => count > 0)) deps.log.info({ report }, 'reminders');
    } catch (fault) {
      deps.log.error({ fault: describeFault(fault) }, 'reminders could not be looked up; trying again shortly');
    }
  };
  // Not awaited: a call during a long tick joins it, which is what is wanted of an overlap.
  const task = cron.schedule(EVERY_TEN_SECONDS, () => void nudge(), {
    name: 'reminders',
    suppressMissedWarning: true,
    logger: cronLogger(deps.log),
  });
  const unsubscribe = deps.onClockChange?.(() => void nudge());
  void nudge();
  return {
    nudge,
    async stop() {
      unsubscribe?.();
      await task.destroy();
      const tooLong = new AbortController();
      const limit = setTimeout(STOP_WITHIN_MS, undefined, { signal: tooLong.signal, ref: false }).catch(
        () => undefined,
      );
      await Promise.race([deps.dispatcher.stop(), limit]);
      tooLong.abort();
    },
  };
}

/** The scheduler's own words, which would otherwise go to the console past the log. */
function cronLogger(log: Log): NonNullable<TaskOptions['logger']> {
  return {
    debug: (message) => log.debug({ scheduler: String(message) }, 'scheduler'),
    info: (message) => log.debug({ scheduler: message }, 'scheduler'),
    warn: (message) => log.warn({ scheduler: message }, 'scheduler'),
    error: (message, fault) => log.error({ fault: describeFault(fault ?? message) }, 'scheduler'),
  };
}
