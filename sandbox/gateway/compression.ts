// Transport compression of a gateway socket: one stream for its whole life, flushed after each frame.
// Source: https://discord.com/developers/docs/events/gateway#transport-compression

import { constants, createDeflate, createZstdCompress } from 'node:zlib';

export interface FrameStream {
  send(frame: string): void;
  end(): void;
}

/** `undefined` for a kind of compression that Discord does not have. `write` puts one frame on the socket. */
export function openFrameStream(
  kind: string | null,
  write: (data: string | Uint8Array) => void,
): FrameStream | undefined {
  if (kind === null) return { send: write, end: () => {} };
  if (kind === 'zlib-stream') return compressed(createDeflate({ flush: constants.Z_SYNC_FLUSH }), write);
  if (kind === 'zstd-stream') return compressed(createZstdCompress({ flush: constants.ZSTD_e_flush }), write);
  return undefined;
}

/** What both of Node's compressing streams have. */
interface Compressor {
  on(event: 'data', listener: (chunk: Uint8Array) => void): unknown;
  write(text: string, done: () => void): unknown;
  destroy(): unknown;
}

function compressed(stream: Compressor, write: (data: Uint8Array) => void): FrameStream {
  let chunks: Uint8Array[] = [];
  stream.on('data', (chunk) => chunks.push(chunk));
  return {
    send: (frame) =>
      stream.write(frame, () => {
        const whole = Buffer.concat(chunks);
        chunks = [];
        if (whole.byteLength > 0) write(whole);
      }),
    end: () => stream.destroy(),
  };
}
