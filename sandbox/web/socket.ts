// The page's one WebSocket to the sandbox: connects, comes back when cut, pairs requests with their acks.

import {
  type ActionResult,
  CLIENT_PATH,
  type ClientAction,
  type ClientRequest,
  type ServerEvent,
} from '../protocol.ts';

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

/** Lives as long as the page; connects at once. */
export class SandboxSocket {
  readonly #listener: SocketListener;
  readonly #waiting = new Map<string, Waiting>();
  #user: string;
  #socket: WebSocket;
  #retryMs = FIRST_RETRY_MS;
  #requests = 0;

  /** `user` is an id or a name. */
  constructor(user: string, listener: SocketListener) {
    this.#listener = listener;
    this.#user = user;
    this.#socket = this.#open();
  }

  /** The action's result. Rejects with an Error whose message a person may read. */
  request<A extends ClientAction>(action: A): Promise<ActionResult<A['kind']>> {
    if (this.#socket.readyState !== WebSocket.OPEN) return Promise.reject(new Error('Not connected to the sandbox.'));
    this.#requests += 1;
    const request: ClientRequest = { requestId: String(this.#requests), action };
    const answer = new Promise<unknown>((resolve, reject) => this.#waiting.set(request.requestId, { resolve, reject }));
    this.#socket.send(JSON.stringify(request));
    // The ack of an action carries its own result type: protocol.ts, `ActionResults`.
    return answer as Promise<ActionResult<A['kind']>>;
  }

  /** Goes on as somebody else. */
  switchUser(user: string): void {
    this.#user = user;
    const old = this.#socket;
    this.#abandonRequests();
    this.#listener.onState('connecting');
    this.#socket = this.#open();
    old.close();
  }

  #open(): WebSocket {
    const url = new URL(CLIENT_PATH, location.href);
    url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    url.searchParams.set('user', this.#user);
    const opened = new WebSocket(url);
    opened.addEventListener('message', (frame) => {
      // The sandbox that served this page is the only other end; its frames are ServerEvents by protocol.ts.
      if (opened === this.#socket) this.#receive(JSON.parse(String(frame.data)) as ServerEvent);
    });
    opened.addEventListener('close', () => {
      if (opened === this.#socket) this.#comeBack(opened);
    });
    return opened;
  }

  #receive(event: ServerEvent): void {
    if (event.type !== 'ack') {
      if (event.type === 'hello') this.#retryMs = FIRST_RETRY_MS;
      this.#listener.onEvent(event);
      return;
    }
    const asked = this.#waiting.get(event.requestId);
    this.#waiting.delete(event.requestId);
    if (event.ok) asked?.resolve(event.result);
    else asked?.reject(new Error(event.error.message));
  }

  #comeBack(lost: WebSocket): void {
    this.#abandonRequests();
    this.#listener.onState('lost');
    setTimeout(() => {
      // Meanwhile the person may have switched, which opened another.
      if (this.#socket === lost) this.#socket = this.#open();
    }, this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, LAST_RETRY_MS);
  }

  #abandonRequests(): void {
    for (const one of this.#waiting.values()) one.reject(new Error('The connection to the sandbox was lost.'));
    this.#waiting.clear();
  }
}
