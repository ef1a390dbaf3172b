// A request to the sandbox's REST API from a program that is no discord.js.

import type { Sandbox } from '../../sandbox/sandbox.ts';

export interface RawRequest {
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** Sends as the bot, as JSON unless the headers say otherwise; answers with status, headers and JSON. */
export async function sendRaw(sandbox: Sandbox, method: string, path: string, init: RawRequest = {}) {
  const headers = { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json', ...init.headers };
  const response = await fetch(sandbox.apiUrl + path, { method, headers, ...(init.body ? { body: init.body } : {}) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, json: text === '' ? undefined : JSON.parse(text) };
}
