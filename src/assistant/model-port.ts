// What the assistant asks of a language model, in its own terms: a request, a stream of events, and the ways it can fail.

import type { z } from 'zod';

/** A piece of knowledge that the model may quote. `blocks` are the smallest units of a citation. */
export interface SearchResult {
  /** Unique among all passages, e.g. `concepts/kubernetes.md:12`. */
  readonly source: string;
  readonly title: string;
  readonly blocks: readonly string[];
}

export type ToolOutput =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'results'; readonly results: readonly SearchResult[] };

/** Something the model may call. `call` checks its input against the schema and throws an Error on a mismatch. */
export interface ModelTool {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: z.ZodObject;
  call(input: unknown): Promise<ToolOutput>;
}

/** One exchange that came before. */
export interface Turn {
  /** Whether the one who asks now asked that too; in a thread it may have been somebody else. */
  readonly isOwn: boolean;
  readonly question: string;
  readonly answer: string;
}

/** In the order in which the model gets it, stable parts first, so that the model's cache can serve them. */
export interface ModelRequest {
  /** The same bytes for everybody as long as the knowledge stays the same. */
  readonly prefix: string;
  /** Names, descriptions and schemas are the same for everybody; only what `call` does differs. */
  readonly tools: readonly ModelTool[];
  readonly results: readonly SearchResult[];
  /** The learner's state in a few lines; undefined where others would read it. */
  readonly learner: string | undefined;
  /** Oldest first. */
  readonly history: readonly Turn[];
  /** How the question is to be answered, where that is not as usual. */
  readonly note: string | undefined;
  readonly question: string;
}

/** Tokens as they are billed: `uncached`, `cacheWrite` and `cacheRead` do not overlap. */
export interface ModelUsage {
  readonly uncached: number;
  readonly cacheWrite: number;
  readonly cacheRead: number;
  readonly output: number;
}

export interface Citation {
  readonly source: string;
  readonly citedText: string;
}

/**
 * What comes from the model, in order.
 * `started`: it has begun to work. `text` and `citation` belong to a `block`, whose numbers only grow. `tool`: it calls a
 * tool, so the text so far was a lead-in. `usage`: tokens to be added to those told before. `end`: nothing follows.
 */
export type ModelEvent =
  | { readonly kind: 'started' }
  | { readonly kind: 'text'; readonly block: number; readonly text: string }
  | { readonly kind: 'citation'; readonly block: number; readonly citation: Citation }
  | { readonly kind: 'tool'; readonly name: string }
  | { readonly kind: 'usage'; readonly usage: ModelUsage }
  | { readonly kind: 'end'; readonly stop: ModelStop };

/** `length`: cut at the output limit. `refusal`: the model declined. */
export type ModelStop = 'complete' | 'length' | 'refusal';

/**
 * `rate-limited`: too many requests, with the time to wait where the API gave one. `overloaded`: 529. `down`: 5xx, no
 * connection. `slow`: nothing came in time. `cut`: the stream broke off. `rejected`: the request or the key was refused,
 * which waiting does not mend.
 */
export type ModelFaultCode = 'rate-limited' | 'overloaded' | 'down' | 'slow' | 'cut' | 'rejected';

/** The model could not answer. The message holds no text of a request. */
export class ModelFault extends Error {
  override readonly name = 'ModelFault';
  readonly code: ModelFaultCode;
  readonly retryAfterMs: number | undefined;

  constructor(
    code: ModelFaultCode,
    message: string,
    options: ErrorOptions & { retryAfterMs?: number | undefined } = {},
  ) {
    super(message, options);
    this.code = code;
    this.retryAfterMs = options.retryAfterMs;
  }
}

export interface ModelPort {
  /**
   * Streams one answer, running the tools that the model calls.
   * @throws ModelFault; or the signal's reason once it is aborted.
   */
  answer(request: ModelRequest, signal: AbortSignal): AsyncIterable<ModelEvent>;
}

export const NO_USAGE: ModelUsage = { uncached: 0, cacheWrite: 0, cacheRead: 0, output: 0 };

export function addUsage(left: ModelUsage, right: ModelUsage): ModelUsage {
  return {
    uncached: left.uncached + right.uncached,
    cacheWrite: left.cacheWrite + right.cacheWrite,
    cacheRead: left.cacheRead + right.cacheRead,
    output: left.output + right.output,
  };
}
