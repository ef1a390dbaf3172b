// The callback of an interaction, and all that its token opens: the original answer and follow-ups.

import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import { type Answered, answerInteraction } from '../interactions/answer-interaction.ts';
import { deleteAnswer, editAnswer, followUp, requireAnswered, requireOwnMessage } from '../interactions/follow-up.ts';
import { clearNulls, messageSchema } from '../validation/message-schema.ts';
import { parseBody } from '../validation/pieces.ts';
import type { Interaction } from '../world.ts';
import { NO_CONTENT, type OpenCall, ok, openRoute, type RestAnswer } from './route.ts';

const WEBHOOK = '/webhooks/{webhook_id}/{webhook_token}';
const ONE = `${WEBHOOK}/messages/{message_id}`;
const ORIGINAL = `${WEBHOOK}/messages/@original`;

export const interactionRoutes = [
  openRoute('POST', '/interactions/{interaction_id}/{interaction_token}/callback', callback),
  openRoute('POST', WEBHOOK, sendFollowUp),
  openRoute('GET', ORIGINAL, (call) => read(call, '@original')),
  openRoute('PATCH', ORIGINAL, (call) => change(call, '@original')),
  openRoute('DELETE', ORIGINAL, (call) => remove(call, '@original')),
  openRoute('GET', ONE, (call) => read(call, call.param('message_id'))),
  openRoute('PATCH', ONE, (call) => change(call, call.param('message_id'))),
  openRoute('DELETE', ONE, (call) => remove(call, call.param('message_id'))),
];

function callback(call: OpenCall): RestAnswer {
  const { hub, body, uploads, query } = call;
  const id = call.param('interaction_id');
  const answered = answerInteraction(hub, id, call.param('interaction_token'), body, uploads);
  const interaction = hub.world.interactions.get(id);
  const wantsResponse = query.get('with_response') === 'true' && interaction !== undefined;
  return wantsResponse ? ok(callbackResponse(interaction, answered)) : NO_CONTENT;
}

/** Source: https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback-response-object */
function callbackResponse(interaction: Interaction, { type, message }: Answered) {
  const flags = message?.flags ?? 0;
  const told =
    message === undefined
      ? {}
      : {
          response_message_id: message.id,
          response_message_loading: (flags & MessageFlags.Loading) !== 0,
          response_message_ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
        };
  // Discord gives no message with a deferred answer, only its id.
  const isDeferred = type === InteractionResponseType.DeferredChannelMessageWithSource;
  const resource = message === undefined || isDeferred ? {} : { resource: { type, message } };
  return { interaction: { id: interaction.id, type: interaction.type, ...told }, ...resource };
}

function sendFollowUp(call: OpenCall): RestAnswer {
  const interaction = requireInteraction(call);
  return ok(followUp(call.hub, interaction, parseBody(messageSchema, call.body), call.uploads));
}

function read(call: OpenCall, messageId: string): RestAnswer {
  return ok(requireOwnMessage(call.hub, requireInteraction(call), messageId).message);
}

function change(call: OpenCall, messageId: string): RestAnswer {
  const interaction = requireInteraction(call);
  const input = parseBody(messageSchema, clearNulls(call.body));
  return ok(editAnswer(call.hub, interaction, messageId, input, call.uploads));
}

function remove(call: OpenCall, messageId: string): RestAnswer {
  deleteAnswer(call.hub, requireInteraction(call), messageId);
  return NO_CONTENT;
}

function requireInteraction(call: OpenCall): Interaction {
  return requireAnswered(call.hub, call.param('webhook_id'), call.param('webhook_token'));
}
