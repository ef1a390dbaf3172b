// A small, ordinary discord.js bot for the sandbox's tests: it answers each interaction with the handler of its name.

import {
  type APIApplicationCommand,
  Client,
  type ClientOptions,
  Events,
  GatewayIntentBits,
  type Interaction,
  Partials,
  type RESTPutAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import type { Sandbox } from '../../sandbox/sandbox.ts';

export interface TestBot {
  readonly client: Client<true>;
  /** What its handlers threw, in order. */
  readonly errors: unknown[];
  register(commands: RESTPutAPIApplicationCommandsJSONBody): Promise<readonly APIApplicationCommand[]>;
  stop(): Promise<void>;
}

export type OnInteraction = (interaction: Interaction) => Promise<unknown>;

const INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
  GatewayIntentBits.MessageContent,
];

/** Logs in and waits until the client is ready. */
export async function startTestBot(
  sandbox: Sandbox,
  onInteraction: OnInteraction = async () => {},
  options: Partial<ClientOptions> & { readonly token?: string } = {},
): Promise<TestBot> {
  const client = new Client({
    intents: INTENTS,
    partials: [Partials.Channel],
    ...options,
    rest: { api: sandbox.apiUrl, version: '10', ...options.rest },
  });
  const errors: unknown[] = [];
  client.on(Events.InteractionCreate, (interaction) => {
    onInteraction(interaction).catch((error: unknown) => errors.push(error));
  });
  client.on(Events.ShardError, () => {});
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(options.token ?? sandbox.token);
  const readyClient = await ready;
  return {
    client: readyClient,
    errors,
    async register(commands) {
      const route = Routes.applicationCommands(readyClient.application.id);
      // discord.js types the answer as unknown; Discord answers the commands that it stored.
      return (await readyClient.rest.put(route, { body: commands })) as APIApplicationCommand[];
    },
    stop: () => client.destroy(),
  };
}

/** A slash command without options. */
export function plainCommand(name: string) {
  return { name, description: `Does ${name}` };
}
