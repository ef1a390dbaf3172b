// Puts messages into the world, changes and removes them, and tells everybody; checks nothing.

import type { APIMessage } from 'discord-api-types/v10';
import type { Hub } from '../hub.ts';
import { putMessage, removeMessage, type StoredMessage } from '../world.ts';

/** `onlyForId` makes it ephemeral: seen by that person alone. */
export function addMessage(hub: Hub, message: APIMessage, onlyForId: string | undefined): StoredMessage {
  const stored = { message, onlyForId, sentAtMs: hub.monotonicMs() };
  hub.update((world) => putMessage(world, stored));
  hub.emit({ kind: 'message-created', stored });
  return stored;
}

export function changeMessage(hub: Hub, old: StoredMessage, message: APIMessage): StoredMessage {
  const stored = { ...old, message };
  hub.update((world) => putMessage(world, stored));
  hub.emit({ kind: 'message-updated', stored });
  return stored;
}

export function dropMessage(hub: Hub, stored: StoredMessage): void {
  hub.update((world) => removeMessage(world, stored.message.channel_id, stored.message.id));
  hub.emit({ kind: 'message-deleted', stored });
}
