// When the server quiz looks for what is due: at the start, several times a minute, and when the clock jumps.

import cron from 'node-cron';
import { describeFault } from '../../operations/describe-fault.ts';
import type { Log } from '../../operations/log.ts';
import type { ServerQuizRunner } from './server-quiz-runner.ts';

/** A card is due to the minute; retries of Discord's and the network's failures come between. */
const EVERY_TEN_SECONDS = '*/10 * * * * *';

export interface ServerQuizJob {
  /** Stops looking, and waits for what is on its way. */
  stop(): Promise<void>;
}

/** @param deps.onClockChange subscribes to jumps of the clock (the sandbox's), and returns the unsubscription. */
export function startServerQuizJob(deps: {
  readonly runner: ServerQuizRunner;
  readonly log: Log;
  readonly onClockChange?: (listener: () => void) => () => void;
}): ServerQuizJob {
  const look = (): Promise<void> =>
    deps.runner.tick().catch((fault: unknown) => {
      deps.log.error({ fault: describeFault(fault) }, 'server quiz could not be looked up; trying again shortly');
    });
  const task = cron.schedule(EVERY_TEN_SECONDS, look, {
    name: 'server-quiz',
    noOverlap: true,
    suppressMissedWarning: true,
  });
  const unsubscribe = deps.onClockChange?.(() => void look());
  void look();
  return {
    async stop() {
      unsubscribe?.();
      await task.destroy();
      await deps.runner.stop();
    },
  };
}
