// The order in which the bot ends, whatever one part of it does.

import { expect, it } from 'vitest';
import { createEnding } from '../../src/composition/stop-in-order.ts';
import { createLog } from '../../src/operations/log.ts';

it('ends what is under way at once, waits no longer than the limit, and closes the rest in reverse whatever fails', async () => {
  const lines: string[] = [];
  const ended: string[] = [];
  const ending = createEnding(50, createLog('info', { write: (line) => void lines.push(line) }));
  ending.close('database', async () => ended.push('database'));
  ending.close('client', () => Promise.reject(new Error('broken on purpose')));
  ending.close('health', async () => ended.push('health'));
  ending.finish('endless', () => new Promise(() => ended.push('endless begun')));
  ending.finish('faulty', () => Promise.reject(new Error('broken on purpose')));
  ending.finish('answers', async () => ended.push('answers'));
  await ending.run();
  expect(ended).toEqual(['endless begun', 'answers', 'health', 'database']);
  expect(lines.join('')).toMatch(/"part":"faulty".*"finishWithinMs":50.*"part":"client"/s);
});
