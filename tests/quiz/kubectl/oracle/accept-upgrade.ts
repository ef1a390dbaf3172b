// Answers a client that wants a stream (exec, attach, port-forward): by web socket, or by SPDY for kubectl before 1.31.

import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

const FORWARDED_MS = 50;
const REMOTE_MS = 5_000;
/** Two web socket frames: on channel 3, the error channel, that all went well; then a normal close (RFC 6455, 5.5.1). */
const SUCCESS = Buffer.from('\u0003{"metadata":{},"status":"Success"}');
const REMOTE_COMMAND_SUCCEEDED = Buffer.concat([
  Buffer.from([0x82, SUCCESS.length]),
  SUCCESS,
  Buffer.from([0x88, 0x02, 0x03, 0xe8]),
]);

/** Says yes to exec, attach and port-forward, then hangs up: what was asked for stands in the request. */
export function acceptUpgrade(request: IncomingMessage, socket: Duplex): void {
  const key = request.headers['sec-websocket-key'];
  const protocols =
    String(request.headers['sec-websocket-protocol'] ?? '')
      .split(',')[0]
      ?.trim() ?? '';
  socket.on('error', () => socket.destroy());
  if (typeof key === 'string') {
    const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
    const lines = [
      'HTTP/1.1 101 Switching Protocols',
      'Upgrade: websocket',
      'Connection: Upgrade',
      `Sec-WebSocket-Accept: ${accept}`,
    ];
    if (protocols !== '') lines.push(`Sec-WebSocket-Protocol: ${protocols}`);
    socket.write(`${lines.join('\r\n')}\r\n\r\n`);
    if (protocols.endsWith('channel.k8s.io')) socket.write(REMOTE_COMMAND_SUCCEEDED);
  } else if (!request.url?.includes('/portforward')) {
    // kubectl before 1.31 speaks SPDY, and would wait for ever for streams that never come.
    socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
    return;
  } else {
    socket.write(
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: SPDY/3.1\r\nConnection: Upgrade\r\nX-Stream-Protocol-Version: portforward.k8s.io\r\n\r\n',
    );
  }
  // A forwarded port is given up soon; a remote command has been told its end, and hangs up itself.
  const isForward = request.url?.includes('/portforward') === true;
  setTimeout(() => socket.destroy(), isForward ? FORWARDED_MS : REMOTE_MS).unref();
  socket.on('end', () => socket.destroy());
}
