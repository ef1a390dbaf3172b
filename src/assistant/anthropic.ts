// Claude through the Anthropic SDK: our requests as Messages API parameters, its stream and its errors in our terms.

import Anthropic, {
  APIConnectionTimeoutError,
  APIError,
  APIUserAbortError,
  type Middleware,
  OverloadedError,
  RateLimitError,
} from '@anthropic-ai/sdk';
import { betaZodTool } from '@anthropic-ai/sdk/helpers/beta/zod';
import type {
  BetaMessageParam,
  BetaRawMessageStreamEvent,
  BetaSearchResultBlockParam,
  BetaStopReason,
  BetaUsage,
} from '@anthropic-ai/sdk/resources/beta/messages';
import {
  type ModelEvent,
  ModelFault,
  type ModelPort,
  type ModelRequest,
  type ModelStop,
  type ModelTool,
  type ModelUsage,
  NO_USAGE,
  type SearchResult,
} from './model-port.ts';

export interface AnthropicSettings {
  readonly apiKey: string;
  /** undefined: the SDK's own address. */
  readonly baseUrl: string | undefined;
  readonly model: string;
}

/** An answer of a few paragraphs with room for the thinking before it, which counts towards the same limit. */
const MAX_OUTPUT_TOKENS = 4_096;
/** How far a stream has come. */
type Heard = 'nothing' | 'start' | 'text';

/** Requests to the model for one question; a model that still calls tools then is told nothing more. */
const MAX_ROUNDS = 5;
/** A wait that the API asks for and that is worth a retry; with a longer one the person gets the knowledge base at once. */
const LONGEST_RETRY_WAIT_MS = 2_000;
const CONNECT_TIMEOUT_MS = 20_000;

/**
 * One breakpoint ends the stable prefix (tools, then system, in the API's own order), so that every question but the first
 * in five minutes reads it from the cache: https://platform.claude.com/docs/en/build-with-claude/prompt-caching
 */
export function createAnthropicPort(settings: AnthropicSettings): ModelPort {
  const client = new Anthropic({
    apiKey: settings.apiKey,
    authToken: null,
    baseURL: settings.baseUrl ?? null,
    maxRetries: 1,
    timeout: CONNECT_TIMEOUT_MS,
    logLevel: 'off',
    middleware: [refuseLongWaits],
  });
  return {
    async *answer(request, signal) {
      let heard: Heard = 'nothing';
      try {
        for await (const event of streamRounds(client, settings.model, request, signal)) {
          if (event.kind === 'text') heard = 'text';
          else if (heard === 'nothing') heard = 'start';
          yield event;
        }
      } catch (cause) {
        signal.throwIfAborted();
        throw toModelFault(cause, heard);
      }
    },
  };
}

async function* streamRounds(
  client: Anthropic,
  model: string,
  request: ModelRequest,
  signal: AbortSignal,
): AsyncGenerator<ModelEvent> {
  const runner = client.beta.messages.toolRunner(
    {
      model,
      max_tokens: MAX_OUTPUT_TOKENS,
      system: [{ type: 'text', text: request.prefix, cache_control: { type: 'ephemeral' } }],
      messages: toMessages(request),
      tools: request.tools.map(toRunnableTool),
      output_config: { effort: 'low' },
      max_iterations: MAX_ROUNDS,
      stream: true,
      thread: false,
    },
    { signal },
  );
  let firstBlock = 0;
  let stop: BetaStopReason | null = null;
  for await (const stream of runner) {
    let lastBlock = firstBlock;
    for await (const event of stream) {
      for (const translated of translate(event, firstBlock)) {
        if ('block' in translated) lastBlock = translated.block + 1;
        yield translated;
      }
    }
    const message = await stream.finalMessage();
    firstBlock = lastBlock;
    stop = message.stop_reason;
    yield { kind: 'usage', usage: { ...NO_USAGE, output: message.usage.output_tokens } };
  }
  yield { kind: 'end', stop: toStop(stop) };
}

function toMessages(request: ModelRequest): BetaMessageParam[] {
  const opening: BetaMessageParam = {
    role: 'user',
    content: [
      ...request.results.map(toSearchResult),
      {
        type: 'text',
        text:
          request.results.length === 0
            ? 'The knowledge base has nothing that fits this question by its words.'
            : 'The results above are what the knowledge base has on this question.',
      },
      ...(request.learner === undefined ? [] : [{ type: 'text' as const, text: request.learner }]),
    ],
  };
  return [
    opening,
    ...request.history.flatMap((turn): BetaMessageParam[] => [
      { role: 'user', content: turn.isOwn ? turn.question : `Another learner in this thread: ${turn.question}` },
      { role: 'assistant', content: turn.answer },
    ]),
    {
      role: 'user',
      content:
        request.note === undefined
          ? request.question
          : [
              { type: 'text', text: request.note },
              { type: 'text', text: request.question },
            ],
    },
  ];
}

