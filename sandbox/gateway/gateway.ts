// The gateway as a whole: takes sockets, passes on what happened to the sessions that hear of it, brings faults about.

import { GatewayCloseCodes as Close, GatewayOpcodes as Op } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { Hub, WorldEvent } from '../hub.ts';
import { serveConnection } from './connection.ts';
import { toBotEvent } from './events-for-bots.ts';
import { dispatch, shardOf } from './session.ts';
import { createSessionDesk } from './session-desk.ts';

const API_VERSIONS = ['9', '10'];

export interface Gateway {
  /** Serves a fresh socket; `url` is the path and query that it asked for. */
  accept(socket: WebSocket, url: URL): void;
  isOnline(applicationId: string): boolean;
  startsLeft(token: string): number;
}

/** `allowedIntents`: bits that IDENTIFY may ask for; others are refused with 4014. All by default. */
export function createGateway(hub: Hub, allowedIntents?: number): Gateway {
  const desk = createSessionDesk(hub, allowedIntents);
  const links = () => desk.sessions().flatMap((session) => session.link ?? []);
  const tellBots = (event: WorldEvent) => {
    const botEvent = toBotEvent(hub.world, event);
    if (botEvent === undefined) return;
    for (const session of desk.sessions()) {
      const isOnShard = shardOf(botEvent.guildId, session.shardCount) === session.shardId;
      const isHeard = botEvent.intent === 0 || (session.intents & botEvent.intent) !== 0;
      if (!isOnShard || !isHeard || !botEvent.isFor(session.applicationId)) continue;
      dispatch(session, botEvent.name, botEvent.dataFor(session.applicationId, session.intents));
    }
  };
  hub.on((event) => {
    tellBots(event);
    if (event.kind !== 'fault-injected') return;
    const cutLinks = links();
    if (event.fault.kind === 'reconnect') {
      for (const link of cutLinks) link.send(JSON.stringify({ op: Op.Reconnect, d: null, s: null, t: null }));
    }
    if (event.fault.kind === 'lose-sessions') desk.forgetAll();
    const isCut = ['cut-sockets', 'lose-sessions', 'refuse-sockets'].includes(event.fault.kind);
    if (isCut) for (const link of cutLinks) link.cut();
  });
  return {
    accept(socket, url) {
      const { searchParams: query } = url;
      if (!API_VERSIONS.includes(query.get('v') ?? '10')) socket.close(Close.InvalidAPIVersion);
      else if ((query.get('encoding') ?? 'json') !== 'json') socket.close(Close.DecodeError);
      else serveConnection(hub, desk, socket, query.get('compress'));
    },
    isOnline: (applicationId) =>
      desk.sessions().some((session) => session.applicationId === applicationId && session.link !== undefined),
    startsLeft: (token) => desk.startsLeft(token),
  };
}
