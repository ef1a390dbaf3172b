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
  /** Shorter prefixes are not cached; by default the documented minimum of the request's model. */
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

/**
 * Least tokens of a prefix that is cached, by model; others are taken to be as strict as the strictest:
 * https://platform.claude.com/docs/en/build-with-claude/prompt-caching#cache-limitations
 */
const LEAST_CACHEABLE: Readonly<Record<string, number>> = {
  'claude-haiku-5-5': 512,
  'claude-sonnet-5-5': 512,
  'claude-opus-5-5': 512,
  'claude-sonnet-5': 1_024,
  'claude-opus-4-8': 1_024,
};
const STRICTEST_LEAST_CACHEABLE = 4_096;

export function tokensOf(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / BYTES_A_TOKEN);
}

/** What a request costs, and what it leaves in the cache once its answer begins: others cannot read it earlier. */
export interface Accounted {
  readonly usage: InputUsage;
  write(): void;
}

/** One account's cache. */
export function createPromptCache(settings: PromptCacheSettings): {
  account(body: Record<string, unknown>): Accounted;
  /** Tokens of tools and system alone. */
  prefixTokens(body: Record<string, unknown>): number;
} {
  const { nowMs, ttlMs = FIVE_MINUTES_MS } = settings;
  const expiresAtMs = new Map<string, number>();
  const isCached = (key: string): boolean => (expiresAtMs.get(key) ?? 0) > nowMs();

  return {
    account(body) {
      const blocks = [...listPrefix(body), ...listMessages(body)];
      const model = String(body.model);
      const minTokens = settings.minTokens ?? LEAST_CACHEABLE[model] ?? STRICTEST_LEAST_CACHEABLE;
      const { keys, tokens } = measure(model, blocks);
      const breakpoints = blocks.flatMap((block, at) => (block.isBreakpoint ? [at] : []));
      if (breakpoints.length > MAX_BREAKPOINTS) throw new RangeError('at most 4 blocks may have cache_control');
      const total = tokens.at(-1) ?? 0;
      const last = breakpoints.findLast((at) => (tokens[at] ?? 0) >= minTokens);
      if (last === undefined) return { usage: usage(total, 0, 0), write: () => {} };

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
      const upToLast = tokens[last] ?? 0;
      return {
        usage: usage(total - Math.max(upToLast, read), Math.max(0, upToLast - read), read),
        write() {
          for (const at of breakpoints) {
            if ((tokens[at] ?? 0) >= minTokens) expiresAtMs.set(keys[at] ?? '', nowMs() + ttlMs);
          }
        },
      };
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
