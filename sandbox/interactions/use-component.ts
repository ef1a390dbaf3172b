// A person presses a button, picks in a select, or submits a modal, under the rules of Discord's own client.

import {
  type APIAuthorizingIntegrationOwnersMap,
  type APIMessage,
  type APIMessageComponent,
  ButtonStyle,
  ComponentType,
  InteractionType,
} from 'discord-api-types/v10';
import type { Hub } from '../hub.ts';
import { type Channel, findMessage, guildIdOf, type Interaction, isVisibleTo, type World } from '../world.ts';
import { ActionError } from './action-error.ts';
import { resolveIds } from './command-options.ts';
import { startInteraction } from './interaction-life.ts';
import { requireChannel } from './use-command.ts';

interface ComponentPlace {
  readonly channelId: string;
  readonly messageId: string;
  readonly customId: string;
}

/** @throws ActionError */
export function pressButton(hub: Hub, userId: string, place: ComponentPlace): Interaction {
  const { channel, message, component } = findComponent(hub.world, userId, place);
  if (component.type !== ComponentType.Button || component.style === ButtonStyle.Link) {
    throw new ActionError('not-a-button', `${place.customId} is not a button to press.`);
  }
  const name = 'label' in component ? (component.label ?? place.customId) : place.customId;
  return start(hub, userId, channel, message, name, {
    custom_id: place.customId,
    component_type: component.type,
    ...('id' in component ? { id: component.id } : {}),
  });
}

/** @throws ActionError */
export function pickInSelect(hub: Hub, userId: string, place: ComponentPlace, values: readonly string[]): Interaction {
  const { channel, message, component } = findComponent(hub.world, userId, place);
  if (!('min_values' in component) && !('max_values' in component)) {
    throw new ActionError('not-a-select', `${place.customId} is not a select.`);
  }
  const { min_values: min = 1, max_values: max = 1 } = component;
  if (values.length < min || values.length > max) {
    throw new ActionError('wrong-count', `Pick between ${min} and ${max}.`);
  }
  const isString = component.type === ComponentType.StringSelect;
  if (isString && values.some((value) => !component.options.some((option) => option.value === value))) {
    throw new ActionError('unknown-value', 'That is not among the options.');
  }
  const isInGuild = channel.kind !== 'dm';
  return start(hub, userId, channel, message, component.placeholder ?? place.customId, {
    custom_id: place.customId,
    component_type: component.type,
    values,
    ...(isString ? {} : { resolved: resolveIds(hub.world, userId, isInGuild, values) }),
  });
}

function start(
  hub: Hub,
  userId: string,
  channel: Channel,
  message: APIMessage,
  name: string,
  data: unknown,
): Interaction {
  return startInteraction(hub, {
    type: InteractionType.MessageComponent,
    applicationId: message.author.id,
    userId,
    channel,
    name,
    data,
    owners: ownersOfMessage(hub.world, message, channel),
    message,
  });
}

function findComponent(world: World, userId: string, { channelId, messageId, customId }: ComponentPlace) {
  const channel = requireChannel(world, userId, channelId);
  const stored = findMessage(world, channelId, messageId);
  if (stored === undefined || !isVisibleTo(stored, userId)) {
    throw new ActionError('unknown-message', 'That message is gone.');
  }
  const component = componentsOf(stored.message).find((each) => 'custom_id' in each && each.custom_id === customId);
  if (component === undefined) throw new ActionError('unknown-component', `There is no ${customId} on that message.`);
  if ('disabled' in component && component.disabled === true) {
    throw new ActionError('disabled', `${customId} is switched off.`);
  }
  return { channel, message: stored.message, component };
}

/** Everything that stands in the rows of a message. */
export function componentsOf(message: APIMessage): readonly APIMessageComponent[] {
  return (message.components ?? []).flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []));
}

/** A press inherits the installs of the interaction that made the message; others come through the guild or the bot's DM. */
function ownersOfMessage(world: World, message: APIMessage, channel: Channel): APIAuthorizingIntegrationOwnersMap {
  const inherited = message.interaction_metadata?.authorizing_integration_owners;
  if (inherited !== undefined) return inherited;
  const guildId = guildIdOf(channel);
  return guildId !== undefined && world.guilds.get(guildId)?.areBotsMembers === true ? { 0: guildId } : { 0: '0' };
}
