// The application itself, and the address of the gateway.

import { MAX_CONCURRENCY, SESSION_STARTS } from '../gateway/session-desk.ts';
import { applicationPayload } from '../payloads/application-payload.ts';
import { refusals } from '../refusal.ts';
import { type BotCall, botRoute, type OpenCall, ok, openRoute, type RestAnswer } from './route.ts';

const DAY_MS = 86_400_000;

export const applicationRoutes = [
  botRoute('GET', '/applications/@me', readOwn),
  botRoute('GET', '/applications/{application_id}', readById),
  botRoute('GET', '/oauth2/applications/@me', readOwn),
  openRoute('GET', '/gateway', (call) => ok({ url: gatewayUrl(call) })),
  botRoute('GET', '/gateway/bot', readGateway),
];

function readOwn({ hub, bot }: BotCall): RestAnswer {
  return ok(applicationPayload(hub.world, bot));
}

function readById(call: BotCall): RestAnswer {
  if (call.param('application_id') !== call.bot.id) throw refusals.unknownApplication();
  return readOwn(call);
}

function readGateway(call: BotCall): RestAnswer {
  const limit = {
    total: SESSION_STARTS,
    remaining: call.gateway.startsLeft(call.bot.token),
    reset_after: DAY_MS,
    max_concurrency: MAX_CONCURRENCY,
  };
  return ok({ url: gatewayUrl(call), shards: call.hub.recommendedShards, session_start_limit: limit });
}

function gatewayUrl(call: OpenCall): string {
  return `${call.hub.origin.replace(/^http/, 'ws')}/gateway`;
}
