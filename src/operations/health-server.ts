// A small HTTP server for whoever runs the bot: is it alive, is it ready, what does it count. Off unless HTTP_PORT is set.

import { createServer, type Server } from 'node:http';
import type { Metrics } from './metrics.ts';

export interface HealthServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** A part that must work before the bot can answer, and whether it does now. */
export type ReadinessCheck = () => Promise<Readonly<Record<string, boolean>>>;

/**
 * Serves `/healthz` (200 while the process runs), `/readyz` (200 when every part is ready, else 503, parts as JSON)
 * and `/metrics` (Prometheus text) on all interfaces.
 * @throws Error when the port is taken.
 */
export async function startHealthServer(
  port: number,
  metrics: Metrics,
  isReady: ReadinessCheck,
): Promise<HealthServer> {
  const server = createServer((request, response) => {
    const answer = (status: number, contentType: string, text: string): void => {
      response.writeHead(status, { 'content-type': contentType, 'cache-control': 'no-store' }).end(text);
    };
    const route = async (): Promise<void> => {
      const path = (request.url ?? '').split('?')[0];
      if (request.method !== 'GET') return answer(405, 'text/plain', 'only GET\n');
      if (path === '/healthz') return answer(200, 'text/plain', 'ok\n');
      if (path === '/readyz') {
        const parts = await isReady();
        return answer(
          Object.values(parts).every(Boolean) ? 200 : 503,
          'application/json',
          `${JSON.stringify(parts)}\n`,
        );
      }
      if (path === '/metrics') {
        const { text, contentType } = await metrics.expose();
        return answer(200, contentType, text);
      }
      return answer(404, 'text/plain', 'not here\n');
    };
    route().catch(() => answer(503, 'text/plain', 'not ready\n'));
  });
  await listen(server, port);
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
}
