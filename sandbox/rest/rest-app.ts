// The REST API as one function from a request to a response: finds the route, applies faults and limits, records, refuses.

import { setTimeout as sleep } from 'node:timers/promises';
import { applicationFor } from '../applications.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { Hub } from '../hub.ts';
import { Refusal, refusals } from '../refusal.ts';
import type { Application } from '../world.ts';
import { applicationRoutes } from './applications.ts';
import { commandRoutes } from './commands.ts';
import { guildRoutes } from './guilds.ts';
import { interactionRoutes } from './interactions.ts';
import { createMatcher } from './match-route.ts';
import { messageRoutes } from './messages.ts';
import { createRateLimits, type RateLimits } from './rate-limits.ts';
import { type ReadBody, readBody } from './read-body.ts';
import type { RestAnswer, Route } from './route.ts';
import { threadRoutes } from './threads.ts';
import { userRoutes } from './users.ts';

/** A request as it came and what it was answered, for tests to hold against Discord's description. */
export interface RecordedRequest {
  readonly method: string;
  /** As in Discord's description, e.g. `/channels/{channel_id}/messages`; the bare path when the route is unknown. */
  readonly route: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly files: readonly { readonly name: string; readonly sizeBytes: number }[];
  readonly status: number;
  readonly answer: unknown;
}

export interface RestApp {
  handle(request: Request): Promise<Response>;
  readonly requests: readonly RecordedRequest[];
  /** `METHOD /path` of requests that no route took. */
  readonly unknownRoutes: readonly string[];
}

interface Outcome extends RestAnswer {
  readonly headers?: Readonly<Record<string, string>>;
}

/** What is known of a request on its way; filled in step by step, so that a refused one is recorded too. */
interface Trace {
  route: string;
  read: ReadBody;
}

const ROUTES: readonly Route[] = [
  ...applicationRoutes,
  ...userRoutes,
  ...guildRoutes,
  ...messageRoutes,
  ...threadRoutes,
  ...commandRoutes,
  ...interactionRoutes,
];

const SERVER_ERROR: Outcome = { status: 502, body: { message: '502: Bad Gateway', code: 0 } };

/** Enough for any test; a sandbox that runs for days must not fill the memory. */
const KEPT_REQUESTS = 20_000;

/** How long one answer of a storm of 429s asks to wait. */
const STORM_RETRY_MS = 300;

export function createRestApp(hub: Hub, gateway: Gateway): RestApp {
  const match = createMatcher(ROUTES);
  const limits = createRateLimits(hub.monotonicMs);
  const requests: RecordedRequest[] = [];
  const unknownRoutes: string[] = [];
  return {
    requests,
    unknownRoutes,
    async handle(request) {
      const url = new URL(request.url);
      const path = url.pathname.replace(/^\/api(\/v\d+)?/, '');
      const trace: Trace = { route: path, read: { body: undefined, uploads: [] } };
      const found = match(request.method, path);
      if (found.kind !== 'found') unknownRoutes.push(`${request.method} ${path}`);
      const outcome = await refusalsAsAnswers(async () => {
        if (found.kind === 'not-found') throw refusals.notFound();
        if (found.kind === 'method-not-allowed') throw refusals.methodNotAllowed();
        trace.route = found.route.path;
        return answer({ hub, gateway, limits, request, url, trace }, found.route, found.params);
      });
      requests.push(record(request, url, path, trace, outcome));
      if (requests.length > KEPT_REQUESTS) requests.shift();
      return toResponse(outcome);
    },
  };
}

interface Work {
  readonly hub: Hub;
  readonly gateway: Gateway;
  readonly limits: RateLimits;
  readonly request: Request;
  readonly url: URL;
  readonly trace: Trace;
}

async function answer(work: Work, route: Route, params: Readonly<Record<string, string>>): Promise<Outcome> {
  const { hub, request, trace, limits } = work;
  trace.read = await readBody(request);
  const { slowRestMs, areRateLimitsOn } = hub.faults.view();
  if (slowRestMs > 0) await sleep(slowRestMs);
  if (hub.faults.stormLeftMs() > 0) return tooManyRequests(STORM_RETRY_MS, false, {});
  const fault = hub.faults.drawServerError();
  if (fault === 'refused') return SERVER_ERROR;
  const bot = route.auth === 'bot' ? authenticate(hub, request) : undefined;
  const caller = bot?.token ?? request.headers.get('authorization') ?? '';
  const verdict = areRateLimitsOn ? limits.take(caller, route, params) : undefined;
  if (verdict?.refused !== undefined) {
    return tooManyRequests(verdict.refused.retryAfterMs, verdict.refused.isGlobal, verdict.headers);
  }
  const outcome = await refusalsAsAnswers(async () => callRoute(work, route, params, bot));
  if (fault === 'lost') return SERVER_ERROR;
  return verdict === undefined ? outcome : { ...outcome, headers: verdict.headers };
}

function callRoute(
  { hub, gateway, url, trace }: Work,
  route: Route,
  params: Readonly<Record<string, string>>,
  bot: Application | undefined,
): RestAnswer {
  const param = (name: string): string => {
    const value = params[name];
    if (value === undefined) throw new Error(`${route.path} has no part ${name}`);
    return value;
  };
  const call = { hub, gateway, query: url.searchParams, ...trace.read, param };
  if (route.auth === 'none') return route.handle(call);
  if (bot === undefined) throw refusals.unauthorized();
  return route.handle({ ...call, bot });
}

/** Any token does. @throws Refusal 401 without one */
function authenticate(hub: Hub, request: Request): Application {
  const token = /^Bot (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  const application = applicationFor(hub, token ?? '');
  if (application === undefined) throw refusals.unauthorized();
  return application;
}

async function refusalsAsAnswers(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { status, code, message, errors } = error;
    return { status, body: { message, code, ...(errors === undefined ? {} : { errors }) } };
  }
}

function tooManyRequests(retryAfterMs: number, isGlobal: boolean, headers: Readonly<Record<string, string>>): Outcome {
  const seconds = Math.max(0.001, retryAfterMs / 1000);
  return {
    status: 429,
    headers: {
      ...headers,
      'retry-after': String(Math.ceil(seconds)),
      'x-ratelimit-reset-after': seconds.toFixed(3),
      'x-ratelimit-scope': isGlobal ? 'global' : 'user',
      via: '1.1 sandbox',
    },
    body: { message: 'You are being rate limited.', retry_after: Number(seconds.toFixed(3)), global: isGlobal },
  };
}

function record(request: Request, url: URL, path: string, trace: Trace, outcome: Outcome): RecordedRequest {
  return {
    method: request.method,
    route: trace.route,
    path,
    query: Object.fromEntries(url.searchParams),
    body: trace.read.body,
    files: trace.read.uploads.map((upload) => ({ name: upload.name, sizeBytes: upload.data.byteLength })),
    status: outcome.status,
    answer: outcome.body,
  };
}

function toResponse({ status, body, headers = {} }: Outcome): Response {
  if (body === undefined) return new Response(null, { status, headers });
  return Response.json(body, { status, headers });
}
