// What is done now and then, whether anybody asks or not: conversations that are too old are forgotten.

import cron from 'node-cron';
import { describeFault } from '../operations/describe-fault.ts';
import type { Log } from '../operations/log.ts';
import type { Services } from './services.ts';

/** At a quarter past each hour, away from the full hours at which reminders crowd. */
const HOURLY = '15 * * * *';

export function startHousekeeping(services: Pick<Services, 'assistant'>, log: Log): { stop(): Promise<void> } {
  const tidy = async (): Promise<void> => {
    try {
      await services.assistant.forgetOld();
    } catch (fault) {
      log.error({ fault: describeFault(fault) }, 'old conversations not forgotten; the next hour tries again');
    }
  };
  const task = cron.schedule(HOURLY, tidy, { name: 'housekeeping', noOverlap: true, suppressMissedWarning: true });
  void tidy();
  return { stop: async () => void (await task.destroy()) };
}
