// The life of an interaction: its start with Discord's deadlines, its states, the end of its token.

import {
  type APIAuthorizingIntegrationOwnersMap,
  type APIMessage,
  InteractionContextType,
  InteractionType,
} from 'discord-api-types/v10';
import type { Hub } from '../hub.ts';
import { interactionChannelPayload } from '../payloads/channel-payload.ts';
import { memberHead } from '../payloads/guild-payload.ts';
import { permissionsIn } from '../permissions.ts';
import { DID_NOT_RESPOND, type InteractionEvent } from '../protocol.ts';
import {
  type Channel,
  findUser,
  guildIdOf,
  type Interaction,
  putInteraction,
  removeInteraction,
  type World,
} from '../world.ts';

const LOCALE = 'en-US';
const ATTACHMENT_LIMIT_BYTES = 10 * 1024 * 1024;
const TOKEN_PREFIX = 'interaction';

export interface InteractionDraft {
  readonly type: InteractionType;
  readonly applicationId: string;
  readonly userId: string;
  readonly channel: Channel;
  readonly name: string;
  readonly commandName?: string;
  /** `data` of the interaction as Discord writes it. */
  readonly data: unknown;
  readonly owners: APIAuthorizingIntegrationOwnersMap;
  /** The message whose component was used. */
  readonly message?: APIMessage;
  /** The message on which a message command was used. */
  readonly targetMessageId?: string;
  readonly parentId?: string;
}

/** Sends the interaction to the bot and starts the clock of its first callback. */
export function startInteraction(hub: Hub, draft: InteractionDraft): Interaction {
  const id = hub.newId();
  const interaction: Interaction = {
    id,
    token: makeToken(id),
    type: draft.type,
    applicationId: draft.applicationId,
    userId: draft.userId,
    channelId: draft.channel.id,
    name: draft.name,
    commandName: draft.commandName,
    state: 'pending',
    startedAtMs: hub.monotonicMs(),
    sourceMessageId: draft.message?.id,
    originalMessageId: undefined,
    isLoading: false,
    followUpCount: 0,
    owners: draft.owners,
    modal: undefined,
    parentId: draft.parentId,
  };
  changeInteraction(hub, interaction, {});
  hub.after(hub.timings.firstCallbackMs, () => failUnanswered(hub, id));
  hub.after(hub.timings.tokenLifetimeMs, () => endToken(hub, id));
  const payload = interactionPayload(hub.world, interaction, draft);
  const guildId = guildIdOf(draft.channel);
  hub.emit({ kind: 'interaction-created', applicationId: draft.applicationId, guildId, payload });
  return interaction;
}

/** Puts the changed interaction into the world and tells its person; autocompletes are told nothing. */
export function changeInteraction(
  hub: Hub,
  interaction: Interaction,
  change: Partial<Interaction>,
  messageId?: string,
  reason?: string,
): Interaction {
  const next = { ...interaction, ...change };
  hub.update((world) => putInteraction(world, next));
  if (next.type === InteractionType.ApplicationCommandAutocomplete) return next;
  const event: InteractionEvent = {
    type: 'interaction',
    interactionId: next.id,
    channelId: next.channelId,
    applicationId: next.applicationId,
    state: next.state,
    name: next.name,
    ...(next.sourceMessageId === undefined ? {} : { sourceMessageId: next.sourceMessageId }),
    ...(messageId === undefined ? {} : { messageId }),
    ...(reason === undefined ? {} : { reason }),
  };
  hub.emit({ kind: 'interaction-changed', userId: next.userId, event });
  return next;
}

/** Whether a text is the token of an interaction that once was. */
export function wasToken(token: string): boolean {
  return Buffer.from(token, 'base64url').toString().startsWith(`${TOKEN_PREFIX}:`);
}

export function contextOf(world: World, channel: Channel, applicationId: string): InteractionContextType {
  if (channel.kind !== 'dm') return InteractionContextType.Guild;
  const isBotDm = channel.userIds.includes(applicationId) && world.applications.has(applicationId);
  return isBotDm ? InteractionContextType.BotDM : InteractionContextType.PrivateChannel;
}

function makeToken(id: string): string {
  return Buffer.from(`${TOKEN_PREFIX}:${id}:${crypto.randomUUID()}`).toString('base64url');
}

function failUnanswered(hub: Hub, interactionId: string): void {
  const interaction = hub.world.interactions.get(interactionId);
  if (interaction?.state !== 'pending') return;
  changeInteraction(hub, interaction, { state: 'failed' }, undefined, DID_NOT_RESPOND);
  if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
    hub.emit({ kind: 'choices-given', interactionId, choices: [] });
  }
}

function endToken(hub: Hub, interactionId: string): void {
  const interaction = hub.world.interactions.get(interactionId);
  if (interaction === undefined) return;
  if (interaction.isLoading) {
    changeInteraction(hub, interaction, { state: 'failed' }, interaction.originalMessageId, DID_NOT_RESPOND);
  }
  hub.update((world) => removeInteraction(world, interactionId));
}

/** Source: https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object */
function interactionPayload(world: World, interaction: Interaction, draft: InteractionDraft) {
  const { channel, userId, applicationId } = draft;
  const user = findUser(world, userId);
  const guildId = guildIdOf(channel);
  const permissions = String(permissionsIn(world, userId, channel));
  const asked =
    guildId === undefined
      ? { user }
      : {
          guild_id: guildId,
          guild: { id: guildId, locale: LOCALE, features: [] },
          guild_locale: LOCALE,
          member: { ...memberHead(world, userId), user, permissions },
        };
  return {
    id: interaction.id,
    application_id: applicationId,
    type: draft.type,
    data: draft.data,
    ...asked,
    channel_id: channel.id,
    channel: interactionChannelPayload(world, channel, applicationId, userId),
    token: interaction.token,
    version: 1,
    ...(draft.message === undefined ? {} : { message: draft.message }),
    app_permissions: String(permissionsIn(world, applicationId, channel)),
    locale: LOCALE,
    entitlements: [],
    authorizing_integration_owners: draft.owners,
    context: contextOf(world, channel, applicationId),
    attachment_size_limit: ATTACHMENT_LIMIT_BYTES,
  };
}
