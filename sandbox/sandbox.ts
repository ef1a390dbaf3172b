// Starts and stops the local Discord: world, gateway, REST and page behind one address on this machine.

import { findPerson } from './client/client-socket.ts';
import { injectFault } from './client/person-session.ts';
import { createInteractionLog } from './driver/reply.ts';
import { DEFAULT_WAIT_MS, waitUntil } from './driver/wait.ts';
import { createUser, type User } from './driver.ts';
import { createGateway } from './gateway/gateway.ts';
import { type PageHandler, startHttpServer } from './http-server.ts';
import { createHub, DISCORD_TIMINGS, type Timings } from './hub.ts';
import type { Fault, FaultsView } from './protocol.ts';
import { createRestApp, type RecordedRequest } from './rest/rest-app.ts';
import type { SandboxClock } from './sandbox-clock.ts';
import type { World } from './world.ts';

/** A token for whoever starts a bot beside the sandbox; any other does as well. The bot's id follows from it. */
const TOKEN = 'sandbox';

export interface SandboxOptions {
  /** 0, the default: a free one. */
  readonly port?: number;
  /** Shorter deadlines, for tests of what happens after them. */
  readonly timings?: Partial<Timings>;
  /** What /gateway/bot recommends; 1 by default. */
  readonly recommendedShards?: number;
  /** Intents that a bot may ask for; all by default, the privileged ones included. */
  readonly allowedIntents?: number;
  /** Answers requests for the page; by default the sandbox's own, built at the first request. */
  readonly servePage?: PageHandler;
}

export interface Sandbox {
  /** The page's address. */
  readonly url: string;
  /** Base of the REST API, for `DISCORD_API_URL`. */
  readonly apiUrl: string;
  readonly token: string;
  readonly port: number;
  readonly clock: SandboxClock;
  /** The state as it is now. */
  readonly world: World;
  /** The REST requests so far, oldest first; the last 20,000 are kept. */
  readonly requests: readonly RecordedRequest[];
  /** `METHOD /path` of REST requests that the sandbox has no route for. */
  readonly unknownRoutes: readonly string[];
  /** A person by name (`Ada`, `Linus`) or id. @throws RangeError for nobody */
  user(who: string): User;
  inject(fault: Fault): FaultsView;
  isBotOnline(): boolean;
  /** Resolves when a bot is online and has commands. */
  whenReady(timeoutMs?: number): Promise<void>;
  /** Builds the page now instead of at its first request. */
  preparePage(): Promise<void>;
  /** Ends all connections and timers; resolves when the port is free. */
  stop(): Promise<void>;
}

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const hub = createHub({ ...DISCORD_TIMINGS, ...options.timings }, options.recommendedShards ?? 1);
  const log = createInteractionLog(hub);
  const gateway = createGateway(hub, options.allowedIntents);
  const rest = createRestApp(hub, gateway);
  const page =
    options.servePage === undefined ? createLazyPage() : { serve: options.servePage, prepare: async () => {} };
  const server = await startHttpServer(hub, gateway, rest, page.serve, options.port ?? 0);
  const isBotOnline = () => [...hub.world.applications.keys()].some((id) => gateway.isOnline(id));
  return {
    url: `${hub.origin}/`,
    apiUrl: `${hub.origin}/api`,
    token: TOKEN,
    port: server.port,
    clock: hub.clock,
    get world() {
      return hub.world;
    },
    requests: rest.requests,
    unknownRoutes: rest.unknownRoutes,
    user(who) {
      const userId = findPerson(hub.world, who);
      if (userId === undefined) throw new RangeError(`There is nobody called ${who}.`);
      return createUser(hub, log, userId);
    },
    inject: (fault) => injectFault(hub, fault),
    isBotOnline,
    async whenReady(timeoutMs = DEFAULT_WAIT_MS) {
      const isReady = () => (isBotOnline() && hub.world.commands.size > 0 ? true : undefined);
      await waitUntil(hub, 'a bot with commands', isReady, timeoutMs);
    },
    preparePage: page.prepare,
    async stop() {
      await server.close();
      hub.close();
    },
  };
}

/** The page needs a bundler, which is loaded only where somebody looks at the page. */
function createLazyPage(): { readonly serve: PageHandler; prepare(): Promise<void> } {
  let loading: Promise<PageHandler> | undefined;
  const load = () => {
    loading ??= import('./web/serve-page.ts')
      .then((page) => page.createPageHandler())
      .catch((error: unknown) => {
        loading = undefined;
        throw error;
      });
    return loading;
  };
  return {
    serve: async (request) => (await load())(request),
    prepare: async () => void (await load()),
  };
}
