// The page's one WebSocket to the sandbox: connects, comes back when cut, pairs requests with their acks.

import {
  type ActionResult,
  CLIENT_PATH,
  type ClientAction,
  type ClientRequest,
  type ServerEvent,
} from '../protocol.ts';

export interface SandboxSocket {
  /** The action's result. Rejects with an Error whose message a person may read. */
  request<A extends ClientAction>(action: A): Promise<ActionResult<A['kind']>>;
  /** Goes on as somebody else (id or name). */
  switchUser(user: string): void;
}

export interface SocketListener {
  onEvent(event: Exclude<ServerEvent, { type: 'ack' }>): void;
  onState(state: 'connecting' | 'lost'): void;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

const FIRST_RETRY_MS = 300;
const LAST_RETRY_MS = 5_000;

export function connectSandbox(user: string, listener: SocketListener): SandboxSocket {
  const waiting = new Map<string, Waiting>();
  let person = user;
  let retryMs = FIRST_RETRY_MS;
  let counter = 0;
  let socket = open();

  function open(): WebSocket {
    const url = new URL(CLIENT_PATH, location.href);
    url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    url.searchParams.set('user', person);
    const opened = new WebSocket(url);
    opened.addEventListener('message', (frame) => {
      // The sandbox that served this page is the only other end; its frames are ServerEvents by protocol.ts.
      if (opened === socket) receive(JSON.parse(String(frame.data)) as ServerEvent);
    });
    opened.addEventListener('close', () => {
      if (opened === socket) lose();
    });
    return opened;
  }

  function receive(event: ServerEvent): void {
    if (event.type !== 'ack') {
      if (event.type === 'hello') retryMs = FIRST_RETRY_MS;
      listener.onEvent(event);
      return;
    }
    const asked = waiting.get(event.requestId);
    waiting.delete(event.requestId);
    if (event.ok) asked?.resolve(event.result);
    else asked?.reject(new Error(event.error.message));
  }

  function lose(): void {
    abandon();
    listener.onState('lost');
    const lost = socket;
    setTimeout(() => {
      // Meanwhile the person may have switched, which opened another.
      if (socket === lost) socket = open();
    }, retryMs);
    retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
  }

  function abandon(): void {
    for (const one of waiting.values()) one.reject(new Error('The connection to the sandbox was lost.'));
    waiting.clear();
  }

  return {
    request<A extends ClientAction>(action: A): Promise<ActionResult<A['kind']>> {
      if (socket.readyState !== WebSocket.OPEN) return Promise.reject(new Error('Not connected to the sandbox.'));
      counter += 1;
      const request: ClientRequest = { requestId: String(counter), action };
      const answer = new Promise<unknown>((resolve, reject) => waiting.set(request.requestId, { resolve, reject }));
      socket.send(JSON.stringify(request));
      // The ack of an action carries its own result type: protocol.ts, `ActionResults`.
      return answer as Promise<ActionResult<A['kind']>>;
    },
    switchUser(next) {
      person = next;
      const old = socket;
      abandon();
      listener.onState('connecting');
      socket = open();
      old.close();
    },
  };
}
