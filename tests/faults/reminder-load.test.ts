// The shortened form of `npm run bench -- reminders`: the real bot, a crowd due in one minute, Discord's limits on.

import { expect, it } from 'vitest';
import { measureReminderLoad } from '../../bench/reminder-load.ts';

it('serves 400 people due in one minute once each, without a 429, and answers meanwhile', {
  timeout: 120_000,
}, async () => {
  const load = await measureReminderLoad(400, 'tests/fixtures/seed');
  expect(load).toMatchObject({ sent: 400, wronglyServed: 0, tooManyRequests: 0 });
  // Issue 6 asks for 45 a second and 300 ms, which the whole measurement shows on a machine of its own; here other
  // tests run beside it, and slow answers slow the pace down, so this only catches what is broken.
  expect(load.perSecond).toBeGreaterThan(15);
  expect(load.explainMs.p50).toBeLessThan(300);
});
