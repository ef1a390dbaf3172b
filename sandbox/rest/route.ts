// What a REST route is: a method, a path as Discord's description writes it, and a function from a call to an answer.

import type { Upload } from '../files.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { Hub } from '../hub.ts';
import { hasPermission } from '../permissions.ts';
import { refusals } from '../refusal.ts';
import { type Application, type Channel, canSee } from '../world.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A request without a need of a token. */
export interface OpenCall {
  readonly hub: Hub;
  readonly gateway: Gateway;
  readonly query: URLSearchParams;
  /** The JSON, or the `payload_json` of a multipart body; undefined without one. */
  readonly body: unknown;
  readonly uploads: readonly Upload[];
  /** A part of the path by its name; only names of the route's own path. */
  param(name: string): string;
}

/** A request of a bot. */
export interface BotCall extends OpenCall {
  readonly bot: Application;
}

/** Without `body` the answer is empty, as with 204. */
export interface RestAnswer {
  readonly status: number;
  readonly body?: unknown;
}

interface RouteHead {
  readonly method: Method;
  /** As in Discord's OpenAPI description, e.g. `/channels/{channel_id}/messages`. */
  readonly path: string;
}

export type Route =
  | (RouteHead & { readonly auth: 'none'; readonly handle: (call: OpenCall) => RestAnswer })
  | (RouteHead & { readonly auth: 'bot'; readonly handle: (call: BotCall) => RestAnswer });

export function botRoute(method: Method, path: string, handle: (call: BotCall) => RestAnswer): Route {
  return { method, path, auth: 'bot', handle };
}

/** For routes whose path holds a token of its own, and for the gateway's address. */
export function openRoute(method: Method, path: string, handle: (call: OpenCall) => RestAnswer): Route {
  return { method, path, auth: 'none', handle };
}

export function ok(body: unknown): RestAnswer {
  return { status: 200, body };
}

export const NO_CONTENT: RestAnswer = { status: 204 };

/** The channel of the path, if the bot sees it. @throws Refusal 10003, 50001 */
export function requireChannel(call: BotCall, name = 'channel_id'): Channel {
  const channel = call.hub.world.channels.get(call.param(name));
  if (channel === undefined) throw refusals.unknownChannel();
  if (!canSee(call.hub.world, call.bot.id, channel)) throw refusals.missingAccess();
  return channel;
}

/** @throws Refusal 50013 */
export function requirePermission(call: BotCall, channel: Channel, permission: bigint): void {
  if (!hasPermission(call.hub.world, call.bot.id, channel, permission)) throw refusals.missingPermissions();
}
