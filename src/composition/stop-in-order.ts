// How the bot ends: first what is under way, all of it at once and within one limit, then what it stood on, in reverse order.

import { describeFault } from '../operations/describe-fault.ts';
import type { Log } from '../operations/log.ts';

type Stop = () => Promise<unknown>;

export interface Ending {
  /** Ends work of its own accord; begun together with all the others of this kind. */
  finish(name: string, stop: Stop): void;
  /** Closes a part that others stand on; each after those that were named later. */
  close(name: string, stop: Stop): void;
  /** Never rejects: what fails to end is logged, and the rest is ended all the same. */
  run(): Promise<void>;
}

/** @param finishWithinMs what is under way for longer is left where it is. */
export function createEnding(finishWithinMs: number, log: Log): Ending {
  const finishing: Stop[] = [];
  const closing: Stop[] = [];
  const guarded =
    (part: string, stop: Stop): Stop =>
    async () => {
      try {
        await stop();
      } catch (fault) {
        log.error({ part, fault: describeFault(fault) }, 'did not stop in order; going on with the rest');
      }
    };
  return {
    finish: (name, stop) => void finishing.push(guarded(name, stop)),
    close: (name, stop) => void closing.push(guarded(name, stop)),
    async run() {
      const { promise: late, resolve } = Promise.withResolvers<'late'>();
      const timer = setTimeout(resolve, finishWithinMs, 'late');
      const outcome = await Promise.race([Promise.all(finishing.map((stop) => stop())), late]);
      clearTimeout(timer);
      if (outcome === 'late') log.warn({ finishWithinMs }, 'stopping with work still under way');
      for (const stop of closing.toReversed()) await stop();
    },
  };
}
