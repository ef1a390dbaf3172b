// What is done now and then, whether anybody asks or not: what is too old is forgotten.

import cron from 'node-cron';
import { describeFault } from '../operations/describe-fault.ts';
import type { Log } from '../operations/log.ts';
import type { Services } from './services.ts';

/** At a quarter past each hour, away from the full hours at which reminders crowd. */
const HOURLY = '15 * * * *';

export function startHousekeeping(
  { assistant, reminders }: Pick<Services, 'assistant' | 'reminders'>,
  log: Log,
): { stop(): Promise<void> } {
  const tidy = async (): Promise<void> => {
    for (const { forgetOld } of [assistant, reminders]) {
      try {
        await forgetOld();
      } catch (fault) {
        log.error({ fault: describeFault(fault) }, 'what is too old was not forgotten; the next hour tries again');
      }
    }
  };
  const task = cron.schedule(HOURLY, tidy, { name: 'housekeeping', noOverlap: true, suppressMissedWarning: true });
  void tidy();
  return { stop: async () => void (await task.destroy()) };
}
