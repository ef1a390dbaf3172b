// `npm run sandbox`: the local Discord alone, for any bot to connect to.

import { startSandbox } from './sandbox.ts';

const port = readPort(process.env.SANDBOX_PORT);
const sandbox = await startSandbox({ port });
await sandbox.preparePage();

console.log(`The sandbox is open: ${sandbox.url}`);
console.log('Connect a bot (any token does, it becomes the bot):');
console.log(`  DISCORD_TOKEN=anything DISCORD_API_URL=${sandbox.apiUrl} npm start`);
console.log('A bot of your own, with discord.js:');
console.log(`  new Client({ intents, rest: { api: '${sandbox.apiUrl}', version: '10' } })`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void sandbox.stop());
}

/** A port, or 0 for a free one. A wrong value ends the start with one line. */
function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return 0;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= 65_535) return value;
  console.error(`SANDBOX_PORT: got "${text}", takes a port from 0 to 65535.`);
  process.exit(1);
}
