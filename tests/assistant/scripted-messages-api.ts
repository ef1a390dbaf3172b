// A Messages API on loopback that answers by a script: the real SDK talks to it, its cache is accounted honestly.

import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { asList, createPromptCache, type InputUsage, type PromptCacheSettings, tokensOf } from './prompt-cache.ts';

/** A part of a scripted answer. `cites` quotes the search results of the request by their index; `forges` invents one. */
export type ScriptedBlock =
  | {
      readonly text: string;
      readonly cites?: readonly number[];
      readonly forges?: { source: string; cited_text: string };
    }
  | { readonly tool: string; readonly input: unknown }
  /** Thinking that is not shown: as with today's models, only its signature comes. */
  | { readonly thinkingSignature: string };

export type ScriptedReply =
  | {
      readonly kind: 'message';
      readonly blocks: readonly ScriptedBlock[];
      readonly stop?: 'end_turn' | 'max_tokens' | 'refusal';
      /** Before the first event. */
      readonly delayMs?: number;
      /** Between two pieces of text. */
      readonly pieceDelayMs?: number;
    }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly type: string;
      readonly headers?: Record<string, string>;
    }
  /** The stream breaks off after the text: the connection is torn down, ends early, an error event comes, or nothing. */
  | { readonly kind: 'broken'; readonly text: string; readonly how: 'reset' | 'ends' | 'error-event' | 'hangs' }
  /** The connection stays open and nothing comes, before or after the first event. */
  | { readonly kind: 'silent'; readonly after?: 'message-start' };

export interface ApiRequest {
  readonly body: Record<string, unknown>;
  readonly headers: IncomingMessage['headers'];
  readonly usage: InputUsage;
  /** Tokens of tools and system. */
  readonly prefixTokens: number;
}

export interface ScriptedApi {
  readonly url: string;
  /** Every request that was taken, in order. */
  readonly requests: readonly ApiRequest[];
  stop(): Promise<void>;
}

type Script = (request: ApiRequest, number: number) => ScriptedReply | Promise<ScriptedReply>;

const PIECE_CHARACTERS = 24;

/**
 * @param script called with each request and its number from 0.
 * @param onFirstText called right before the first text of an answer leaves.
 */
export async function startScriptedApi(
  script: Script,
  cacheSettings: PromptCacheSettings,
  onFirstText: () => void = () => {},
): Promise<ScriptedApi> {
  const cache = createPromptCache(cacheSettings);
  const requests: ApiRequest[] = [];
  const server = createServer((incoming, response) => {
    handle(incoming, response).catch(() => response.destroy());
  });

  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readJson(incoming);
    const fault = findFault(incoming, body);
    if (fault !== undefined) return sendStatus(response, 400, 'invalid_request_error', {}, fault);
    const { usage, write } = cache.account(body);
    const request: ApiRequest = {
      body,
      headers: incoming.headers,
      usage,
      prefixTokens: cache.prefixTokens(body),
    };
    requests.push(request);
    const reply = await script(request, requests.length - 1);
    await sendReply(response, reply, request, { onBegin: write, onFirstText });
  };

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readJson(incoming: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

/** What the real API would refuse in a request, as far as this project can get it wrong. */
function findFault(incoming: IncomingMessage, body: Record<string, unknown>): string | undefined {
  if (incoming.method !== 'POST' || !incoming.url?.startsWith('/v1/messages')) return 'not found';
  const { authorization, 'x-api-key': apiKey } = incoming.headers;
  if (apiKey === undefined && !authorization?.startsWith('Bearer ')) return 'the key is missing';
  if (typeof body.model !== 'string' || typeof body.max_tokens !== 'number') return 'model and max_tokens are required';
  for (const removed of ['temperature', 'top_p', 'top_k']) {
    if (removed in body) return `${removed} is not supported by current models`;
  }
  const messages = asList(body.messages);
  if (messages[0]?.role !== 'user') return 'the first message must be from the user';
  if (messages.at(-1)?.role !== 'user') return 'prefill is not supported';
  const blocks = messages.flatMap((message) => asList(message.content));
  if (blocks.some((block) => block.type === 'text' && block.text === ''))
    return 'text content blocks must be non-empty';
  const calls = blocks.filter((block) => block.type === 'tool_use').map((block) => block.id);
  const results = blocks.filter((block) => block.type === 'tool_result').map((block) => block.tool_use_id);
  if (calls.join() !== results.join()) return 'each tool_use needs its tool_result';
  return undefined;
}

async function sendReply(
  response: ServerResponse,
  reply: ScriptedReply,
  request: ApiRequest,
  { onBegin, onFirstText }: { readonly onBegin: () => void; readonly onFirstText: () => void },
): Promise<void> {
  if (reply.kind === 'status') return sendStatus(response, reply.status, reply.type, reply.headers ?? {});
  if (reply.kind === 'silent' && reply.after === undefined) return;
  if (reply.kind === 'message' && reply.delayMs !== undefined) await wait(reply.delayMs);
  response.writeHead(200, { 'content-type': 'text/event-stream', 'request-id': 'req_scripted' });
  const send = (event: Record<string, unknown>): void => {
    response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  };
  onBegin();
  send(messageStart(request));
  if (reply.kind === 'silent') return;
  if (reply.kind === 'broken') {
    for (const event of textEvents(0, { text: reply.text }, request)) send(event);
    if (reply.how === 'hangs') return;
    if (reply.how === 'error-event')
      send({ type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } });
    if (reply.how !== 'reset') response.end();
    // What was written must leave before the connection is torn down.
    else setTimeout(() => response.destroy(), 20);
    return;
  }
  if (reply.blocks.some((block) => 'text' in block)) onFirstText();
  for (const [index, block] of reply.blocks.entries()) {
    const events = blockEvents(index, block, request);
    for (const event of events) {
      send(event);
      if (reply.pieceDelayMs !== undefined && event.type === 'content_block_delta') await wait(reply.pieceDelayMs);
    }
  }
  const callsTool = reply.blocks.some((block) => 'tool' in block);
  const said = reply.blocks.map(saidIn).join('');
  send({
    type: 'message_delta',
    delta: { stop_reason: reply.stop ?? (callsTool ? 'tool_use' : 'end_turn'), stop_sequence: null },
    usage: { ...request.usage, output_tokens: tokensOf(said) },
  });
  send({ type: 'message_stop' });
  response.end();
}

