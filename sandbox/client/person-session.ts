// One person at one client: carries out what they do and tells them what they may see. Knows nothing of sockets.

import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import type { Gateway } from '../gateway/gateway.ts';
import type { Hub, WorldEvent } from '../hub.ts';
import { ActionError } from '../interactions/action-error.ts';
import { closeModal, submitModal } from '../interactions/submit-modal.ts';
import { requireChannel, useCommand, useMessageMenu } from '../interactions/use-command.ts';
import { pickInSelect, pressButton } from '../interactions/use-component.ts';
import type { ActionResult, ClientAction, FaultsView, ServerEvent } from '../protocol.ts';
import { canSee, type Interaction, isVisibleTo, putPerson } from '../world.ts';
import { deleteOwn, dismiss, editOwn, openDm, say } from './say.ts';
import { botsOf, channelsFor, commandsOf, guildsFor } from './views.ts';

/** Carries out one action. @throws ActionError when Discord's client would not allow it; RangeError for a clock that cannot jump. */
export async function performAction<A extends ClientAction>(
  hub: Hub,
  userId: string,
  action: A,
): Promise<ActionResult<A['kind']>> {
  // Each branch answers as `ActionResults` says for its kind; the compiler cannot tie a union's branch to the type parameter.
  return (await carryOut(hub, userId, action)) as ActionResult<A['kind']>;
}

async function carryOut(hub: Hub, userId: string, action: ClientAction): Promise<unknown> {
  switch (action.kind) {
    case 'use-command':
      return started(useCommand(hub, userId, action));
    case 'use-message-menu':
      return started(useMessageMenu(hub, userId, action));
    case 'press-button':
      return started(pressButton(hub, userId, action));
    case 'pick':
      return started(pickInSelect(hub, userId, action, action.values));
    case 'submit-modal':
      return started(submitModal(hub, userId, action.interactionId, action.fields));
    case 'close-modal':
      closeModal(hub, userId, action.interactionId);
      return null;
    case 'autocomplete':
      return complete(hub, userId, action);
    case 'set-clock':
      await hub.clock.change(action.change);
      return hub.clock.view();
    case 'inject-fault':
      return injectFault(hub, action.fault);
    default:
      return carryOutWriting(hub, userId, action);
  }
}

type Writing = Extract<
  ClientAction,
  { kind: 'send-message' | 'edit-message' | 'delete-message' | 'dismiss' | 'open-dm' | 'set-dms-closed' | 'type' }
>;

function carryOutWriting(hub: Hub, userId: string, action: Writing): unknown {
  switch (action.kind) {
    case 'send-message':
      return { messageId: say(hub, userId, action.channelId, action.content, action.replyToId) };
    case 'edit-message':
      editOwn(hub, userId, action.channelId, action.messageId, action.content);
      return null;
    case 'delete-message':
      deleteOwn(hub, userId, action.channelId, action.messageId);
      return null;
    case 'dismiss':
      dismiss(hub, userId, action.channelId, action.messageId);
      return null;
    case 'open-dm':
      return { channelId: openDm(hub, userId, action.userId) };
    case 'set-dms-closed':
      setDmsClosed(hub, userId, action.closed);
      return null;
    case 'type':
      requireChannel(hub.world, userId, action.channelId);
      hub.emit({ kind: 'typing-started', channelId: action.channelId, userId });
      return null;
  }
}

export function injectFault(hub: Hub, fault: Extract<ClientAction, { kind: 'inject-fault' }>['fault']): FaultsView {
  hub.faults.set(fault);
  hub.emit({ kind: 'fault-injected', fault });
  hub.emit({ kind: 'faults-changed' });
  return hub.faults.view();
}

function started(interaction: Interaction): { readonly interactionId: string } {
  return { interactionId: interaction.id };
}

function setDmsClosed(hub: Hub, userId: string, areDmsClosed: boolean): void {
  const person = hub.world.people.get(userId);
  if (person === undefined) throw new ActionError('unknown-person', 'There is no such person.');
  hub.update((world) => putPerson(world, { ...person, areDmsClosed }));
  hub.emit({ kind: 'dms-changed', userId });
}

/** Waits for the bot's choices. @throws ActionError when it does not answer in time. */
async function complete(hub: Hub, userId: string, action: Extract<ClientAction, { kind: 'autocomplete' }>) {
  const given = new Map<string, readonly APIApplicationCommandOptionChoice[]>();
  const waiting = Promise.withResolvers<void>();
  let wantedId: string | undefined;
  const stop = hub.on((event) => {
    if (event.kind !== 'choices-given') return;
    given.set(event.interactionId, event.choices);
    if (event.interactionId === wantedId) waiting.resolve();
  });
  try {
    const interaction = useCommand(hub, userId, action, { name: action.focused, text: action.text });
    wantedId = interaction.id;
    if (!given.has(wantedId)) await waiting.promise;
    if (hub.world.interactions.get(wantedId)?.state === 'failed') {
      throw new ActionError('no-response', 'Loading options failed.');
    }
    return { choices: given.get(wantedId) ?? [] };
  } finally {
    stop();
  }
}

/** What a person's client is told of an event; undefined when it is none of theirs. */
export function toServerEvent(hub: Hub, gateway: Gateway, userId: string, event: WorldEvent): ServerEvent | undefined {
  const { world } = hub;
  switch (event.kind) {
    case 'message-created':
    case 'message-updated':
    case 'message-deleted':
      return messageEvent(hub, userId, event);
    case 'interaction-changed':
      return event.userId === userId ? event.event : undefined;
    case 'modal-shown': {
      const { kind: _kind, userId: forId, ...shown } = event;
      return forId === userId ? { type: 'modal', ...shown } : undefined;
    }
    case 'typing-started': {
      const channel = world.channels.get(event.channelId);
      const isSeen = channel !== undefined && canSee(world, userId, channel) && event.userId !== userId;
      return isSeen ? { type: 'typing', channelId: event.channelId, userId: event.userId } : undefined;
    }
    case 'channels-changed':
      return { type: 'channels', guilds: guildsFor(world, userId), channels: channelsFor(world, userId) };
    case 'commands-changed':
      return { type: 'commands', commands: commandsOf(world) };
    case 'bots-changed':
      return { type: 'bots', bots: botsOf(world, gateway) };
    case 'clock-changed':
      return { type: 'clock', clock: hub.clock.view() };
    case 'faults-changed':
      return { type: 'faults', faults: hub.faults.view() };
    case 'dms-changed':
      if (event.userId !== userId) return undefined;
      return { type: 'dms-closed', closed: world.people.get(userId)?.areDmsClosed === true };
    default:
      return undefined;
  }
}

function messageEvent(
  hub: Hub,
  userId: string,
  event: Extract<WorldEvent, { stored: unknown }>,
): ServerEvent | undefined {
  const { message } = event.stored;
  const channel = hub.world.channels.get(message.channel_id);
  const isSeen = channel !== undefined && canSee(hub.world, userId, channel) && isVisibleTo(event.stored, userId);
  if (!isSeen) return undefined;
  switch (event.kind) {
    case 'message-created':
      return { type: 'message-create', message };
    case 'message-updated':
      return { type: 'message-update', message };
    case 'message-deleted':
      return { type: 'message-delete', channelId: message.channel_id, messageId: message.id };
  }
}
