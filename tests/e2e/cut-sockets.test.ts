// A connection that keeps breaking: no answer is lost and none comes twice.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../sandbox/driver.ts';
import { labelsOf, type Studypod, startStudypod } from './studypod.ts';

const CUTS = 50;

let studypod: Studypod;

beforeAll(async () => {
  studypod = await startStudypod();
});
afterAll(() => studypod.dispose());

describe('a socket that is cut before every press', () => {
  it(`leaves each of ${CUTS} presses with one answer`, async () => {
    const ada = studypod.sandbox.user('Ada');
    let reply: Reply = await ada.slash('quiz', { deck: 'kubectl', count: 20, mode: 'choice' });
    let presses = 0;
    for (; presses < CUTS; presses += 1) {
      studypod.sandbox.inject({ kind: 'cut-sockets' });
      const labels = labelsOf(reply);
      const label = ['A', 'Next'].find((each) => labels.includes(each));
      const before = answersOf(studypod);
      reply =
        label === undefined
          ? await ada.slash('quiz', { deck: 'kubectl', count: 20, mode: 'choice' })
          : await ada.press(reply, label);
      expect(answersOf(studypod) - before).toBe(1);
    }
    expect(presses).toBe(CUTS);
    const callbacks = studypod.sandbox.requests.filter((request) => request.route.endsWith('/callback'));
    expect(callbacks.every((request) => request.status < 300)).toBe(true);
    expect(new Set(callbacks.map((request) => request.path)).size).toBe(callbacks.length);
  }, 120_000);
});

/** Interactions that got an answer so far. */
function answersOf({ sandbox }: Studypod): number {
  return sandbox.requests.filter((request) => request.route.endsWith('/callback') && request.status < 300).length;
}
