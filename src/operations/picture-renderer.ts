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

type Settle = (answer: PictureAnswer) => void;

/** Starts no thread before the first picture, and a new one after a thread has died or hung. */
export function createPictureRenderer(log: Pick<Log, 'warn'>, patienceMs = PATIENCE_MS): PictureRenderer {
  const waiting = new Map<number, Settle>();
  let worker: Worker | undefined;
  let lastNumber = 0;

  const dropWorker = async (message: string): Promise<void> => {
    const dropped = worker;
    worker = undefined;
    for (const [number, settle] of waiting) settle({ kind: 'failed', number, message });
    await dropped?.terminate();
  };

  return {
    draw(svg) {
      worker ??= startWorker(waiting, (message, ended) => {
        if (worker === ended) void dropWorker(message);
      });
      const drawing = worker;
      lastNumber += 1;
      const order: PictureOrder = { number: lastNumber, svg };
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          if (worker === drawing) void dropWorker('drawing took too long');
        }, patienceMs);
        waiting.set(order.number, (answer) => {
          clearTimeout(timer);
          waiting.delete(order.number);
          if (answer.kind === 'failed') log.warn({ reason: answer.message }, 'a picture could not be drawn');
          resolve(answer.kind === 'drawn' ? answer.png : undefined);
        });
        drawing.postMessage(order);
      });
    },
    close: () => dropWorker('the bot is stopping'),
  };
}

function startWorker(waiting: ReadonlyMap<number, Settle>, onEnd: (message: string, ended: Worker) => void): Worker {
  const worker = new Worker(new URL('./picture-worker.ts', import.meta.url));
  // The thread alone is no reason for the process to stay.
  worker.unref();
  worker.on('message', (answer: PictureAnswer) => waiting.get(answer.number)?.(answer));
  worker.on('error', () => onEnd('the drawing thread failed', worker));
  worker.on('exit', () => onEnd('the drawing thread ended', worker));
  return worker;
}
