// What an answer costs: the person's share of the tokens, what the API bills, and where both end for today.

import type { ModelUsage } from './model-port.ts';

/** Prices of cached input against plain input: https://platform.claude.com/docs/en/build-with-claude/prompt-caching#pricing */
const CACHE_READ_PRICE = 0.1;
const CACHE_WRITE_PRICE = 1.25;

/** The bot's ceiling a day, as so many people who use up all of theirs. */
export const CEILING_IN_BUDGETS = 50;

/**
 * Tokens charged to the person. Writing the cache is charged like reading it: who happens to come first after a pause does
 * not pay for everybody.
 */
export function personTokens(usage: ModelUsage): number {
  return usage.uncached + usage.output + Math.ceil((usage.cacheRead + usage.cacheWrite) * CACHE_READ_PRICE);
}

/** Input tokens as the API bills them, in tokens of plain input. */
export function billedInputTokens(usage: ModelUsage): number {
  return usage.uncached + usage.cacheWrite * CACHE_WRITE_PRICE + usage.cacheRead * CACHE_READ_PRICE;
}

/** Input and output as the API bills them, in whole tokens; the ceiling of the bot counts these. */
export function botTokens(usage: ModelUsage): number {
  return Math.ceil(billedInputTokens(usage)) + usage.output;
}

/** `YYYY-MM-DD` in UTC: the bot's own day. */
export function utcDayOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10);
}
