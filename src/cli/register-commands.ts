// `npm run commands`: registers the slash commands with Discord and ends, without starting the bot.

import { createCommands } from '../commands/registry.ts';
import { createServices } from '../composition/services.ts';
import { explainStartFault } from '../composition/start-faults.ts';
import { readConfig, readEnvironment } from '../config.ts';
import { createChannelMessenger } from '../discord/channel-messenger.ts';
import { createClient } from '../discord/client.ts';
import { createDirectMessenger } from '../discord/direct-messenger.ts';
import { registerCommands } from '../discord/registration.ts';
import { openKnowledge } from '../knowledge/knowledge-source.ts';
import { systemClock } from '../operations/clock.ts';
import { createLog } from '../operations/log.ts';
import { openDatabase } from '../store/database.ts';

const reading = readConfig(readEnvironment());
const faults =
  reading.kind === 'faulty'
    ? reading.faults
    : reading.config.discordToken === undefined
      ? ['DISCORD_TOKEN: got nothing, takes the token of the bot whose commands are to be registered']
      : [];
for (const fault of faults) console.error(fault);
if (reading.kind === 'faulty' || reading.config.discordToken === undefined) process.exit(1);

const { config } = reading;
// Commands are made from services, though registering asks none of them: an empty database in memory will do.
const database = await openDatabase(':memory:');
try {
  const knowledge = await openKnowledge({ dir: config.knowledgeDir });
  const { rest } = createClient({ apiUrl: config.discordApiUrl, shards: undefined, shardCount: undefined });
  const services = createServices({
    config,
    db: database.db,
    knowledge,
    clock: systemClock,
    log: createLog('warn'),
    random: Math.random,
    pictures: { draw: async () => undefined },
    messenger: createDirectMessenger(rest),
    channelMessenger: createChannelMessenger(rest),
  });
  const names = await registerCommands(reading.config.discordToken, config.discordApiUrl, createCommands(services));
  await knowledge.close();
  console.log(`Registered ${names.length} commands: ${names.join(', ')}`);
} catch (fault) {
  const line = explainStartFault(fault, config);
  if (line === undefined) throw fault;
  console.error(line);
  process.exitCode = 1;
} finally {
  await database.close();
}
