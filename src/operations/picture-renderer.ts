// Draws SVG as PNG on a thread of its own, so that heartbeats and other answers go on meanwhile; knows nothing of what it draws.

import { Worker } from 'node:worker_threads';
import type { Log } from './log.ts';

/** The only typeface there is in pictures; it comes with the project. */
export const PICTURE_FONT = 'Inter';

/** Longer than any drawing takes; a thread that is silent for so long hangs. */
const PATIENCE_MS = 5_000;

export interface PictureOrder {
  readonly number: number;
  readonly svg: string;
}

export type PictureAnswer =
  | { readonly kind: 'drawn'; readonly number: number; readonly png: Uint8Array }
  | { readonly kind: 'failed'; readonly number: number; readonly message: string };

export interface PictureRenderer {
  /**
   * The PNG, or undefined when it could not be drawn, which is logged: a picture always has its text beside it.
   * Never rejects; orders are drawn one after the other.
   */
  draw(svg: string): Promise<Uint8Array | undefined>;
  /** Ends the thread; what is still being drawn fails. */
  close(): Promise<void>;
}

/** Starts no thread before the first picture, and a new one after a thread has died or hung. */
export function createPictureRenderer(log: Pick<Log, 'warn'>, patienceMs = PATIENCE_MS): PictureRenderer {
  const waiting = new Map<number, (result: PictureAnswer) => void>();
  let worker: Worker | undefined;
  let lastNumber = 0;

  const failAll = (message: string): void => {
    for (const [number, settle] of waiting) settle({ kind: 'failed', number, message });
  };
  const dropWorker = async (message: string): Promise<void> => {
    const dropped = worker;
    worker = undefined;
    failAll(message);
    await dropped?.terminate();
  };
  const startWorker = (): Worker => {
    const started = new Worker(new URL('./picture-worker.ts', import.meta.url));
    // The thread alone is no reason for the process to stay.
    started.unref();
    started.on('message', (answer: PictureAnswer) => waiting.get(answer.number)?.(answer));
    const forget = (message: string) => (): void => {
      if (worker === started) void dropWorker(message);
    };
    started.on('error', forget('the drawing thread failed'));
    started.on('exit', forget('the drawing thread ended'));
    return started;
  };

  return {
    draw(svg) {
      worker ??= startWorker();
      lastNumber += 1;
      const order: PictureOrder = { number: lastNumber, svg };
      const drawing = worker;
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          if (worker === drawing) void dropWorker('drawing took too long');
        }, patienceMs);
        waiting.set(order.number, (result) => {
          clearTimeout(timer);
          waiting.delete(order.number);
          if (result.kind === 'failed') log.warn({ reason: result.message }, 'a picture could not be drawn');
          resolve(result.kind === 'drawn' ? result.png : undefined);
        });
        drawing.postMessage(order);
      });
    },
    close: () => dropWorker('the bot is stopping'),
  };
}
