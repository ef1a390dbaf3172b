// The sandbox as a process of its own, and that it ends cleanly.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { plainCommand, startTestBot } from './test-bot.ts';

it('stops with bots and people connected and interactions under way, and frees its port', async () => {
  const sandbox = await startSandbox();
  const bot = await startTestBot(sandbox);
  await bot.register([plainCommand('ping')]);
  await sandbox.user('Ada').startSlash('ping');
  await sandbox.stop();
  await bot.stop();
  const server = createServer();
  server.listen(sandbox.port, '127.0.0.1');
  await once(server, 'listening');
  server.close();
});

it('leaves nothing open that would keep a process alive', async () => {
  const script = `
    import { startSandbox } from '../../sandbox/sandbox.ts';
    const sandbox = await startSandbox();
    await fetch(sandbox.apiUrl + '/v10/users/@me', { headers: { authorization: 'Bot x' } });
    await sandbox.stop();
    console.log('stopped');
  `;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', script], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += String(chunk);
  });
  const [code] = await once(child, 'exit');
  expect([code, output.trim()]).toEqual([0, 'stopped']);
});

it('refuses a wrong SANDBOX_PORT with one line', async () => {
  const child = spawn(process.execPath, ['../../sandbox/main.ts'], {
    cwd: import.meta.dirname,
    env: { ...process.env, SANDBOX_PORT: 'eighty' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += String(chunk);
  });
  const [code] = await once(child, 'exit');
  expect([code, errors.trim()]).toEqual([1, 'SANDBOX_PORT: got "eighty", takes a port from 0 to 65535.']);
});
