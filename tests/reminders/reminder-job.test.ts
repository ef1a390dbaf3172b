// When the job looks: at its start, when the clock jumps, when it is asked; and how it ends.

import pino from 'pino';
import { expect, it } from 'vitest';
import type { Dispatcher, TickReport } from '../../src/reminders/dispatcher.ts';
import { startReminderJob } from '../../src/reminders/reminder-job.ts';

const REPORT: TickReport = {
  due: 1,
  sent: 1,
  adopted: 0,
  skipped: 0,
  closed: 0,
  postponed: 0,
  failed: 0,
  faulted: 0,
};

function recordingDispatcher(tick: () => Promise<TickReport>): Dispatcher & { readonly calls: string[] } {
  const calls: string[] = [];
  return {
    calls,
    tick() {
      calls.push('tick');
      return tick();
    },
    async stop() {
      calls.push('stop');
    },
  };
}

it('looks at once, again when the clock jumps, and no more after the stop', async () => {
  const dispatcher = recordingDispatcher(async () => REPORT);
  const listeners = new Set<() => void>();
  const job = startReminderJob({
    dispatcher,
    log: pino({ level: 'silent' }),
    onClockChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  expect(dispatcher.calls).toEqual(['tick']);
  for (const listener of listeners) listener();
  expect(dispatcher.calls).toEqual(['tick', 'tick']);
  await job.stop();
  expect(dispatcher.calls).toEqual(['tick', 'tick', 'stop']);
  expect(listeners.size).toBe(0);
});

it('logs a store that fails and goes on', async () => {
  const lines: string[] = [];
  const dispatcher = recordingDispatcher(() => Promise.reject(new Error('database is locked')));
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const job = startReminderJob({ dispatcher, log });
  await job.nudge();
  await job.stop();
  expect(lines.join('')).toContain('database is locked');
  expect(dispatcher.calls.filter((call) => call === 'tick').length).toBeGreaterThanOrEqual(2);
});

it('logs a tick once, however many joined it', async () => {
  const lines: string[] = [];
  const dispatcher = recordingDispatcher(async () => REPORT);
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const job = startReminderJob({ dispatcher, log });
  await Promise.all([job.nudge(), job.nudge()]);
  await job.stop();
  expect(lines).toHaveLength(1);
});