function sendStatus(
  response: ServerResponse,
  status: number,
  type: string,
  headers: Record<string, string>,
  message = type,
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify({ type: 'error', error: { type, message } }));
}

function messageStart({ body, usage }: ApiRequest): Record<string, unknown> {
  return {
    type: 'message_start',
    message: {
      id: 'msg_scripted',
      type: 'message',
      role: 'assistant',
      model: body.model,
      content: [],
      stop_reason: null,
      stop_sequence: null,
      usage: { ...usage, output_tokens: 1 },
    },
  };
}

function blockEvents(index: number, block: ScriptedBlock, request: ApiRequest): readonly Record<string, unknown>[] {
  if ('tool' in block) return toolEvents(index, block);
  if ('text' in block) return textEvents(index, block, request);
  return [
    { type: 'content_block_start', index, content_block: { type: 'thinking', thinking: '', signature: '' } },
    {
      type: 'content_block_delta',
      index,
      delta: { type: 'signature_delta', signature: block.thinkingSignature },
    },
    { type: 'content_block_stop', index },
  ];
}

/** What counts as output. */
function saidIn(block: ScriptedBlock): string {
  if ('text' in block) return block.text;
  return 'tool' in block ? JSON.stringify(block.input) : block.thinkingSignature;
}

function textEvents(
  index: number,
  block: Extract<ScriptedBlock, { text: string }>,
  request: ApiRequest,
): readonly Record<string, unknown>[] {
  const pieces = block.text.match(new RegExp(`[\\s\\S]{1,${PIECE_CHARACTERS}}`, 'g')) ?? [];
  const deltas = [
    ...citationsOf(block, request).map((citation) => ({ type: 'citations_delta', citation })),
    ...pieces.map((text) => ({ type: 'text_delta', text })),
  ];
  return [
    { type: 'content_block_start', index, content_block: { type: 'text', text: '' } },
    ...deltas.map((delta) => ({ type: 'content_block_delta', index, delta })),
    { type: 'content_block_stop', index },
  ];
}

/** The text of a citation comes from the request, as with the real API; only a forged one says what it likes. */
function citationsOf(
  { cites = [], forges }: Extract<ScriptedBlock, { text: string }>,
  request: ApiRequest,
): readonly Record<string, unknown>[] {
  const found = listSearchResults(request.body);
  const honest = cites.map((at) => {
    const result = found[at];
    if (result === undefined) throw new RangeError(`the request has no search result ${at}`);
    return { source: result.source, title: result.title, cited_text: asList(result.content)[0]?.text };
  });
  return [...honest, ...(forges === undefined ? [] : [{ title: null, ...forges }])].map((citation, at) => ({
    type: 'search_result_location',
    search_result_index: cites[at] ?? 0,
    start_block_index: 0,
    end_block_index: 1,
    ...citation,
  }));
}

/** All search results of a request, in the order in which the API counts them. */
export function listSearchResults(body: Record<string, unknown>): readonly Record<string, unknown>[] {
  return asList(body.messages)
    .flatMap((message) => asList(message.content))
    .flatMap((block) => (block.type === 'tool_result' ? asList(block.content) : [block]))
    .filter((block) => block.type === 'search_result');
}

function toolEvents(
  index: number,
  { tool, input }: Extract<ScriptedBlock, { tool: string }>,
): readonly Record<string, unknown>[] {
  // A string is sent as it is, so that input can be malformed.
  const json = typeof input === 'string' ? input : JSON.stringify(input);
  const id = `toolu_${randomUUID()}`;
  return [
    { type: 'content_block_start', index, content_block: { type: 'tool_use', id, name: tool, input: {} } },
    { type: 'content_block_delta', index, delta: { type: 'input_json_delta', partial_json: json } },
    { type: 'content_block_stop', index },
  ];
}
