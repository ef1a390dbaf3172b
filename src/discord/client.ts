// The connection to Discord: made from settings alone, so that the sandbox and the real one differ in an address only.

import { Client, type ClientOptions, Events, GatewayIntentBits, Partials } from 'discord.js';
import { describeFault } from '../operations/describe-fault.ts';
import type { Log } from '../operations/log.ts';
import { DIRECT_CHANNELS_KEPT, dropIdleDirectChannels, limitedCaches } from './cache-limits.ts';
import type { Router } from './router.ts';

export interface ClientSettings {
  /** Base of the REST API without a version, e.g. `https://discord.com/api`. */
  readonly apiUrl: string;
  readonly shards: readonly number[] | undefined;
  readonly shardCount: number | undefined;
}

/**
 * Makes a client that is not connected yet. Intents: servers, messages in them, and direct messages. No privileged one:
 * of messages in servers Discord then sends the content only where the bot is mentioned, and no more is needed.
 */
export function createClient(settings: ClientSettings): Client {
  const options: ClientOptions = {
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // A DM channel is not sent before its first message, so it arrives as a partial.
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    makeCache: limitedCaches(),
    rest: { api: settings.apiUrl, version: '10' },
    ...(settings.shards === undefined ? {} : { shards: [...settings.shards] }),
    ...(settings.shardCount === undefined ? {} : { shardCount: settings.shardCount }),
  };
  const client = new Client(options);
  dropIdleDirectChannels(client, DIRECT_CHANNELS_KEPT);
  return client;
}

/** Hands what arrives to the router. Faults of the connection are logged; discord.js reconnects on its own. */
export function connectRouter(client: Client, router: Router, log: Log): void {
  const logFault =
    (what: string) =>
    (fault: unknown): void =>
      log.error({ fault: describeFault(fault) }, what);
  client.on(Events.InteractionCreate, (interaction) => {
    router.handleInteraction(interaction).catch(logFault('interaction not handled'));
  });
  client.on(Events.MessageCreate, (message) => {
    router.handleMessage(message).catch(logFault('message not handled'));
  });
  client.on(Events.Error, logFault('client fault'));
  client.on(Events.ShardError, (fault, shardId) => log.warn({ shardId, fault: describeFault(fault) }, 'shard fault'));
  client.on(Events.ShardDisconnect, (_event, shardId) => log.warn({ shardId }, 'shard disconnected'));
  client.on(Events.ShardResume, (shardId) => log.info({ shardId }, 'shard resumed'));
}

/**
 * Logs in and resolves when every shard of this process is ready, not only when the first socket is open.
 * @throws Error with code `TokenInvalid` or `DisallowedIntents` when Discord refuses.
 */
export async function connect(client: Client, token: string): Promise<void> {
  const ready = new Promise<void>((resolve) => {
    client.once(Events.ClientReady, () => resolve());
  });
  await client.login(token);
  await ready;
}
