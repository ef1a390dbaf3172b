// Accounts input tokens as the Messages API does with prompt caching: what a request shares with the cache is what is the same, byte for byte.

import { createHash } from 'node:crypto';

export interface InputUsage {
  readonly input_tokens: number;
  readonly cache_creation_input_tokens: number;
  readonly cache_read_input_tokens: number;
}

export interface PromptCacheSettings {
  readonly nowMs: () => number;
  /** Five minutes, renewed by each read, as for `cache_control: { type: 'ephemeral' }`. */
  readonly ttlMs?: number;
  /** Shorter prefixes are not cached. 4,096 is the largest minimum of the documented models, so the strictest. */
  readonly minTokens?: number;
}

interface Block {
  /** Without `cache_control`, which is no part of the prompt. */
  readonly bytes: Buffer;
  readonly contentBytes: number;
  readonly isBreakpoint: boolean;
}

/** No tokenizer is at hand offline: four bytes a token, for all parts alike, so that shares and ratios hold. */
const BYTES_A_TOKEN = 4;
/** What the API puts around each block. */
const FRAME_BYTES = 16;
/** Keys whose values name a form and are no content. */
const FORMS: ReadonlySet<string> = new Set(['type', 'role', 'enabled']);
const FIVE_MINUTES_MS = 300_000;
const MAX_BREAKPOINTS = 4;
/** The API looks at most this many blocks back from a breakpoint for a prefix that was written before. */
const LOOK_BACK_BLOCKS = 20;

export function tokensOf(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / BYTES_A_TOKEN);
}

/** One account's cache. `account` returns the usage of a request and writes what the request asks to be written. */
export function createPromptCache(settings: PromptCacheSettings): {
  account(body: Record<string, unknown>): InputUsage;
  /** Tokens of tools and system alone. */
  prefixTokens(body: Record<string, unknown>): number;
} {
  const { nowMs, ttlMs = FIVE_MINUTES_MS, minTokens = 4_096 } = settings;
  const expiresAtMs = new Map<string, number>();
  const isCached = (key: string): boolean => (expiresAtMs.get(key) ?? 0) > nowMs();

  return {
    account(body) {
      const blocks = [...listPrefix(body), ...listMessages(body)];
      const { keys, tokens } = measure(String(body.model), blocks);
      const breakpoints = blocks.flatMap((block, at) => (block.isBreakpoint ? [at] : []));
      if (breakpoints.length > MAX_BREAKPOINTS) throw new RangeError('at most 4 blocks may have cache_control');
      const total = tokens.at(-1) ?? 0;
      const last = breakpoints.findLast((at) => (tokens[at] ?? 0) >= minTokens);
      if (last === undefined) return usage(total, 0, 0);

      let read = 0;
      for (const breakpoint of breakpoints) {
        for (let at = breakpoint; at >= Math.max(0, breakpoint - LOOK_BACK_BLOCKS); at -= 1) {
          const key = keys[at] ?? '';
          if (!isCached(key)) continue;
          expiresAtMs.set(key, nowMs() + ttlMs);
          read = Math.max(read, tokens[at] ?? 0);
          break;
        }
      }
      for (const at of breakpoints) {
        if ((tokens[at] ?? 0) >= minTokens) expiresAtMs.set(keys[at] ?? '', nowMs() + ttlMs);
      }
      const upToLast = tokens[last] ?? 0;
      return usage(total - Math.max(upToLast, read), Math.max(0, upToLast - read), read);
    },
    prefixTokens(body) {
      return measure('', listPrefix(body)).tokens.at(-1) ?? 0;
    },
  };
}

function usage(uncached: number, written: number, read: number): InputUsage {
  return { input_tokens: uncached, cache_creation_input_tokens: written, cache_read_input_tokens: read };
}

/** A key and the tokens of everything up to and with each block. */
function measure(model: string, blocks: readonly Block[]): { readonly keys: string[]; readonly tokens: number[] } {
  const hash = createHash('sha256').update(model);
  let bytes = 0;
  const keys: string[] = [];
  const tokens: number[] = [];
  for (const block of blocks) {
    hash.update(block.bytes).update('\0');
    bytes += block.contentBytes;
    keys.push(hash.copy().digest('hex'));
    tokens.push(Math.ceil(bytes / BYTES_A_TOKEN));
  }
  return { keys, tokens };
}

/** The API's order: tools, then system, then messages. */
function listPrefix(body: Record<string, unknown>): readonly Block[] {
  const { system } = body;
  const systemBlocks = typeof system === 'string' ? [{ type: 'text', text: system }] : asList(system);
  // Tools are shown to the model with their schemas as they are.
  const tools = asList(body.tools).map((tool) => {
    const block = toBlock(tool);
    return { ...block, contentBytes: block.bytes.length };
  });
  return [...tools, ...systemBlocks.map(toBlock)];
}

function listMessages(body: Record<string, unknown>): readonly Block[] {
  return asList(body.messages).flatMap((message) => {
    const { role, content } = message;
    const blocks = typeof content === 'string' ? [{ type: 'text', text: content }] : asList(content);
    return blocks.map((block) => toBlock({ role, ...block }));
  });
}

function toBlock(value: Record<string, unknown>): Block {
  const { cache_control, ...rest } = value;
  return {
    bytes: Buffer.from(JSON.stringify(rest)),
    contentBytes: contentBytes(rest) + FRAME_BYTES,
    isBreakpoint: cache_control != null,
  };
}

/** Bytes of the text in a block, without the JSON around it, which the model does not read. */
function contentBytes(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + contentBytes(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [key, each]) => sum + (FORMS.has(key) ? 0 : contentBytes(each)), 0);
}

/** Tokens of blocks on their own. */
export function tokensOfBlocks(blocks: readonly Record<string, unknown>[]): number {
  return Math.ceil(blocks.map(toBlock).reduce((sum, block) => sum + block.contentBytes, 0) / BYTES_A_TOKEN);
}

export function asList(value: unknown): readonly Record<string, unknown>[] {
  if (!Array.isArray(value)) return [];
  return value.filter((item) => typeof item === 'object' && item !== null);
}
