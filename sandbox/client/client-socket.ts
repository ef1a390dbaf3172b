// The WebSocket of a person's client: hello, then events out and acknowledged requests in.

import type { RawData, WebSocket } from 'ws';
import type { Gateway } from '../gateway/gateway.ts';
import type { Hub } from '../hub.ts';
import { ActionError } from '../interactions/action-error.ts';
import type { ClientRequest, ServerEvent } from '../protocol.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import { clientRequestSchema } from './action-schema.ts';
import { performAction, toServerEvent } from './person-session.ts';
import { helloFor } from './views.ts';

/** Close code for a person that does not exist, or a frame of no known form. */
const POLICY_VIOLATION = 1008;

/** Serves one client; `who` is a person's id or name, the first person when null. */
export function serveClient(hub: Hub, gateway: Gateway, socket: WebSocket, who: string | null): void {
  const userId = findPerson(hub.world, who);
  if (userId === undefined) {
    socket.close(POLICY_VIOLATION, 'There is no such person.');
    return;
  }
  const send = (event: ServerEvent) => socket.send(JSON.stringify(event));
  send(helloFor(hub, gateway, userId));
  const stop = hub.on((event) => {
    const told = toServerEvent(hub, gateway, userId, event);
    if (told !== undefined) send(told);
  });
  socket.on('message', (raw) => {
    const request = readRequest(raw);
    if (request === undefined) socket.close(POLICY_VIOLATION, 'Not a request of the protocol.');
    else void acknowledge(hub, userId, request).then(send);
  });
  socket.on('close', stop);
  socket.on('error', () => socket.terminate());
}

/** By id, or by name in any case; the first person for null. */
export function findPerson(world: World, who: string | null): string | undefined {
  const people = [...world.people.values()];
  if (who === null) return people[0]?.user.id;
  const person = people.find(({ user }) => user.id === who || user.username === who.toLowerCase());
  return person?.user.id;
}

async function acknowledge(hub: Hub, userId: string, { requestId, action }: ClientRequest): Promise<ServerEvent> {
  try {
    return { type: 'ack', requestId, ok: true, result: await performAction(hub, userId, action) };
  } catch (error) {
    return { type: 'ack', requestId, ok: false, error: describe(error) };
  }
}

function describe(error: unknown): { readonly code: string; readonly message: string } {
  if (error instanceof ActionError) return { code: error.code, message: error.message };
  if (error instanceof Refusal) return { code: `discord-${error.code}`, message: error.message };
  if (error instanceof RangeError) return { code: 'out-of-range', message: error.message };
  return { code: 'fault', message: error instanceof Error ? error.message : String(error) };
}

function readRequest(raw: RawData): ClientRequest | undefined {
  try {
    return clientRequestSchema.safeParse(JSON.parse(String(raw))).data;
  } catch {
    return undefined;
  }
}
