// What becomes of a direct message that Discord refuses, by Discord's own codes.

import { createServer, type Server } from 'node:http';
import { REST } from 'discord.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDirectMessenger } from '../../src/discord/direct-messenger.ts';

let server: Server;
let refusal: { readonly status: number; readonly code: number };
let messenger: ReturnType<typeof createDirectMessenger>;

beforeAll(async () => {
  server = createServer((_request, response) => {
    response.writeHead(refusal.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ code: refusal.code, message: 'refused' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  messenger = createDirectMessenger(new REST({ api: `http://127.0.0.1:${address.port}` }).setToken('token'));
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

// https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
it.each([
  ['closed', 'closed DMs', 403, 50007],
  ['closed', 'no server in common', 403, 50278],
  ['closed', 'an account that is gone', 404, 10013],
  ['closed', 'a DM that it may not enter', 403, 50001],
  ['failed', 'a body that it does not take', 400, 50035],
])('is %s by %s', async (kind, _what, status, code) => {
  refusal = { status, code };
  const outcome = await messenger.sendDirectMessage('1', { content: 'hello' }, { nonce: 'n', channelId: '2' });
  expect(outcome).toEqual({ kind });
});
