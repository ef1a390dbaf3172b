// Waits for something to become true of the sandbox: looked at anew after each event, never by sleeping.

import type { Hub } from '../hub.ts';

/** Long enough for Discord's 3 s and a slow machine. */
export const DEFAULT_WAIT_MS = 10_000;

/** The first value of `probe` that is not undefined. @throws Error naming `what` when the time is over */
export function waitUntil<T>(hub: Hub, what: string, probe: () => T | undefined, timeoutMs: number): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  let stopListening = () => {};
  let stopTimer = () => {};
  const look = () => {
    try {
      const found = probe();
      if (found === undefined) return false;
      resolve(found);
    } catch (error) {
      reject(error);
    }
    stopListening();
    stopTimer();
    return true;
  };
  if (look()) return promise;
  stopListening = hub.on(look);
  stopTimer = hub.after(timeoutMs, () => {
    stopListening();
    reject(new Error(`Waited ${timeoutMs} ms in vain for ${what}.`));
  });
  return promise;
}
