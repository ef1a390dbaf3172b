// Holds the world in force and tells everybody what happened in it; decides nothing.

import type { APIApplicationCommandOptionChoice, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { createFaults, type Faults } from './faults.ts';
import { createFileStore, type FileStore } from './files.ts';
import type { Fault, InteractionEvent } from './protocol.ts';
import { createSandboxClock, type SandboxClock } from './sandbox-clock.ts';
import { createSeedWorld } from './seed-world.ts';
import { createSnowflakes } from './snowflake.ts';
import type { StoredMessage, ThreadChannel, World } from './world.ts';

/** Discord's own deadlines, in milliseconds of real time. Tests may shorten them. */
export interface Timings {
  /** From an interaction to its first callback. */
  readonly firstCallbackMs: number;
  /** Life of an interaction's token. */
  readonly tokenLifetimeMs: number;
  readonly heartbeatIntervalMs: number;
  /** How long a gateway session without a socket can be resumed. */
  readonly sessionLifetimeMs: number;
  /** How long a nonce counts. Discord says "the past few minutes". */
  readonly nonceLifetimeMs: number;
}

export const DISCORD_TIMINGS: Timings = {
  firstCallbackMs: 3_000,
  tokenLifetimeMs: 15 * 60_000,
  heartbeatIntervalMs: 41_250,
  sessionLifetimeMs: 5 * 60_000,
  nonceLifetimeMs: 5 * 60_000,
};

/** What happened. Bots hear of it through the gateway, people through their client. */
export type WorldEvent =
  | { readonly kind: 'message-created' | 'message-updated' | 'message-deleted'; readonly stored: StoredMessage }
  /** `payload` is the interaction as the gateway sends it. */
  | {
      readonly kind: 'interaction-created';
      readonly applicationId: string;
      readonly guildId: string | undefined;
      readonly payload: unknown;
    }
  | { readonly kind: 'interaction-changed'; readonly userId: string; readonly event: InteractionEvent }
  | {
      readonly kind: 'modal-shown';
      readonly userId: string;
      readonly interactionId: string;
      readonly channelId: string;
      readonly applicationId: string;
      readonly modal: APIModalInteractionResponseCallbackData;
    }
  | {
      readonly kind: 'choices-given';
      readonly interactionId: string;
      readonly choices: readonly APIApplicationCommandOptionChoice[];
    }
  | { readonly kind: 'typing-started'; readonly channelId: string; readonly userId: string }
  | { readonly kind: 'thread-created' | 'thread-updated' | 'thread-deleted'; readonly thread: ThreadChannel }
  | { readonly kind: 'channels-changed' | 'commands-changed' | 'bots-changed' | 'clock-changed' | 'faults-changed' }
  | { readonly kind: 'dms-changed'; readonly userId: string }
  | { readonly kind: 'fault-injected'; readonly fault: Fault };

export interface Hub {
  /** The world in force; read it anew after each `await`. */
  readonly world: World;
  /** Puts another world in force. */
  update(transition: (world: World) => World): void;
  emit(event: WorldEvent): void;
  /** Listeners are called at once, in order; the returned function ends that. */
  on(listener: (event: WorldEvent) => void): () => void;
  newId(): string;
  /** Monotonic milliseconds, for Discord's own deadlines. */
  monotonicMs(): number;
  /** Calls back after real time; all that is pending is dropped by `close`. */
  after(ms: number, callback: () => void): () => void;
  readonly clock: SandboxClock;
  readonly faults: Faults;
  readonly files: FileStore;
  readonly timings: Timings;
  /** What /gateway/bot recommends. */
  readonly recommendedShards: number;
  /** `http://127.0.0.1:PORT`; known once the server listens. */
  origin: string;
  close(): void;
}

export function createHub(timings: Timings, recommendedShards: number): Hub {
  const clock = createSandboxClock();
  const listeners = new Set<(event: WorldEvent) => void>();
  const timers = new Set<NodeJS.Timeout>();
  const emit = (event: WorldEvent) => {
    for (const listener of [...listeners]) listener(event);
  };
  let world = createSeedWorld();
  clock.onChange(() => emit({ kind: 'clock-changed' }));
  return {
    get world() {
      return world;
    },
    update(transition) {
      world = transition(world);
    },
    emit,
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    newId: createSnowflakes(clock.nowMs),
    monotonicMs: () => performance.now(),
    after: (ms, callback) => startTimer(timers, ms, callback),
    clock,
    faults: createFaults(),
    files: createFileStore(),
    timings,
    recommendedShards,
    origin: '',
    close() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      listeners.clear();
    },
  };
}

function startTimer(timers: Set<NodeJS.Timeout>, ms: number, callback: () => void): () => void {
  const timer = setTimeout(() => {
    timers.delete(timer);
    callback();
  }, ms);
  timer.unref();
  timers.add(timer);
  return () => {
    clearTimeout(timer);
    timers.delete(timer);
  };
}
