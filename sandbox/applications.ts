// Applications by token: the sandbox takes any token and makes a bot of it at its first use.

import { createHash } from 'node:crypto';
import type { Hub } from './hub.ts';
import { addApplication, createUser } from './seed-world.ts';
import { isSnowflake, snowflakeAt } from './snowflake.ts';
import type { Application } from './world.ts';

const EARLIEST_MS = Date.UTC(2023, 0, 1);
const DAYS = 300;
const DAY_MS = 86_400_000;

/** Name of the first bot that comes; later ones are numbered. */
export const FIRST_BOT_NAME = 'Studypod';

/**
 * The application of a token; the same token has the same id in every sandbox. A token of Discord's form carries the id
 * of its bot in the first part, which is kept. undefined for an empty token.
 */
export function applicationFor(hub: Hub, token: string): Application | undefined {
  if (token.trim() === '') return undefined;
  for (const application of hub.world.applications.values()) if (application.token === token) return application;
  const id = idInToken(token) ?? idFromHash(token);
  const known = hub.world.applications.get(id);
  if (known !== undefined) return known;
  const count = hub.world.applications.size;
  const name = count === 0 ? FIRST_BOT_NAME : `Bot ${count + 1}`;
  const user = createUser(id, name, name, true);
  const application = { id, token, description: '', user };
  hub.update((world) => addApplication(world, application, hub.newId));
  hub.emit({ kind: 'bots-changed' });
  hub.emit({ kind: 'channels-changed' });
  return application;
}

function idInToken(token: string): string | undefined {
  const first = Buffer.from(token.split('.')[0] ?? '', 'base64').toString();
  return isSnowflake(first) && first.length >= 17 && token.includes('.') ? first : undefined;
}

function idFromHash(token: string): string {
  const digest = createHash('sha256').update(token).digest();
  const instantMs = EARLIEST_MS + (digest.readUInt32BE(0) % (DAYS * DAY_MS));
  return snowflakeAt(instantMs, digest.readUInt16BE(4) * 2);
}
