// Tells Discord which commands there are; a bulk overwrite, so what is no longer listed disappears.

import { REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Command } from '../commands/command.ts';

const application = z.object({ id: z.string() });
const registered = z.array(z.object({ name: z.string() }));

/**
 * Registers all commands globally.
 * @returns the names that Discord confirmed.
 * @throws DiscordAPIError when the token or a payload is refused.
 */
export async function registerCommands(
  token: string,
  apiUrl: string,
  commands: readonly Command[],
): Promise<readonly string[]> {
  const rest = new REST({ api: apiUrl, version: '10' }).setToken(token);
  const { id } = application.parse(await rest.get(Routes.currentApplication()));
  const body = commands.map((command) => command.payload);
  const confirmed = registered.parse(await rest.put(Routes.applicationCommands(id), { body }));
  return confirmed.map((command) => command.name);
}
