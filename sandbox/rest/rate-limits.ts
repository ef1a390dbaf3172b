// Discord's rate limits: 50 requests a second for a bot, and a bucket for each route and its major parameter.
// Source: https://discord.com/developers/docs/topics/rate-limits

import type { Route } from './route.ts';

const GLOBAL_LIMIT = 50;
const GLOBAL_WINDOW_MS = 1_000;

/** Discord does not publish the limits of its routes; these are what its answers show for sending messages. */
const ROUTE_LIMIT = 5;
const ROUTE_WINDOW_MS = 5_000;

const MAJOR_PARAMETERS = ['channel_id', 'guild_id', 'webhook_id', 'webhook_token', 'interaction_id'];

export interface RateLimitVerdict {
  readonly headers: Readonly<Record<string, string>>;
  /** Set when the request is refused. */
  readonly refused: { readonly retryAfterMs: number; readonly isGlobal: boolean } | undefined;
}

export interface RateLimits {
  /** Counts a request. `caller` is the token; callbacks of interactions are outside the global limit. */
  take(caller: string, route: Route, params: Readonly<Record<string, string>>): RateLimitVerdict;
}

interface Bucket {
  used: number;
  resetsAtMs: number;
}

export function createRateLimits(monotonicMs: () => number): RateLimits {
  const buckets = new Map<string, Bucket>();
  const useBucket = (key: string, windowMs: number): Bucket => {
    const nowMs = monotonicMs();
    const known = buckets.get(key);
    const bucket = known === undefined || known.resetsAtMs <= nowMs ? { used: 0, resetsAtMs: nowMs + windowMs } : known;
    bucket.used += 1;
    buckets.set(key, bucket);
    return bucket;
  };
  return {
    take(caller, route, params) {
      const isCallback = route.path.startsWith('/interactions/');
      const global = isCallback ? undefined : useBucket(`global ${caller}`, GLOBAL_WINDOW_MS);
      if (global !== undefined && global.used > GLOBAL_LIMIT) {
        const retryAfterMs = global.resetsAtMs - monotonicMs();
        return { headers: { 'x-ratelimit-global': 'true' }, refused: { retryAfterMs, isGlobal: true } };
      }
      const major = MAJOR_PARAMETERS.map((name) => params[name] ?? '').join(':');
      const key = `${route.method} ${route.path}`;
      const bucket = useBucket(`${caller} ${key} ${major}`, ROUTE_WINDOW_MS);
      const leftMs = bucket.resetsAtMs - monotonicMs();
      const refused = bucket.used > ROUTE_LIMIT ? { retryAfterMs: leftMs, isGlobal: false } : undefined;
      return { headers: bucketHeaders(key, bucket.used, leftMs), refused };
    },
  };
}

function bucketHeaders(key: string, used: number, leftMs: number): Readonly<Record<string, string>> {
  return {
    'x-ratelimit-limit': String(ROUTE_LIMIT),
    'x-ratelimit-remaining': String(Math.max(0, ROUTE_LIMIT - used)),
    'x-ratelimit-reset': ((Date.now() + leftMs) / 1000).toFixed(3),
    'x-ratelimit-reset-after': (leftMs / 1000).toFixed(3),
    'x-ratelimit-bucket': Buffer.from(key).toString('hex').slice(0, 32),
  };
}