function toSearchResult({ source, title, blocks }: SearchResult): BetaSearchResultBlockParam {
  return {
    type: 'search_result',
    source,
    title,
    content: blocks.map((text) => ({ type: 'text', text })),
    citations: { enabled: true },
  };
}

function toRunnableTool(tool: ModelTool) {
  return betaZodTool({
    name: tool.name,
    description: tool.description,
    inputSchema: tool.inputSchema,
    async run(input) {
      const output = await tool.call(input);
      return output.kind === 'text' ? output.text : output.results.map(toSearchResult);
    },
  });
}

function translate(event: BetaRawMessageStreamEvent, firstBlock: number): readonly ModelEvent[] {
  if (event.type === 'message_start') {
    return [{ kind: 'started' }, { kind: 'usage', usage: inputUsage(event.message.usage) }];
  }
  if (event.type === 'content_block_start') {
    return event.content_block.type === 'tool_use' ? [{ kind: 'tool', name: event.content_block.name }] : [];
  }
  if (event.type !== 'content_block_delta') return [];
  const block = firstBlock + event.index;
  const { delta } = event;
  if (delta.type === 'text_delta') return [{ kind: 'text', block, text: delta.text }];
  if (delta.type !== 'citations_delta' || delta.citation.type !== 'search_result_location') return [];
  const citation = { source: delta.citation.source, citedText: delta.citation.cited_text };
  return [{ kind: 'citation', block, citation }];
}

/** Told at the start, so that it is known also when the stream is cut. */
function inputUsage(usage: BetaUsage): ModelUsage {
  return {
    uncached: usage.input_tokens,
    cacheWrite: usage.cache_creation_input_tokens ?? 0,
    cacheRead: usage.cache_read_input_tokens ?? 0,
    output: 0,
  };
}

/** A loop that used up its rounds stops at `tool_use`: what there is, is incomplete. */
function toStop(reason: BetaStopReason | null): ModelStop {
  if (reason === 'refusal') return 'refusal';
  return reason === 'end_turn' || reason === 'stop_sequence' ? 'complete' : 'length';
}

/** Forbids the SDK's retry where the API asks for a wait that no person should sit through. */
const refuseLongWaits: Middleware = async (request, next) => {
  const response = await next(request);
  if ((readRetryAfterMs(response.headers) ?? 0) <= LONGEST_RETRY_WAIT_MS) return response;
  const headers = new Headers(response.headers);
  headers.set('x-should-retry', 'false');
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
};

/** Seconds or an HTTP date: https://developer.mozilla.org/en-US/docs/Web/HTTP/Headers/Retry-After */
function readRetryAfterMs(headers: Headers | undefined): number | undefined {
  const value = headers?.get('retry-after');
  if (value === undefined || value === null) return undefined;
  const seconds = Number(value);
  const waitMs = Number.isNaN(seconds) ? Date.parse(value) - Date.now() : seconds * 1_000;
  return Number.isFinite(waitMs) && waitMs > 0 ? waitMs : undefined;
}

/** Only types, statuses and codes are kept: a message of the API may quote what was sent. */
function toModelFault(cause: unknown, heard: Heard): ModelFault {
  if (cause instanceof APIUserAbortError) return new ModelFault('cut', 'the request was aborted');
  if (cause instanceof APIConnectionTimeoutError) return new ModelFault('slow', 'no connection in time');
  if (!(cause instanceof APIError)) {
    return new ModelFault(
      heard === 'nothing' ? 'down' : 'cut',
      `stream failed: ${cause instanceof Error ? cause.name : typeof cause}`,
    );
  }
  const label = `${cause.status ?? 'no status'} ${cause.type ?? cause.name} ${cause.requestID ?? ''}`.trim();
  if (heard === 'text') return new ModelFault('cut', label);
  if (cause instanceof RateLimitError || cause.type === 'rate_limit_error') {
    return new ModelFault('rate-limited', label, { retryAfterMs: readRetryAfterMs(cause.headers) });
  }
  if (cause instanceof OverloadedError || cause.type === 'overloaded_error') return new ModelFault('overloaded', label);
  const isOurs = cause.status !== undefined && cause.status >= 400 && cause.status < 500 && cause.status !== 408;
  return new ModelFault(isOurs ? 'rejected' : 'down', label);
}
