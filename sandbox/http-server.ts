// The one HTTP server: page, REST, files and WebSockets, on 127.0.0.1 alone and deaf to other origins.

import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { WebSocketServer } from 'ws';
import { serveClient } from './client/client-socket.ts';
import type { Gateway } from './gateway/gateway.ts';
import type { Hub } from './hub.ts';
import { CLIENT_PATH } from './protocol.ts';
import type { RestApp } from './rest/rest-app.ts';

const HOST = '127.0.0.1';
const LOCAL_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/** Answers requests for the page and its assets. */
export type PageHandler = (request: Request) => Promise<Response>;

export interface HttpServer {
  readonly port: number;
  /** Ends every connection; resolves when the port is free. */
  close(): Promise<void>;
}

/** Listens on `port` (0: a free one) and tells the hub its own address. @throws when the port is taken */
export async function startHttpServer(
  hub: Hub,
  gateway: Gateway,
  rest: RestApp,
  servePage: PageHandler,
  port: number,
): Promise<HttpServer> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024 });
  const app = createApp(hub, rest, servePage);
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  server.on('upgrade', (request, socket, head) => {
    const url = new URL(request.url ?? '/', `http://${HOST}`);
    const refusal = refusalOf(hub, request, url);
    if (refusal !== undefined) refuseUpgrade(socket, refusal);
    else {
      sockets.handleUpgrade(request, socket, head, (webSocket) => {
        if (url.pathname === CLIENT_PATH) serveClient(hub, gateway, webSocket, url.searchParams.get('user'));
        else gateway.accept(webSocket, url);
      });
    }
  });
  await listen(server, port);
  const address = server.address();
  const actualPort = isAddressInfo(address) ? address.port : port;
  hub.origin = `http://${HOST}:${actualPort}`;
  return { port: actualPort, close: () => close(server, sockets) };
}

function createApp(hub: Hub, rest: RestApp, servePage: PageHandler): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    const { host, origin } = { host: c.req.header('host'), origin: c.req.header('origin') };
    if (!isLocal(host, origin)) return c.text('This sandbox answers only pages of its own.', 403);
    return next();
  });
  app.all('/api/*', (c) => rest.handle(c.req.raw));
  app.get('/cdn/*', (c) => serveFile(hub, new URL(c.req.url).pathname));
  app.all('*', (c) => servePage(c.req.raw));
  return app;
}

/** A file can be anything, so a browser must never run it: no scripts, no guessing of its type. */
function serveFile(hub: Hub, path: string): Response {
  const file = hub.files.find(path);
  if (file === undefined) return new Response('Not found', { status: 404 });
  const isPicture = /^image\/(png|jpeg|gif|webp)$/.test(file.contentType);
  return new Response(file.data, {
    headers: {
      'content-type': isPicture ? file.contentType : 'application/octet-stream',
      'content-disposition': isPicture ? 'inline' : `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  });
}

/**
 * Whether a request comes from this machine's own page or from a program. The host is checked against DNS rebinding, the
 * origin against pages of other sites; programs send no origin.
 */
function isLocal(host: string | undefined, origin: string | undefined): boolean {
  if (host === undefined || !LOCAL_NAMES.includes(host.replace(/:\d+$/, ''))) return false;
  return origin === undefined || origin === `http://${host}`;
}

/** Status line of the refusal of a WebSocket; undefined when it may open. */
function refusalOf(hub: Hub, request: IncomingMessage, url: URL): string | undefined {
  if (!isLocal(request.headers.host, request.headers.origin)) return '403 Forbidden';
  if (url.pathname === CLIENT_PATH) return undefined;
  if (!['/', '/gateway', '/gateway/'].includes(url.pathname)) return '404 Not Found';
  return hub.faults.areSocketsRefused() ? '503 Service Unavailable' : undefined;
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function listen(server: Server, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, HOST, resolve);
  return promise;
}

function close(server: Server, sockets: WebSocketServer): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  for (const socket of sockets.clients) socket.terminate();
  sockets.close();
  server.close(() => resolve());
  server.closeAllConnections();
  return promise;
}

function isAddressInfo(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}
